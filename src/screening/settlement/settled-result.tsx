import { formatInstantToMinute } from '../../site/dates.ts';
import type { PageContext } from '../../site/page-context.ts';
import { SummaryList, Tag } from '../../site/parts.tsx';
import type { Vacancy } from '../../vacancies/vacancy.ts';
import { SCREENING_TEXTS } from '../screening-texts.ts';
import type { Asked } from '../sheet/sheet.ts';
import type { Screened } from '../sheet/sheet-queries.ts';
import { findingTold, placeTold } from './place-words.ts';
import { placesOf } from './settlement.ts';

type ResultProps = {
  page: PageContext;
  asked: Asked;
  vacancy: Vacancy;
  result: NonNullable<Screened['result']>;
  names: ReadonlyMap<string, string>;
};

/** What was settled of an application, by whom, and why. */
export function SettledResult({ page: { language }, asked, vacancy, result, names }: ResultProps) {
  const t = SCREENING_TEXTS[language];
  const { outcome, findings, settledAt, settledBy } = result;
  const when = formatInstantToMinute(settledAt, vacancy.deadlineZone, language);
  return (
    <section>
      <h2>{t.settledResult}</h2>
      <p>
        <Tag tone={outcome === 'met' ? 'success' : 'warning'}>{t.outcomes[outcome]}</Tag>{' '}
        {t.settledBy(names.get(settledBy) ?? '', when)}
      </p>
      <SummaryList
        rows={placesOf(asked).flatMap((place) => {
          const settled = findings[place.part][place.code];
          if (!settled) return [];
          const how = settled.agreed ? t.agreed : t.decidedApart;
          return [
            {
              term: placeTold(asked, place, language),
              value: [findingTold(place.part, settled.finding, language), how, ...settled.reasons].join(' · '),
            },
          ];
        })}
      />
    </section>
  );
}
