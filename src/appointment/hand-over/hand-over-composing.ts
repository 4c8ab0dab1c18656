import type { Json } from '../../platform/canonical-json.ts';
import { LANGUAGES, type Localized, type Translated } from '../../platform/language.ts';
import type { HandOverEvent, HandOverField, Neighbour } from '../../regulations/organisation/hand-over-schema.ts';
import { civilDayIn } from '../../site/dates.ts';
import { gradeOn, lastDayOf, type Contract } from '../calendar/contract.ts';
import type { OfferContent } from '../offer/offer-content.ts';
import type { HandOverRecord } from './hand-over-record.ts';

/** What is known of an appointment as it is handed over. */
export type HandOverFacts = {
  number: string;
  reference: string;
  title: Translated;
  /** Of the place of the post (IANA). */
  zone: string;
  city: string | null;
  country: string | null;
  person: { givenNames: string; familyName: string; nationalities: readonly string[]; email: string };
  startsOn: string | null;
  appointedAt: Date | null;
  endedAt: Date | null;
  /** What they accepted, as it was sent, with its SHA-256 in hexadecimal. */
  offer: { content: OfferContent; sha256: string } | undefined;
  /** What became of it since, by the steps taken on the contract. */
  contract: Contract | undefined;
  /** The civil day of the record, where the post is. */
  on: string;
  /** The outcome of the clearance, where it was met. */
  clearance: { level: string | null; validUntil: string | null } | undefined;
};

/** The whole record of an appointment, as its contract stands on the day of the record. */
export function recordOf(facts: HandOverFacts): HandOverRecord {
  const { number, reference, title, zone, city, country, person, startsOn, offer, clearance } = facts;
  const dayOf = (at: Date | null) => at && civilDayIn(at, zone);
  return {
    applicationNumber: number,
    vacancyReference: reference,
    postTitle: inEach(title),
    ...gradedAs(facts),
    ...paidAs(facts),
    ...contractedAs(offer?.content),
    ...endsAs(facts.contract),
    appointedOn: dayOf(facts.appointedAt),
    startsOn,
    endedOn: dayOf(facts.endedAt),
    givenNames: person.givenNames,
    familyName: person.familyName,
    bornOn: offer?.content.choice.bornOn ?? null,
    nationalities: [...person.nationalities],
    email: person.email,
    dutyCountry: offer?.content.choice.country ?? country,
    dutyCity: city,
    clearanceLevel: clearance?.level ?? null,
    clearanceValidUntil: clearance?.validUntil ?? null,
    offerSha256: offer?.sha256 ?? null,
  };
}

/** Languages of the interface alone, whatever else a text has. */
const inEach = (text: Translated | Localized): HandOverRecord['postTitle'] =>
  Object.fromEntries(
    LANGUAGES.flatMap((language) => (text[language] === undefined ? [] : [[language, text[language]]])),
  );

type Graded = Pick<HandOverRecord, 'grade' | 'higherGrade' | 'advancementFrom' | 'step'>;

const gradeIn = ({ contract, on }: HandOverFacts): string | null => (contract ? gradeOn(contract, on) : null);
/** Whether they have another grade than they were offered: what is known of step and pay is of the one offered. */
const hasAdvanced = (facts: HandOverFacts): boolean => gradeIn(facts) !== (facts.offer?.content.terms.grade ?? null);

function gradedAs(facts: HandOverFacts): Graded {
  const { content } = facts.offer ?? {};
  const grade = gradeIn(facts);
  const higher = content?.choice.grades.at(-1) ?? null;
  return {
    grade,
    higherGrade: higher === grade ? null : higher,
    advancementFrom: higher === grade ? null : (content?.terms.advancementFrom ?? null),
    step: grade === null || hasAdvanced(facts) ? null : (content?.step.step ?? null),
  };
}

type Paid = Pick<HandOverRecord, 'salaryMinor' | 'salaryCurrency' | 'salaryPeriod'>;

function paidAs(facts: HandOverFacts): Paid {
  const salary = hasAdvanced(facts) ? undefined : facts.offer?.content.terms.salary;
  return salary?.kind === 'known'
    ? { salaryMinor: salary.amountMinor, salaryCurrency: salary.currency, salaryPeriod: salary.period }
    : { salaryMinor: null, salaryCurrency: null, salaryPeriod: null };
}

type Contracted = Pick<
  HandOverRecord,
  'contractClause' | 'contractClauseName' | 'personKind' | 'secondmentAuthority' | 'secondmentAgreedOn'
>;

function contractedAs(content: OfferContent | undefined): Contracted {
  return {
    contractClause: content?.clause.code ?? null,
    contractClauseName: content ? inEach(content.clause.name) : null,
    personKind: content?.choice.person ?? null,
    secondmentAuthority: content?.agreement?.authority ?? null,
    secondmentAgreedOn: content?.agreement?.on ?? null,
  };
}

type Ends = Pick<HandOverRecord, 'probationEndsOn' | 'contractEndsOn' | 'latestEndOn'>;

/** The ends of a contract as it stands: with a renewal that was agreed, without one where it goes on. */
function endsAs(contract: Contract | undefined): Ends {
  if (!contract) return { probationEndsOn: null, contractEndsOn: null, latestEndOn: null };
  const last = lastDayOf(contract);
  const planned = contract.terms.contract.kind === 'planned' ? contract.terms.contract : undefined;
  return {
    probationEndsOn: contract.state.probation.ends,
    contractEndsOn: last.kind === 'day' ? last.day : null,
    latestEndOn: last.kind === 'indefinite' ? null : (planned?.latestEnd ?? null),
  };
}

type Mapping = Pick<Neighbour, 'fields'>;

/** What a neighbour gets of a record: the fields that its mapping names, under its own names, in its order, and nothing else. */
export const mapped = (record: HandOverRecord, { fields }: Mapping): Record<string, HandOverRecord[HandOverField]> =>
  Object.fromEntries(fields.map(({ field, as }) => [as, record[field]]));

type Message = { event: HandOverEvent; at: Date; record: HandOverRecord; neighbour: Mapping };

/** The body of a webhook, byte by byte as it is sent. */
export const messageText = ({ event, at, record, neighbour }: Message): string =>
  JSON.stringify({ type: event, timestamp: at.toISOString(), data: mapped(record, neighbour) as Json });

type TableCell = string | number | null;

/** The same as a table of one line: texts with a column for each language of the interface, lists with spaces between. */
export function handOverTable(record: HandOverRecord, { fields }: Mapping): { columns: string[]; cells: TableCell[] } {
  const columns = fields.flatMap(({ field, as }) => cellsOf(field, as, record));
  return { columns: columns.map(({ column }) => column), cells: columns.map(({ cell }) => cell) };
}

function cellsOf(field: HandOverField, as: string, record: HandOverRecord): { column: string; cell: TableCell }[] {
  if (field === 'postTitle' || field === 'contractClauseName')
    return LANGUAGES.map((language) => ({
      column: `${as}.${language}`,
      cell: record[field]?.[language] ?? null,
    }));
  if (field === 'nationalities') return [{ column: as, cell: record.nationalities.join(' ') }];
  return [{ column: as, cell: record[field] }];
}
