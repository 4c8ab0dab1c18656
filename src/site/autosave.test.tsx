import { text } from 'node:stream/consumers';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { launchBrowser, openWindow } from '../journey/browser-testing.ts';
import { AutosaveForm } from './autosave-form.tsx';
import { SubmitButton, TextField } from './forms.tsx';
import { PublicLayout } from './layout.tsx';
import { serveSite } from './site-server-testing.ts';
import { aPage } from './site-testing.tsx';

type Post = { fields: Record<string, string>; json: boolean };
type Answer = { status: number; body: object; delayMs?: number };

const page = aPage('en');
let answer: (post: Post) => Answer | undefined = () => undefined;
let posts: Post[] = [];
let browser: Browser;
let site: Awaited<ReturnType<typeof serveSite>>;
let shown: Page;

beforeAll(async () => {
  site = await serveSite({
    pages: {
      '/': () => (
        <PublicLayout page={page} title="Draft">
          <AutosaveForm action="/draft" base="b3">
            <TextField name="motive" label="Motive" />
            <SubmitButton>Continue</SubmitButton>
          </AutosaveForm>
        </PublicLayout>
      ),
    },
    post: (request, reply) => {
      void text(request).then((body) => {
        const fields = Object.fromEntries(new URLSearchParams(body));
        const post = { fields, json: request.headers.accept === 'application/json' };
        posts.push(post);
        const told = answer(post);
        if (!told) return request.socket.destroy();
        // A save is answered as a program reads it; the form itself, as a browser does, with the next page.
        const [type, content] = post.json
          ? ['application/json', JSON.stringify(told.body)]
          : ['text/html', '<!doctype html><title>Sent</title>'];
        const send = () => reply.writeHead(told.status, { 'content-type': type }).end(content);
        return setTimeout(send, told.delayMs ?? 0);
      });
    },
  });
  browser = await launchBrowser();
});

afterEach(async () => {
  // A window that is closed saves once more, so the posts are forgotten after it.
  await shown.context().close();
  posts = [];
});

afterAll(async () => {
  await browser.close();
  site.close();
});

const saved = ({ fields }: Post): Answer => {
  const base = `b${Number(fields['base']?.slice(1)) + 1}`;
  return { status: 200, body: { base, text: 'Saved 14:02' } };
};

async function write(words: string): Promise<void> {
  const window = await openWindow(browser, { language: 'en', javaScript: true });
  shown = await window.newPage();
  await shown.goto(site.address);
  await shown.fill('#f-motive', words);
}

const state = () => shown.locator('[data-save-state]').textContent();
const says = (words: string) => vi.waitFor(async () => expect(await state()).toContain(words), { timeout: 20_000 });

test('what is typed is saved without being asked, and it says when', async () => {
  answer = saved;
  await write('Rivers');

  await says('Saved 14:02');

  expect(posts).toEqual([{ fields: { base: 'b3', motive: 'Rivers' }, json: true }]);
});

test('each save starts from what the last one told', async () => {
  answer = saved;
  await write('Rivers');
  await says('Saved 14:02');
  await shown.fill('#f-motive', 'Rivers and lakes');

  await vi.waitFor(() => expect(posts).toHaveLength(2), { timeout: 20_000 });

  expect(posts[1]?.fields).toEqual({ base: 'b4', motive: 'Rivers and lakes' });
});

test('without an answer it says so, keeps the text and tries again', async () => {
  answer = () => undefined;
  await write('Rivers');
  await says('Not saved yet');
  answer = saved;

  await says('Saved 14:02');

  expect(await shown.inputValue('#f-motive')).toBe('Rivers');
});

test('what never reached the server stands in the form again when it is opened again, and is sent then', async () => {
  answer = () => undefined;
  await write('Rivers');
  await says('Not saved yet');
  answer = saved;
  const before = posts.length;
  await shown.goto('about:blank');
  await shown.goto(site.address);

  await says('had not reached us');
  expect(await shown.inputValue('#f-motive')).toBe('Rivers');
  await says('Saved 14:02');

  expect(posts.at(-1)?.fields).toEqual({ base: 'b3', motive: 'Rivers' });
  expect(posts.length).toBeGreaterThan(before);
  await shown.reload();
  expect(await shown.inputValue('#f-motive')).toBe('');
});

test('signed out, the text stays and a link leads to sign in', async () => {
  answer = () => ({ status: 401, body: {} });
  await write('Rivers');
  await says('you have been signed out');

  expect(await shown.getAttribute('[data-save-state] a', 'href')).toBe('/en/sign-in');
  expect(await shown.inputValue('#f-motive')).toBe('Rivers');
});

test('changed elsewhere, it stops saving and shows where both can be compared', async () => {
  answer = () => ({ status: 409, body: { compare: '/en/compare' } });
  await write('Rivers');
  await says('changed in another tab');
  await shown.fill('#f-motive', 'Rivers and lakes');
  await shown.waitForTimeout(1_500);

  expect(await shown.getAttribute('[data-save-state] a', 'href')).toBe('/en/compare');
  expect(posts).toHaveLength(1);
});

test('sending the form waits for the save under way, and starts from what it told', async () => {
  answer = (post) => ({ ...saved(post), delayMs: post.json ? 600 : 0 });
  await write('Rivers');
  await says('Saving');
  await shown.click('button:has-text("Continue")');

  await vi.waitFor(async () => expect(await shown.title()).toBe('Sent'), { timeout: 20_000 });

  expect(posts).toHaveLength(2);
  expect(posts[1]).toEqual({ fields: { base: 'b4', motive: 'Rivers' }, json: false });
});

test('leaving the page saves what was typed last', async () => {
  answer = saved;
  await write('Rivers');
  await shown.goto('about:blank');

  await vi.waitFor(() => expect(posts).toHaveLength(1), { timeout: 20_000 });

  expect(posts[0]?.fields['motive']).toBe('Rivers');
});
