import { wordingOf, type Requirement } from '../../applications/answers.ts';
import { CAREER_STEPS } from '../../applications/career/career-gaps.ts';
import type { ReceiptContent } from '../../applications/submission/receipt.ts';
import { PART_FIELDS, valueIn, type Entry, type FieldKind } from '../../people/profile/profile.ts';
import { maskFor, uncovered, type Segment } from '../masking/masking.ts';
import { identityOf, type Authored } from '../masking/identity.ts';

/** What an applicant wrote in answer to a requirement; `other`: to an earlier wording of it. */
export type Statement = { text: string; other: boolean; entries: string[] };

/** The answer to a requirement, found by its wording; where that was corrected since, by its place. */
export function statementFor(
  { kind, number, text }: Requirement,
  { requirements }: Pick<ReceiptContent, 'requirements'>,
): Statement {
  const ofKind = requirements.filter((answered) => answered.kind === kind);
  const same = ofKind.find(({ requirement }) => wordingOf(requirement) === wordingOf(text));
  const found = same ?? ofKind.find((answered) => answered.number === number);
  return { text: found?.answer ?? '', other: !same && found !== undefined, entries: found?.evidence ?? [] };
}

const FREE: readonly FieldKind[] = ['line', 'lines'];
/** Where a text of an application stands on the pages of a screener. */
export const statementPlace = (key: string) => `statement:${key}`;
export const entryPlace = (step: string, id: string, field: string) => `${step}:${id}:${field}`;
export const answerPlace = (code: string) => `question:${code}`;
export const detailsPlace = (code: string) => `details:${code}`;
export const reasonPlace = (code: string) => `reason:${code}`;

type Written = { place: string; text: string };

/** Every text that the applicant wrote in their own words, with its place. */
export function textsOf(content: ReceiptContent, requirements: readonly Requirement[]): Written[] {
  return [
    ...requirements.map((one) => ({ place: statementPlace(one.key), text: statementFor(one, content).text })),
    ...CAREER_STEPS.flatMap((step) => (content[step] ?? []).flatMap((entry) => fieldsOf(step, entry))),
    ...(content.questions ?? []).flatMap(({ code, kind, answer, details = '', exception }) => [
      { place: answerPlace(code), text: kind === 'text' || kind === 'date' ? (answer[0] ?? '') : '' },
      { place: detailsPlace(code), text: details },
      { place: reasonPlace(code), text: exception?.reason ?? '' },
    ]),
    { place: reasonPlace(''), text: content.identity.exception ?? '' },
  ].filter(({ text }) => text !== '');
}

const fieldsOf = (step: 'education' | 'experience', entry: Entry): Written[] =>
  Object.entries(PART_FIELDS[step]).flatMap(([field, { kind }]) =>
    FREE.includes(kind) ? [{ place: entryPlace(step, entry.id, field), text: valueIn(entry, field) }] : [],
  );

/** Texts by their place, in what of them is shown and what is covered. */
export type ShownTexts = ReadonlyMap<string, Segment[]>;
export type Showing = { screened: Authored; anonymous: boolean; revealed: ReadonlySet<string> };

/** Shows texts to a screener: whole, or covered where they tell who wrote them, but for what was uncovered. */
export function showTexts(texts: readonly Written[], { screened, anonymous, revealed }: Showing): ShownTexts {
  if (!anonymous) return new Map(texts.map(({ place, text }) => [place, [{ kind: 'plain', text }]]));
  const mask = maskFor(identityOf(screened));
  const secret = screened.id;
  return new Map(texts.map(({ place, text }) => [place, uncovered(mask(text, { place, secret }), revealed)]));
}

/** What a covered passage of these texts tells of, by its key. */
export const coveredBy = (shown: ShownTexts, key: string) =>
  [...shown.values()].flat().flatMap((part) => (part.kind === 'masked' && part.key === key ? [part.what] : []))[0];
