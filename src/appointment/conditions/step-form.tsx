import type { ComponentChildren } from 'preact';
import { DateField, datePartsIn } from '../../site/date-field.tsx';
import { civilDayIn } from '../../site/dates.ts';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { errorOf, SubmitButton, type FieldError } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, Notice } from '../../site/parts.tsx';
import { colon } from '../../site/punctuation.ts';
import type { Chosen } from './appointment-queries.ts';
import { caseAddress } from './case-address.ts';
import { CONDITIONS_TEXTS } from './conditions-texts.ts';

/** What a form of one step was shown with, and what was refused of it. */
export type StepFormProps = {
  page: PageContext;
  chosen: Chosen;
  /** As it was typed, by the names of the fields. */
  typed: Readonly<Record<string, string>>;
  /** How many steps there were when the form was first shown. */
  seen: number;
  errors: FieldError[];
  problem?: string | undefined;
};

/** The day as its fields have it before anybody types: today where the post is. */
export function typedToday(now: Date, { zone }: Pick<Chosen, 'zone'>): Record<string, string> {
  const [year = '', month = '', day = ''] = civilDayIn(now, zone).split('-');
  return { 'on-day': String(Number(day)), 'on-month': String(Number(month)), 'on-year': year };
}

type Asked = StepFormProps & {
  /** What the step is called, what it is taken on, and what there is to know before it is. */
  step: { action: string; of: string; notes: readonly string[] };
  /** Where it is sent, after the page of the appointment. */
  address: string;
  dayLabel: string;
  tone?: 'main' | 'danger';
  /** Fields after the day. */
  children: ComponentChildren;
};

/** The page of one step in an appointment: the day, what else this step needs, and nothing more. */
export function StepFormPage({ page, chosen, step, address, dayLabel, tone = 'main', children, ...form }: Asked) {
  const { language } = page;
  const t = CONDITIONS_TEXTS[language];
  const { typed, seen, errors, problem } = form;
  const back = t.caseTitle(chosen.number, chosen.reference);
  return (
    <StaffLayout
      page={page}
      title={`${step.action}${colon(language)}${step.of} – ${back}`}
      nav={page.actor?.links ?? []}
      inError={errors.length > 0}
    >
      <BackLink href={`/${language}${caseAddress(chosen)}`}>{back}</BackLink>
      <ErrorSummary errors={errors} />
      {problem && <Notice tone="warning" status title={problem} />}
      <p class="eyebrow">
        <b>{chosen.reference}</b> {chosen.name} · {chosen.number}
      </p>
      <h1>
        {step.of}
        {colon(language)}
        {step.action}
      </h1>
      {step.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <form method="post" action={`/${language}${address}`} novalidate>
        <input type="hidden" name="seen" value={seen} />
        <DateField name="on" label={dayLabel} value={datePartsIn(typed, 'on')} error={errorOf(errors, 'on')} />
        {children}
        <p class="actions">
          <SubmitButton tone={tone}>{t.keep}</SubmitButton>
        </p>
      </form>
    </StaffLayout>
  );
}
