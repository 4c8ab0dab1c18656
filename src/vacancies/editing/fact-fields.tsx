import type { ComponentChildren } from 'preact';
import { ATTACHMENT_FORMATS, ATTACHMENT_KINDS } from '../../notices/notice.ts';
import { countriesByName } from '../../regulations/organisation/countries.ts';
import { deadlineRule } from '../../regulations/deadline.ts';
import { DateField } from '../../site/date-field.tsx';
import { formatClock, formatZone } from '../../site/dates.ts';
import { Checkboxes, errorOf, Radios, Select, TextField, type FieldError, type Option } from '../../site/forms.tsx';
import type { EditProps } from './edit-props.ts';
import { attachmentRows } from './facts-form.ts';
import { OpenEndedField, PostsField } from './life-fields.tsx';
import type { Part } from '../notice-fields.ts';
import { documentName } from '../fact-values.ts';
import { isFactInUse } from '../facts-in-use.ts';
import { FACT_TEXTS, NAMES } from '../field-texts.ts';
import { valueOf } from './section-form.ts';
import { fillIn, VACANCY_TEXTS } from '../vacancy-texts.ts';
import { rulesDay } from '../vacancy.ts';

type Props = EditProps & { errors: FieldError[] };

const BY_PART: Partial<Record<Part, (props: Props) => ComponentChildren>> = {
  header: HeaderFields,
  qualifications: LanguageFields,
  interrelationships: ReportFields,
  contract: ContractFields,
};

/** The facts of a part: what is the same in every language. */
export function FactFields(props: Props) {
  const Fields = BY_PART[props.part];
  if (!Fields) return null;
  return (
    <section class="fact-fields">
      <h2>{VACANCY_TEXTS[props.page.language].edit.facts}</h2>
      <Fields {...props} />
    </section>
  );
}

const textOptions = (values: readonly string[], name: (value: string) => string = (value) => value): Option[] =>
  values.map((value) => ({ value, text: name(value) }));

/** What a field is given to begin with: its name, its value, what is wrong with it. */
const bound = ({ values, errors }: Props, name: string) => ({
  name,
  value: valueOf(values, name),
  error: errorOf(errors, name),
});

function HeaderFields(props: Props) {
  const { page, values, errors, book } = props;
  const { language } = page;
  const t = VACANCY_TEXTS[language].edit;
  const names = NAMES[language];
  const { notice } = props.vacancy;
  const clearances = book.organisation.clearances.levels.map(({ code, name }) => ({
    value: code,
    text: name[language] ? `${name[language]} (${code})` : code,
  }));
  const bodies = book.organisation.bodies.map(({ code, name }) => ({ value: code, text: name[language] }));
  const countries = countriesByName(language).map(({ code, name }) => ({ value: code, text: name }));
  const schedules = textOptions(
    Object.keys(book.vocabulary.data.schedules),
    (code) => FACT_TEXTS[language].schedule[code] ?? code,
  );
  const date = { day: 'deadline-day', month: 'deadline-month', year: 'deadline-year' } as const;
  return (
    <>
      <TextField {...bound(props, 'grades')} label={t.grades} hint={gradesHint(props)} width="short" />
      <PostsField {...props} />
      <Select
        {...bound(props, 'body')}
        label={names['body']}
        empty={t.none}
        options={withPresent(bodies, valueOf(values, 'body'))}
      />
      <TextField {...bound(props, 'city')} label={t.city} width="medium" />
      <Select {...bound(props, 'country')} label={t.country} empty={t.none} options={countries} />
      <Select
        {...bound(props, 'schedule')}
        label={names['schedule']}
        empty={t.none}
        options={withPresent(schedules, valueOf(values, 'schedule'))}
      />
      <DateField
        name="deadline"
        label={names['deadline']}
        error={errorOf(errors, 'deadline')}
        value={{ day: valueOf(values, date.day), month: valueOf(values, date.month), year: valueOf(values, date.year) }}
      />
      <TextField {...bound(props, 'deadline-time')} label={t.deadlineTime} hint={timeHint(props)} width="short" />
      <OpenEndedField {...props} />
      <TextField {...bound(props, 'salary-amount')} label={t.amount} inputmode="decimal" width="short" />
      <TextField {...bound(props, 'salary-currency')} label={t.currency} width="short" />
      <Select
        {...bound(props, 'salary-period')}
        label={t.period}
        empty={t.none}
        options={(['monthly', 'annual', 'hourly'] as const).map((value) => ({
          value,
          text: FACT_TEXTS[language][value],
        }))}
      />
      {isFactInUse('clearance', notice, book.organisation) && (
        <Select
          {...bound(props, 'clearance')}
          label={names['clearance']}
          empty={t.none}
          options={withPresent(clearances, valueOf(values, 'clearance'))}
        />
      )}
      <YesNo {...props} name="budgetPending" />
      {isFactInUse('fastTrack', notice, book.organisation) && <YesNo {...props} name="fastTrack" />}
      <AttachmentFields {...props} />
    </>
  );
}

