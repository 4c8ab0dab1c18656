import { LANGUAGES, type Language, type Localized } from '../platform/language.ts';
import type { NoticeRecord } from '../notices/notice.ts';
import { BilingualRows, type BilingualCell, type BilingualRow } from '../site/bilingual-rows.tsx';
import { ErrorSummary } from '../site/error-summary.tsx';
import { SubmitButton, TextArea } from '../site/forms.tsx';
import { StaffLayout } from '../site/layout.tsx';
import { BackLink, Notice } from '../site/parts.tsx';
import { languageName } from '../site/language-name.ts';
import type { EditProps } from './edit-props.ts';
import { FactFields } from './fact-fields.tsx';
import { factText, type CodeBook } from './fact-values.ts';
import { differencesOf } from './notice-differences.ts';
import { FACTS, FIELDS, isFact, type BilingualField } from './notice-fields.ts';
import { NAMES } from './field-texts.ts';
import { nameOf, typed, valueOf } from './section-form.ts';
import { staffNav } from './vacancy-pages.tsx';
import { fillIn, VACANCY_TEXTS } from './vacancy-texts.ts';
import { isPublic } from './vacancy-state.ts';
import type { Vacancy } from './vacancy.ts';

/** One part of the notice as a form, both languages side by side. */
export function EditPage(props: EditProps) {
  const { page, vacancy, part, errors = [], problem, conflict } = props;
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
      {isPublic(vacancy.status) && (
        <Notice tone="warning">
          <p>{t.review.publicWarning}</p>
        </Notice>
      )}
      <form method="post" action={`${here}/edit/${part}`} class="edit-form">
        <input type="hidden" name="version" value={vacancy.version} />
        <BilingualRows caption={t.edit.texts} rows={FIELDS[part].map((field) => fieldRow(field, props))} />
        {FACTS[part].length > 0 && <FactFields {...props} errors={errors} />}
        <p class="actions">
          <SubmitButton>{t.edit.save}</SubmitButton>
          <a href={`${here}#part-${part}`}>{t.edit.cancel}</a>
        </p>
      </form>
    </StaffLayout>
  );
}

function fieldRow(field: BilingualField, { page, values }: EditProps): BilingualRow {
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
    findings: <p class="hint">{field.path === 'otherFields' ? t.otherFields : t[field.shape]}</p>,
  };
}

type SideFieldProps = { field: BilingualField; side: Language; language: Language; value: string };

function SideField({ field, side, language, value }: SideFieldProps) {
  const name = nameOf(field, side);
  const label = `${NAMES[language][field.path]} (${languageName(side, language)})`;
  return <TextArea name={name} label={label} hiddenLabel lang={side} value={value} rows={rowsFor(field, value)} />;
}

/** High enough for what stands in it, at some 55 characters a line, up to the height of a screen. */
export function rowsFor({ shape }: BilingualField, value: string): number {
  const lines = value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 55)), 0);
  return Math.min(30, Math.max(shape === 'text' ? 2 : 4, lines + 1));
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
              {t.standsNow}: {NAMES[language][path]} {side && `(${languageName(side, language)})`}
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
