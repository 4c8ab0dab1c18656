import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadVocabulary } from '../notices/vocabulary.ts';
import { problemLine, readCheckedYaml } from '../regulations/organisation/checked-yaml.ts';
import { loadOrganisation } from '../regulations/organisation/organisation.ts';
import { DEMONSTRATION_FILE, type Demonstration } from '../vacancies/demonstration-schema.ts';
import { importable } from '../vacancies/importing/import-notice.ts';
import { nationalitiesOf } from './journey-nationalities.ts';

/** What pictures are taken of: vacancies of an organisation's demonstration, by reference, and who applies to them. */
export type Subject = {
  /** Open, and asks for a document where any notice does: a candidate has applied to it. */
  vacancy: string;
  /** Open, and a candidate has begun to apply. */
  draft: string;
  /** Open, and nobody has applied. */
  empty: string;
  /** With findings to look at, where the demonstration has one that is not public yet. */
  inDoubt: string;
  candidate: { name: string; nationality: string; levels: Record<string, string> };
  /** A nationality that may not apply. */
  stranger: string;
  /** How many people of the demonstration can sign in. */
  people: number;
};

/** The subject in an organisation's folder; throws where it has no demonstration with open vacancies and a candidate. */
export function subjectOf(folder: string, now: Date): Subject {
  const demonstration = readDemonstration(folder);
  const open = demonstration.notices.filter(({ status }) => status === 'published').map(({ reference }) => reference);
  const asking = open.filter((reference) => asksForDocuments(folder, reference));
  const [vacancy = open[0]] = asking;
  const [draft = open.find((reference) => reference !== vacancy)] = asking.slice(1);
  const empty = open.find((reference) => reference !== vacancy && reference !== draft);
  const inDoubt = demonstration.notices.find(({ status }) => status === 'draft')?.reference ?? empty;
  const person = demonstration.people.find(({ roles }) => roles.length === 0);
  if (!vacancy || !draft || !empty || !inDoubt || !person)
    throw new Error(`${folder}: the pictures need three open vacancies and a candidate`);

  const { member, stranger } = nationalitiesOf(loadOrganisation(folder), now);
  const { name, nationalities: [nationality = member] = [], languages: levels = {} } = person;
  const candidate = { name, nationality, levels };
  return { vacancy, draft, empty, inDoubt, candidate, stranger, people: demonstration.people.length };
}

function readDemonstration(folder: string): Demonstration {
  const file = readCheckedYaml(join(folder, 'demonstration/demonstration.yaml'), DEMONSTRATION_FILE);
  if (!file.ok) throw new Error(file.refusal.map(problemLine).join('\n'));
  return file.value;
}

function asksForDocuments(folder: string, reference: string): boolean {
  const fileName = `${reference}.txt`;
  const bytes = readFileSync(join(folder, 'demonstration', fileName));
  const read = importable({ fileName, bytes }, loadVocabulary(folder));
  return read.ok && read.value.read.record.attachments.length > 0;
}
