import { documentName } from '../../applications/documents/document-texts.ts';
import { isOpenToStaff, type ScanState } from '../../applications/documents/document.ts';
import { formatInstantToMinute } from '../../site/dates.ts';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { SubmitButton, TextField, type FieldError } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import { LinkList, type ListedLink } from '../../site/link-list.tsx';
import { formatNumber, joinList, plural } from '../../site/numbers.ts';
import { BackLink, Notice, Tag } from '../../site/parts.tsx';
import type { Vacancy } from '../../vacancies/vacancy.ts';
import { DueHint, type DueShown } from '../due/due-parts.tsx';
import type { Neighbours } from '../list/screening-list-queries.ts';
import { SCREENING_TEXTS } from '../screening-texts.ts';
import { SheetsCompared } from '../settlement/compared-sheets.tsx';
import { SettledResult } from '../settlement/settled-result.tsx';
import { AnswerEvidence, CareerEvidence, LanguageEvidence, type EvidenceProps } from './evidence-parts.tsx';
import { RequirementJudged, RuleJudged, type JudgingProps } from './judging-parts.tsx';
import { mayWeigh, requirementsOfKind, type Asked, type Findings, type Sheet } from './sheet.ts';
import type { Screened } from './sheet-queries.ts';

export type SheetPageProps = Omit<EvidenceProps, 'uncover' | 'content'> & {
  vacancy: Vacancy;
  screened: Screened;
  asked: Asked;
  sheet: Sheet;
  /** All sheets, once everybody has signed; else one's own. */
  visible: Sheet[];
  /** Whether it may be opened again. */
  reopenable: boolean;
  names: ReadonlyMap<string, string>;
  neighbours: Neighbours;
  /** Until when it is to be done, as long as it waits. */
  due: DueShown | undefined;
  typed?: Findings | undefined;
  errors?: FieldError[];
  problem?: string | undefined;
  may: { applications: boolean };
};

type Parts = SheetPageProps & { address: string; judging: JudgingProps };

/** One application by its number: what the rules say, each requirement with what shows it, and what its screener finds. */
export function SheetPage(props: SheetPageProps) {
  const { page, screened, vacancy, sheet, asked, errors = [], problem, organisation, shown, anonymous } = props;
  const { language } = page;
  const { place, assigned, done } = props.neighbours;
  const t = SCREENING_TEXTS[language];
  const address = `/${language}/staff/vacancies/${vacancy.reference}/screening/${screened.number}`;
  const uncover = (key: string) => `${address}/passages/${key}?in=sheet`;
  const open = !screened.result && !screened.withdrawn && sheet.signedAt === null;
  const evidence = { page, organisation, content: screened.content, shown, anonymous, uncover };
  const parts = { ...props, address, judging: { ...evidence, typed: props.typed ?? sheet.findings, errors, open } };
  return (
    <StaffLayout
      page={page}
      title={screened.number}
      nav={page.actor?.links ?? []}
      inError={errors.length > 0}
      modules={['screening']}
    >
      <BackLink href={`/${language}/staff/vacancies/${vacancy.reference}/screening`}>{t.backToList}</BackLink>
      <ErrorSummary errors={errors} />
      {problem && <Notice tone="warning" status title={problem} />}
      <h1>
        {t.application} {screened.number}
      </h1>
      <p class="hint">
        {t.whereAmI(
          ...([place, assigned, done].map((count) => formatNumber(count, language)) as [string, string, string]),
        )}
      </p>
      <DueHint shown={props.due} language={language} />
      <Ways {...parts} />
      {screened.withdrawn && <Notice tone="warning" title={t.withdrawn} />}
      {anonymous && (
        <Notice title={t.hiddenTitle}>
          <p>{t.hiddenNote}</p>
          <p>{t.hiddenLimits}</p>
        </Notice>
      )}
      {screened.result && <SettledResult {...{ page, asked, vacancy }} result={screened.result} names={props.names} />}
      {props.visible.length > 1 && <SheetsCompared {...{ page, asked, names: props.names }} sheets={props.visible} />}
      <Signed {...parts} />
      <Documents {...parts} />
      {open && <p class="hint">{t.keys}</p>}
      <Judging {...parts} />
      <Around {...parts} />
    </StaffLayout>
  );
}

/** To the applications beside it, and on to what is still to do. */
function Ways({ page: { language }, vacancy, neighbours, may, screened, anonymous }: Parts) {
  const t = SCREENING_TEXTS[language];
  const to = (number: string) => `/${language}/staff/vacancies/${vacancy.reference}/screening/${number}`;
  const { previous, next, open } = neighbours;
  const links: ListedLink[] = [
    ...(previous ? [{ href: to(previous), text: `← ${t.previous}`, rel: 'prev' as const }] : []),
    ...(next ? [{ href: to(next), text: `${t.next} →`, rel: 'next' as const }] : []),
    ...(open ? [{ href: to(open), text: t.nextOpen }] : []),
    { href: '#career', text: t.career },
    ...(may.applications && !anonymous
      ? [{ href: `/${language}/staff/applications/${screened.number}`, text: t.toSelection }]
      : []),
  ];
  return <LinkList links={links} />;
}

