import { fieldId, Fieldset, type FieldProps } from './field.tsx';
import { useLanguage } from './language-context.tsx';
import { SITE_TEXTS } from './site-texts.ts';

/** A date in three inputs named `…-day`, `…-month`, `…-year`; the error summary leads to the first. */
export type DateParts = { day: string; month: string; year: string };

/** The three of a form, by the names of its fields. */
export const datePartsIn = (form: Readonly<Record<string, string>>, name: string): DateParts => ({
  day: form[`${name}-day`] ?? '',
  month: form[`${name}-month`] ?? '',
  year: form[`${name}-year`] ?? '',
});

/** What was typed in the three, as `YYYY-MM-DD`, whether or not there is such a day; empty where nothing was typed. */
export function typedDate({ day, month, year }: DateParts): string {
  return year + month + day === '' ? '' : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

export function DateField(props: FieldProps & { value?: DateParts | undefined; birthday?: boolean | undefined }) {
  const t = SITE_TEXTS[useLanguage()];
  return (
    <Fieldset {...props}>
      <div class="date-parts">
        {(['day', 'month', 'year'] as const).map((part) => (
          <DatePart key={part} part={part} label={t[part]} field={props} />
        ))}
      </div>
    </Fieldset>
  );
}

type DatePartProps = {
  part: keyof DateParts;
  label: string;
  field: FieldProps & { value?: DateParts | undefined; birthday?: boolean | undefined };
};

function DatePart({ part, label, field }: DatePartProps) {
  const id = part === 'day' ? fieldId(field.name) : `${fieldId(field.name)}-${part}`;
  return (
    <div>
      <label for={id}>{label}</label>
      <input
        id={id}
        name={`${field.name}-${part}`}
        type="text"
        inputmode="numeric"
        value={field.value?.[part]}
        class={part === 'year' ? 'input four' : 'input two'}
        autocomplete={field.birthday ? `bday-${part}` : undefined}
        aria-invalid={field.error ? 'true' : undefined}
      />
    </div>
  );
}
