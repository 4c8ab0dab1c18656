import { DataTable } from '../../site/data-table.tsx';
import { dateIn, formatInstantToMinute } from '../../site/dates.ts';
import { formatNumber } from '../../site/numbers.ts';
import { colon } from '../../site/punctuation.ts';
import { offerAddress } from './offer-address.ts';
import type { OfferProps, WithOffer } from './offer-props.ts';
import type { KeptOffer } from './offer-queries.ts';
import { OFFER_TEXTS } from './offer-texts.ts';

/** What a person may do once nobody takes up the offer: nothing is done by itself. */
export function Afterwards({ page: { language }, chosen, next, may }: OfferProps) {
  const t = OFFER_TEXTS[language];
  return (
    <section>
      <h2>{t.afterwards}</h2>
      <p>{t.afterwardsNote}</p>
      {next.map(({ number, name, rank, accepted }) => (
        <p key={number}>
          <a href={`/${language}/staff/applications/${number}`}>
            {t.next(`${name} · ${number}`, formatNumber(rank, language))}
          </a>{' '}
          {accepted !== null && t.acceptedElsewhere(accepted)}
        </p>
      ))}
      {next.length > 1 && <p>{t.sameRank}</p>}
      {may.readMerit && (
        <p>
          <a href={`/${language}/staff/vacancies/${chosen.reference}/merit`}>{t.toMerit}</a>
        </p>
      )}
      {may.readSimilar && (
        <p>
          <a href={`/${language}/staff/vacancies/${chosen.reference}/similar-posts`}>{t.toSimilar}</a>
        </p>
      )}
    </section>
  );
}

/** What was done with an offer, and by whom. */
export function Steps({ page: { language }, organisation, chosen: { zone }, offer }: WithOffer) {
  const t = OFFER_TEXTS[language];
  const names = organisation.appointment.offer.approval;
  const words = offer.steps.some(({ reason }) => reason !== '');
  return (
    <>
      <h2>{t.steps}</h2>
      <DataTable
        caption={t.steps}
        hiddenCaption
        columns={[
          { heading: t.stepColumn, rowHeader: true },
          { heading: t.by },
          { heading: t.when },
          ...(words ? [{ heading: t.reason }] : []),
        ]}
        rows={offer.steps.map(({ number, action, approvalStep, takenByName, takenAt, reason }) => ({
          key: number,
          cells: [
            [t.taken[action], names.find(({ code }) => code === approvalStep)?.name[language] ?? approvalStep]
              .filter(Boolean)
              .join(', '),
            takenByName ?? t.itself,
            formatInstantToMinute(takenAt, zone, language),
            reason,
          ],
        }))}
      />
    </>
  );
}

/** The offers before the last one. */
export function Earlier({ page: { language }, chosen, offers }: OfferProps & { offers: readonly KeptOffer[] }) {
  const t = OFFER_TEXTS[language];
  return (
    <section>
      <h2>{t.earlier}</h2>
      <ul>
        {offers.map(({ id, number, state, sentAt, steps }) => (
          <li key={id}>
            {t.number(formatNumber(number, language))}
            {colon(language)}
            {t.states[state]}
            {steps.at(-1) && ` (${dateIn(steps.at(-1)?.takenAt ?? new Date(0), chosen.zone, language)})`}
            {sentAt && (
              <>
                {' '}
                <a href={`/${language}${offerAddress(chosen)}/${number}/offer.pdf`}>{t.document}</a>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
