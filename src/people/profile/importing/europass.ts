import { ok, refuse, type Result } from '../../../platform/result.ts';
import { ALL } from './birth-dates.ts';
import { candidateEntries } from './europass-candidate.ts';
import { passportEntries } from './europass-passport.ts';
import type { TakeDate, TakeText } from './europass-reader.ts';
import { htmlWords } from './html-words.ts';
import type { Found, LeftOver, Proposal } from './proposal.ts';
import { readXml, type XmlElement, type XmlRefusal } from './xml-tree.ts';

export type EuropassRefusal = XmlRefusal | { kind: 'not-europass' };

/**
 * Reads a Europass CV: the `Candidate` document that the portal writes today, or the `SkillsPassport` of Cedefop before
 * it. What has a field is proposed for it, everything else is told under the part of the document it stands in.
 */
export function readEuropass(xml: string, taking = ALL): Result<Proposal, EuropassRefusal> {
  const read = readXml(xml);
  if (!read.ok) return read;
  const root = read.value;
  const entries = { Candidate: candidateEntries, SkillsPassport: passportEntries }[root.name];
  if (!entries) return refuse({ kind: 'not-europass' });
  const taken = new Set<XmlElement>();
  const take: TakeText = (element, convert = (text) => text) => {
    const passage = element?.text.trim() ?? '';
    if (!element || passage === '') return undefined;
    const value = convert(passage);
    if (value === undefined || value === '') return undefined;
    taken.add(element);
    return { value, passage };
  };
  const dated = new Set<XmlElement>();
  const date: TakeDate = (element, convert = ({ value }) => value) => {
    const found = element && dateIn(element);
    const value = found && convert(found);
    if (!found || value === undefined) return undefined;
    dated.add(element);
    return { ...found, value };
  };
  const found = entries(root, { take, date, taking });
  return ok({ entries: found, leftOver: leftOverOf(root, { taken, dated }) });
}

/** How the document says how it is printed, and who wrote it: nothing of its owner's. */
const FURNITURE = new Set([
  'RenderingInformation',
  'DocumentInfo',
  'PrintingPreferences',
  'CandidateSupplier',
  'DocumentID',
]);

type Taken = { taken: ReadonlySet<XmlElement>; dated: ReadonlySet<XmlElement> };

function leftOverOf(root: XmlElement, taken: Taken): LeftOver[] {
  const sections = [root, ...root.children].flatMap((part) =>
    part === root ? [alone(part)] : PARENTS.has(part.name) ? [alone(part), ...part.children] : [part],
  );
  return sections
    .filter(({ name }) => !FURNITURE.has(name))
    .map((section) => ({ heading: section.name, lines: wordsOf(section, taken) }))
    .filter(({ lines }) => lines.length > 0);
}

const PARENTS = new Set(['CandidateProfile', 'LearnerInfo']);
const alone = (element: XmlElement): XmlElement => ({ ...element, children: [] });

function wordsOf(element: XmlElement, { taken, dated }: Taken): string[] {
  const text = htmlWords(element.text);
  const says = text !== '' && !taken.has(element) && !(text === 'false' && INDICATORS.has(element.name));
  const date = dated.has(element) ? undefined : dateIn(element)?.passage;
  return [
    ...(says ? [`${element.name}: ${text}`] : []),
    ...(date === undefined ? [] : [`${element.name}: ${date}`]),
    ...element.children.flatMap((child) => wordsOf(child, { taken, dated })),
  ];
}

/** That something does not go on is said by its end. */
const INDICATORS = new Set(['CurrentIndicator', 'Ongoing', 'Current']);

/** A date of a `SkillsPassport`: `<From year="2013" month="--03" day="---01"/>`. */
function dateIn({ attributes }: XmlElement): Found | undefined {
  const [year = '', month = '', day = ''] = ['year', 'month', 'day'].map((name) =>
    (attributes[name] ?? '').replaceAll('-', ''),
  );
  if (!/^\d{4}$/.test(year)) return undefined;
  const value = /^\d{1,2}$/.test(month) ? `${year}-${month.padStart(2, '0')}` : year;
  return { value, passage: [year, ...[month, day].filter(Boolean).map((part) => part.padStart(2, '0'))].join('-') };
}
