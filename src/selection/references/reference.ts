import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { readAddress } from '../../people/email-address.ts';
import { isLanguage, type Language, type Translated } from '../../platform/language.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { PlanStatus, StageItem } from '../plan/stage-plan.ts';

export type RefereeStatus = 'named' | 'asked' | 'given' | 'declined';

/** Somebody whom a candidate names: nobody writes to them before the candidate agrees and the stage is open. */
export type Referee = {
  id: string;
  name: string;
  email: string;
  relation: string;
  language: Language;
  status: RefereeStatus;
  askedAt: Date | null;
  answeredAt: Date | null;
  declineWord: string;
  version: number;
};

/** More than these are hardly meant, and each may be written to. */
export const MOST_REFEREES = 6;
export const MAX_LINE = 200;
export const MAX_TEXT = 4000;

export type RefereeForm = Record<'name' | 'email' | 'relation' | 'language', string>;
export type NewReferee = Pick<Referee, 'name' | 'email' | 'relation' | 'language'>;

export type NamingProblem = {
  field: keyof RefereeForm;
  kind: 'name-missing' | 'address-invalid' | 'own-address' | 'already-named' | 'relation-missing' | 'language-missing';
};
export type ReferenceRefusal = { kind: 'too-many' | 'not-open' | 'consent-missing' | 'not-named' | 'not-asked' };

type Naming = { referees: readonly Referee[]; ownEmail: string };

/** What is wrong with naming somebody, or the person as they are to be kept. Naming asks nobody anything. */
export function nameReferee(form: RefereeForm, { referees, ownEmail }: Naming): Result<NewReferee, NamingProblem[]> {
  const name = form.name.trim().slice(0, MAX_LINE);
  const relation = form.relation.trim().slice(0, MAX_LINE);
  const email = readAddress(form.email);
  const { language } = form;
  const problems: NamingProblem[] = [
    ...(name === '' ? [{ field: 'name', kind: 'name-missing' } as const] : []),
    ...addressProblems(email, { referees, ownEmail }),
    ...(relation === '' ? [{ field: 'relation', kind: 'relation-missing' } as const] : []),
    ...(isLanguage(language) ? [] : [{ field: 'language', kind: 'language-missing' } as const]),
  ];
  if (problems.length > 0 || email === undefined || !isLanguage(language)) return refuse(problems);
  return ok({ name, email, relation, language });
}

function addressProblems(email: string | undefined, { referees, ownEmail }: Naming): NamingProblem[] {
  if (email === undefined) return [{ field: 'email', kind: 'address-invalid' }];
  if (email === ownEmail) return [{ field: 'email', kind: 'own-address' }];
  return referees.some((one) => one.email === email) ? [{ field: 'email', kind: 'already-named' }] : [];
}

/** Whether one more may be named. */
export const mayName = (referees: readonly Referee[], stage: PlanStatus): Result<undefined, ReferenceRefusal> => {
  if (stage === 'closed') return refuse({ kind: 'not-open' });
  return referees.length >= MOST_REFEREES ? refuse({ kind: 'too-many' }) : ok(undefined);
};

type Asking = { stage: PlanStatus; consent: boolean; now: Date };

/** A referee is asked once the stage is open and the candidate has agreed to it, for this one person. */
export function ask(referee: Referee, { stage, consent, now }: Asking): Result<Referee, ReferenceRefusal> {
  if (referee.status !== 'named') return refuse({ kind: 'not-named' });
  if (stage !== 'open') return refuse({ kind: 'not-open' });
  if (!consent) return refuse({ kind: 'consent-missing' });
  return ok({ ...referee, status: 'asked', askedAt: now, version: referee.version + 1 });
}

/** The candidate takes their consent back: as long as nothing was given, and the link opens nothing any more. */
export function takeBack(referee: Referee): Result<Referee, ReferenceRefusal> {
  if (referee.status !== 'asked') return refuse({ kind: 'not-asked' });
  return ok({ ...referee, status: 'named', askedAt: null, version: referee.version + 1 });
}

/**
 * The secret of a referee's link, told again with each reminder: made of the installation's key, the referee and the
 * instant they were asked, so that asking anew makes another. The database keeps its hash alone.
 */
export const referenceToken = ({ id, askedAt }: { id: string; askedAt: Date }, secret: string): string =>
  createHmac('sha256', secret).update(`reference\n${id}\n${askedAt.toISOString()}`).digest('base64url');

/** A competency of the notice, as a referee is asked about it. */
export type Asked = Pick<StageItem, 'key' | 'text'>;

export const answersSchema = z.object({
  know: z.string().catch(''),
  from: z.string().catch(''),
  to: z.string().catch(''),
  other: z.string().catch(''),
  items: z.record(z.string(), z.string()).catch({}),
});
/** What a referee has typed so far. */
export type Answers = z.infer<typeof answersSchema>;
export const NO_ANSWERS: Answers = { know: '', from: '', to: '', other: '', items: {} };

export const givenSchema = z.object({
  know: z.string(),
  from: z.string(),
  to: z.string(),
  other: z.string(),
  items: z.array(z.object({ text: z.record(z.string(), z.string()), answer: z.string() })),
});
/** What was given, with the wording that it answers. */
export type Given = z.infer<typeof givenSchema>;

export type GivingProblem = { field: string; kind: 'know-missing' | 'nothing-said' };

/** What is sent: how the referee knows the person, and at least one competency; what is left empty is not judged. */
export function give(answers: Answers, asked: readonly Asked[]): Result<Given, GivingProblem[]> {
  const [first] = asked;
  const items = asked.map(({ key, text }) => ({ text: wordsOf(text), answer: (answers.items[key] ?? '').trim() }));
  const saysNothing = answers.other.trim() === '' && items.every(({ answer }) => answer === '');
  const problems: GivingProblem[] = [
    ...(answers.know.trim() === '' ? [{ field: 'know', kind: 'know-missing' } as const] : []),
    ...(saysNothing ? [{ field: first ? `item-${first.key}` : 'other', kind: 'nothing-said' } as const] : []),
  ];
  if (problems.length > 0) return refuse(problems);
  const { know, from, to, other } = answers;
  return ok({ know: know.trim(), from: from.trim(), to: to.trim(), other: other.trim(), items });
}

const wordsOf = (text: Translated): Record<string, string> =>
  Object.fromEntries(Object.entries(text).filter((entry): entry is [string, string] => entry[1] !== undefined));

/** The answers as a form brings them; a text is cut at its length, never refused. */
export function readAnswers(fields: Readonly<Record<string, string>>, asked: readonly Asked[]): Answers {
  const text = (name: string, max: number) => (fields[name] ?? '').replaceAll(/\r\n?/g, '\n').slice(0, max);
  return {
    know: text('know', MAX_TEXT),
    from: text('from', MAX_LINE),
    to: text('to', MAX_LINE),
    other: text('other', MAX_TEXT),
    items: Object.fromEntries(asked.map(({ key }) => [key, text(`item-${key}`, MAX_TEXT)])),
  };
}
