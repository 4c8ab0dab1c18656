import type { ComponentChildren } from 'preact';
import type { Language, Localized } from '../../platform/language.ts';
import type { BilingualCell, BilingualRow } from '../../site/bilingual-rows.tsx';
import { TextArea, TextField } from '../../site/forms.tsx';
import { Tag } from '../../site/parts.tsx';
import { languageName } from '../../site/language-name.ts';
import type { EditProps } from './edit-props.ts';
import { EDIT_TEXTS } from './edit-texts.ts';
import { NAMES } from '../field-texts.ts';
import { itemHeight } from './field-height.ts';
import { hasHeadings, headingName, rowRequest, rowsName, sentRows, textName, type RowAction } from './item-form.ts';
import type { BilingualField, Item } from '../notice-fields.ts';
import { TONES, wordsOf } from '../review/finding-parts.tsx';
import type { Finding } from '../review/review-sheet.ts';
import { lockedItems } from './locked-items.ts';
import { valueOf } from './section-form.ts';
import { fillIn } from '../vacancy-texts.ts';

/** A list as rows of the form: what is locked first, then item by item with its counterpart, then a row to write in. */
export function itemFieldRows(field: BilingualField, props: EditProps): BilingualRow[] {
  const { page, vacancy, values, book } = props;
  const { language } = page;
  const locked = lockedItems(field, vacancy, book.organisation);
  const rows = sentRows(field, values) ?? [];
  const written = rows.map((_, index) => itemRow(field, { index, last: rows.length - 1 }, props));
  return [
    ...locked.first.map((item, index) => lockedRow(field, { item, index }, language)),
    ...written,
    ...locked.last.map((item, index) => lockedRow(field, { item, index: index + locked.first.length }, language)),
    moreRow(field, rows.length, language),
  ];
}

type Place = { index: number; last: number };

function itemRow(field: BilingualField, { index, last }: Place, props: EditProps): BilingualRow {
  const { page } = props;
  const { language } = page;
  const number = index + 1;
  const name = NAMES[language][field.path] ?? field.path;
  return {
    kind: 'text',
    key: `${field.path} ${index}`,
    id: `${field.path}-${index}`,
    label: `${name} ${number}`,
    sides: sidesOf((side) => <ItemInputs {...{ field, index, side, props }} />),
    findings: (
      <>
        {index < last && <RowButtons field={field} place={{ index, last }} language={language} />}
        {props.findingsOf?.(field.path, index)}
      </>
    ),
  };
}

const sidesOf = (content: (side: Language) => ComponentChildren): Localized<BilingualCell> => ({
  en: { children: content('en') },
  fr: { children: content('fr') },
});

type InputsProps = { field: BilingualField; index: number; side: Language; props: EditProps };

function ItemInputs({ field, index, side, props: { page, values } }: InputsProps) {
  const { language } = page;
  const t = EDIT_TEXTS[language];
  const of = (what: string) =>
    fillIn(t.itemLabel, {
      field: NAMES[language][field.path] ?? field.path,
      n: index + 1,
      what,
      language: languageName(side, language),
    });
  const text = textName(field, index, side);
  const value = valueOf(values, text);
  return (
    <>
      {hasHeadings(field) && (
        <TextField
          name={headingName(field, index, side)}
          label={of(field.shape === 'pairs' ? t.name : t.heading)}
          hiddenLabel
          lang={side}
          value={valueOf(values, headingName(field, index, side))}
        />
      )}
      <TextArea name={text} label={of(t.text)} hiddenLabel lang={side} value={value} rows={itemHeight(value)} />
    </>
  );
}

type RowButtonsProps = { field: BilingualField; place: Place; language: Language };

function RowButtons({ field, place: { index, last }, language }: RowButtonsProps) {
  const t = EDIT_TEXTS[language];
  const name = NAMES[language][field.path] ?? field.path;
  const button = (action: Exclude<RowAction, 'add'>, possible: boolean) =>
    possible && (
      <button type="submit" class="link" name="row" value={rowRequest({ path: field.path, index, action })}>
        {t.row[action]}
        <span class="hidden">
          {' '}
          {name} {index + 1}
        </span>
      </button>
    );
  return (
    <p class="row-buttons">
      {button('up', index > 0)} {button('down', index < last - 1)} {button('remove', true)}
    </p>
  );
}

type LockedProps = { item: Localized<Item>; index: number };

/** What the regulations say stands as text: nobody writes in it. */
function lockedRow(field: BilingualField, { item, index }: LockedProps, language: Language): BilingualRow {
  const t = EDIT_TEXTS[language];
  return {
    kind: 'text',
    key: `${field.path} locked ${index}`,
    label: index === 0 ? NAMES[language][field.path] : <span class="hidden">{index + 1}</span>,
    sides: sidesOf((side) => <p class="locked">{item[side].text}</p>),
    findings: index === 0 ? <p class="hint">{t.locked}</p> : undefined,
  };
}

function moreRow(field: BilingualField, rows: number, language: Language): BilingualRow {
  const t = EDIT_TEXTS[language];
  const name = NAMES[language][field.path] ?? field.path;
  return {
    kind: 'text',
    key: `${field.path} more`,
    label: <span class="hidden">{fillIn(t.addRow, { field: name })}</span>,
    sides: { en: { children: <span /> }, fr: { children: <span /> } },
    findings: (
      <>
        <input type="hidden" name={rowsName(field)} value={rows} />
        <button
          type="submit"
          class="link"
          name="row"
          value={rowRequest({ path: field.path, index: rows, action: 'add' })}
        >
          {fillIn(t.addRow, { field: name })}
        </button>
      </>
    ),
  };
}

/** What was found in an item, in the words of the review page, without its buttons. */
export function FindingHints({ findings, language }: { findings: readonly Finding[]; language: Language }) {
  return (
    <>
      {findings.map((finding) => {
        const { title, reason } = wordsOf(finding, language);
        return (
          <div class="finding" key={finding.id}>
            <p>
              <Tag tone={TONES[finding.weight]}>{title}</Tag>
            </p>
            <p>{reason}</p>
          </div>
        );
      })}
    </>
  );
}
