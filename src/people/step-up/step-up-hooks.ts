import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Account } from '../account.ts';
import { countAttempt } from '../attempt-queries.ts';
import { wrongPassword, type Problem } from '../current-password.ts';
import { keepForm } from '../kept-form.ts';
import { askedOf, beginOutside, outsideOf } from '../outside/outside-hooks.ts';
import { optionsToAnswer } from '../passkeys/passkey.ts';
import { secondFactorsOf, useCode, useRecoveryCode } from '../second-factor/second-factor-queries.ts';
import type { Exchange } from '../session-hooks.ts';
import { tooManyAttempts } from '../sign-in-attempts.ts';
import { beginStep, finishStep } from '../sign-in-step-hooks.ts';
import { fieldsOf, typed } from '../typed.ts';
import { STEP_UP_TEXTS } from './step-up-texts.ts';
import {
  challengeOf,
  ELSEWHERE,
  ownFields,
  statementOf,
  STEP_UP_MEANS,
  type Elsewhere,
  type Offered,
  type Proof,
} from './step-up.ts';

const FORM = z.object({ 'step-up': typed, currentPassword: typed, currentCode: typed });

/** What this browser is in the middle of showing, and the form that waits for it. */
export const STEP_UP_DETAILS = z.object({
  address: z.string(),
  fields: z.array(z.tuple([z.string(), z.string()])),
  bound: z.string(),
  statement: z.string(),
  options: z.looseObject({}).optional(),
  proof: z.object({ means: z.enum(STEP_UP_MEANS), evidence: z.record(z.string(), z.unknown()).nullable() }).optional(),
});
export type StepUpDetails = z.infer<typeof STEP_UP_DETAILS>;

export type Wish = {
  /** The SHA-256 of what is signed, where something is: what was shown for another content is good for nothing. */
  bound?: string;
  /** Whether the code of an app goes with the password, where the account has one. */
  strict?: boolean;
};

export type SteppedUp =
  | { kind: 'proved'; proof: Proof }
  | { kind: 'refused'; problem: Problem }
  /** To be shown elsewhere first; the form waits there. */
  | { kind: 'elsewhere'; address: string };

/** By what somebody who is signed in can show once more who they are. */
export async function offeredTo(
  exchange: Exchange,
  account: Pick<Account, 'id' | 'passwordIsKnown'>,
  { strict = false }: Wish = {},
): Promise<Offered> {
  const { authenticatorSince, passkeys } = await secondFactorsOf(exchange.context.db, account.id);
  const outside = await outsideOf(exchange);
  const passkey = passkeys.length > 0;
  const provider = outside?.linked ? outside.name : undefined;
  const password = account.passwordIsKnown || (!passkey && provider === undefined);
  return { password, code: strict && authenticatorSince !== null, passkey, provider };
}

/**
 * Asks somebody who is signed in to show once more who they are, before something that lasts: by what they typed into the form, or
 * by what they have shown elsewhere for just this form.
 */
export async function stepUp(exchange: Exchange, account: Account, wish: Wish = {}): Promise<SteppedUp> {
  const { request } = exchange;
  const form = FORM.parse(fieldsOf(request.body));
  const offered = await offeredTo(exchange, account, wish);
  const by = form['step-up'];
  if (by === 'proved') return takeProof(exchange, account, wish);
  const elsewhere = ELSEWHERE.find((known) => known === by);
  if (elsewhere && offered[elsewhere]) return goElsewhere(exchange, account, { ...wish, by: elsewhere });
  const several = offered.passkey || offered.provider !== undefined;
  if (several && by === '' && form.currentPassword === '') return refused(exchange, 'choose', 'step-up');
  const problem = await wrongPassword(exchange, account, form.currentPassword);
  if (problem) return { kind: 'refused', problem };
  if (!offered.code) return { kind: 'proved', proof: { means: 'password', evidence: null } };
  const wrong = await wrongCode(exchange, account, form.currentCode);
  return wrong
    ? { kind: 'refused', problem: wrong }
    : { kind: 'proved', proof: { means: 'password-and-code', evidence: null } };
}

