import { fieldId } from './field.tsx';
import type { FieldError } from './forms.tsx';
import { useLanguage } from './language-context.tsx';
import { SITE_TEXTS } from './site-texts.ts';

/** What stands between the person and the next step, each linked to its field. Takes the focus where there is JavaScript. */
export function ErrorSummary({ errors, title }: { errors: FieldError[]; title?: string }) {
  const t = SITE_TEXTS[useLanguage()];
  if (errors.length === 0) return null;
  return (
    <div class="error-summary" data-error-summary tabindex={-1}>
      <div role="alert">
        <h2>{title ?? t.problem}</h2>
        <ul>
          {errors.map(({ field, message }) => (
            <li key={field}>
              <a href={`#${fieldId(field)}`}>{message}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
