import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import helmet from 'helmet';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { Config } from './config.ts';
import { noteArrivals } from './arrival.ts';
import { noteUnused } from './unused-connections.ts';
import { isLanguage, type Language } from './language.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** When the request's first byte reached this server; what counts for a deadline. */
    receivedAt: Date;
    /** The language of the address (`/fr/…`), else the reader's choice, else their browser's. */
    language: Language;
  }
}

/** Largest form without files; a full application with long answers is under 300 kB. */
const MAX_FORM_BYTES = 1_000_000;
/** Largest file that a form can bring along. */
export const MAX_FILE_BYTES = 5_000_000;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whose addresses tell something of a person: the log has their pattern alone. */
    discreet?: boolean;
  }
}

/** A request that is refused before any page sees it. `app.ts` explains each kind in the reader's language. */
export class BadRequest extends Error {
  readonly kind: 'cross-site' | 'broken-text';
  readonly statusCode: number;

  constructor(kind: 'cross-site' | 'broken-text') {
    super(kind);
    this.kind = kind;
    this.statusCode = kind === 'cross-site' ? 403 : 400;
  }
}

/** The web server with what every page needs: limits, cookies, forms, security headers, arrival, language. */
export async function createWeb(config: Config, clock: () => Date): Promise<FastifyInstance> {
  const web = Fastify({
    logger: config.LOG_LEVEL === 'silent' ? false : { level: config.LOG_LEVEL, serializers: { req: loggedRequest } },
    trustProxy: config.TRUSTED_PROXIES.length > 0 ? config.TRUSTED_PROXIES : false,
    bodyLimit: MAX_FORM_BYTES,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 100 },
  });
  const arrivalOf = noteArrivals(web.server, clock);
  const closeUnused = noteUnused(web.server);
  web.addHook('preClose', async () => closeUnused());
  web.decorateRequest('receivedAt');
  web.decorateRequest('language', 'en');
  web.addHook('onRequest', async (request) => {
    request.receivedAt = arrivalOf(request.raw);
    request.language = languageOf(request);
    refuseBrokenAddress(request);
    refuseCrossSite(request);
  });
  const secure = securityHeaders(config);
  web.addHook('onRequest', (request, reply, done) => secure(request.raw, reply.raw, () => done()));
  await web.register(cookie);
  await web.register(formbody, { bodyLimit: MAX_FORM_BYTES, parser: parseForm });
  await web.register(multipart, {
    limits: { fileSize: MAX_FILE_BYTES, files: 1, fields: 50, fieldSize: 100_000, parts: 60 },
  });
  return web;
}

/** Made once: a header that is put together anew for each request costs a seventh of a page. */
const securityHeaders = (config: Config) =>
  helmet({
    contentSecurityPolicy: { directives: policy(config) },
    strictTransportSecurity: config.PUBLIC_URL.startsWith('https'),
    // Without a referrer browsers send `Origin: null` with our own forms; other sites are still told nothing.
    referrerPolicy: { policy: 'same-origin' },
  });

/** Scripts and styles come from us alone; nothing inline runs. */
const policy = (config: Config) => ({
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  fontSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
  ...(config.PUBLIC_URL.startsWith('https') ? {} : { upgradeInsecureRequests: null }),
});

type Logged = Pick<FastifyRequest, 'method' | 'url'> & Partial<Pick<FastifyRequest, 'routeOptions'>>;

/** Addresses are logged without their query, those of discreet routes as their pattern, and nothing of the reader. */
export const loggedRequest = ({ method, url, routeOptions }: Logged) => ({
  method,
  path: (routeOptions?.config?.discreet && routeOptions.url) || url.split('?')[0],
});

function languageOf(request: FastifyRequest): Language {
  const [, first = ''] = request.url.split(/[/?]/);
  if (isLanguage(first)) return first;
  const chosen = /(?:^|;\s*)language=([a-z]{2})/.exec(request.headers.cookie ?? '')?.[1] ?? '';
  return isLanguage(chosen) ? chosen : preferredLanguage(request.headers['accept-language'] ?? '');
}

/** The best of our languages for an Accept-Language header (RFC 9110, 12.5.4); English when none is asked for. */
export function preferredLanguage(header: string): Language {
  const wishes = header.split(',').map((wish) => {
    const [tag = '', ...parameters] = wish.trim().split(';');
    const weight = parameters.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find(Boolean);
    return { language: tag.toLowerCase().replace(/-.*/, ''), weight: Number(weight ?? 1) };
  });
  const best = wishes.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight);
  return best.map(({ language }) => language).find(isLanguage) ?? 'en';
}

/** NUL in an address, as in a form, is no text that could be kept or looked for. */
function refuseBrokenAddress({ url }: FastifyRequest): void {
  if (/%00/.test(url)) throw new BadRequest('broken-text');
}

/**
 * Another site's page cannot act in our user's name: browsers say where a form comes from (Sec-Fetch-Site, else Origin).
 * Needs no token in the form, so a form never goes stale. SameSite cookies are the second lock.
 */
function refuseCrossSite(request: FastifyRequest): void {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site === 'same-origin' || site === 'none') return;
  const { origin } = request.headers;
  if (site === undefined && origin === undefined) return;
  if (site === undefined && origin !== undefined && URL.canParse(origin) && new URL(origin).host === request.host)
    return;
  throw new BadRequest('cross-site');
}

/** A form's fields; a name that comes more than once is a list. Broken UTF-8 and NUL are refused: they cannot be kept. */
export function parseForm(text: string): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = Object.create(null) as Record<string, string | string[]>;
  for (const [name, value] of new URLSearchParams(text)) {
    if (/[\0\uFFFD]/.test(name + value)) throw new BadRequest('broken-text');
    const before = fields[name];
    if (before === undefined) fields[name] = value;
    else fields[name] = Array.isArray(before) ? [...before, value] : [before, value];
  }
  return fields;
}
