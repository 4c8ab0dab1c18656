import { Fragment } from 'preact';
import type { Language } from '../../platform/language.ts';
import { Why } from '../../site/parts.tsx';
import type { Education } from '../organisation/organisation.ts';
import { EDUCATION_TEXTS } from './education-texts.ts';
import { calledIn, hasRemarks, kindOf, namesIn, uncheckedIn, type DegreeNames } from './education.ts';

type WhichKindProps = { education: Education; country: string; language: Language };

/** Beside the question: each kind in plain words, and what degrees are usually called in the country that was chosen. */
export function WhichKind({ education, country, language }: WhichKindProps) {
  const t = EDUCATION_TEXTS[language];
  const group = namesIn(education, country);
  const all = `/${language}/help/education${country === '' ? '' : `?country=${encodeURIComponent(country)}`}`;
  return (
    <Why summary={t.which}>
      <p>{t.whichIntro}</p>
      <ul>
        {education.kinds.map(({ code, name, meaning }) => (
          <li key={code}>
            <b>{name[language]}.</b> {meaning[language]}
          </li>
        ))}
        <li>{t.other}</li>
      </ul>
      {group && (
        <>
          <p>
            <b>
              {t.usualNames} ({group.name[language]})
            </b>
          </p>
          <ul>
            {group.degrees.map((degree, index) => (
              <li key={index}>
                <Called degree={degree} language={language} /> → {kindsTold(degree, education, language)}
                {hasRemarks(degree) && '. '}
                <Remarks degree={degree} language={language} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a href={all} target="_blank" rel="noopener">
          {t.allNames} {t.newTab}
        </a>
      </p>
    </Why>
  );
}

type CalledProps = { degree: DegreeNames['degrees'][number]; language: Language };

/** The names of a degree, each in its own language, and when it was called so. */
export function Called({ degree, language }: CalledProps) {
  return (
    <>
      <Listed names={calledIn(degree)} />
      {degree.when && ` (${degree.when[language]})`}
    </>
  );
}

/** What to know of a degree, and which of its names no public page has confirmed yet; nothing where there is neither. */
export function Remarks({ degree, language }: CalledProps) {
  const unchecked = uncheckedIn(degree);
  return (
    <>
      {degree.note?.[language]}
      {unchecked.length > 0 && (
        <>
          {degree.note && ' '}
          {EDUCATION_TEXTS[language].unchecked} <Listed names={unchecked} />
        </>
      )}
    </>
  );
}

/** Names, each marked with the language it is in. */
function Listed({ names }: { names: ReturnType<typeof calledIn> }) {
  return (
    <>
      {names.map(({ name, language }, index) => (
        <Fragment key={index}>
          {index > 0 && '; '}
          <i lang={language}>{name}</i>
        </Fragment>
      ))}
    </>
  );
}

/** The kinds that are usually the nearest to a degree, in words. */
export function kindsTold(
  { kinds }: Pick<DegreeNames['degrees'][number], 'kinds'>,
  education: Education,
  language: Language,
): string {
  const t = EDUCATION_TEXTS[language];
  const names = kinds.map((code) => kindOf(education, code)?.name[language] ?? code);
  return names.length === 0 ? t.noFullDegree : names.join(` ${t.or} `);
}
