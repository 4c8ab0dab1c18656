import { documentText } from '../../platform/pdf/document-text.ts';
import { filesOf } from '../../reports/record/testing/files-testing.ts';
import type { Answer } from '../../testing.ts';
import { wordFor, type Part } from './role-competition-testing.ts';
import type { Who } from './role-people-testing.ts';
import type { Competition } from './role-world-testing.ts';

/*
 * Who may come to know what of a competition, written down from what the roles are for, and not from the permissions of the
 * product: the words of each kind are looked for in whatever anybody is answered.
 */
type Rule = {
  kind: string;
  about: readonly Part[];
  /** Of those who have something to do with the competition itself. */
  there: readonly Who[];
  /** By a role of the house, in every competition in which they neither apply nor screen. */
  house: readonly Who[];
};

const HR: readonly Who[] = ['recruiter', 'manager'];
const HR_AND_AUDIT: readonly Who[] = [...HR, 'auditor'];
const JUDGES: readonly Who[] = ['chair', 'member', 'recused', 'acting'];
const JUDGES_OF_BARRED: readonly Who[] = ['chair', 'member', 'acting'];
const SCREENERS: readonly Who[] = ['first-screener', 'second-screener'];
const READERS: readonly Who[] = ['secretary', 'observer', 'authority'];
const INVITED: readonly Part[] = ['agreed', 'half-scored', 'barred'];
const ALL: readonly Part[] = [...INVITED, 'differing', 'reviewed', 'half-screened'];

/** Each rule gives; what none gives is for nobody. */
const RULES: readonly Rule[] = [
  // Who they are: for those who run the competition, and for a panel of those whom it meets.
  { kind: 'identity', about: ALL, there: [], house: HR_AND_AUDIT },
  { kind: 'identity', about: INVITED, there: [...JUDGES, ...READERS], house: [] },
  { kind: 'identity', about: ['agreed'], there: ['applicant'], house: ['accommodation-officer'] },
  { kind: 'identity', about: ['half-scored'], there: ['referee'], house: [] },
  { kind: 'identity', about: ['reviewed'], there: ['reviewer'], house: [] },
  // What they wrote to apply: screeners read it without knowing whose it is.
  ...['statement', 'letter'].flatMap((kind): Rule[] => [
    { kind, about: ALL, there: SCREENERS, house: HR_AND_AUDIT },
    { kind, about: ['agreed'], there: ['applicant'], house: [] },
    { kind, about: ['reviewed'], there: ['reviewer'], house: [] },
  ]),
  // What a screener found: for the other, and those who arrange, once both have signed.
  { kind: 'firstfinding', about: ['half-screened'], there: ['first-screener'], house: [] },
  { kind: 'secondfinding', about: ['differing'], there: SCREENERS, house: HR_AND_AUDIT },
  // How each of the panel scored: for the others once all of it have; never for who is recused.
  ...['chairnote', 'membernote', 'actingnote'].flatMap((kind): Rule[] => [
    { kind, about: ['agreed'], there: [...JUDGES, ...READERS], house: HR_AND_AUDIT },
    { kind, about: ['barred'], there: [...JUDGES_OF_BARRED, ...READERS], house: HR_AND_AUDIT },
  ]),
  { kind: 'recusednote', about: ['agreed'], there: [...JUDGES, ...READERS], house: HR_AND_AUDIT },
  { kind: 'chairnote', about: ['half-scored'], there: ['chair'], house: [] },
  { kind: 'membernote', about: ['half-scored'], there: ['member'], house: [] },
  { kind: 'agreednote', about: ['agreed'], there: [...JUDGES, ...READERS], house: HR_AND_AUDIT },
  { kind: 'agreednote', about: ['barred'], there: [...JUDGES_OF_BARRED, ...READERS], house: HR_AND_AUDIT },
  { kind: 'paper', about: ['agreed'], there: [...JUDGES, 'secretary', 'applicant'], house: [] },
  { kind: 'paper', about: ['barred'], there: [...JUDGES_OF_BARRED, 'secretary'], house: [] },
  { kind: 'reference', about: ['agreed'], there: [...JUDGES, 'secretary'], house: [] },
  { kind: 'reference', about: ['barred'], there: [...JUDGES_OF_BARRED, 'secretary'], house: [] },
  { kind: 'refereename', about: ['agreed'], there: [...JUDGES, 'secretary', 'applicant'], house: [] },
  { kind: 'refereename', about: ['barred'], there: [...JUDGES_OF_BARRED, 'secretary'], house: [] },
  { kind: 'refereename', about: ['half-scored'], there: [...JUDGES, 'secretary', 'referee'], house: [] },
  // The report under signature: for its panel and those who run the competition; not yet for who decides on it.
  { kind: 'why', about: ['agreed'], there: [...JUDGES, 'secretary', 'observer'], house: HR_AND_AUDIT },
  { kind: 'why', about: ['barred'], there: [...JUDGES_OF_BARRED, 'secretary', 'observer'], house: HR_AND_AUDIT },
  // What they wrote to those who arrange, and to nobody who judges.
  { kind: 'request', about: ['agreed'], there: ['secretary', 'applicant'], house: HR_AND_AUDIT },
  { kind: 'staffmessage', about: ['agreed'], there: ['applicant'], house: HR_AND_AUDIT },
  { kind: 'ownmessage', about: ['agreed'], there: ['applicant'], house: HR_AND_AUDIT },
  { kind: 'accommodation', about: ['agreed'], there: ['applicant'], house: ['accommodation-officer'] },
  { kind: 'evidence', about: ['agreed'], there: ['applicant'], house: ['accommodation-officer'] },
  { kind: 'integrityanswer', about: ['agreed'], there: ['applicant'], house: HR_AND_AUDIT },
  // What is declared is read by all who work there, and by none who may not know whom it is about.
  { kind: 'conflict', about: ['barred'], there: [...JUDGES, ...READERS], house: HR_AND_AUDIT },
  { kind: 'review', about: ['reviewed'], there: ['reviewer'], house: HR_AND_AUDIT },
];

