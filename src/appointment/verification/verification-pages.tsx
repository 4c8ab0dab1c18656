import { entryTold } from '../../people/profile/entry-words.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { DateField, datePartsIn } from '../../site/date-field.tsx';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { errorOf, SubmitButton, TextArea, type FieldError } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, Notice } from '../../site/parts.tsx';
import type { Chosen } from '../conditions/appointment-queries.ts';
import { caseAddress } from '../conditions/case-address.ts';
import { CONDITIONS_TEXTS } from '../conditions/conditions-texts.ts';
import { verificationAddress } from './verification-address.ts';
import type { TakenItem } from './verification-queries.ts';
import { VERIFICATION_TEXTS } from './verification-texts.ts';
import { MAX_WORDS, needsWords, type VerificationAction } from './verification.ts';

type VerifyingProps = {
  page: PageContext;
  chosen: Chosen;
  organisation: Organisation;
  item: TakenItem;
  action: VerificationAction;
  /** As it was typed, by the names of the fields. */
  typed: Readonly<Record<string, string>>;
  /** How many steps there were when the form was first shown. */
  seen: number;
  errors: FieldError[];
  problem?: string | undefined;
};

/** One step on one study or one post. */
export function VerifyingPage({ page, chosen, organisation, item, action, typed, seen, ...wrong }: VerifyingProps) {
  const { language } = page;
  const t = VERIFICATION_TEXTS[language];
  const back = CONDITIONS_TEXTS[language].caseTitle(chosen.number, chosen.reference);
  const told = entryTold(item.part, item.entry, { rules: organisation, language });
  const { errors, problem } = wrong;
  return (
    <StaffLayout
      page={page}
      title={`${t.actions[action]} – ${back}`}
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
        {told}: {t.actions[action]}
      </h1>
      <p>{t.notes[action]}</p>
      <form method="post" action={`/${language}${verificationAddress(chosen, item)}/${action}`} novalidate>
        <input type="hidden" name="seen" value={seen} />
        <DateField name="on" label={t.dayOf[action]} value={datePartsIn(typed, 'on')} error={errorOf(errors, 'on')} />
        <TextArea
          name="words"
          label={t.words[action]}
          optional={!needsWords(action)}
          value={typed['words']}
          rows={4}
          maxCharacters={MAX_WORDS}
          error={errorOf(errors, 'words')}
        />
        <p class="actions">
          <SubmitButton>{t.keep}</SubmitButton>
        </p>
      </form>
    </StaffLayout>
  );
}
