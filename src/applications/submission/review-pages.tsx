import { SubmitButton } from '../../site/forms.tsx';
import { PublicLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, Facts, Notice, Tag } from '../../site/parts.tsx';
import { standingOf, type Dossier } from '../application.ts';
import { civilDayIn } from '../../site/dates.ts';
import { Deadline } from '../deadline-told.tsx';
import { STANDING_TONES } from '../drafting/standing-words.ts';
import { APPLICATION_TEXTS, explain, explainGap, STANDING_TEXTS } from '../application-texts.ts';
import { VacancyTitle } from '../eligibility/eligibility-pages.tsx';
import { IfAbsent } from '../career/if-absent.tsx';
import { ReadBack } from '../read-back.tsx';
import type { ReadBackProps } from '../read-back-props.ts';
import { contentOf, reviewMark } from './receipt.ts';
import { RECEIPT_TEXTS } from './receipt-texts.ts';
import type { SubmissionRefusal } from './submission.ts';
import { ELIGIBILITY_TEXTS } from '../eligibility/eligibility-texts.ts';
import { blockingGaps, exceptionOf, gapsOf, probablyNot, type Gap } from '../drafting/steps.ts';

export type ReviewProps = {
  page: PageContext;
  dossier: Dossier;
  rules: ReadBackProps['rules'];
  now: Date;
  /** Why the submission that was just sent was not taken. */
  refusal?: SubmissionRefusal | undefined;
};

/** All of it as it will be stored, and the button that submits just that. */
export function ReviewPage({ page, dossier, rules, now, refusal }: ReviewProps) {
  const { application, vacancy } = dossier;
  const { language } = page;
  const t = RECEIPT_TEXTS[language];
  const here = `/${language}/my/applications/${application.number}`;
  const standing = standingOf(application, vacancy, now);
  const content = contentOf(dossier, language);
  const gaps = blockingGaps(dossier);
  return (
    <PublicLayout page={page} title={t.reviewTitle} inError={refusal !== undefined}>
      <BackLink href={here}>{APPLICATION_TEXTS[language].backToList}</BackLink>
      {refusal && <Refused refusal={refusal} page={page} />}
      <p class="eyebrow">
        <Tag tone={STANDING_TONES[standing]}>{STANDING_TEXTS[language][standing].label}</Tag>{' '}
        <b>{application.number}</b> <VacancyTitle title={vacancy.notice.title} page={page} />
      </p>
      <h1>{t.reviewTitle}</h1>
      <p class="lede">{t.reviewIntro}</p>
      <Facts facts={[{ term: t.deadline, value: <Deadline vacancy={vacancy} language={language} /> }]} />
      <h2>{t.readBack}</h2>
      <ReadBack
        {...{ page, content, rules }}
        change={(step) => `${here}/${step}`}
        on={civilDayIn(now, vacancy.deadlineZone)}
      />
      <Against page={page} dossier={dossier} now={now} />
      <MissingDocuments page={page} dossier={dossier} here={here} />
      {gaps.length > 0 ? (
        <Incomplete page={page} gaps={gaps} here={here} />
      ) : (
        standing === 'draft' && <SubmitForm page={page} here={here} reviewed={reviewMark(content)} />
      )}
      {standing !== 'draft' && (
        <Notice tone="warning" title={STANDING_TEXTS[language][standing].meaning}>
          <p>{STANDING_TEXTS[language][standing].next}</p>
        </Notice>
      )}
    </PublicLayout>
  );
}

function Refused({ refusal, page }: { refusal: SubmissionRefusal; page: PageContext }) {
  const { title, message } = explain(refusal)[page.language];
  return (
    <div class="error-summary" data-error-summary tabindex={-1}>
      <div role="alert">
        <h2>{title}</h2>
        <p>{message}</p>
      </div>
    </div>
  );
}

function SubmitForm({ page, here, reviewed }: { page: PageContext; here: string; reviewed: string }) {
  const t = RECEIPT_TEXTS[page.language];
  return (
    <form method="post" action={`${here}/submission`}>
      <input type="hidden" name="reviewed" value={reviewed} autocomplete="off" />
      <p>{t.submitNote}</p>
      <div class="actions">
        <SubmitButton>{t.submit}</SubmitButton>
      </div>
    </form>
  );
}

/** What stands between the person and the submission, each point linked to its field. */
function Incomplete({ page, gaps, here }: { page: PageContext; gaps: Gap[]; here: string }) {
  const t = RECEIPT_TEXTS[page.language];
  return (
    <Notice tone="warning" title={t.incompleteNote}>
      <ul>
        {gaps.map((gap) => (
          <li key={`${gap.step} ${gap.field}`}>
            <a href={`${here}/${gap.step}?check#f-${gap.field}`}>{explainGap(gap, page.language)}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** That the rules probably exclude is said before submission, with the way to a person. */
function Against({ page: { language }, dossier, now }: Pick<ReviewProps, 'page' | 'dossier' | 'now'>) {
  const t = ELIGIBILITY_TEXTS[language];
  const { nationality, clearance } = probablyNot(dossier, now);
  const stated = dossier.application.answers.identity.nationalities.length > 0;
  if (!stated || (!nationality && !clearance)) return null;
  const said = exceptionOf(dossier) !== '';
  return (
    <Notice tone="warning" title={t.mayNotApply}>
      <p>{said ? t.whySaid : t.probablyNotNext}</p>
      <p>
        <a href={`/${language}/my/applications/${dossier.application.number}/identity#f-exception`}>{t.why}</a>
      </p>
    </Notice>
  );
}

/** A missing document stops nobody (A3), and nobody should learn of it afterwards. */
function MissingDocuments({ page, dossier, here }: { page: PageContext; dossier: Dossier; here: string }) {
  const t = RECEIPT_TEXTS[page.language];
  const missing = gapsOf(dossier).filter(({ problem }) => problem === 'document-missing');
  if (missing.length === 0) return null;
  return (
    <Notice tone="warning" title={t.missingDocuments}>
      <IfAbsent documents={dossier.rules.documents} />
      <p>
        <a href={`${here}/documents`}>{APPLICATION_TEXTS[page.language].steps.documents}</a>
      </p>
    </Notice>
  );
}
