import { formatMonths } from '../../regulations/contracts/contract-texts.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { DataTable } from '../../site/data-table.tsx';
import { DateField, type DateParts } from '../../site/date-field.tsx';
import { formatDate } from '../../site/dates.ts';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { Checkboxes, errorOf, FileField, SubmitButton, TextArea, type FieldError } from '../../site/forms.tsx';
import { Instant } from '../../site/instant.tsx';
import { PublicLayout } from '../../site/layout.tsx';
import { formatBytes } from '../../site/numbers.ts';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, Notice, SummaryList, Tag, Why } from '../../site/parts.tsx';
import type { ApplicationSummary } from '../application-queries.ts';
import { VacancyTitle } from '../eligibility/eligibility-pages.tsx';
import { MAX_WORDS, type AccommodationRequest, type AccommodationStatus } from './accommodation.ts';
import type { Look } from './accommodation-queries.ts';
import { ACCOMMODATION_TEXTS } from './accommodation-texts.ts';

const addressOf = (page: PageContext, number: string) => `/${page.language}/my/applications/${number}/accommodation`;

type ListProps = {
  page: PageContext;
  applications: ApplicationSummary[];
  statuses: Map<string, AccommodationStatus>;
};

/** For which applications something was asked, and where it can be. */
export function MyAccommodationPage({ page, applications, statuses }: ListProps) {
  const { language } = page;
  const t = ACCOMMODATION_TEXTS[language];
  return (
    <PublicLayout page={page} title={t.mine}>
      <BackLink href={`/${language}/my/applications`} />
      <h1>{t.mine}</h1>
      <p>{applications.length === 0 ? t.noApplications : t.mineNote}</p>
      {applications.length > 0 && (
        <DataTable
          caption={t.mine}
          hiddenCaption
          columns={[{ heading: t.application, rowHeader: true }, { heading: t.number }, { heading: t.state }]}
          rows={applications.map(({ number, vacancy }) => {
            const status = statuses.get(number);
            return {
              key: number,
              cells: [
                <a href={addressOf(page, number)}>
                  <VacancyTitle title={vacancy.title} page={page} />
                </a>,
                number,
                status ? <Tag tone="info">{t.statuses[status]}</Tag> : t.notAsked,
              ],
            };
          })}
        />
      )}
    </PublicLayout>
  );
}

/** A request as it stands in the form. */
export type TypedRequest = { kinds: string[]; words: string; until: DateParts };

export type RequestPageProps = {
  page: PageContext;
  number: string;
  organisation: Organisation;
  zone: string;
  request: AccommodationRequest | undefined;
  looks: Look[];
  typed: TypedRequest;
  errors?: FieldError[];
};

/** What somebody asks for with one application: who sees it, what was decided, who has read it, and how to take it back. */
export function AccommodationPage(props: RequestPageProps) {
  const { page, number, organisation, request, errors = [] } = props;
  const { language } = page;
  const t = ACCOMMODATION_TEXTS[language];
  const { accommodation } = organisation;
  return (
    <PublicLayout page={page} title={t.forApplication(number)} inError={errors.length > 0}>
      <BackLink href={`/${language}/my/applications/${number}`}>{t.back}</BackLink>
      <ErrorSummary errors={errors} />
      <p class="eyebrow">
        {request && <Tag tone="info">{t.statuses[request.status]}</Tag>} <b>{number}</b>
      </p>
      <h1>{t.title}</h1>
      <p>{accommodation.text[language]}</p>
      <Why summary={t.why}>
        <p>{accommodation.source[language]}</p>
      </Why>
      <Notice tone="plain" title={t.whoSees}>
        <p>{t.whoSeesNote}</p>
        <p>{keptFor(organisation, page)}</p>
      </Notice>
      {request?.answer && <DecisionTold page={page} request={request} />}
      <AskForm {...props} />
      {request && <EvidencePart {...props} request={request} />}
      {request && <Looks {...props} />}
      {request && <TakeBack {...props} />}
    </PublicLayout>
  );
}

function keptFor({ retention }: Organisation, { language }: PageContext): string {
  const t = ACCOMMODATION_TEXTS[language];
  const months = (wanted: string) => retention.find(({ code }) => code === wanted)?.months ?? null;
  const [evidence, request] = [months('accommodation-evidence'), months('accommodation-requests')];
  if (evidence === null || request === null) return t.keptOpen;
  return t.keptFor(formatMonths(evidence, language), formatMonths(request, language));
}

function DecisionTold({ page: { language }, request }: { page: PageContext; request: AccommodationRequest }) {
  const t = ACCOMMODATION_TEXTS[language];
  return (
    <section>
      <h2>{t.decision}</h2>
      <p>
        <b>{t.statuses[request.status]}</b>
      </p>
      <p class="as-typed">{request.answer?.reason}</p>
      {request.arrangement && (
        <>
          <h3>{t.arrangement}</h3>
          <p class="as-typed">{request.arrangement}</p>
          <p class="hint">{t.arrangementNote}</p>
        </>
      )}
    </section>
  );
}

