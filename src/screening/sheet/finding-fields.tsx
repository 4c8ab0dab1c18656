import type { ComponentChildren } from 'preact';
import type { Language } from '../../platform/language.ts';
import { errorOf, Radios, TextArea, type FieldError } from '../../site/forms.tsx';
import { SCREENING_TEXTS } from '../screening-texts.ts';
import { findingField, reasonField } from './sheet-form.ts';
import { FINDINGS, WEIGHTS } from './sheet.ts';

type FieldsProps = {
  language: Language;
  code: string;
  /** What is judged: part of each label for those who hear it alone. */
  title: ComponentChildren;
  /** What is asked of it; its title where that is asked for all. */
  asked?: string;
  desirable: boolean;
  value: string | undefined;
  reason: string | undefined;
  /** Whether a reason may be left out. */
  optional: boolean;
  errors: FieldError[];
};

/** What somebody finds at one place of a sheet, or how far it is met, and why. */
export function FindingFields({ language, code, title, asked, desirable, value, reason, ...rest }: FieldsProps) {
  const { optional, errors } = rest;
  const t = SCREENING_TEXTS[language];
  const names: Record<string, string> = desirable ? t.weights : t.findings;
  const options = (desirable ? WEIGHTS : FINDINGS).map((one) => ({ value: one, text: names[one] ?? one }));
  return (
    <>
      <Radios
        name={findingField(code)}
        label={asked ? <Of title={title}>{asked}</Of> : title}
        inline
        options={options}
        value={value}
        error={errorOf(errors, findingField(code))}
      />
      <TextArea
        name={reasonField(code)}
        label={<Of title={title}>{t.reason}</Of>}
        value={reason}
        rows={2}
        optional={optional}
        error={errorOf(errors, reasonField(code))}
      />
    </>
  );
}

const Of = ({ title, children }: { title: ComponentChildren; children: string }) => (
  <>
    {children}
    <span class="hidden"> – {title}</span>
  </>
);
