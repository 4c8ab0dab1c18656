import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { Checkboxes, errorOf, SubmitButton, TextArea, TextField, type FieldError } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, Notice } from '../../site/parts.tsx';
import type { Chosen } from '../conditions/appointment-queries.ts';
import { ContractDay, HigherGrade, MonthFields, PostFields } from '../contract-fields.tsx';
import { PLANNER_TEXTS } from '../contract-planner-texts.ts';
import { dependsOnAge } from '../contract-planner.ts';
import { offerAddress } from './offer-address.ts';
import type { OfferTyped } from './offer-form.ts';
import { OfferTermsPart } from './offer-terms-part.tsx';
import type { OfferChoice, OfferTerms } from './offer-terms.ts';
import { OFFER_TEXTS } from './offer-texts.ts';
import { MAX_OFFER_REASON } from './offer.ts';

export type DraftProps = {
  page: PageContext;
  chosen: Chosen;
  organisation: Organisation;
  typed: OfferTyped;
  /** What follows from what was typed, where the rules make an offer of it and it was asked for. */
  outcome: { choice: OfferChoice; terms: OfferTerms } | undefined;
  /** Of the draft when the form was first shown; empty for a new offer. */
  version: string;
  today: string;
  errors: FieldError[];
  problem?: string | undefined;
};

/** The form of an offer, and what follows from it before anything is kept. */
export function DraftPage(props: DraftProps) {
  const { page, chosen, version, errors, problem, outcome } = props;
  const { language } = page;
  const t = OFFER_TEXTS[language];
  const address = `/${language}${offerAddress(chosen)}`;
  return (
    <StaffLayout
      page={page}
      title={`${t.draftTitle} – ${t.pageTitle(chosen.number, chosen.reference)}`}
      nav={page.actor?.links ?? []}
      inError={errors.length > 0}
    >
      <BackLink href={address}>{t.pageTitle(chosen.number, chosen.reference)}</BackLink>
      <ErrorSummary errors={errors} />
      {problem && <Notice tone="warning" status title={problem} />}
      <p class="eyebrow">
        <b>{chosen.reference}</b> {chosen.name} · {chosen.number}
      </p>
      <h1>{t.draftTitle}</h1>
      <p class="lede">{t.draftLede}</p>
      <form method="post" action={`${address}/draft`} class="planner" novalidate>
        <div class="planner-form">
          <input type="hidden" name="version" value={version} />
          <div class="fields">
            <ChoiceFields {...props} />
          </div>
          <p class="actions">
            <SubmitButton name="do" value="look" tone={outcome ? 'quiet' : 'main'}>
              {t.look}
            </SubmitButton>
          </p>
        </div>
        {outcome && <Outcome {...props} outcome={outcome} />}
      </form>
    </StaffLayout>
  );
}

function Outcome({
  page: { language },
  organisation,
  today,
  outcome,
}: DraftProps & { outcome: NonNullable<DraftProps['outcome']> }) {
  const t = OFFER_TEXTS[language];
  return (
    <section class="planned" aria-labelledby="planned">
      <h2 id="planned">{t.follows}</h2>
      <OfferTermsPart {...{ language, organisation, ...outcome, today }} />
      <p>{t.keepNote}</p>
      <p class="actions">
        <SubmitButton name="do" value="keep">
          {t.keep}
        </SubmitButton>
      </p>
    </section>
  );
}

function ChoiceFields(props: DraftProps) {
  const { page, organisation, errors } = props;
  const { language } = page;
  const t = OFFER_TEXTS[language];
  const hasTwins = organisation.grades.twinGrade.length > 0;
  return (
    <>
      <h2>{PLANNER_TEXTS[language].choosePost}</h2>
      <PostFields {...props} countryNeeded={organisation.dutyStations.length > 0} />
      <HigherGrade {...props} />
      {dependsOnAge(organisation) && <ContractDay {...props} name="born" birthday hint={t.bornHint} />}
      <details open={isMoreGiven(props)}>
        <summary>{PLANNER_TEXTS[language].more}</summary>
        <div class="fields">
          <MonthFields {...props} />
        </div>
      </details>
      {hasTwins && (
        <details open={isExceptionGiven(props)}>
          <summary>{t.exceptions}</summary>
          <div class="fields">
            <p>{t.exceptionsNote}</p>
            <ExceptionFields {...props} errors={errors} />
          </div>
        </details>
      )}
    </>
  );
}

const isMoreGiven = ({ typed, errors }: DraftProps): boolean =>
  typed.renewal !== '' ||
  typed.earlier !== '' ||
  errors.some(({ field }) => field === 'renewal' || field === 'earlier');

const EXCEPTIONS = ['directly', 'directlyReason', 'reduction', 'reductionReason'] as const;
const isExceptionGiven = ({ typed, errors }: DraftProps): boolean =>
  EXCEPTIONS.some((name) => typed[name] !== '' || errors.some(({ field }) => field === name));

function ExceptionFields({ page: { language }, typed, errors }: DraftProps) {
  const t = OFFER_TEXTS[language];
  const reason = { rows: 3, maxCharacters: MAX_OFFER_REASON, optional: true } as const;
  return (
    <>
      <Checkboxes
        name="directly"
        label={t.directly}
        options={[{ value: 'yes', text: t.directlyYes }]}
        values={typed.directly === '' ? [] : [typed.directly]}
        error={errorOf(errors, 'directly')}
        optional
      />
      <TextArea
        name="directlyReason"
        label={t.directlyReason}
        value={typed.directlyReason}
        error={errorOf(errors, 'directlyReason')}
        {...reason}
      />
      <TextField
        name="reduction"
        label={t.reduction}
        hint={t.reductionHint}
        value={typed.reduction}
        inputmode="numeric"
        width="short"
        error={errorOf(errors, 'reduction')}
        optional
      />
      <TextArea
        name="reductionReason"
        label={t.reductionReason}
        value={typed.reductionReason}
        error={errorOf(errors, 'reductionReason')}
        {...reason}
      />
    </>
  );
}
