import { fieldId, Fieldset, type FieldProps } from './field.tsx';
import { useLanguage } from './language-context.tsx';
import { SITE_TEXTS } from './site-texts.ts';

type MonthFieldProps = FieldProps & { value: { month: string; year: string } };

/** A month in two inputs named `…-month` and `…-year`; the error summary leads to the first. */
export function MonthField(props: MonthFieldProps) {
  const t = SITE_TEXTS[useLanguage()];
  const { name, value, error } = props;
  return (
    <Fieldset {...props}>
      <div class="date-parts">
        {(['month', 'year'] as const).map((part) => {
          const id = part === 'month' ? fieldId(name) : `${fieldId(name)}-${part}`;
          return (
            <div key={part}>
              <label for={id}>{t[part]}</label>
              <input
                id={id}
                name={`${name}-${part}`}
                type="text"
                inputmode="numeric"
                value={value[part]}
                class={part === 'year' ? 'input four' : 'input two'}
                aria-invalid={error ? 'true' : undefined}
              />
            </div>
          );
        })}
      </div>
    </Fieldset>
  );
}
