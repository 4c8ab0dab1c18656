import { countryName } from '../../regulations/organisation/countries.ts';
import type {
  Assessment,
  AssessmentItem,
  AssessmentOutcome,
} from '../../regulations/eligibility/eligibility-assessment.ts';
import {
  ASSESSMENT_OUTCOMES,
  ASSESSMENT_TITLES,
  explainAssessmentItem,
} from '../../regulations/eligibility/eligibility-assessment-texts.ts';
import { membersOn } from '../../regulations/eligibility/eligibility.ts';
import { RuleLink } from '../../regulations/rule-link.tsx';
import { Breakable } from '../../site/breakable.tsx';
import { formatDate } from '../../site/dates.ts';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { errorOf, SubmitButton, TextArea, type FieldError } from '../../site/forms.tsx';
import { PublicLayout } from '../../site/layout.tsx';
import { collator, joinList } from '../../site/numbers.ts';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, Notice, SummaryList, Tag, Why, type Tone } from '../../site/parts.tsx';
import type { Translated } from '../../platform/language.ts';
import type { Stated } from './applicant-assessment.ts';
import { LIMITS } from '../answers.ts';
import { titleIn, type ApplicationRules, type NotOpen } from '../application.ts';
import { APPLICATION_TEXTS, explainNotOpen } from '../application-texts.ts';
import { ClearanceFields, HiddenClearance } from './clearance-fields.tsx';
import { ELIGIBILITY_TEXTS } from './eligibility-texts.ts';
import { NationalityFields } from './nationality-fields.tsx';

export type EligibilityProps = {
  page: PageContext;
  vacancy: { reference: string; title: Translated };
  rules: ApplicationRules;
  /** The civil day whose rules count. */
  on: string;
  stated: Stated;
  /** Whether the competition is for holders of a clearance. */
  clearanceAsked: boolean;
  /** What the rules say: of what was stated or, before that, of everybody. */
  assessment: Assessment;
  /** Whether anything was stated that could be judged. */
  answered: boolean;
  errors?: FieldError[];
  /** Why they would apply against the rules, as typed. */
  why?: string | undefined;
  /** Why no application can be begun at all. */
  closed?: NotOpen | undefined;
};

/** Who came by the entrance of serving staff goes on by it. */
const entrance = ({ path }: PageContext): string => (path.startsWith('/internal/') ? '/internal' : '');

/** Tells, before anything is written, whether a person may apply: each rule with its source, and what to do if wrong. */
export function EligibilityPage(props: EligibilityProps) {
  const { page, vacancy, errors = [], closed, answered, assessment } = props;
  const { language } = page;
  const t = ELIGIBILITY_TEXTS[language];
  const here = `/${language}${entrance(page)}/vacancies/${vacancy.reference}`;
  return (
    <PublicLayout page={page} title={t.title} inError={errors.length > 0}>
      <BackLink href={here}>{t.backToVacancy}</BackLink>
      <ErrorSummary errors={errors} />
      <p class="eyebrow">
        <b>{vacancy.reference}</b> <VacancyTitle title={vacancy.title} page={page} />
      </p>
      <h1>{t.title}</h1>
      {closed ? <ClosedNotice page={page} closed={closed} /> : <p class="lede">{t.intro}</p>}
      {!closed && answered && <Verdict {...props} />}
      {!closed && (
        <form method="post" action={`${here}/eligibility`} novalidate>
          <StatedFields {...props} />
          <div class="actions">
            <SubmitButton tone={answered && assessment.mayApply ? 'quiet' : 'main'}>{t.check}</SubmitButton>
          </div>
        </form>
      )}
      <AlsoCounts {...props} />
      <MemberNations {...props} />
    </PublicLayout>
  );
}

function StatedFields({ page, rules, stated, clearanceAsked, errors = [] }: EligibilityProps) {
  const { language } = page;
  const t = ELIGIBILITY_TEXTS[language];
  return (
    <>
      <NationalityFields
        {...{ page, errors }}
        nationalities={[...stated.nationalities]}
        legend={t.ask}
        hint={t.privacy}
      />
      {clearanceAsked && <ClearanceFields {...{ rules, language, errors }} stated={stated.clearance} />}
    </>
  );
}

function ClosedNotice({ page, closed }: { page: PageContext; closed: NotOpen }) {
  const { title, message } = explainNotOpen(closed)[page.language];
  return (
    <Notice tone="warning" title={title}>
      <p>{message}</p>
    </Notice>
  );
}

/** A vacancy's title, marked with its language where it isn't the page's. */
export function VacancyTitle({ title, page }: { title: Translated; page: PageContext }) {
  const { text, language } = titleIn(title, page.language);
  if (!text) return <>{APPLICATION_TEXTS[page.language].untitled}</>;
  return (
    <span lang={language === page.language ? undefined : language}>
      <Breakable text={text} />
    </span>
  );
}