function Signed({ page: { language }, sheet, vacancy, reopenable, address }: Parts) {
  const t = SCREENING_TEXTS[language];
  if (!sheet.signedAt) return null;
  return (
    <section>
      <h2>{t.yourSheet}</h2>
      <p>
        <Tag tone={sheet.outcome === 'met' ? 'success' : 'warning'}>{t.outcomes[sheet.outcome ?? 'to-judge']}</Tag>{' '}
        {t.signedOn(formatInstantToMinute(sheet.signedAt, vacancy.deadlineZone, language))}
      </p>
      {reopenable && (
        <form method="post" action={`${address}/reopening`}>
          <TextField name="reason" label={t.reopenReason} />
          <SubmitButton tone="quiet">{t.reopen}</SubmitButton>
        </form>
      )}
    </section>
  );
}

function Judging({ page: { language }, asked, sheet, judging, address }: Parts) {
  const t = SCREENING_TEXTS[language];
  const { open } = judging;
  const weighing = mayWeigh(asked, sheet.findings);
  const desirable = requirementsOfKind(asked, 'desirable');
  return (
    <form method="post" action={address} novalidate data-screening>
      <input type="hidden" name="version" value={sheet.version} />
      <h2>{t.rulesTitle}</h2>
      <p>{t.rulesNote}</p>
      {asked.rules.map((rule) => (
        <RuleJudged key={rule.code} {...judging} rule={rule} />
      ))}
      <h2>{t.essential}</h2>
      {open && <p class="hint">{t.reasonHint}</p>}
      {requirementsOfKind(asked, 'essential').map((requirement) => (
        <RequirementJudged key={requirement.key} {...judging} requirement={requirement} />
      ))}
      {desirable.length > 0 && <h2>{t.desirable}</h2>}
      {desirable.length > 0 && <p>{weighing ? t.desirableNote : t.desirableLater}</p>}
      {weighing &&
        desirable.map((requirement) => (
          <RequirementJudged key={requirement.key} {...judging} requirement={requirement} />
        ))}
      {open && <Buttons language={language} />}
    </form>
  );
}

function Buttons({ language }: { language: 'en' | 'fr' }) {
  const t = SCREENING_TEXTS[language];
  return (
    <>
      <p class="hint">{t.signNote}</p>
      <div class="actions">
        <SubmitButton name="do" value="save-next">
          {t.saveNext}
        </SubmitButton>
        <SubmitButton name="do" value="save" tone="quiet">
          {t.save}
        </SubmitButton>
        <SubmitButton name="do" value="sign-next" tone="quiet">
          {t.signNext}
        </SubmitButton>
        <SubmitButton name="do" value="sign" tone="quiet">
          {t.sign}
        </SubmitButton>
      </div>
    </>
  );
}

/** What stands beside the requirements: studies and posts, languages, answers to questions. */
function Around({ judging, page: { language } }: Parts) {
  const t = SCREENING_TEXTS[language];
  return (
    <>
      <h2 id="career">{t.career}</h2>
      <CareerEvidence {...judging} />
      <h2>{t.languages}</h2>
      <LanguageEvidence {...judging} />
      {(judging.content.questions ?? []).length > 0 && <h2>{t.questions}</h2>}
      <AnswerEvidence {...judging} />
    </>
  );
}

function Documents({ page: { language }, screened, vacancy, organisation, address, anonymous }: Parts) {
  const t = SCREENING_TEXTS[language];
  const asked = { organisation, questions: vacancy.questions };
  return (
    <>
      <h2>{t.documents}</h2>
      {screened.documents.length === 0 && <p>{t.noDocuments}</p>}
      <ul>
        {screened.documents.map(({ kind, scan, withoutText }) => {
          const name = documentName(kind, asked, language);
          if (!isOpenToStaff(scan as ScanState)) return <li key={kind}>{`${name}: ${t.quarantined}`}</li>;
          return (
            <li key={kind}>
              {name}{' '}
              <a href={`${address}/texts/${kind}`}>
                {t.readText}
                <span class="hidden"> ({name})</span>
              </a>
              {!anonymous && (
                <>
                  {' '}
                  <a href={`${address}/files/${kind}`}>
                    {t.readPdf}
                    <span class="hidden"> ({name})</span>
                  </a>
                </>
              )}
              {withoutText.length > 0 && (
                <span class="hint">
                  {' · '}
                  {plural(withoutText.length, t.withoutText, language)} {joinList(withoutText.map(String), language)}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
