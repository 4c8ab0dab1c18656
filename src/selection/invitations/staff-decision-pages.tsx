import { formatInstantToMinute } from '../../site/dates.ts';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { errorOf, Radios, SubmitButton, TextArea, type FieldError } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink } from '../../site/parts.tsx';
import { MAX_REASON, openSlots, type Slot } from './invitation.ts';
import { STAFF_INVITATION_TEXTS } from './staff-invitation-texts.ts';

type DecisionProps = { page: PageContext; reference: string; stage: string; zone: string; errors: FieldError[] };

const stageAddress = ({ page, reference, stage }: DecisionProps): string =>
  `/${page.language}/staff/vacancies/${reference}/invitations/${stage}`;

/** Cancelling a time, with the reason that those who have it are told. */
export function CancelPage(props: DecisionProps & { slot: Slot }) {
  const { page, slot, zone, errors } = props;
  const t = STAFF_INVITATION_TEXTS[page.language];
  const title = t.cancelTitle(formatInstantToMinute(slot.startsAt, zone, page.language));
  return (
    <StaffLayout
      page={page}
      title={`${title} – ${props.reference}`}
      nav={page.actor?.links ?? []}
      inError={errors.length > 0}
    >
      <BackLink href={stageAddress(props)}>{t.timesOfStage}</BackLink>
      <ErrorSummary errors={errors} />
      <p class="eyebrow">
        <b>{props.reference}</b>
      </p>
      <h1>{title}</h1>
      <p>{t.cancelNote}</p>
      <form method="post" action={`/${page.language}${page.path}`} novalidate>
        <TextArea
          name="reason"
          label={t.cancelReason}
          rows={3}
          maxCharacters={MAX_REASON}
          error={errorOf(errors, 'reason')}
        />
        <div class="actions">
          <SubmitButton tone="danger">{t.cancelButton}</SubmitButton>
        </div>
      </form>
    </StaffLayout>
  );
}

type AnswerProps = DecisionProps & {
  candidate: string;
  asked: string;
  slots: readonly Slot[];
  held: string | null;
  now: Date;
  fields: Readonly<Record<string, string>>;
};

/** The answer to somebody who asks for another time. */
export function AnswerPage(props: AnswerProps) {
  const { page, candidate, asked, slots, held, zone, now, fields, errors } = props;
  const t = STAFF_INVITATION_TEXTS[page.language];
  const free = openSlots(slots, now).filter(({ id }) => id !== held);
  const options = free.map(({ id, startsAt }) => ({
    value: id,
    text: formatInstantToMinute(startsAt, zone, page.language),
  }));
  return (
    <StaffLayout
      page={page}
      title={`${t.answerTitle(candidate)} – ${props.reference}`}
      nav={page.actor?.links ?? []}
      inError={errors.length > 0}
    >
      <BackLink href={stageAddress(props)}>{t.timesOfStage}</BackLink>
      <ErrorSummary errors={errors} />
      <p class="eyebrow">
        <b>{props.reference}</b>
      </p>
      <h1>{t.answerTitle(candidate)}</h1>
      <p>{t.asksFor(asked)}</p>
      <form method="post" action={`/${page.language}${page.path}`} novalidate>
        <Radios
          name="slot"
          label={t.answerSlot}
          options={[...options, { value: '', text: t.keep }]}
          value={fields['slot']}
          error={errorOf(errors, 'slot')}
        />
        <TextArea
          name="words"
          label={t.answerWords}
          hint={t.answerHint}
          value={fields['words']}
          rows={4}
          maxCharacters={MAX_REASON}
          error={errorOf(errors, 'words')}
        />
        <div class="actions">
          <SubmitButton>{t.send}</SubmitButton>
        </div>
      </form>
    </StaffLayout>
  );
}
