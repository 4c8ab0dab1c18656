import type { ComponentChildren } from 'preact';
import type { Language, Localized } from '../../platform/language.ts';
import type { BilingualCell, BilingualRow } from '../../site/bilingual-rows.tsx';
import { formatInstantToMinute } from '../../site/dates.ts';
import { fieldId } from '../../site/field.tsx';
import { TextArea, TextField } from '../../site/forms.tsx';
import { languageName } from '../../site/language-name.ts';
import { Tag, type Tone } from '../../site/parts.tsx';
import { NAMES } from '../field-texts.ts';
import { fieldHeight } from '../editing/field-height.ts';
import type { Item } from '../notice-fields.ts';
import { hasHeading, headingName, seenName, seenOf, STILL_RIGHT, typedItem } from './translation-form.ts';
import type { TranslationProps } from './translation-props.ts';
import { TRANSLATION_TEXTS } from './translation-texts.ts';
import {
  hasChanged,
  isEmptyItem,
  isToCheck,
  wholeText,
  type TranslationState,
  type TranslationUnit,
} from './translation.ts';
import { fillIn } from '../vacancy-texts.ts';
import { WordDifference } from '../versions/word-difference.tsx';

export const STATE_TONES: Record<TranslationState, Tone> = {
  translation: 'plain',
  'needs-translation': 'warning',
  translated: 'info',
  checked: 'success',
};

/** One text of the translator's page: the original, the field of its translation, and what became of it. */
export function unitRow(unit: TranslationUnit, props: TranslationProps): BilingualRow {
  const { vacancy, target } = props;
  const sides = {
    [vacancy.originalLanguage]: { children: <Original unit={unit} {...props} /> },
    [target]: {
      children: unit.locked || !props.editable ? <Standing item={unit.translation} /> : <Fields {...{ unit, props }} />,
      mark: unit.state === 'needs-translation' && !unit.locked ? ('warning' as const) : undefined,
    },
  } as Localized<BilingualCell>;
  return {
    kind: 'text',
    key: unit.key,
    label: nameOfUnit(unit, props.page.language),
    sides,
    findings: <State {...{ unit, props }} />,
  };
}

/** What a text is called, with its number where the field is a list: “Essential 3”. */
export function nameOfUnit({ field, index }: TranslationUnit, language: Language): string {
  const name = NAMES[language][field.path] ?? field.path;
  return field.shape === 'text' ? name : `${name} ${index + 1}`;
}

function Original({ unit, page, vacancy }: { unit: TranslationUnit } & TranslationProps) {
  const { language } = page;
  const t = TRANSLATION_TEXTS[language];
  if (unit.made && hasChanged(unit))
    return <WordDifference before={unit.made.original} after={wholeText(unit.original)} language={language} />;
  if (isEmptyItem(unit.original))
    return (
      <p class="nothing" lang={language === vacancy.originalLanguage ? undefined : language}>
        {t.orphan}
      </p>
    );
  return <Standing item={unit.original} />;
}

function Standing({ item: { heading, text } }: { item: Item }) {
  if (heading + text === '') return null;
  return (
    <>
      {heading !== '' && (
        <p>
          <b>{heading}</b>
        </p>
      )}
      {text !== '' && <p class="as-typed">{text}</p>}
    </>
  );
}

function Fields({ unit, props }: { unit: TranslationUnit; props: TranslationProps }) {
  const { page, target, values } = props;
  const { language } = page;
  const label = `${nameOfUnit(unit, language)} (${languageName(target, language)})`;
  const item = typedItem(values, unit);
  return (
    <>
      {hasHeading(unit) && (
        <TextField
          name={headingName(unit.key)}
          label={`${label}, ${TRANSLATION_TEXTS[language].heading}`}
          hiddenLabel
          lang={target}
          value={item.heading}
        />
      )}
      <input type="hidden" name={seenName(unit.key)} value={seenOf(unit)} />
      <TextArea
        name={unit.key}
        label={label}
        hiddenLabel
        lang={target}
        value={item.text}
        rows={fieldHeight(unit.field, item.text || unit.original.text)}
      />
    </>
  );
}

type StateProps = { unit: TranslationUnit; props: TranslationProps };

function State({ unit, props }: StateProps) {
  const { language } = props.page;
  const t = TRANSLATION_TEXTS[language];
  if (unit.locked) return <p class="quiet">{t.locked}</p>;
  const missing = isEmptyItem(unit.translation);
  return (
    <>
      <p>
        <Tag tone={STATE_TONES[unit.state]}>{missing ? t.missing : t.state[unit.state]}</Tag>
      </p>
      <MadeBy {...{ unit, props }} />
      {!missing && hasChanged(unit) && <p>{t.changed}</p>}
      <StandsNow {...{ unit, props }} />
      {props.editable && <Settling {...{ unit, props }} />}
    </>
  );
}

function MadeBy({ unit, props }: StateProps) {
  const { language } = props.page;
  const name = unit.made?.by && props.names.get(unit.made.by);
  if (!unit.made || !name || hasChanged(unit) || isEmptyItem(unit.translation)) return null;
  const time = formatInstantToMinute(new Date(unit.made.at), props.vacancy.deadlineZone, language);
  return <p class="quiet">{fillIn(TRANSLATION_TEXTS[language].by, { name, time })}</p>;
}

/** What somebody else has put here while this reader was typing something else. */
function StandsNow({ unit, props }: StateProps) {
  const { page, conflict, target } = props;
  if (!conflict?.has(unit.key)) return null;
  return (
    <div>
      <p>{TRANSLATION_TEXTS[page.language].standsNow}</p>
      <p class="as-typed" lang={target}>
        {wholeText(unit.translation) || '–'}
      </p>
    </div>
  );
}

/** How a person settles a text without typing: it is right as it stands, or it has been checked. */
function Settling({ unit, props: { page, reader } }: StateProps): ComponentChildren {
  const { language } = page;
  const t = TRANSLATION_TEXTS[language];
  if (!isEmptyItem(unit.translation) && unit.state === 'needs-translation') {
    const id = fieldId(`${STILL_RIGHT}.${unit.key}`);
    return (
      <div class="choice">
        <input type="checkbox" id={id} name={STILL_RIGHT} value={unit.key} />
        <label for={id}>
          {t.stillRight}
          <span class="hidden"> ({nameOfUnit(unit, language)})</span>
        </label>
      </div>
    );
  }
  if (!isToCheck(unit)) return null;
  if (unit.made?.by === reader) return <p class="quiet">{t.ownWork}</p>;
  return (
    <button
      type="submit"
      class="link"
      name="check"
      value={unit.key}
      aria-label={`${t.check} – ${fillIn(t.checkAbout, { field: nameOfUnit(unit, language) })}`}
    >
      {t.check}
    </button>
  );
}
