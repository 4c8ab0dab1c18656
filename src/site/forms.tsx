import type { ComponentChildren } from 'preact';
import { controlProps, fieldId, Fieldset, Hint, Labelled, type FieldProps } from './field.tsx';
import { useLanguage } from './language-context.tsx';
import { plural } from './numbers.ts';
import { SITE_TEXTS } from './site-texts.ts';

/** What was wrong with one field of a form. */
export type FieldError = { field: string; message: string };

export const errorOf = (errors: FieldError[], field: string): string | undefined =>
  errors.find((error) => error.field === field)?.message;

type Width = 'short' | 'medium' | 'full';

export type TextFieldProps = FieldProps & {
  value?: string | undefined;
  type?: 'text' | 'email' | 'password' | 'search' | 'tel' | 'url' | undefined;
  autocomplete?: string | undefined;
  inputmode?: 'numeric' | 'decimal' | 'text' | undefined;
  width?: Width | undefined;
  /** The language of what is typed, where it isn't the page's. */
  lang?: string | undefined;
  maxlength?: number | undefined;
};

export function TextField(props: TextFieldProps) {
  const { value, type = 'text', autocomplete, inputmode, width = 'full', lang, maxlength } = props;
  const spellcheck = type === 'text' && !autocomplete ? undefined : false;
  const typing = { type, inputmode, maxlength, spellcheck, autocomplete };
  const attributes: object = { ...controlProps(props), ...typing, value, lang, class: `input ${width}` };
  return (
    <Labelled field={props}>
      <input {...attributes} />
    </Labelled>
  );
}

export type TextAreaProps = FieldProps & {
  value?: string | undefined;
  rows?: number | undefined;
  lang?: string | undefined;
  /** Shown and counted down; typing past it is possible, sending is for the server to refuse. */
  maxCharacters?: number | undefined;
};

export function TextArea(props: TextAreaProps) {
  const { value, rows = 5, lang, maxCharacters } = props;
  return (
    <Labelled field={props}>
      <textarea
        {...controlProps(props, ['count', maxCharacters])}
        class="input full"
        rows={rows}
        lang={lang}
        data-max-characters={maxCharacters}
      >
        {value}
      </textarea>
      {maxCharacters !== undefined && <CharacterCount id={fieldId(props.name)} max={maxCharacters} />}
    </Labelled>
  );
}

function CharacterCount({ id, max }: { id: string; max: number }) {
  const language = useLanguage();
  const t = SITE_TEXTS[language];
  const words = {
    'data-left-one': t.charactersLeft.one,
    'data-left-other': t.charactersLeft.other,
    'data-over-one': t.charactersOver.one,
    'data-over-other': t.charactersOver.other,
  };
  return (
    <p class="hint count" id={`${id}-count`} {...words}>
      {plural(max, { one: t.upTo, other: t.upTo }, language)}
    </p>
  );
}

export type Option = { value: string; text: ComponentChildren; hint?: ComponentChildren; lang?: string | undefined };

export function Select(
  props: FieldProps & {
    options: Option[];
    value?: string | undefined;
    empty?: string | undefined;
    autocomplete?: string;
  },
) {
  const t = SITE_TEXTS[useLanguage()];
  return (
    <Labelled field={props}>
      <select {...controlProps(props)} autocomplete={props.autocomplete} class="input select">
        <option value="">{props.empty ?? t.choose}</option>
        {props.options.map(({ value, text, lang }) => (
          <option key={value} value={value} lang={lang} selected={value === props.value}>
            {text}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

export type RadiosProps = FieldProps & { options: Option[]; value?: string | undefined; inline?: boolean | undefined };

export function Radios(props: RadiosProps) {
  return <Choices {...props} type="radio" values={props.value === undefined ? [] : [props.value]} />;
}

export type CheckboxesProps = FieldProps & {
  options: Option[];
  values?: string[] | undefined;
  inline?: boolean | undefined;
};

export function Checkboxes(props: CheckboxesProps) {
  return <Choices {...props} type="checkbox" values={props.values ?? []} />;
}

type ChoicesProps = FieldProps & {
  options: Option[];
  type: 'radio' | 'checkbox';
  values: string[];
  inline?: boolean | undefined;
};

function Choices({ options, type, values, inline, ...field }: ChoicesProps) {
  return (
    <Fieldset {...field}>
      <div class={inline ? 'choices inline' : 'choices'}>
        {options.map((option, index) => {
          const id = index === 0 ? fieldId(field.name) : `${fieldId(field.name)}-${index + 1}`;
          const checked = values.includes(option.value);
          return <Choice key={option.value} {...{ id, type, name: field.name, option, checked }} />;
        })}
      </div>
    </Fieldset>
  );
}

type ChoiceProps = { id: string; type: 'radio' | 'checkbox'; name: string; option: Option; checked: boolean };

function Choice({ id, type, name, option, checked }: ChoiceProps) {
  const described = option.hint ? `${id}-hint` : undefined;
  return (
    <div class="choice">
      <input id={id} type={type} name={name} value={option.value} checked={checked} aria-describedby={described} />
      <label for={id} lang={option.lang}>
        {option.text}
      </label>
      <Hint id={id}>{option.hint}</Hint>
    </div>
  );
}

/** A file, with what is accepted said in the hint; the form must be `multipart/form-data`. */
export function FileField(props: FieldProps & { accept?: string | undefined }) {
  return (
    <Labelled field={props}>
      <input {...controlProps(props)} type="file" accept={props.accept} class="file" />
    </Labelled>
  );
}

type ButtonProps = {
  children: ComponentChildren;
  tone?: 'main' | 'quiet' | 'danger' | undefined;
  name?: string;
  value?: string;
  form?: string;
};

export function SubmitButton({ children, tone = 'main', ...button }: ButtonProps) {
  return (
    <button type="submit" class={tone === 'main' ? 'button' : `button ${tone}`} {...button}>
      {children}
    </button>
  );
}
