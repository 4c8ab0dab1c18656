import type { Language } from '../../platform/language.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { languageName } from '../../site/language-name.ts';
import { joinList } from '../../site/numbers.ts';
import { Notice } from '../../site/parts.tsx';
import { colon } from '../../site/punctuation.ts';
import { stageName } from '../plan/stage-name.tsx';
import { LANGUAGE_TEST_TEXTS } from './language-test-texts.ts';
import type { MissingLevel } from './missing-level-queries.ts';

type Props = {
  missing: readonly MissingLevel[];
  /** Whose levels can be recorded where, for the links: the reference of the vacancy. */
  reference: string;
  organisation: Organisation;
  language: Language;
};

/** Of whom language levels are to be recorded again after a review, and where; nothing where there is nobody. */
export function MissingLevels({ missing, reference, organisation, language }: Props) {
  const t = LANGUAGE_TEST_TEXTS[language];
  if (missing.length === 0) return null;
  const tests = [...Map.groupBy(missing, ({ number, stageId }) => `${number} ${stageId}`)];
  return (
    <Notice tone="warning" title={t.againTitle}>
      <ul>
        {tests.map(([key, own]) => (
          <li key={key}>
            {own[0]?.number}
            {colon(language)}
            {languagesIn(own, language)}.{' '}
            <a href={`/${language}/staff/vacancies/${reference}/stages/${own[0]?.stageId}/languages`}>
              {stageName(own[0]?.stage ?? '', organisation, language)}
            </a>
          </li>
        ))}
      </ul>
      <p>{t.againNote}</p>
    </Notice>
  );
}

const languagesIn = (own: readonly MissingLevel[], language: Language): string =>
  joinList(
    own.map((one) => languageName(one.language, language)),
    language,
  );
