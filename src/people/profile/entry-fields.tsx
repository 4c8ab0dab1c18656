import { WhichKind } from '../../regulations/education/which-kind.tsx';
import { DateField } from '../../site/date-field.tsx';
import type { FieldProps } from '../../site/field.tsx';
import { Checkboxes, errorOf, Radios, Select, TextArea, TextField, type FieldError } from '../../site/forms.tsx';
import { MonthField } from '../../site/month-field.tsx';
import { choicesIn, fieldLabel, optionsFor, partRules, type Told } from './entry-words.ts';
import { entryProblems, FIELD_LIMITS } from './entry-problems.ts';
import { dateParts, fieldName, monthParts } from './profile-form.ts';
import { explainProblem, PART_TEXTS } from './profile-texts.ts';
import { valueIn, type Entry, type FieldRule, type Part } from './profile.ts';

export type EntryFieldsProps = Told & {
  part: Part;
  entry: Entry;
  errors: FieldError[];
  /** Beside each field: what the file says there. */
  source?: ((field: string) => string | undefined) | undefined;
};

/** The fields of one entry, each by its kind. Their names carry the part and the entry's id. */
export function EntryFields(props: EntryFieldsProps) {
  const { part, rules } = props;
  return (
    <>
      {partRules(part, rules).map(([field, rule]) => (
        <EntryField key={field} {...props} field={field} rule={rule} />
      ))}
    </>
  );
}

function EntryField({
  part,
  entry,
  errors,
  source,
  field,
  rule,
  ...told
}: EntryFieldsProps & { field: string; rule: FieldRule }) {
  const { language } = told;
  const text = PART_TEXTS[language][part].fields[field];
  const passage = source?.(field);
  const name = fieldName(part, entry.id, field);
  const hint = (
    <>
      {rule.kind !== 'yes' && text?.hint} {passage !== undefined && <span class="from-file">{passage}</span>}
    </>
  );
  const hasHint = (rule.kind !== 'yes' && text?.hint !== undefined) || passage !== undefined;
  const props: FieldProps = {
    name,
    label: fieldLabel(part, field, told),
    hint: hasHint ? hint : undefined,
    optional: !rule.needed && rule.kind !== 'yes' && rule.kind !== 'yes-or-no',
    error: errorOf(errors, name),
  };
  const control = <Control {...{ props, rule, told }} value={valueIn(entry, field)} check={text?.hint ?? ''} />;
  if (rule.kind !== 'degree-kind') return control;
  return (
    <>
      {control}
      <WhichKind education={told.rules.education} country={valueIn(entry, 'country')} language={language} />
    </>
  );
}

type ControlProps = { props: FieldProps; rule: FieldRule; value: string; told: Told; check: string };

function Control({ props, rule: { kind }, value, told: { rules, language }, check }: ControlProps) {
  const options = optionsFor(kind, rules, language);
  if (kind === 'yes')
    return <Checkboxes {...props} values={value === 'yes' ? ['yes'] : []} options={[{ value: 'yes', text: check }]} />;
  if (kind === 'completion' || kind === 'working-time' || kind === 'yes-or-no')
    return <Radios {...props} value={value} options={options ?? []} />;
  if (options) return <Select {...props} value={value} options={withTyped(options, value)} />;
  if (kind === 'month') return <MonthField {...props} value={monthParts(value)} />;
  if (kind === 'date') return <DateField {...props} value={dateParts(value)} />;
  if (kind === 'birth-date') return <DateField {...props} value={dateParts(value)} birthday />;
  if (kind === 'lines') return <TextArea {...props} value={value} rows={5} maxCharacters={FIELD_LIMITS.lines} />;
  if (kind === 'hours') return <TextField {...props} value={value} inputmode="decimal" width="short" />;
  if (kind === 'telephone') return <TextField {...props} value={value} type="tel" width="medium" />;
  return <TextField {...props} value={value} />;
}

/** A value that is in no list any more stays to be seen, and to be chosen otherwise. */
const withTyped = (options: { value: string; text: string }[], value: string) =>
  value === '' || options.some((option) => option.value === value) ? options : [{ value, text: value }, ...options];

/** What stands against entries, as a form shows it; what is only missing yet counts where everything is to be shown. */
export function entryErrors(
  part: Part,
  entries: readonly Entry[],
  { everything, ...told }: Told & { everything: boolean },
): FieldError[] {
  const choices = choicesIn(told.rules);
  return entries.flatMap((entry) =>
    entryProblems(entry, partRules(part, told.rules), choices)
      .filter(({ problem }) => everything || problem.problem !== 'missing')
      .map(({ field, problem }) => ({
        field: fieldName(part, entry.id, field),
        message: explainProblem(problem, fieldLabel(part, field, told), told.language),
      })),
  );
}
