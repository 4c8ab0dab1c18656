import { NO_LEVEL } from '../../applications/answers.ts';
import type { Language } from '../../platform/language.ts';
import { languageName } from '../../site/language-name.ts';
import { joinList } from '../../site/numbers.ts';
import { Tag } from '../../site/parts.tsx';
import { LANGUAGE_TEST_TEXTS } from './language-test-texts.ts';
import type { LanguageStanding, StandingLevel } from './language-standing.ts';

/** A level in words: the language, what was found, and whether it was corrected. */
export function levelInWords({ language: tested, level, corrected }: StandingLevel, language: Language): string {
  const t = LANGUAGE_TEST_TEXTS[language];
  const found = level === NO_LEVEL ? t.noLevel : level;
  return t.found(languageName(tested, language), found, corrected);
}

export const levelsInWords = ({ levels }: Pick<LanguageStanding, 'levels'>, language: Language): string =>
  joinList(
    levels.map((level) => levelInWords(level, language)),
    language,
  );

/** How somebody stands to the languages of the notice, in a cell of a table. */
export function Standing({ standing, language }: { standing: LanguageStanding | undefined; language: Language }) {
  const t = LANGUAGE_TEST_TEXTS[language];
  if (!standing) return <>{t.notTested}</>;
  const { outcome } = standing;
  return (
    <>
      {levelsInWords(standing, language)}{' '}
      {outcome && <Tag tone={outcome === 'met' ? 'success' : 'warning'}>{t.outcomes[outcome]}</Tag>}
    </>
  );
}
