import type { FastifyInstance } from 'fastify';
import { createApp } from '../app.tsx';
import type { Context } from '../people/context.ts';
import { openSession, revokeSecret } from '../people/session-queries.ts';
import { sessionCookieName } from '../people/session.ts';
import type { Language } from '../platform/language.ts';

type Form = Record<string, string | readonly string[]>;

/** Somebody who works by the forms of the product, at the time that its clock shows. */
export type Colleague = {
  accountId: string;
  language: Language;
  reads: (path: string) => Promise<string>;
  /** Sends a form that is answered with a page, such as a preview. */
  previews: (path: string, form: Form) => Promise<string>;
  /** Reads a page and sends its form, to the page itself or where it says; throws where the product refuses it. */
  sends: (path: string, form: Form & { to?: string }) => Promise<void>;
};

/** The application at other times than now: what is told to it is written down under its own clock. */
export type Workplace = {
  at: (time: Date) => void;
  colleague: (account: { accountId: string; language: Language }) => Promise<Colleague>;
  close: () => Promise<void>;
};

/** What a form keeps of the page on which it stood. */
const HIDDEN = ['version', 'mark', 'seen'];

/** The value of a hidden field of a page. */
export const hiddenIn = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

export async function openWorkplace(context: Context): Promise<Workplace> {
  let now = context.clock();
  const web = await createApp({ ...context, config: { ...context.config, LOG_LEVEL: 'error' }, clock: () => now });
  const secrets: string[] = [];
  return {
    at: (time) => {
      now = time;
    },
    colleague: async ({ accountId, language }) => {
      // Each act has a session of its own, since days may lie between two of them.
      const cookie = async () => {
        const secret = await openSession(context.db, { accountId, device: 'demonstration' }, now);
        secrets.push(secret);
        return `${sessionCookieName(context.config.PUBLIC_URL)}=${secret}`;
      };
      return colleagueOf(web, { accountId, language, cookie });
    },
    close: async () => {
      for (const secret of secrets) await revokeSecret(context.db, secret, context.clock());
      await web.close();
    },
  };
}

type Signed = { accountId: string; language: Language; cookie: () => Promise<string> };

function colleagueOf(web: FastifyInstance, { accountId, language, cookie }: Signed): Colleague {
  const ask = async (method: 'GET' | 'POST', url: string, { form, as }: { form?: Form; as: string }) => {
    const type = form && { 'content-type': 'application/x-www-form-urlencoded' };
    const headers = { accept: 'text/html', cookie: as, ...type };
    return web.inject({ method, url, headers, ...(form && { payload: encoded(form) }) });
  };
  const expects = async (status: number, asked: ReturnType<typeof ask>) => {
    const { statusCode, body, raw } = await asked;
    if (statusCode === status) return body;
    throw new Error(`Demonstration: ${raw.req.method} ${raw.req.url}: ${statusCode} ${problemsIn(body)}`);
  };
  return {
    accountId,
    language,
    reads: async (path) => expects(200, ask('GET', path, { as: await cookie() })),
    previews: async (path, form) => expects(200, ask('POST', path, { form, as: await cookie() })),
    sends: async (path, { to = path, ...form }) => {
      const as = await cookie();
      const before = await expects(200, ask('GET', path, { as }));
      const hidden = Object.fromEntries(HIDDEN.map((name) => [name, hiddenIn(before, name)]));
      await expects(303, ask('POST', to, { form: { ...hidden, ...form }, as }));
    },
  };
}

const encoded = (form: Form): string =>
  new URLSearchParams(
    Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
  ).toString();

/** What the page says is wrong, in plain words. */
const problemsIn = (html: string): string =>
  (/role="alert"[\s\S]*?<\/div>/.exec(html)?.[0] ?? '').replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
