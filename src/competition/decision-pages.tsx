import { ErrorSummary } from '../site/error-summary.tsx';
import { errorOf, SubmitButton, TextArea, type FieldError } from '../site/forms.tsx';
import { StaffLayout } from '../site/layout.tsx';
import type { PageContext } from '../site/page-context.ts';
import { BackLink } from '../site/parts.tsx';
import { COMPETITION_TEXTS } from './competition-texts.ts';
import { MAX_REASON } from './conflict.ts';

type DecisionProps = { page: PageContext; reference: string; reason: string; errors: FieldError[] };

type Wording = { title: string; note: string; label: string; hint?: string; button: string; danger?: boolean };

/** One decision with its reason: nothing else is asked. */
function ReasonPage({ page, reference, reason, errors, wording }: DecisionProps & { wording: Wording }) {
  const { language, path } = page;
  const t = COMPETITION_TEXTS[language];
  const people = `/${language}/staff/vacancies/${reference}/people`;
  return (
    <StaffLayout
      page={page}
      title={`${wording.title} – ${reference}`}
      nav={page.actor?.links ?? []}
      inError={errors.length > 0}
    >
      <BackLink href={people}>{t.people}</BackLink>
      <ErrorSummary errors={errors} />
      <p class="eyebrow">
        <b>{reference}</b>
      </p>
      <h1>{wording.title}</h1>
      <p>{wording.note}</p>
      <form method="post" action={`/${language}${path}`} novalidate>
        <TextArea
          name="reason"
          label={wording.label}
          hint={wording.hint}
          value={reason}
          rows={4}
          maxCharacters={MAX_REASON}
          error={errorOf(errors, 'reason')}
        />
        <p class="actions">
          <SubmitButton tone={wording.danger ? 'danger' : 'main'}>{wording.button}</SubmitButton>
        </p>
      </form>
    </StaffLayout>
  );
}

export function EndingPage({ name, ...props }: DecisionProps & { name: string }) {
  const t = COMPETITION_TEXTS[props.page.language];
  const wording = {
    title: t.removeTitle(name),
    note: t.removeNote,
    label: t.removeReason,
    hint: t.removeReasonHint,
    button: t.removeButton,
    danger: true,
  };
  return <ReasonPage {...props} wording={wording} />;
}

export function ClearingPage({ name, candidate, ...props }: DecisionProps & { name: string; candidate: string }) {
  const t = COMPETITION_TEXTS[props.page.language];
  const wording = {
    title: t.clearTitle(name, candidate),
    note: t.clearNote,
    label: t.clearReason,
    button: t.clearButton,
  };
  return <ReasonPage {...props} wording={wording} />;
}
