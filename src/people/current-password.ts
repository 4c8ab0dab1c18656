import type { FieldError } from '../site/forms.tsx';
import type { Account } from './account.ts';
import { countAttempt } from './attempt-queries.ts';
import { MY_ACCOUNT_TEXTS } from './my-account-texts.ts';
import { verifyPassword } from './password-hash.ts';
import type { Exchange } from './session-hooks.ts';
import { tooManyAttempts } from './sign-in-attempts.ts';

export type Problem = { errors: FieldError[]; status: number };

/** What is wrong with the current password as typed, if anything: a browser left open must not be enough for what lasts. */
export async function wrongPassword(
  exchange: Exchange,
  account: Pick<Account, 'id' | 'passwordHash'>,
  typed: string,
): Promise<Problem | undefined> {
  const { request, context } = exchange;
  const t = MY_ACCOUNT_TEXTS[request.language];
  const field = 'currentPassword';
  if (typed === '') return { errors: [{ field, message: t.currentMissing }], status: 422 };
  const attempt = { kind: 'current-password-by-account', subject: account.id } as const;
  const counted = await countAttempt(context, [attempt], context.clock());
  if (!counted.ok) return { errors: tooManyAttempts(exchange, counted.refusal.seconds, field), status: 429 };
  if (await verifyPassword(typed, account.passwordHash)) return undefined;
  return { errors: [{ field, message: t.currentWrong }], status: 422 };
}
