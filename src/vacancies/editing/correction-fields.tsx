import { LANGUAGES, type Language } from '../../platform/language.ts';
import { errorOf, TextArea, type FieldError } from '../../site/forms.tsx';
import { Notice } from '../../site/parts.tsx';
import { deadlineMove, reopens } from './correction.ts';
import { NOTE_FIELD, REASON_FIELD } from './correction-form.ts';
import { CORRECTION_TEXTS } from './correction-texts.ts';
import { valueOf, type FormValues } from './section-form.ts';
import type { Vacancy } from '../vacancy.ts';

type Props = {
  values: FormValues;
  errors: FieldError[];
  language: Language;
  /** The vacancy as it is and as it would be; unknown while something else in the form cannot be read. */
  change: { before: Vacancy; after: Vacancy } | undefined;
};

/** What the public is told of a change, in each language; and the reason, where the deadline moves. */
export function CorrectionFields({ values, errors, language, change }: Props) {
  const t = CORRECTION_TEXTS[language];
  const moved = change && deadlineMove(change);
  return (
    <section class="fact-fields" id="correction">
      <h2>{t.title}</h2>
      <p>{t.intro}</p>
      {moved && (
        <Notice tone="warning">
          <p>
            {t.move[moved]} {reopens(change) && t.reopens}
          </p>
        </Notice>
      )}
      {LANGUAGES.map((side) => (
        <TextArea
          key={side}
          name={NOTE_FIELD[side]}
          label={t.note[side]}
          hint={t.noteHint}
          lang={side}
          rows={3}
          value={valueOf(values, NOTE_FIELD[side])}
          error={errorOf(errors, NOTE_FIELD[side])}
        />
      ))}
      {values[REASON_FIELD] !== undefined && (
        <TextArea
          name={REASON_FIELD}
          label={t.reason}
          hint={t.reasonHint}
          rows={2}
          value={valueOf(values, REASON_FIELD)}
          error={errorOf(errors, REASON_FIELD)}
        />
      )}
    </section>
  );
}

/** Why nothing is saved yet, and the way to what is asked. */
export function ToTellFirst({ language }: { language: Language }) {
  const t = CORRECTION_TEXTS[language];
  return (
    <Notice tone="warning" title={t.notYet} status>
      <p>
        <a href="#correction">{t.toNote}</a>
      </p>
    </Notice>
  );
}
