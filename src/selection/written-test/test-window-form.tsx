import { DateField } from '../../site/date-field.tsx';
import { formatInstantToMinute, formatZone } from '../../site/dates.ts';
import { Fieldset } from '../../site/field.tsx';
import { errorOf, SubmitButton, TextField } from '../../site/forms.tsx';
import { formOfWindow, type WritesAgain } from './test-window.ts';
import type { TestProps } from './written-test-pages.tsx';
import { WRITTEN_TEST_TEXTS } from './written-test-texts.ts';

type Props = TestProps & { action: string };

/** For each who writes anew after a review: from when until when they may begin. The test is the same for them as for all. */
export function TestWindows(props: Props) {
  const t = WRITTEN_TEST_TEXTS[props.page.language];
  return (
    <>
      <h2>{t.windows}</h2>
      <p>{t.windowsNote}</p>
      {props.again.map((one) =>
        one.begun ? <Begun key={one.number} {...props} one={one} /> : <Window key={one.number} {...props} one={one} />,
      )}
    </>
  );
}

function Begun({ page: { language }, zone, one: { number, test } }: Props & { one: WritesAgain }) {
  const t = WRITTEN_TEST_TEXTS[language];
  const at = (instant: Date) => formatInstantToMinute(instant, zone, language);
  return <p>{t.windowBegun(number, at(test.opensAt), at(test.closesAt))}</p>;
}

function Window({ page: { language }, zone, action, window, errors, one }: Props & { one: WritesAgain }) {
  const t = WRITTEN_TEST_TEXTS[language];
  const { number, test } = one;
  const form: Readonly<Record<string, string>> = window?.number === number ? window.form : formOfWindow(one, zone);
  const day = (name: string, label: string) => (
    <DateField
      {...{ name, label }}
      value={{
        day: form[`${name}-day`] ?? '',
        month: form[`${name}-month`] ?? '',
        year: form[`${name}-year`] ?? '',
      }}
      error={errorOf(errors, name)}
    />
  );
  const time = (name: string, label: string) => (
    <TextField
      {...{ name, label }}
      hint={t.timeHint(formatZone(zone, language))}
      value={form[name]}
      width="short"
      error={errorOf(errors, name)}
    />
  );
  return (
    <form method="post" action={`${action}/${number}`} novalidate>
      <input type="hidden" name="version" value={test.again?.version ?? 0} />
      <Fieldset name={`window-${number}`} label={number} hint={test.again?.isSet ? t.windowSet : t.windowNotSet}>
        {day(`opens-${number}`, t.opensDay)}
        {time(`opens-${number}-time`, t.opensTime)}
        {day(`closes-${number}`, t.closesDay)}
        {time(`closes-${number}-time`, t.closesTime)}
      </Fieldset>
      <p class="actions">
        <SubmitButton>
          {t.setWindow}
          <span class="hidden"> ({number})</span>
        </SubmitButton>
      </p>
    </form>
  );
}
