import { LANGUAGES, type Language, type Localized } from '../../platform/language.ts';
import type { NoticeRecord } from '../../notices/notice.ts';
import { BilingualRows, type BilingualCell, type BilingualRow } from '../../site/bilingual-rows.tsx';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { Select, SubmitButton, TextArea } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import { BackLink, Notice } from '../../site/parts.tsx';
import { colon } from '../../site/punctuation.ts';
import { languageName } from '../../site/language-name.ts';
import type { EditProps } from './edit-props.ts';
import { CorrectionFields, ToTellFirst } from './correction-fields.tsx';
import { wasAsked } from './correction-form.ts';
import { CORRECTION_TEXTS } from './correction-texts.ts';
import { FactFields } from './fact-fields.tsx';
import { factText, type CodeBook } from '../fact-values.ts';
import { differencesOf } from '../notice-differences.ts';
import { FACTS, FIELDS, isFact, type BilingualField } from '../notice-fields.ts';
import { NAMES } from '../field-texts.ts';
import { EDIT_TEXTS } from './edit-texts.ts';
import { fieldHeight } from './field-height.ts';
import { itemFieldRows } from './item-fields.tsx';
import { isListed } from './item-form.ts';
import { nameOf, typed, valueOf } from './section-form.ts';
import { staffNav } from '../vacancy-pages.tsx';
import { fillIn, VACANCY_TEXTS } from '../vacancy-texts.ts';
import { isPublic } from '../vacancy-state.ts';
import type { Vacancy } from '../vacancy.ts';

/** One part of the notice as a form, both languages side by side. */
export function EditPage(props: EditProps) {
  const { page, vacancy, part, values, errors = [], problem, conflict, toTell } = props;
  const { language } = page;
  const t = VACANCY_TEXTS[language];
  const title = fillIn(t.edit.title, { part: NAMES[language][part] ?? part });
  const here = `/${language}/staff/vacancies/${vacancy.reference}`;
  const inError = errors.length > 0 || problem !== undefined || conflict !== undefined;
  return (
    <StaffLayout page={page} title={`${title} · ${vacancy.reference}`} nav={staffNav(page)} inError={inError}>
      <BackLink href={`${here}#part-${part}`}>{t.confirm.back}</BackLink>
      <ErrorSummary errors={errors} />
      {problem !== undefined && (
        <Notice tone="error" status>
          <p>{problem}</p>
        </Notice>
      )}
      <p class="eyebrow">
        <b>{vacancy.reference}</b>
      </p>
      <h1>{title}</h1>
      {conflict && <Conflict {...props} conflict={conflict} />}
      {toTell && <ToTellFirst language={language} />}
      {isPublic(vacancy.status) && !toTell && (
        <Notice tone="warning">
          <p>{t.review.publicWarning}</p>
        </Notice>
      )}
      <form method="post" action={`${here}/edit/${part}`} class="edit-form">
        <input type="hidden" name="version" value={vacancy.version} />
        {/* Enter in a field presses the first button of a form: it saves, and moves no row. */}
        <button type="submit" class="hidden" tabindex={-1} aria-hidden="true">
          {t.edit.save}
        </button>
        <BilingualRows caption={t.edit.texts} rows={FIELDS[part].flatMap((field) => fieldRows(field, props))} />
        <Catalogue {...props} />
        {FACTS[part].length > 0 && <FactFields {...props} errors={errors} />}
        {(toTell || wasAsked(values)) && (
          <CorrectionFields
            {...{ values, errors, language }}
            change={toTell && { before: vacancy, after: toTell.after }}
          />
        )}
        <p class="actions">
          <SubmitButton>{toTell ? CORRECTION_TEXTS[language].save : t.edit.save}</SubmitButton>
          <a href={`${here}#part-${part}`}>{t.edit.cancel}</a>
        </p>
      </form>
    </StaffLayout>
  );
}

const fieldRows = (field: BilingualField, props: EditProps): BilingualRow[] =>
  isListed(field) ? itemFieldRows(field, props) : [fieldRow(field, props)];

function fieldRow(field: BilingualField, { page, values, findingsOf }: EditProps): BilingualRow {
  const { language } = page;
  const t = VACANCY_TEXTS[language].edit;
  const sides = LANGUAGES.map((side): [Language, BilingualCell] => [
    side,
    { children: <SideField {...{ field, side, language }} value={valueOf(values, nameOf(field, side))} /> },
  ]);
  return {
    kind: 'text',
    key: field.path,
    label: NAMES[language][field.path],
    sides: Object.fromEntries(sides) as Localized<BilingualCell>,
    findings: findingsOf?.(field.path, 0) || <p class="hint">{t.text}</p>,
  };
}

type SideFieldProps = { field: BilingualField; side: Language; language: Language; value: string };

function SideField({ field, side, language, value }: SideFieldProps) {
  const name = nameOf(field, side);
  const label = `${NAMES[language][field.path]} (${languageName(side, language)})`;
  return <TextArea name={name} label={label} hiddenLabel lang={side} value={value} rows={fieldHeight(field, value)} />;
}

/** The value of the button that adds what was chosen from the catalogue. */
export const CATALOGUE_BUTTON = 'catalogue';

/** Chosen by its name in the reader's language, put in every language. */
function Catalogue({ page, catalogue = [] }: EditProps) {
  const { language } = page;
  const t = EDIT_TEXTS[language];
  if (catalogue.length === 0) return null;
  const options = catalogue.map(({ code, item }) => {
    const { heading, text } = item[language];
    return { value: code, text: text === '' ? heading : `${heading}${colon(language)}${text}` };
  });
  return (
    <div class="catalogue">
      <Select
        name="catalogue"
        label={t.catalogue}
        value=""
        options={[{ value: '', text: t.chooseFromCatalogue }, ...options]}
      />
      <button type="submit" class="button quiet" name="row" value={CATALOGUE_BUTTON}>
        {t.addFromCatalogue}
      </button>
    </div>
  );
}

/** What somebody else has put in place meanwhile, for each field of this part that was typed differently. */
function Conflict({ page, vacancy, part, conflict, book }: EditProps & { conflict: NoticeRecord }) {
  const { language } = page;
  const t = VACANCY_TEXTS[language].edit;
  const paths: readonly string[] = [...FACTS[part], ...FIELDS[part].map(({ path }) => path)];
  const differences = differencesOf(vacancy.notice, conflict).filter(({ path }) => paths.includes(path));
  return (
    <Notice tone="warning" title={t.conflictTitle} status>
      <p>{t.conflict}</p>
      <dl class="stands-now">
        {differences.map(({ path, language: side }) => (
          <div key={`${path} ${side ?? ''}`}>
            <dt>
              {t.standsNow}
              {colon(language)}
              {NAMES[language][path]} {side && `(${languageName(side, language)})`}
            </dt>
            <dd class="as-typed" lang={side}>
              {currentText(path, side ?? language, { vacancy, language, book }) || '–'}
            </dd>
          </div>
        ))}
      </dl>
    </Notice>
  );
}

type Current = { vacancy: Vacancy; language: Language; book: CodeBook };

function currentText(path: string, side: Language, { vacancy, language, book }: Current): string | undefined {
  const { notice } = vacancy;
  if (isFact(path)) return factText(path, { notice, language, book });
  const field = Object.values(FIELDS)
    .flat()
    .find((one) => one.path === path);
  return field && typed(field, field.read(notice, side));
}
