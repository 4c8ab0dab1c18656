import type { FastifyReply } from 'fastify';
import type { Db } from '../schema.ts';
import { forgetAttempts } from './attempt-queries.ts';
import type { KeptForm } from './kept-form.ts';
import { landing } from './landing.ts';
import { page, pageContext } from './page.ts';
import { ownGuesses } from './sign-in-attempts.ts';
import { SignedInAgainPage } from './sign-in-pages.tsx';
import { startSession, type Exchange, type SignIn } from './session-hooks.ts';

/** Where somebody was going, and the form they were sending. */
export type Carried = { back: string | undefined; kept: KeptForm | undefined };

/** Opens the session of somebody who has shown who they are; guesses of others no longer count. */
export async function letIn(exchange: Exchange, person: SignIn & { email: string }, db: Db): Promise<void> {
  const { secret } = exchange.context;
  await forgetAttempts({ db, secret }, [
    ...ownGuesses(person.email),
    { kind: 'second-factor-by-account', subject: person.accountId },
  ]);
  await startSession(exchange, person, db);
}

/** On to where they were going, or to the form that was kept, one press from being sent. */
export function goOn({ request, reply, context }: Exchange, { back, kept }: Carried): FastifyReply {
  if (kept) return page(reply, <SignedInAgainPage page={pageContext(request, context)} kept={kept} />);
  return reply.redirect(back ?? landing(request.actor, request.language), 303);
}