const problemOf = (
  { request }: Exchange,
  kind: 'choose' | 'gone' | 'codeMissing' | 'codeWrong',
  field: string,
): Problem => ({
  errors: [{ field, message: STEP_UP_TEXTS[request.language][kind] }],
  status: 422,
});
const refused = (exchange: Exchange, kind: 'choose' | 'gone', field: string): SteppedUp => ({
  kind: 'refused',
  problem: problemOf(exchange, kind, field),
});

async function wrongCode(exchange: Exchange, { id: accountId }: Account, code: string): Promise<Problem | undefined> {
  const { context } = exchange;
  if (code.trim() === '') return problemOf(exchange, 'codeMissing', 'currentCode');
  const counted = await countAttempt(
    context,
    [{ kind: 'second-factor-by-account', subject: accountId }],
    context.clock(),
  );
  if (!counted.ok) return { errors: tooManyAttempts(exchange, counted.refusal.seconds, 'currentCode'), status: 429 };
  const keyed = { db: context.db, secret: context.secret };
  const shown = { accountId, code };
  const right =
    (await useCode(keyed, shown, context.clock())) || (await useRecoveryCode(keyed, shown, context.clock()));
  return right ? undefined : problemOf(exchange, 'codeWrong', 'currentCode');
}

const addressOf = ({ request }: Exchange): string => request.url.split('?')[0] ?? '';

/**
 * Without what was typed of a password: it would stand in a row and in a page. Undefined where another field is named like one: such
 * a form cannot wait, and an answer that holds nothing of it would be good for any.
 */
const fieldsIn = ({ request }: Exchange, address: string): [string, string][] | undefined => {
  const { currentPassword: _, currentCode: __, ...body } = fieldsOf(request.body) as Record<string, unknown>;
  const kept = keepForm(address, body);
  return kept && ownFields(kept.fields);
};

async function goElsewhere(exchange: Exchange, account: Account, wish: Wish & { by: Elsewhere }): Promise<SteppedUp> {
  const { request, context } = exchange;
  const address = addressOf(exchange);
  const fields = fieldsIn(exchange, address);
  if (!fields) return refused(exchange, 'gone', 'step-up');
  const bound = wish.bound ?? '';
  const statement = statementOf({ address, fields, bound, nonce: randomBytes(16).toString('base64url') });
  const challenge = challengeOf(statement);
  const details: StepUpDetails = { address, fields, bound, statement };
  if (wish.by === 'passkey') {
    const { passkeys } = await secondFactorsOf(context.db, account.id);
    const among = passkeys.map(({ id }) => id);
    details.options = { ...(await optionsToAnswer(context.config.PUBLIC_URL, among, challenge)) };
  }
  await beginStep(exchange, { purpose: 'step-up', accountId: account.id, details }, context.db);
  if (wish.by === 'passkey') return { kind: 'elsewhere', address: `/${request.language}/my/account/step-up` };
  const asked = askedOf(exchange);
  const again = { nonce: challenge.toString('base64url') };
  const to = asked && (await beginOutside(exchange, asked, { back: undefined, linking: true, again }));
  return to === undefined ? refused(exchange, 'gone', 'step-up') : { kind: 'elsewhere', address: to };
}

/** What was shown elsewhere, used up: it is good for this form, this account and this content, once. */
async function takeProof(exchange: Exchange, account: Account, { bound = '' }: Wish): Promise<SteppedUp> {
  const step = await finishStep(exchange, 'step-up', exchange.context.db);
  const read = STEP_UP_DETAILS.safeParse(step?.details);
  const address = addressOf(exchange);
  const fields = fieldsIn(exchange, address);
  const sorted = (list: [string, string][]) => JSON.stringify(list.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  if (
    step?.accountId !== account.id ||
    !read.success ||
    !fields ||
    !read.data.proof ||
    read.data.address !== address ||
    read.data.bound !== bound ||
    sorted(read.data.fields) !== sorted(fields)
  )
    return refused(exchange, 'gone', 'step-up');
  return { kind: 'proved', proof: read.data.proof };
}
