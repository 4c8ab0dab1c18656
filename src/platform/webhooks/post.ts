import { lookup as resolve, type LookupAddress } from 'node:dns';
import { request as requestByHttp, type RequestOptions } from 'node:http';
import { request as requestByHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isInnerAddress } from './inner-addresses.ts';

/** Why nothing came back; none of it names anybody or quotes an answer. */
export const POST_PROBLEMS = ['timed-out', 'unknown-host', 'inner-address', 'not-reached', 'certificate'] as const;
export type PostProblem = (typeof POST_PROBLEMS)[number];
export type PostOutcome = { status: number } | { problem: PostProblem };

export type Post = {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
};

export type PostLimits = {
  /** Hosts that may be reached in an inner network, by their names as an address has them. */
  innerHosts: readonly string[];
  timeoutMs: number;
  /** Who vouches for a certificate, beside those that Node knows. */
  ca?: string | undefined;
};

/**
 * Posts a body to a receiver, and answers with the status alone: what it answers is neither read nor kept, and where it points is
 * not followed. Each address that its host has is looked at before one is connected to, so that no name leads inside.
 */
export function post({ url, headers, body }: Post, { innerHosts, timeoutMs, ca }: PostLimits): Promise<PostOutcome> {
  const { protocol, hostname } = new URL(url);
  const host = hostname.replaceAll(/^\[|\]$/g, '');
  const mayBeInner = innerHosts.includes(host);
  // A name is looked at by `lookup`, which an address is not handed to.
  if (isIP(host) !== 0 && isInnerAddress(host) && !mayBeInner) return Promise.resolve({ problem: 'inner-address' });
  const options: RequestOptions & { ca?: string } = {
    method: 'POST',
    headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    lookup: outsideOnly(mayBeInner),
    signal: AbortSignal.timeout(timeoutMs),
    agent: false,
    ...(ca !== undefined && { ca }),
  };
  return new Promise((done) => {
    const request = (protocol === 'https:' ? requestByHttps : requestByHttp)(url, options, (response) => {
      done({ status: response.statusCode ?? 0 });
      response.destroy();
    });
    request.on('error', (error) => done({ problem: problemOf(error) }));
    request.end(body);
  });
}

class LeadsInside extends Error {
  override readonly name = 'LeadsInside';
}

/** Resolves a name as ever, and refuses it where any of its addresses is an inner one. */
const outsideOnly =
  (mayBeInner: boolean): LookupFunction =>
  (hostname, options, answer) =>
    resolve(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      const [first] = addresses ?? [];
      if (error || !first) return answer(error ?? new Error('The name has no address'), '', 0);
      if (!mayBeInner && addresses.some(({ address }) => isInnerAddress(address)))
        return answer(new LeadsInside(), '', 0);
      return options.all ? answer(null, addresses) : answer(null, first.address, first.family);
    });

function problemOf(error: Error): PostProblem {
  if (error instanceof LeadsInside) return 'inner-address';
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'timed-out';
  const code = 'code' in error ? String(error.code) : '';
  if (/^(ENOTFOUND|EAI_)/.test(code)) return 'unknown-host';
  return /CERT|SELF_SIGNED|UNABLE_TO|TLS|SSL|EPROTO/.test(code) ? 'certificate' : 'not-reached';
}