export type Secret = { kind: string; part: Part; words: string[]; mayKnow: ReadonlySet<Who> };

/** By a role of the house, in a competition that is not theirs to apply or to screen in. */
const LIKE_RECRUITERS: readonly Who[] = ['recruiter-who-applies', 'recruiter-who-screens'];

/** All that is looked for of one competition; in that of others nobody is there but who applied. */
export function secretsOf(competition: Competition, { isOwn }: { isOwn: boolean }): Secret[] {
  const secrets = new Map<string, Secret>();
  for (const { kind, about, there, house } of RULES)
    for (const part of about) {
      const before = secrets.get(`${kind} ${part}`)?.mayKnow ?? [];
      const also = !isOwn && house.includes('recruiter') ? LIKE_RECRUITERS : [];
      const elsewhere = there.flatMap((who): Who[] =>
        who === 'applicant' ? ['applicant-elsewhere'] : who === 'referee' ? [who] : [],
      );
      const mayKnow = new Set<Who>([...before, ...house, ...also, ...(isOwn ? there : elsewhere)]);
      const words = kind === 'identity' ? competition.candidates[part].telling : [wordFor(kind, competition, part)];
      secrets.set(`${kind} ${part}`, { kind, part, words: words.map((word) => word.toLowerCase()), mayKnow });
    }
  return [...secrets.values()];
}

export const nameOf = ({ kind, part }: Secret) => `${kind} of ${part}`;

/** All that somebody is answered, in one text: the page, the headers with the names of files, what is packed in an archive. */
export async function everythingIn({ status, text, headers, body }: Answer): Promise<string> {
  const told = `${JSON.stringify(headers)}\n${text}`;
  const type = String(headers['content-type']);
  if (status !== 200 || /^text\/|json|calendar/.test(type)) return told.toLowerCase();
  return `${told}\n${await textIn(body)}`.toLowerCase();
}

async function textIn(bytes: Buffer): Promise<string> {
  if (bytes.subarray(0, 5).toString() === '%PDF-') {
    const read = await documentText(bytes);
    // Long words have places to part in our PDFs.
    return read.kind === 'read' ? read.pages.join('\n').replaceAll('\u200b', '') : '';
  }
  if (bytes.subarray(0, 2).toString() !== 'PK') return bytes.toString();
  const files = Object.entries(filesOf(bytes)).map(async ([name, content]) => `${name}\n${await textIn(content)}`);
  return (await Promise.all(files)).join('\n');
}
