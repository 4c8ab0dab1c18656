import { explainLack } from '../../competition/competition-texts.ts';
import type { Language } from '../../platform/language.ts';
import { joinList } from '../../site/numbers.ts';
import { Notice } from '../../site/parts.tsx';
import { colon } from '../../site/punctuation.ts';
import type { WithReport } from './report-props.ts';
import { belowQuorum, type SignedStanding } from './report-quorum.ts';
import { REPORT_TEXTS } from './report-texts.ts';

/** For whom a signed report is below its quorum, who is missing and what to do; and whose signature does not count for whom. */
export function SignedQuorum({ page: { language }, report, reference, quorum }: WithReport) {
  const t = REPORT_TEXTS[language].quorum;
  const below = belowQuorum(quorum);
  const told = quorum.filter(({ reached, uncounted }) => !reached || uncounted.length > 0);
  if (told.length === 0) return null;
  return (
    <Notice
      tone={below.length > 0 ? 'warning' : 'info'}
      title={below.length > 0 ? t.below(joinList(below, language)) : t.uncountedTitle}
    >
      <ul>
        {told.map((standing) => (
          <li key={standing.candidate.number}>
            {standing.candidate.number}
            {colon(language)}
            {sentencesOf(standing, language).join(' ')}
          </li>
        ))}
      </ul>
      {below.length > 0 && (
        <>
          <p>{t.toDo}</p>
          <ol>
            <li>
              {t.name} <a href={`/${language}/staff/vacancies/${reference}/people`}>{t.people}</a>
            </li>
            <li>{t.declare}</li>
            <li>{report.status === 'signing' ? t.reopen : t.return}</li>
          </ol>
          <p>{t.cleared}</p>
        </>
      )}
    </Notice>
  );
}

function sentencesOf({ uncounted, recused, able, needed, lacks, reached }: SignedStanding, language: Language) {
  const t = REPORT_TEXTS[language].quorum;
  const namesOf = (people: readonly { name: string }[]) =>
    joinList(
      people.map(({ name }) => name),
      language,
    );
  const earlier = recused.filter((one) => !uncounted.includes(one));
  return [
    ...(uncounted.length > 0 ? [t.uncounted(namesOf(uncounted))] : []),
    ...(!reached && earlier.length > 0 ? [t.recused(namesOf(earlier))] : []),
    t.able(able.length, needed),
    ...lacks.map((lack) => explainLack(lack)[language]),
  ];
}
