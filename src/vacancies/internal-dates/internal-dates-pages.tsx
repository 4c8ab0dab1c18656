import { DateField } from '../../site/date-field.tsx';
import { formatInstant, formatZone } from '../../site/dates.ts';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { errorOf, SubmitButton, TextArea, TextField, type FieldError } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, Facts } from '../../site/parts.tsx';
import { valueOf, type FormValues } from '../editing/section-form.ts';
import { OPENING_NOTES } from '../publication/opening-texts.ts';
import { OPEN_ENDED } from '../publication/publication-texts.ts';
import { addressOf } from '../review/review-pages.tsx';
import { staffNav } from '../vacancy-pages.tsx';
import { fillIn, VACANCY_TEXTS } from '../vacancy-texts.ts';
import type { Vacancy } from '../vacancy.ts';
import { datePartsOf, type DateFieldName } from './internal-dates-form.ts';
import { INTERNAL_DATES_TEXTS } from './internal-dates-texts.ts';

type InternalDatesProps = { page: PageContext; vacancy: Vacancy; values: FormValues; errors: FieldError[] };

/** The last day of serving staff, and the day on which what is theirs alone opens to everybody. */
export function InternalDatesPage(props: InternalDatesProps) {
  const { page, vacancy, values, errors } = props;
  const { language } = page;
  const { deadlineAt, deadlineZone, audience, status } = vacancy;
  const t = INTERNAL_DATES_TEXTS[language];
  const { back } = VACANCY_TEXTS[language].confirm;
  const title = fillIn(t.title, { reference: vacancy.reference });
  const everybodys = deadlineAt ? formatInstant(deadlineAt, deadlineZone, language) : OPEN_ENDED[language];
  return (
    <StaffLayout page={page} title={title} nav={staffNav(page)} inError={errors.length > 0}>
      <BackLink href={addressOf(props)}>{back}</BackLink>
      <ErrorSummary errors={errors} />
      <h1>{title}</h1>
      <p class="lede">{t.lede}</p>
      <Facts facts={[{ term: t.publicDeadline, value: everybodys }]} />
      <form method="post" action={`${addressOf(props)}/internal-dates`} class="form" novalidate>
        <input type="hidden" name="version" value={vacancy.version} />
        <Instant {...props} name="deadline" label={t.deadline} hint={t.deadlineHint} time={t.deadlineTime} />
        {audience === 'internal' && (
          <Instant
            {...props}
            name="opening"
            label={t.opening}
            hint={fillIn(t.openingHint, { note: OPENING_NOTES.internal[language] })}
            time={t.openingTime}
          />
        )}
        {status === 'published' && (
          <TextArea
            name="reason"
            label={t.reason}
            hint={t.reasonHint}
            rows={3}
            value={valueOf(values, 'reason')}
            error={errorOf(errors, 'reason')}
          />
        )}
        <p class="actions">
          <SubmitButton>{t.save}</SubmitButton>
          <a href={addressOf(props)}>{back}</a>
        </p>
      </form>
    </StaffLayout>
  );
}

type InstantProps = InternalDatesProps & { name: DateFieldName; label: string; hint: string; time: string };

function Instant({ page: { language }, vacancy, values, errors, name, label, hint, time }: InstantProps) {
  const { timeHint } = INTERNAL_DATES_TEXTS[language];
  return (
    <>
      <DateField
        name={name}
        label={label}
        hint={hint}
        value={datePartsOf(values, name)}
        error={errorOf(errors, name)}
        optional
      />
      <TextField
        name={`${name}-time`}
        label={time}
        hint={fillIn(timeHint, { zone: formatZone(vacancy.deadlineZone, language) })}
        width="short"
        value={valueOf(values, `${name}-time`)}
        error={errorOf(errors, `${name}-time`)}
      />
    </>
  );
}
