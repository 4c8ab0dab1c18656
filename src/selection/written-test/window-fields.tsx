import { DateField, datePartsIn } from '../../site/date-field.tsx';
import { formatZone } from '../../site/dates.ts';
import { errorOf, TextField } from '../../site/forms.tsx';
import type { TestForm } from './test-form.ts';
import type { TestProps } from './written-test-props.ts';
import { WRITTEN_TEST_TEXTS } from './written-test-texts.ts';

type FieldOf = Pick<TestProps, 'page' | 'zone' | 'errors'> & { name: string; label: string; form: TestForm };

/** The day on which a test may be begun for the first or the last time. */
export const DayField = ({ name, label, form, errors }: FieldOf) => (
  <DateField {...{ name, label }} value={datePartsIn(form, name)} error={errorOf(errors, name)} />
);

/** The hour of that day, in the zone of the deadline. */
export const HourField = ({ name, label, form, errors, page: { language }, zone }: FieldOf) => (
  <TextField
    {...{ name, label }}
    hint={WRITTEN_TEST_TEXTS[language].timeHint(formatZone(zone, language))}
    value={form[name]}
    width="short"
    error={errorOf(errors, name)}
  />
);
