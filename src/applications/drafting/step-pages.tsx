import type { ComponentChildren } from 'preact';
import type { Language } from '../../platform/language.ts';
import { AutosaveForm } from '../../site/autosave-form.tsx';
import { formatInstantToMinute } from '../../site/dates.ts';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { SubmitButton, type FieldError } from '../../site/forms.tsx';
import { PublicLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, Notice } from '../../site/parts.tsx';
import { standingOf, type Dossier } from '../application.ts';
import { APPLICATION_TEXTS, explainGap } from '../application-texts.ts';
import { STEPS, type Answers, type AnswerStep, type StepName } from '../answers.ts';
import type { FieldsProps } from './step-fields-props.ts';
import { BothTexts } from './both-texts.tsx';
import { DeclarationFields, IdentityFields, LanguageFields } from './step-fields.tsx';
import { CareerFields, WillingnessFields } from '../career/career-fields.tsx';
import { KeepToo, ProfileOfferForms } from '../career/profile-offer.tsx';
import { isCopied, type ProfileOffer } from '../career/profile-copy.ts';
import { RequirementFields } from './requirement-fields.tsx';
import { VacancyTitle } from '../eligibility/eligibility-pages.tsx';
import { DISCARD_TEXTS, NOT_SAVED } from '../discarding/discard-texts.ts';
import { marksText } from './draft.ts';
import { QuestionFields } from '../questions/question-fields.tsx';
import { askedSteps, gapsOf, type Gap } from './steps.ts';

export type StepPageProps = {
  page: PageContext;
  /** As saved. */
  dossier: Dossier;
  step: AnswerStep;
  now: Date;
  /** As typed, where that isn't what is saved. */
  typed?: Answers | undefined;
  /** Say what is wrong, and what is missing too where the person asked for it. */
  show: 'mistakes' | 'everything';
  outcome?: 'to-mend' | 'changed-meanwhile' | 'no-draft' | 'discarded' | undefined;
  /** What may be taken from the profile, or kept in it too. */
  offer?: ProfileOffer | undefined;
  /** Names an entry that is not there yet. */
  newId?: string | undefined;
};

const FIELDS: Record<AnswerStep, (props: FieldsProps) => ComponentChildren> = {
  identity: (props) => <IdentityFields {...props} />,
  education: (props) => <CareerFields {...props} step="education" />,
  experience: (props) => <CareerFields {...props} step="experience" />,
  languages: (props) => <LanguageFields {...props} />,
  requirements: (props) => <RequirementFields {...props} />,
  questions: (props) => <QuestionFields {...props} />,
  willingness: (props) => <WillingnessFields {...props} />,
  declarations: (props) => <DeclarationFields {...props} />,
};

/** One step of the form. Whatever was typed stands in it, saved or not. */
export function StepPage(props: StepPageProps) {
  const { page, dossier, step, typed, now, outcome } = props;
  const { application, vacancy } = dossier;
  const { language } = page;
  const t = APPLICATION_TEXTS[language];
  const here = `/${language}/my/applications/${application.number}`;
  const answers = typed ?? application.answers;
  const errors = errorsOf(props, answers);
  return (
    <PublicLayout page={page} title={`${t.steps[step]} · ${application.number}`} inError={errors.length > 0}>
      <BackLink href={here}>{t.backToList}</BackLink>
      <Outcome {...props} here={here} />
      <ErrorSummary errors={errors} />
      <p class="eyebrow">
        <b>{application.number}</b> <VacancyTitle title={vacancy.notice.title} page={page} />
      </p>
      <h1>{t.steps[step]}</h1>
      {standingOf(application, vacancy, now) === 'deadline-missed' && (
        <Notice tone="warning">
          <p>{t.tooLateNote}</p>
        </Notice>
      )}
      <AutosaveForm
        action={`${here}/${step}`}
        base={marksText(application.answers[step])}
        saved={savedText(dossier, page)}
      >
        {FIELDS[step]({ page, dossier, answers, errors, now, newId: props.newId ?? 'new' })}
        {application.status === 'draft' && isCopied(step) && (
          <KeepToo wanted={!answers.notKept.includes(step)} language={language} />
        )}
        {application.status === 'draft' && <Buttons outcome={outcome} language={language} href={`${here}/${step}`} />}
      </AutosaveForm>
      {props.offer && application.status === 'draft' && (
        <ProfileOfferForms offer={props.offer} action={`${here}/${step}/profile`} language={language} />
      )}
    </PublicLayout>
  );
}

