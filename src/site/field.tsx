import type { ComponentChildren } from 'preact';
import { useLanguage } from './language-context.tsx';
import { SITE_TEXTS } from './site-texts.ts';

/** The id of the control of a field: where the error summary leads. */
export const fieldId = (name: string): string => `f-${name.replaceAll(/[^\w-]/g, '-')}`;

export type FieldProps = {
  name: string;
  label: ComponentChildren;
  hint?: ComponentChildren;
  error?: string | undefined;
  optional?: boolean | undefined;
  /** The label is only for screen readers: where a table head or a legend says the same to the eye. */
  hiddenLabel?: boolean | undefined;
};

export const describedBy = (id: string, ...parts: [string, unknown][]): string | undefined =>
  parts
    .filter(([, there]) => there)
    .map(([part]) => `${id}-${part}`)
    .join(' ') || undefined;

export function Hint({ id, children }: { id: string; children?: ComponentChildren }) {
  return children ? (
    <div class="hint" id={`${id}-hint`}>
      {children}
    </div>
  ) : null;
}

function ErrorMessage({ id, error }: { id: string; error: string | undefined }) {
  const t = SITE_TEXTS[useLanguage()];
  if (!error) return null;
  return (
    <p class="field-error" id={`${id}-error`}>
      <span class="hidden">{t.errorPrefix} </span>
      {error}
    </p>
  );
}

const Optional = () => <span class="optional"> {SITE_TEXTS[useLanguage()].optional}</span>;

/** Label, hint and error around one control. */
export function Labelled({ field, children }: { field: FieldProps; children: ComponentChildren }) {
  const id = fieldId(field.name);
  return (
    <div class={field.error ? 'field in-error' : 'field'}>
      <label for={id} class={field.hiddenLabel ? 'hidden' : undefined}>
        {field.label}
        {field.optional && <Optional />}
      </label>
      <Hint id={id}>{field.hint}</Hint>
      <ErrorMessage id={id} error={field.error} />
      {children}
    </div>
  );
}

export const controlProps = ({ name, hint, error }: FieldProps, ...more: [string, unknown][]) => ({
  id: fieldId(name),
  name,
  'aria-describedby': describedBy(fieldId(name), ['hint', hint], ['error', error], ...more),
  'aria-invalid': error ? ('true' as const) : undefined,
});

type GroupProps = FieldProps & { children: ComponentChildren; id?: string };

/** A group of controls under one question. The legend may be the heading of the page. */
export function Fieldset({ name, label, hint, error, optional, hiddenLabel, children }: Omit<GroupProps, 'id'>) {
  const id = fieldId(name);
  const described = describedBy(id, ['hint', hint], ['error', error]);
  return (
    <fieldset class={error ? 'field in-error' : 'field'} aria-describedby={described}>
      <legend class={hiddenLabel ? 'hidden' : undefined}>
        {label}
        {optional && <Optional />}
      </legend>
      <Hint id={id}>{hint}</Hint>
      <ErrorMessage id={id} error={error} />
      {children}
    </fieldset>
  );
}
