import { readFileSync } from 'node:fs';
import type { RequestListener, Server } from 'node:http';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SCRIPT = '/testing/axe.js';
/** A page with nothing on it, for what is to be looked at in a place of its own. */
export const EMPTY_PAGE = '/testing/empty';

const SERVED: Record<string, { type: string; body: string }> = {
  [SCRIPT]: { type: 'text/javascript', body: AXE },
  [EMPTY_PAGE]: { type: 'text/html', body: '<!doctype html><title>empty</title>' },
};

const origins = new Set<string>();

/** Lets a server give out axe beside its own pages: a browser keeps what it has compiled of a file, never of a text. */
export function serveAxe(server: Server, origin: string): void {
  const [own] = server.listeners('request') as RequestListener[];
  if (!own) throw new Error('Only a server that already answers can serve axe as well.');
  server.removeListener('request', own);
  server.on('request', (request, response) => {
    const served = SERVED[request.url ?? ''];
    if (!served) return own(request, response);
    response.writeHead(200, { 'content-type': `${served.type}; charset=utf-8`, 'cache-control': 'max-age=3600' });
    response.end(served.body);
  });
  origins.add(origin);
}

export const servesAxe = (page: Page): boolean => origins.has(new URL(page.url()).origin);

/** Brings axe into a page: from its own server where that has it, else as a text, which takes four times as long. */
export async function loadAxe(page: Page): Promise<void> {
  if (await page.evaluate<boolean>("typeof axe === 'object'")) return;
  await page.evaluate(servesAxe(page) ? FROM_ITS_SERVER : AXE);
}

const FROM_ITS_SERVER = `new Promise((resolve, reject) => {
  const script = document.createElement('script');
  script.src = '${SCRIPT}';
  script.onload = () => resolve(script.remove());
  script.onerror = () => reject(new Error('axe was not loaded'));
  document.head.append(script);
})`;