/** When something of this draft was last saved; nothing before the first time. */
function savedText({ application: { updatedAt, version }, vacancy }: Dossier, { language }: PageContext) {
  if (version === 1) return undefined;
  const time = formatInstantToMinute(updatedAt, vacancy.deadlineZone, language);
  return APPLICATION_TEXTS[language].savedOn.replace('{time}', time);
}

type ButtonsProps = { outcome: StepPageProps['outcome']; language: Language; href: string };

function Buttons({ outcome, language, href }: ButtonsProps) {
  const t = APPLICATION_TEXTS[language];
  if (outcome === 'changed-meanwhile')
    return (
      <div class="actions">
        <SubmitButton>{t.keepBelow}</SubmitButton>
        <a href={href}>{t.takeSaved}</a>
      </div>
    );
  return (
    <div class="actions">
      <SubmitButton>{t.saveAndContinue}</SubmitButton>
      <SubmitButton tone="quiet" name="go" value="list">
        {t.saveAndReturn}
      </SubmitButton>
    </div>
  );
}

/** What came of the last save. */
function Outcome({ page, dossier, step, typed, outcome, here }: StepPageProps & { here: string }) {
  const t = APPLICATION_TEXTS[page.language];
  if (outcome === 'to-mend')
    return (
      <Notice title={t.savedAsIs} status>
        <p>{t.savedAsIsNote}</p>
        <p>
          <a href={nextAddress(step, here, askedSteps(dossier.rules))}>{t.goOn}</a>
        </p>
      </Notice>
    );
  if (outcome === 'no-draft')
    return (
      <Notice tone="warning" title={t.noDraftTitle} status>
        <p>{t.noDraftNote}</p>
        <p>
          <a href={`${here}/receipt`}>{t.seeReceipt}</a>
        </p>
      </Notice>
    );
  if (outcome === 'discarded')
    return (
      <Notice tone="warning" title={NOT_SAVED[page.language].title} status>
        <p>
          {NOT_SAVED[page.language].message} {DISCARD_TEXTS[page.language].copyBelow}
        </p>
        <p>
          <a href={here}>{DISCARD_TEXTS[page.language].putBack}</a>
        </p>
      </Notice>
    );
  if (outcome !== 'changed-meanwhile' || !typed) return null;
  return (
    <>
      <Notice tone="warning" title={t.changedTitle} status>
        <p>{t.changedNote}</p>
      </Notice>
      <BothTexts page={page} dossier={dossier} step={step} typed={typed} />
    </>
  );
}

/** Where the form goes on after a step. */
export function nextAddress(step: StepName, here: string, steps: readonly StepName[] = STEPS): string {
  const next = steps[steps.indexOf(step) + 1];
  return next ? `${here}/${next}` : `${here}/review`;
}

/** What is wrong in a step; what is only missing yet counts where everything is to be shown. */
function errorsOf({ page, dossier, step, show }: StepPageProps, answers: Answers): FieldError[] {
  const typed: Dossier = { ...dossier, application: { ...dossier.application, answers } };
  return gapsOf(typed)
    .filter((gap) => gap.step === step && (show === 'everything' || !isMissing(gap)))
    .map((gap) => ({ field: gap.field, message: explainGap(gap, page.language) }));
}

/** Whether a gap is only something not filled in yet, which a form in the making need not be told of. */
export const isMissing = (gap: Gap): boolean => {
  if (gap.problem === 'question') return gap.wrong.kind === 'missing' || gap.wrong.kind.endsWith('-missing');
  if (gap.problem === 'entry') return gap.found.problem === 'missing';
  const problem = gap.problem === 'clearance' ? gap.gap.problem : gap.problem;
  return problem === 'missing' || problem.endsWith('-missing');
};
