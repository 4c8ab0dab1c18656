import { execFileSync } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { VNode } from 'preact';
import { siteAssets } from './assets.ts';
import { renderPage } from './render.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

type Served = {
  /** Each by its path, made for the query of its address. */
  pages: Record<string, (query: URLSearchParams) => VNode>;
  post?: (request: IncomingMessage, reply: ServerResponse) => void;
};

/** A server of nothing but pages and what they refer to, under the policy of the real one; its address and its end. */
export async function serveSite({ pages, post }: Served): Promise<{ address: string; close: () => void }> {
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.browser.json'], { cwd: ROOT });
  const server = createServer((request, reply) => {
    const { pathname: path, searchParams } = new URL(request.url ?? '/', 'http://site');
    const asset = siteAssets().get(path);
    const page = pages[path];
    reply.setHeader('content-security-policy', "default-src 'self'");
    if (request.method === 'POST' && post) return post(request, reply);
    if (asset) return reply.writeHead(200, { 'content-type': asset.type }).end(asset.body);
    if (page)
      return reply.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(renderPage(page(searchParams)));
    return reply.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