function AskForm({ page, number, organisation, request, typed, errors = [] }: RequestPageProps) {
  const { language } = page;
  const t = ACCOMMODATION_TEXTS[language];
  const kinds = organisation.accommodation.kinds.map(({ code, name }) => ({ value: code, text: name[language] }));
  return (
    <form method="post" action={addressOf(page, number)} novalidate>
      <input type="hidden" name="version" value={request?.version ?? 0} />
      <Checkboxes
        name="kinds"
        label={t.kinds}
        hint={t.kindsHint}
        options={kinds}
        values={typed.kinds}
        error={errorOf(errors, 'kinds')}
      />
      <TextArea
        name="words"
        label={t.words}
        hint={t.wordsHint}
        value={typed.words}
        maxCharacters={MAX_WORDS}
        error={errorOf(errors, 'words')}
      />
      <DateField
        name="until"
        label={t.until}
        hint={t.untilHint}
        value={typed.until}
        error={errorOf(errors, 'until')}
        optional
      />
      {request && request.status !== 'requested' && <p class="hint">{t.changeNote}</p>}
      <div class="actions">
        <SubmitButton>{request ? t.change : t.send}</SubmitButton>
      </div>
    </form>
  );
}

type WithRequest = RequestPageProps & { request: AccommodationRequest };

function EvidencePart({ page, number, organisation, request, errors = [] }: WithRequest) {
  const { language } = page;
  const t = ACCOMMODATION_TEXTS[language];
  const { text, source, maxBytes } = organisation.accommodation.evidence;
  const here = `${addressOf(page, number)}/evidence`;
  return (
    <section>
      <h2>{t.evidence}</h2>
      <p>{text[language]}</p>
      <Why summary={t.why}>
        <p>{source[language]}</p>
      </Why>
      {request.evidence.length > 0 && (
        <ul>
          {request.evidence.map(({ id, fileName, sizeBytes }) => (
            <li key={id}>
              {fileName}, {formatBytes(sizeBytes, language)}{' '}
              <a href={`${here}/${id}`}>
                {t.download}
                <span class="hidden"> {fileName}</span>
              </a>
              <form method="post" action={`${here}/${id}/removal`}>
                <button type="submit" class="link">
                  {t.remove}
                  <span class="hidden"> {fileName}</span>
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <form method="post" action={here} enctype="multipart/form-data" novalidate>
        <FileField
          name="file"
          label={t.file}
          hint={t.evidenceHint(formatBytes(maxBytes, language))}
          accept="application/pdf,image/jpeg,image/png"
          error={errorOf(errors, 'file')}
        />
        <div class="actions">
          <SubmitButton tone="quiet">{t.add}</SubmitButton>
        </div>
      </form>
    </section>
  );
}

function Looks({ page: { language }, looks, zone }: RequestPageProps) {
  const t = ACCOMMODATION_TEXTS[language];
  return (
    <section>
      <h2>{t.looks}</h2>
      {looks.length === 0 ? (
        <p>{t.noLooks}</p>
      ) : (
        <ul>
          {looks.map(({ at, by, part }, index) => (
            <li key={index}>
              {t.readBy(t.look[part], by ?? t.somebody)} · <Instant at={at} zone={zone} toMinute />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function TakeBack({ page, number, errors = [] }: RequestPageProps) {
  const t = ACCOMMODATION_TEXTS[page.language];
  return (
    <section>
      <h2>{t.takeBack}</h2>
      <p>{t.takeBackNote}</p>
      <form method="post" action={`${addressOf(page, number)}/removal`} novalidate>
        <Checkboxes
          name="confirm"
          label={t.takeBack}
          hiddenLabel
          options={[{ value: 'yes', text: t.takeBackSentence }]}
          error={errorOf(errors, 'confirm')}
        />
        <div class="actions">
          <SubmitButton tone="danger">{t.takeBack}</SubmitButton>
        </div>
      </form>
    </section>
  );
}

type AskedProps = { page: PageContext; organisation: Organisation; request: AccommodationRequest };

/** What was asked, to read. */
export function AskedFor({ page: { language }, organisation, request: { asked } }: AskedProps) {
  const t = ACCOMMODATION_TEXTS[language];
  const { kinds } = organisation.accommodation;
  const named = asked.kinds.map((code) => kinds.find((kind) => kind.code === code)?.name[language] ?? code);
  return (
    <SummaryList
      rows={[
        { term: t.kinds, value: named.length === 0 ? t.notSaid : named.map((name) => <p key={name}>{name}</p>) },
        { term: t.words, value: asked.words === '' ? t.notSaid : <div class="as-typed">{asked.words}</div> },
        { term: t.until, value: asked.neededUntil === '' ? t.notSaid : formatDate(asked.neededUntil, language) },
      ]}
    />
  );
}
