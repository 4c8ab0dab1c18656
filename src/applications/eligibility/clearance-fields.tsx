import type { Language } from '../../platform/language.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { DateField } from '../../site/date-field.tsx';
import { errorOf, Select, type FieldError } from '../../site/forms.tsx';
import { CLEARANCE_TEXTS } from './clearance-texts.ts';
import { NO_CLEARANCE, type StatedClearance } from './stated-clearance.ts';

type ClearanceFieldsProps = {
  rules: Pick<Organisation, 'clearances'>;
  language: Language;
  stated: StatedClearance | undefined;
  errors: FieldError[];
};

/** The clearance that is held, where a competition is for those who hold one (E3). */
export function ClearanceFields({ rules: { clearances }, language, stated, errors }: ClearanceFieldsProps) {
  const t = CLEARANCE_TEXTS[language];
  const levels = clearances.levels.map(({ code, name }) => {
    const named = name[language] ?? name.en;
    return { value: code, text: named ? `${code} · ${named}` : code };
  });
  const { day = '', month = '', year = '' } = stated ?? {};
  return (
    <>
      <Select
        name="clearance-level"
        label={t.level}
        hint={t.levelHint}
        options={[...levels, { value: NO_CLEARANCE, text: t.none }]}
        value={stated?.level}
        error={errorOf(errors, 'clearance-level')}
      />
      <Select
        name="clearance-issuer"
        label={t.issuer}
        options={clearances.issuers.accepted.map(({ code, name }) => ({ value: code, text: name[language] }))}
        value={stated?.issuer}
        error={errorOf(errors, 'clearance-issuer')}
      />
      <DateField
        name="clearance-until"
        label={t.until}
        hint={t.untilHint}
        value={{ day, month, year }}
        error={errorOf(errors, 'clearance-until')}
      />
    </>
  );
}

/** The same as hidden fields, to be handed on. */
export const HiddenClearance = ({ stated }: { stated: StatedClearance | undefined }) =>
  stated ? (
    <>
      <input type="hidden" name="clearance-level" value={stated.level} />
      <input type="hidden" name="clearance-issuer" value={stated.issuer} />
      <input type="hidden" name="clearance-until-day" value={stated.day} />
      <input type="hidden" name="clearance-until-month" value={stated.month} />
      <input type="hidden" name="clearance-until-year" value={stated.year} />
    </>
  ) : null;
