import { fieldsOf, valueOf } from '../../applications/drafting/draft.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { readInstant, shownInstant } from '../invitations/schedule-form.ts';
import { CHARACTERS, MINUTES, type TestSettings } from './written-test.ts';

/** The form of a written test, by the names of its fields. */
export type TestForm = Readonly<Record<string, string>>;
export type FormProblem = { field: string; kind: 'wrongMinutes' | 'wrongCharacters' | 'wrongDate' | 'wrongTime' };

const NAMES = ['minutes', 'max-characters', 'by-number', 'version'];
const PARTS = ['day', 'month', 'year', 'time'];

export function readTestForm(body: unknown): TestForm {
  const fields = fieldsOf(body);
  const names = [...NAMES, ...['opens', 'closes'].flatMap((name) => PARTS.map((part) => `${name}-${part}`))];
  return Object.fromEntries(names.map((name) => [name, valueOf(fields, name).trim().slice(0, 100)]));
}

/** The form of a test as it is set or, where there is none yet, as it is set most often. */
export const formOfTest = (test: TestSettings | undefined, zone: string): TestForm =>
  test
    ? {
        minutes: String(test.minutes),
        'max-characters': String(test.maxCharacters),
        'by-number': test.byNumber ? 'yes' : '',
        ...shownInstant('opens', test.opensAt, zone),
        ...shownInstant('closes', test.closesAt, zone),
      }
    : { minutes: '', 'max-characters': String(CHARACTERS.usual), 'by-number': 'yes' };

/** What a form says, in the zone of the deadline, and what of it is wrong. */
export function settingsIn(form: TestForm, zone: string): Result<TestSettings, FormProblem[]> {
  const minutes = numberIn(form['minutes'], MINUTES);
  const maxCharacters = numberIn(form['max-characters'], CHARACTERS);
  const opens = readInstant(form, 'opens', zone);
  const closes = readInstant(form, 'closes', zone);
  const problems: FormProblem[] = [
    ...(minutes === undefined ? [{ field: 'minutes', kind: 'wrongMinutes' } as const] : []),
    ...[opens, closes].flatMap((read) => (read.ok ? [] : [instantProblem(read.refusal)])),
    ...(maxCharacters === undefined ? [{ field: 'max-characters', kind: 'wrongCharacters' } as const] : []),
  ];
  if (minutes === undefined || maxCharacters === undefined || !opens.ok || !closes.ok) return refuse(problems);
  const byNumber = form['by-number'] === 'yes';
  return ok({ minutes, maxCharacters, opensAt: opens.value, closesAt: closes.value, byNumber });
}

/** The form of the time in which one candidate may begin anew: its fields bear the number, since a page may have several. */
export function readWindowForm(body: unknown, number: string): TestForm {
  const fields = fieldsOf(body);
  const names = ['version', ...['opens', 'closes'].flatMap((name) => PARTS.map((part) => `${name}-${number}-${part}`))];
  return Object.fromEntries(names.map((name) => [name, valueOf(fields, name).trim().slice(0, 100)]));
}

/** What it says, in the zone of the deadline, and what of it is wrong. */
export function windowIn(
  form: TestForm,
  number: string,
  zone: string,
): Result<Pick<TestSettings, 'opensAt' | 'closesAt'>, FormProblem[]> {
  const opens = readInstant(form, `opens-${number}`, zone);
  const closes = readInstant(form, `closes-${number}`, zone);
  if (opens.ok && closes.ok) return ok({ opensAt: opens.value, closesAt: closes.value });
  return refuse([opens, closes].flatMap((read) => (read.ok ? [] : [instantProblem(read.refusal)])));
}

const instantProblem = ({ field, kind }: { field: string; kind: string }): FormProblem => ({
  field,
  kind: kind === 'date' ? 'wrongDate' : 'wrongTime',
});

function numberIn(typed: string | undefined, { least, most }: { least: number; most: number }): number | undefined {
  const value = /^\d{1,5}$/.test(typed ?? '') ? Number(typed) : -1;
  return value >= least && value <= most ? value : undefined;
}
