import type { Language } from '../../platform/language.ts';
import { DateField } from '../../site/date-field.tsx';
import { formatZone } from '../../site/dates.ts';
import { errorOf, Radios, TextField, type FieldError } from '../../site/forms.tsx';
import { PUBLICATION_TEXTS } from './publication-texts.ts';
import { valueOf, type FormValues } from '../editing/section-form.ts';
import { fillIn } from '../vacancy-texts.ts';
import { AUDIENCES } from '../vacancy.ts';

type Props = { values: FormValues; errors: FieldError[]; zone: string; language: Language };

/** For whom a vacancy is published, and when. */
export function PublicationFields({ values, errors, zone, language }: Props) {
  const t = PUBLICATION_TEXTS[language];
  const part = (name: string) => valueOf(values, `publish-${name}`);
  return (
    <>
      <Radios
        name="audience"
        label={t.audience}
        value={valueOf(values, 'audience')}
        options={AUDIENCES.toReversed().map((value) => ({
          value,
          text: t.audiences[value].name,
          hint: t.audiences[value].hint,
        }))}
      />
      <Radios
        name="when"
        label={t.when}
        value={valueOf(values, 'when') || 'now'}
        options={[
          { value: 'now', text: t.now },
          { value: 'later', text: t.later },
        ]}
      />
      <DateField
        name="publish"
        label={t.day}
        error={errorOf(errors, 'publish')}
        value={{ day: part('day'), month: part('month'), year: part('year') }}
      />
      <TextField
        name="publish-time"
        label={t.time}
        hint={fillIn(t.timeHint, { zone: formatZone(zone, language) })}
        width="short"
        value={part('time')}
        error={errorOf(errors, 'publish-time')}
      />
    </>
  );
}
