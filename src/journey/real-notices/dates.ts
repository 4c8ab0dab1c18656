import { execFileSync } from 'node:child_process';
import { contractCalendar, type ContractDay } from '../../appointment/calendar/contract-calendar.ts';
import { readContent, type OfferContent } from '../../appointment/offer/offer-content.ts';
import type { SalaryRow } from '../../regulations/organisation/grades-schema.ts';
import type { Appointee } from './competition.ts';
import { opens } from './walker.ts';

/** The offer as it was frozen when it was sent, of somebody who accepted it. */
export async function frozenOffer({ app, number }: Appointee): Promise<OfferContent> {
  const { content } = await app.db
    .selectFrom('appointmentOffers as o')
    .innerJoin('appointments as a', 'a.id', 'o.appointmentId')
    .innerJoin('applications as p', 'p.id', 'a.applicationId')
    .select('o.content')
    .where('p.number', '=', number)
    .where('o.state', '=', 'accepted')
    .executeTakeFirstOrThrow();
  return readContent(content ?? '');
}

/** The dates of a contract as the office that acts on them is told, a line for each. */
export function calendarOf({ app }: Appointee, { terms, choice }: OfferContent): string[] {
  const { person, startsOn } = choice;
  const { calendar } = app.context.organisation.appointment;
  return contractCalendar({ ...terms, person, startsOn, renewed: false }, calendar).map(lineOf);
}

const lineOf = ({ kind, day, ifRenewed }: ContractDay): string => `${day} ${kind}${ifRenewed ? ' if renewed' : ''}`;

/** What the offer pays, held to the row of the organisation's data in force on the first day; null where neither says it. */
export function payOf({ app }: Appointee, { terms, choice }: OfferContent): string | null {
  const { grade, salary } = terms;
  const { country, startsOn } = choice;
  const isIts = (row: SalaryRow) =>
    row.grade === grade && row.country === country && row.step === 1 && isWithin(row, startsOn);
  const inForce = app.context.organisation.salaries.rows.find(isIts);
  const offered = salary?.kind === 'known' ? (salary.amountMinor / 100).toFixed(2) : null;
  const scale = inForce?.amount ?? null;
  if (offered !== scale) throw new Error(`The offer pays ${offered}, the scale ${scale}`);
  return offered;
}

const isWithin = ({ from, until }: SalaryRow, day: string): boolean => from <= day && (until === null || day <= until);

/** The document of the offer in the language of the candidate, who takes it from their page. */
export async function offerDocument({ candidate, number }: Appointee): Promise<string> {
  const { language, client } = candidate;
  await opens(candidate, `/my/applications/${number}/offer`);
  const own = new RegExp(`^/${language}/.*/offer\\.pdf$`);
  const link = candidate.page.links.find(({ href }) => own.test(href));
  const { body } = await client.get(link?.href ?? '');
  return execFileSync('pdftotext', ['-layout', '-', '-'], { input: body, encoding: 'utf8' }).replaceAll(/\s+/g, ' ');
}
