import { fieldId, Fieldset, type FieldProps } from './field.tsx';
import { useLanguage } from './language-context.tsx';
import { SITE_TEXTS } from './site-texts.ts';

/** A date in three inputs named `…-day`, `…-month`, `…-year`; the error summary leads to the first. */
export type DateParts = { day: string; month: string; year: string };

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
