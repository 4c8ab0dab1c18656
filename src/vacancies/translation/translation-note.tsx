import type { Language, Localized } from '../../platform/language.ts';
import { languageName } from '../../site/language-name.ts';
import { Tag } from '../../site/parts.tsx';
import { fieldAt } from '../notice-fields.ts';
import { STATE_TONES } from './translation-rows.tsx';
import { TRANSLATION_TEXTS } from './translation-texts.ts';
import { progressOf, targetsOf, translationUnits, unitsOf } from './translation.ts';
import { fillIn } from '../vacancy-texts.ts';
import type { Vacancy } from '../vacancy.ts';

type NoteProps = { vacancy: Vacancy; path: string; index: number; side: Language; language: Language };

/** What became of one text on its way into the other language; nothing where nobody has dealt with it yet. */
export function TranslationNote({ vacancy, path, index, side, language }: NoteProps) {
  const field = fieldAt(path);
  if (!field || side === vacancy.originalLanguage) return null;
  const unit = unitsOf(vacancy, field, side).find((one) => one.index === index);
  if (!unit || unit.locked || unit.state === 'translation') return null;
  return (
    <p class="place" lang={language}>
      <Tag tone={STATE_TONES[unit.state]}>{TRANSLATION_TEXTS[language].state[unit.state]}</Tag>
    </p>
  );
}

/** Which side of the notice is the original, for the head of its table. */
export function sideRoles(vacancy: Vacancy, language: Language): Partial<Localized> {
  const { role } = TRANSLATION_TEXTS[language];
  const translations = targetsOf(vacancy).map((target) => [target, role.translation]);
  return Object.fromEntries([[vacancy.originalLanguage, role.original], ...translations]) as Partial<Localized>;
}

/** The ways to the translator's pages, with how far each translation has come. */
export function TranslationLinks({ vacancy, here, language }: { vacancy: Vacancy; here: string; language: Language }) {
  const { review: t } = TRANSLATION_TEXTS[language];
  return (
    <>
      {targetsOf(vacancy).map((target) => {
        const { total, left } = progressOf(translationUnits(vacancy, target));
        return (
          <span key={target}>
            <a href={`${here}/translation/${target}`}>{fillIn(t.link, { language: languageName(target, language) })}</a>{' '}
            <span class="quiet">{fillIn(t.progress, { done: total - left, total })}</span>
          </span>
        );
      })}
    </>
  );
}
