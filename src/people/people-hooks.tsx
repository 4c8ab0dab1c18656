import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from './context.ts';
import { keepForm } from './kept-form.ts';
import { localAddress } from './local-address.ts';
import { page, pageContext } from './page.ts';
import { proveToContinue } from './second-factor/second-step-routes.tsx';
import { sessionHooks } from './session-hooks.ts';
import { sessionCookieName } from './session.ts';
import { SignInPage } from './sign-in-pages.tsx';

/** What every request and reply gains from `people/`. Once for the whole server, after the cookies. */
export function peopleHooks(web: FastifyInstance, context: Context): void {
  sessionHooks(web, context);
  web.decorateRequest('unread', 0);
  web.decorateReply('signInToContinue', function signInToContinue(this: FastifyReply, request: FastifyRequest) {
    this.header('cache-control', 'no-store');
    return page(this, <SignInToContinue {...{ request, context }} />, 401);
  });
  web.decorateReply('proveToContinue', function prove(this: FastifyReply, request: FastifyRequest) {
    const kept = isForm(request) ? keepForm(request.url, request.body) : undefined;
    return proveToContinue({ request, reply: this, context }, { back: kept?.address ?? cameFrom(request), kept });
  });
}

/** The sign-in page with what was being sent in it; a file cannot be, so the way leads back to where it was chosen. */
function SignInToContinue({ request, context }: { request: FastifyRequest; context: Context }) {
  const shown = pageContext(request, context);
  const wasSignedIn = request.cookies[sessionCookieName(context.config.PUBLIC_URL)] !== undefined;
  const kept = isForm(request) ? keepForm(request.url, request.body) : undefined;
  if (kept) return <SignInPage page={shown} kept={kept} ended="form" wasSignedIn={wasSignedIn} />;
  return (
    <SignInPage
      page={shown}
      back={cameFrom(request)}
      ended={isForm(request) ? undefined : 'file'}
      wasSignedIn={wasSignedIn}
    />
  );
}

const isForm = (request: FastifyRequest): boolean =>
  request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;

/** The page of ours that the form stood on, where the browser says so. */
function cameFrom(request: FastifyRequest): string | undefined {
  const { referer } = request.headers;
  if (!referer || !URL.canParse(referer)) return undefined;
  const { host, pathname, search } = new URL(referer);
  return host === request.host ? localAddress(pathname + search) : undefined;
}