/** How two grades are written, by two of the organisation's own; nothing where no post has two. */
function gradesHint({ page, book: { organisation } }: Props): string | undefined {
  const { families, twinGrade } = organisation.grades;
  const [lower, higher] = families.find(({ grades }) => grades.length > 1)?.grades ?? [];
  if (twinGrade.length === 0 || lower === undefined || higher === undefined) return undefined;
  return fillIn(VACANCY_TEXTS[page.language].edit.gradesHint, { lower, higher });
}

/** The organisation's own hour, as it is written and as it counts where the notice prints none. */
function timeHint({ page: { language }, vacancy, book: { organisation } }: Props): string {
  const { time, zone } = deadlineRule(organisation, rulesDay(vacancy, vacancy.updatedAt));
  const counts = `${formatClock(time, language)}, ${formatZone(zone, language)}`;
  return fillIn(VACANCY_TEXTS[language].edit.deadlineTimeHint, { short: time.slice(0, 5), time, counts });
}

/** A code that the organisation no longer lists stays to choose, so that saving doesn't lose it. */
const withPresent = (options: Option[], value: string): Option[] =>
  value === '' || options.some((option) => option.value === value) ? options : [...options, { value, text: value }];

function YesNo(props: Props & { name: 'budgetPending' | 'fastTrack' | 'contract.twinGradeNote' }) {
  const { language } = props.page;
  const key = props.name === 'contract.twinGradeNote' ? 'twinGradeNote' : props.name;
  const words = FACT_TEXTS[language][key];
  return (
    <Radios
      {...bound(props, props.name)}
      label={NAMES[language][props.name]}
      options={[
        { value: 'no', text: words.no },
        { value: 'yes', text: words.yes },
      ]}
    />
  );
}

function AttachmentFields(props: Props) {
  const rows = Array.from({ length: attachmentRows(props.vacancy.notice) }, (_, index) => index);
  return (
    <>
      {rows.map((index) => (
        <AttachmentRow key={index} index={index} {...props} />
      ))}
    </>
  );
}

function AttachmentRow(props: Props & { index: number }) {
  const { page, values, index } = props;
  const t = VACANCY_TEXTS[page.language].edit;
  const words = FACT_TEXTS[page.language];
  const name = `attachment-${index}`;
  const kinds = ATTACHMENT_KINDS.map((value) => ({ value, text: documentName(value, props.book, page.language) }));
  const formats = ATTACHMENT_FORMATS.map((value) => ({ value, text: words.format[value] }));
  return (
    <fieldset class="attachment">
      <legend>{fillIn(t.document, { n: index + 1 })}</legend>
      <Select
        {...bound(props, `${name}-kind`)}
        label={NAMES[page.language]['attachments']}
        empty={t.none}
        options={kinds}
      />
      <TextField {...bound(props, `${name}-pages`)} label={t.maxPages} inputmode="numeric" width="short" />
      <Checkboxes
        name={`${name}-a4`}
        label={t.pageSize}
        options={[{ value: 'yes', text: 'A4' }]}
        values={[valueOf(values, `${name}-a4`)]}
      />
      <Checkboxes
        name={`${name}-formats`}
        label={t.formats}
        options={formats}
        values={[values[`${name}-formats`] ?? []].flat()}
        inline
      />
    </fieldset>
  );
}

function LanguageFields(props: Props) {
  const { language } = props.page;
  const t = VACANCY_TEXTS[language].edit;
  const levels = props.book.organisation.languages.levels.map(({ code, name }) => ({
    value: code,
    text: [code, name[language]].filter(Boolean).join(' · '),
  }));
  return (
    <>
      {(['one', 'other'] as const).map((part) => (
        <Select
          key={part}
          {...bound(props, `languages-${part}`)}
          label={t[part]}
          empty={t.none}
          options={withPresent(levels, valueOf(props.values, `languages-${part}`))}
        />
      ))}
    </>
  );
}

function ReportFields(props: Props) {
  const names = NAMES[props.page.language];
  return (
    <>
      <TextField {...bound(props, 'directReports')} label={names['directReports']} inputmode="numeric" width="short" />
      <TextField
        {...bound(props, 'indirectReports')}
        label={names['indirectReports']}
        inputmode="numeric"
        width="short"
      />
    </>
  );
}

function ContractFields(props: Props) {
  const { language } = props.page;
  const clauses = props.book.organisation.contractClauses.map(({ code, name }) => ({
    value: code,
    text: name[language],
  }));
  return (
    <>
      <Select
        {...bound(props, 'contract.clause')}
        label={NAMES[language]['contract.clause']}
        empty={VACANCY_TEXTS[language].edit.none}
        options={withPresent(clauses, valueOf(props.values, 'contract.clause'))}
      />
      {isFactInUse('contract.twinGradeNote', props.vacancy.notice, props.book.organisation) && (
        <YesNo {...props} name="contract.twinGradeNote" />
      )}
    </>
  );
}
