import { formatInstantToMinute } from '../../site/dates.ts';
import { Fieldset } from '../../site/field.tsx';
import { SubmitButton } from '../../site/forms.tsx';
import { formOfWindow, type WritesAgain } from './test-window.ts';
import { DayField, HourField } from './window-fields.tsx';
import type { TestProps } from './written-test-props.ts';
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

function Window(props: Props & { one: WritesAgain }) {
  const { page, zone, action, window, one } = props;
  const t = WRITTEN_TEST_TEXTS[page.language];
  const { number, test } = one;
  const form = window?.number === number ? window.form : formOfWindow(one, zone);
  return (
    <form method="post" action={`${action}/${number}`} novalidate>
      <input type="hidden" name="version" value={test.again?.version ?? 0} />
      <Fieldset name={`window-${number}`} label={number} hint={test.again?.isSet ? t.windowSet : t.windowNotSet}>
        <DayField {...props} name={`opens-${number}`} label={t.opensDay} form={form} />
        <HourField {...props} name={`opens-${number}-time`} label={t.opensTime} form={form} />
        <DayField {...props} name={`closes-${number}`} label={t.closesDay} form={form} />
        <HourField {...props} name={`closes-${number}-time`} label={t.closesTime} form={form} />
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
