import { VacancyLine } from '../../applications/vacancy-line.tsx';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { formatInstantToMinute } from '../../site/dates.ts';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { Checkboxes, errorOf, Radios, SubmitButton, type FieldError } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import { formatNumber, plural } from '../../site/numbers.ts';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, EmptyState, Notice, SummaryList, Why } from '../../site/parts.tsx';
import type { Vacancy } from '../../vacancies/vacancy.ts';
import { DueLine, DuePart, type DueShown, type TypedDue } from '../due/due-parts.tsx';
import type { Workload } from '../list/screening-list-queries.ts';
import type { Screening } from '../screening-queries.ts';
import { SCREENING_TEXTS } from '../screening-texts.ts';
import { NOT_ANONYMOUS, untilChoices } from './beginning.ts';

export type ArrangingProps = {
  page: PageContext;
  vacancy: Vacancy;
  organisation: Organisation;
  screening: Screening | undefined;
  /** Those named to screen here, by account. */
  screeners: ReadonlyMap<string, string>;
  workloads: Workload[];
  /** Applications that have fewer screeners than are asked for, and those not taken in yet. */
  short: number;
  waiting: number;
  /** Until when it is to be done, as long as something is left. */
  due: DueShown | undefined;
  typedDue?: TypedDue;
  chosen?: { screeners: string; until: string };
  errors?: FieldError[];
  problem?: string | undefined;
};

/** How the applications are screened, by whom, and who has how many. */
export function ArrangingPage(props: ArrangingProps) {
  const { page, vacancy, screening, errors = [], problem } = props;
  const t = SCREENING_TEXTS[page.language];
  return (
    <StaffLayout
      page={page}
      title={`${t.arranging} – ${vacancy.reference}`}
      nav={page.actor?.links ?? []}
      inError={errors.length > 0}
    >
      <BackLink href={`/${page.language}/staff/vacancies/${vacancy.reference}/screening`}>{t.screening}</BackLink>
      <ErrorSummary errors={errors} />
      {problem && <Notice tone="warning" status title={problem} />}
      <VacancyLine reference={vacancy.reference} title={vacancy.notice.title} />
      <h1>{t.arranging}</h1>
      <DueLine shown={props.due} language={page.language} />
      {screening ? <Arranged {...props} screening={screening} /> : <Beginning {...props} />}
      {props.due && (
        <DuePart
          {...{ language: page.language, organisation: props.organisation, shown: props.due, errors }}
          action={addressOf(props)}
          typed={props.typedDue}
        />
      )}
    </StaffLayout>
  );
}

const addressOf = ({ page, vacancy }: ArrangingProps): string =>
  `/${page.language}/staff/vacancies/${vacancy.reference}/screening/arrangement`;

/** What the organisation decides is shown with its source; what it leaves open is chosen. */
function Beginning(props: ArrangingProps) {
  const { page, organisation, chosen, errors = [] } = props;
  const { language } = page;
  const t = SCREENING_TEXTS[language];
  const { screeners, anonymous } = organisation.selection.screening;
  return (
    <form method="post" action={addressOf(props)} novalidate>
      <p>{t.beginNote}</p>
      {screeners.count === null ? (
        <Radios
          name="screeners"
          label={t.screenersEach}
          hint={t.openNote}
          options={[
            { value: '1', text: t.one },
            { value: '2', text: t.two },
          ]}
          value={chosen?.screeners}
          error={errorOf(errors, 'screeners')}
        />
      ) : (
        <Decided
          term={t.screenersEach}
          value={screeners.count === 1 ? t.one : t.two}
          source={screeners.source[language]}
        />
      )}
      {anonymous.until === null ? (
        <Radios
          name="until"
          label={t.anonymity}
          hint={t.openNote}
          options={untilChoices(organisation.selection).map((value) => ({ value, text: untilTold(value, props) }))}
          value={chosen?.until}
          error={errorOf(errors, 'until')}
        />
      ) : (
        <Decided term={t.anonymity} value={untilTold(anonymous.until, props)} source={anonymous.source[language]} />
      )}
      <div class="actions">
        <SubmitButton name="do" value="begin">
          {t.begin}
        </SubmitButton>
      </div>
    </form>
  );
}

function untilTold(until: string | null, { page: { language }, organisation }: ArrangingProps): string {
  const t = SCREENING_TEXTS[language];
  const stage = organisation.selection.stages.find(({ code }) => code === until);
  return until === NOT_ANONYMOUS || !stage ? t.notAnonymous : t.untilStage(stage.name[language]);
}

function Decided({ term, value, source }: { term: string; value: string; source: string }) {
  return (
    <>
      <SummaryList rows={[{ term, value }]} />
      <Why about={term}>
        <p>{source}</p>
      </Why>
    </>
  );
}

function Arranged(props: ArrangingProps & { screening: Screening }) {
  const { page, vacancy, screening, waiting, screeners } = props;
  const { language } = page;
  const t = SCREENING_TEXTS[language];
  return (
    <>
      <SummaryList
        rows={[
          { term: t.screenersEach, value: screening.screeners === 1 ? t.one : t.two },
          { term: t.anonymity, value: untilTold(screening.anonymousUntil, props) },
        ]}
      />
      <p>{t.begunOn(formatInstantToMinute(screening.begunAt, vacancy.deadlineZone, language))}</p>
      {waiting > 0 && (
        <form method="post" action={addressOf(props)}>
          <h2>{t.takeInTitle}</h2>
          <SubmitButton name="do" value="take-in" tone="quiet">
            {plural(waiting, t.takeIn, language)}
          </SubmitButton>
        </form>
      )}
      <h2>{t.assignTitle}</h2>
      <p>{t.assignNote}</p>
      {props.short > 0 && <Notice tone="warning" title={plural(props.short, t.left, language)} />}
      {screeners.size === 0 ? (
        <EmptyState title={t.noScreeners}>
          <p>{t.nameScreeners}</p>
        </EmptyState>
      ) : (
        <Sharing {...props} />
      )}
      <Loads {...props} />
    </>
  );
}

function Sharing(props: ArrangingProps) {
  const { language } = props.page;
  const t = SCREENING_TEXTS[language];
  return (
    <form method="post" action={addressOf(props)} novalidate>
      <Checkboxes
        name="among"
        label={t.among}
        options={[...props.screeners].map(([value, text]) => ({ value, text }))}
        values={[...props.screeners.keys()]}
        error={errorOf(props.errors ?? [], 'among')}
      />
      <div class="actions">
        <SubmitButton name="do" value="assign">
          {t.assign}
        </SubmitButton>
      </div>
    </form>
  );
}

/** What each has; what is not begun can be taken back, and shared out anew. */
function Loads(props: ArrangingProps) {
  const { language } = props.page;
  const t = SCREENING_TEXTS[language];
  return (
    <>
      {props.workloads.map(({ accountId, assigned, signed }) => (
        <form key={accountId} method="post" action={addressOf(props)}>
          <input type="hidden" name="screener" value={accountId} />
          <h3>{props.screeners.get(accountId) ?? t.noScreenerNow}</h3>
          <SummaryList
            rows={[
              { term: t.assigned, value: formatNumber(assigned, language) },
              { term: t.signed, value: formatNumber(signed, language) },
            ]}
          />
          <SubmitButton name="do" value="take-back" tone="quiet">
            {props.screeners.has(accountId) ? t.takeBack : t.takeBackGone}
          </SubmitButton>
        </form>
      ))}
    </>
  );
}
