import type { Language } from '../../platform/language.ts';
import { formatDate } from '../../site/dates.ts';
import { plural } from '../../site/numbers.ts';
import { SummaryList, Why } from '../../site/parts.tsx';
import { inForce } from '../../regulations/in-force.ts';
import type { Career } from './career.ts';
import type { ProfileRules } from './entry-words.ts';
import { PROFILE_TEXTS } from './profile-texts.ts';

type CareerProps = { career: Career; rules: ProfileRules; language: Language; on: string };

/** What posts add up to, with its overlaps and gaps, and the rule it is counted by. */
export function CareerSummary({ career, rules, language, on }: CareerProps) {
  const t = PROFILE_TEXTS[language];
  const row = inForce(rules.eligibility.experience, on);
  const { months, overlaps, gaps, notCounted, shareUnknown } = career;
  return (
    <section>
      <h2>{t.total}</h2>
      <p>
        <b>{careerTold(career, language)}</b>
      </p>
      {months.byShare !== months.inFull && <p>{t.totalInFull(timeTold(months.inFull, language))}</p>}
      <SummaryList
        rows={[
          { term: t.overlaps, value: spansTold(overlaps, language) || t.noOverlaps },
          { term: t.gaps, value: spansTold(gaps, language) || t.noGaps },
        ]}
      />
      {notCounted.length > 0 && <p>{plural(notCounted.length, t.notCounted, language)}</p>}
      {shareUnknown.length > 0 && <p>{plural(shareUnknown.length, t.shareUnknown, language)}</p>}
      <Why>
        <p>{t.totalNote}</p>
        {row && (
          <p>
            {row.rule} · {row.source[language]}
          </p>
        )}
        <p>{rules.form.experience.source[language]}</p>
      </Why>
    </section>
  );
}

/** `7 years and 3 months at full-time equivalent, overlaps counted once`. */
export const careerTold = ({ months }: Pick<Career, 'months'>, language: Language): string =>
  PROFILE_TEXTS[language].totalByShare(timeTold(months.byShare, language));

/** Months as years and months. */
export function timeTold(months: number, language: Language): string {
  const t = PROFILE_TEXTS[language];
  const [years, rest] = [Math.floor(months / 12), months % 12];
  const told = [
    ...(years > 0 ? [plural(years, t.years, language)] : []),
    ...(rest > 0 || years === 0 ? [plural(rest, t.months, language)] : []),
  ];
  return told.join(` ${t.and} `);
}

const spansTold = (spans: Career['overlaps'], language: Language): string =>
  spans.map(({ from, to }) => `${formatDate(from, language)} – ${formatDate(to, language)}`).join(' · ');