/** What is decided before anybody reads the application. */
const DECIDED: readonly AssessmentItem['kind'][] = ['nationality', 'fast-track'];

/** The hard rules: each says yes or no, why, and what to do if it looks wrong. */
function Verdict(props: EligibilityProps) {
  const { page, assessment, rules, on } = props;
  const { language } = page;
  const t = ELIGIBILITY_TEXTS[language];
  const { items, mayApply } = assessment;
  const decided = items.filter(({ kind, outcome }) => DECIDED.includes(kind) || outcome === 'not-met');
  const refusedNationality = items.some(({ kind, outcome }) => kind === 'nationality' && outcome === 'not-met');
  return (
    <>
      <Notice tone={mayApply ? 'success' : 'warning'} title={mayApply ? t.mayApply : t.mayNotApply} status>
        {decided.map((item) => (
          <Decided key={item.kind} {...{ item, rules, on, page }} />
        ))}
        {refusedNationality && <p>{t.another}</p>}
      </Notice>
      <Begin {...props} />
    </>
  );
}

type ItemProps = Pick<EligibilityProps, 'rules' | 'on' | 'page'> & { item: AssessmentItem };

function Decided({ item, rules, on, page: { language } }: ItemProps) {
  const { sentence } = explainAssessmentItem(item, { rules, on })[language];
  return (
    <>
      <p>{sentence}</p>
      <ItemWhy {...{ item, rules, on }} language={language} />
    </>
  );
}

function ItemWhy({ item, rules, on, language }: Omit<ItemProps, 'page'> & { language: PageContext['language'] }) {
  const t = ELIGIBILITY_TEXTS[language];
  const { rule, source, ifWrong } = explainAssessmentItem(item, { rules, on })[language];
  return (
    <Why about={ASSESSMENT_TITLES[item.kind][language]}>
      <p>
        <RuleLink rule={rule} language={language} /> · {source}
      </p>
      <p>{t.judged.replace('{date}', formatDate(on, language))}</p>
      <p>{ifWrong}</p>
    </Why>
  );
}

/** The way on; against the rules, with the reason that a person will read. */
function Begin({ page, vacancy, stated, assessment: { mayApply }, why, errors = [] }: EligibilityProps) {
  const { language } = page;
  const t = ELIGIBILITY_TEXTS[language];
  return (
    <form method="post" action={`/${language}/my/applications`} novalidate>
      <input type="hidden" name="vacancy" value={vacancy.reference} />
      {stated.nationalities.map((code, index) => (
        <input key={code} type="hidden" name={`nationality-${index + 1}`} value={code} />
      ))}
      <HiddenClearance stated={stated.clearance} />
      {!mayApply && (
        <>
          <p>{t.probablyNotNext}</p>
          <TextArea
            name="exception"
            label={t.why}
            hint={t.whyHint}
            value={why}
            maxCharacters={LIMITS.exception}
            error={errorOf(errors, 'exception')}
          />
        </>
      )}
      <div class="actions">
        <SubmitButton tone={mayApply ? 'main' : 'quiet'}>{mayApply ? t.begin : t.goOn}</SubmitButton>
      </div>
      {!page.actor && <p class="hint">{t.beginHint}</p>}
    </form>
  );
}

const TONES: Record<AssessmentOutcome, Tone> = {
  met: 'success',
  'not-met': 'warning',
  'for-a-person': 'info',
  declare: 'info',
  information: 'plain',
};

/** Everything else that the rules say: what a person judges, what is declared, what is good to know. */
function AlsoCounts({ page, rules, on, assessment }: EligibilityProps) {
  const { language } = page;
  const t = ELIGIBILITY_TEXTS[language];
  const items = assessment.items.filter(({ kind, outcome }) => !DECIDED.includes(kind) && outcome !== 'not-met');
  return (
    <>
      <h2>{t.alsoCounts}</h2>
      <p>{t.alsoCountsNote}</p>
      <SummaryList
        rows={items.map((item) => ({
          term: ASSESSMENT_TITLES[item.kind][language],
          value: (
            <>
              <Tag tone={TONES[item.outcome]}>{ASSESSMENT_OUTCOMES[item.outcome][language]}</Tag>{' '}
              {explainAssessmentItem(item, { rules, on })[language].sentence}
              <ItemWhy {...{ item, rules, on, language }} />
            </>
          ),
        }))}
      />
    </>
  );
}

function MemberNations({ page: { language }, rules, on }: EligibilityProps) {
  const t = ELIGIBILITY_TEXTS[language];
  const { rule, source } = rules.memberNations;
  const names = membersOn(rules, on)
    .map((code) => countryName(code, language))
    .toSorted(collator(language).compare);
  return (
    <Why summary={t.memberNations}>
      <p>{joinList(names, language)}.</p>
      <p>{t.memberNationsOn.replace('{date}', formatDate(on, language))}</p>
      <p>
        <RuleLink rule={rule} language={language} /> · {source[language]}
      </p>
    </Why>
  );
}
