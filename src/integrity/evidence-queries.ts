import { wordlessPages } from '../applications/documents/document.ts';
import { readReceipt } from '../applications/submission/receipt.ts';
import type { Organisation } from '../regulations/organisation/organisation.ts';
import { identitiesOf } from '../screening/masking/identity-queries.ts';
import { coverFor } from '../screening/masking/masking.ts';
import type { Db } from '../schema.ts';
import type { Vacancy } from '../vacancies/vacancy.ts';
import { declaredIn, noticeHashes, partOfDocument, type TextProblem } from './application-texts.ts';
import { passagesShown } from './fingerprints.ts';
import { fingerprintOf } from './integrity-case.ts';
import type { ExaminedApplication } from './integrity-queries.ts';
import { findTexts, textsSharingWith, type FoundText, type SharingText } from './integrity-text-queries.ts';
import { textOf, type Mask } from './passage.ts';
import { TOOL_LINK } from './signal-patterns.ts';
import { findingsIn, inOrder, type Finding } from './signals.ts';

/** What is to be looked at in an application, and which of its texts could not be read. */
export type Evidence = {
  findings: Finding[];
  unread: { part: string; problem: TextProblem }[];
  /** Pages on which there is nothing to read for a program. */
  noText: { part: string; pages: readonly number[] }[];
};

type About = { application: ExaminedApplication; vacancy: Vacancy; organisation: Organisation };

/** All that is found in an application that was read; undefined where nobody has read it yet. */
export async function evidenceOf(db: Db, about: About): Promise<Evidence | undefined> {
  const { application, vacancy, organisation } = about;
  const texts = await findTexts(db, application.id);
  if (!texts) return undefined;
  const notice = noticeHashes(vacancy);
  const rule = organisation.integrity.passages;
  const sharing = await textsSharingWith(db, application.id, rule);
  const findings = [
    ...declaredIn(readReceipt(application.receipt), organisation),
    ...texts.flatMap((text) => [...sharedWith(text, sharing, rule), ...findingsIn(text, notice)]),
  ];
  const unread = texts.flatMap(({ part, problem }) => (problem ? [{ part, problem }] : []));
  const noText = application.documents.flatMap(({ kind, remarks }) =>
    wordlessPages(remarks).length === 0 ? [] : [{ part: partOfDocument(kind), pages: wordlessPages(remarks) }],
  );
  return { findings: inOrder(distinct(findings)), unread, noText };
}

/** The same words twice, with the same around them, are one finding. */
const distinct = (findings: readonly Finding[]): Finding[] => [
  ...new Map(findings.map((finding) => [fingerprintOf(finding), finding])).values(),
];

type Rule = Organisation['integrity']['passages'];

function sharedWith(own: FoundText, sharing: readonly SharingText[], rule: Rule): Finding[] {
  return sharing.flatMap(({ textId, number, part, text, shared }): Finding[] => {
    const pair = { mine: own.text, theirs: text, shared };
    const passages = textId === own.id ? passagesShown(pair, rule) : [];
    if (passages.length === 0) return [];
    const words = passages.map(({ mine, theirs }) => ({ mine: textOf(own.text, mine), theirs: textOf(text, theirs) }));
    return [{ kind: 'shared', part: own.part, other: { number, part }, passages: words }];
  });
}

/**
 * The one way in which a passage of an application is shown to staff: without what tells who wrote it, as on the sheets of
 * screening. A link to a tool is what there is to look at, and stays.
 */
export async function maskFor(db: Db, numbers: readonly string[]): Promise<Mask> {
  return coverFor(await identitiesOf(db, numbers), (passage) => TOOL_LINK.test(passage));
}
