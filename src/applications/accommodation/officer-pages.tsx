import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { DataTable } from '../../site/data-table.tsx';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { errorOf, Radios, SubmitButton, TextArea, type FieldError } from '../../site/forms.tsx';
import { Instant } from '../../site/instant.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import { formatBytes, plural } from '../../site/numbers.ts';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, EmptyState, Notice, Tag } from '../../site/parts.tsx';
import { titleIn } from '../application.ts';
import { staffNavigation } from '../staff/staff-list-pages.tsx';
import { DECISIONS, type Decision } from './accommodation.ts';
import type { OfficersRequest, WaitingRequest } from './officer-queries.ts';
import { ACCOMMODATION_TEXTS } from './accommodation-texts.ts';
import { isOpenToStaff } from '../documents/document.ts';
import { AskedFor } from './asked-for.tsx';

type ListProps = { page: PageContext; requests: WaitingRequest[]; kept: number; zone: string };

/** The officers' list: that there is a request, and nothing of it or its author. */
export function RequestsPage({ page, requests, kept, zone }: ListProps) {
  const { language } = page;
  const t = ACCOMMODATION_TEXTS[language];
  return (
    <StaffLayout page={page} title={t.officersTitle} nav={staffNavigation(page)}>
      <h1>{t.officersTitle}</h1>
      <p>{t.officersNote}</p>
      {kept > 0 && (
        <Notice tone="warning" title={plural(kept, t.keptFromYou, language)}>
          {t.keptFromYouNote}
        </Notice>
      )}
      {requests.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneNote}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={t.officersTitle}
          hiddenCaption
          columns={[
            { heading: t.number, rowHeader: true },
            { heading: t.vacancy },
            { heading: t.askedOn },
            { heading: t.state },
          ]}
          rows={requests.map(({ id, number, title, status, requestedAt }) => {
            const named = titleIn(title, language);
            return {
              key: id,
              cells: [
                <a href={`/${language}/staff/accommodation/${id}`}>{number}</a>,
                <span lang={named.language}>{named.text}</span>,
                <Instant at={requestedAt} zone={zone} toMinute />,
                <Tag tone={status === 'requested' ? 'warning' : 'plain'}>{t.statuses[status]}</Tag>,
              ],
            };
          })}
        />
      )}
    </StaffLayout>
  );
}

type RequestProps = {
  page: PageContext;
  organisation: Organisation;
  officers: OfficersRequest;
  typed: Decision;
  errors?: FieldError[];
  problem?: string | undefined;
};

/** One request, with what was handed in, and the decision. */
export function OfficersRequestPage({ page, organisation, officers, typed, errors = [], problem }: RequestProps) {
  const { language } = page;
  const t = ACCOMMODATION_TEXTS[language];
  const { request, number, name } = officers;
  const here = `/${language}/staff/accommodation/${request.id}`;
  return (
    <StaffLayout
      page={page}
      title={`${t.officersRequest} – ${number}`}
      nav={staffNavigation(page)}
      inError={errors.length > 0}
    >
      <BackLink href={`/${language}/staff/accommodation`}>{t.officersTitle}</BackLink>
      <ErrorSummary errors={errors} />
      {problem && <Notice tone="warning" status title={problem} />}
      <p class="eyebrow">
        <Tag tone={request.status === 'requested' ? 'warning' : 'plain'}>{t.statuses[request.status]}</Tag>{' '}
        <b>{number}</b>
      </p>
      <h1>{name}</h1>
      <p class="hint">{t.officersNote}</p>
      <AskedFor page={page} organisation={organisation} request={request} />
      <h2>{t.evidence}</h2>
      {request.evidence.length === 0 ? (
        <p>{t.notSaid}</p>
      ) : (
        <ul>
          {request.evidence.map(({ id, fileName, sizeBytes, scan }) => (
            <li key={id}>
              {isOpenToStaff(scan) ? <a href={`${here}/evidence/${id}`}>{fileName}</a> : fileName},{' '}
              {formatBytes(sizeBytes, language)}, {t.scan[scan]}
            </li>
          ))}
        </ul>
      )}
      <h2>{t.decide}</h2>
      <form method="post" action={`${here}/decision`} novalidate>
        <input type="hidden" name="version" value={request.version} />
        <Radios
          name="status"
          label={t.decisionLabel}
          options={DECISIONS.map((value) => ({ value, text: t.statuses[value] }))}
          value={typed.status}
          error={errorOf(errors, 'status')}
        />
        <TextArea
          name="reason"
          label={t.reason}
          hint={t.reasonHint}
          value={typed.reason}
          error={errorOf(errors, 'reason')}
        />
        <TextArea
          name="arrangement"
          label={t.arrangement}
          hint={t.arrangementHint}
          value={typed.arrangement}
          rows={3}
          error={errorOf(errors, 'arrangement')}
        />
        <div class="actions">
          <SubmitButton>{t.record}</SubmitButton>
        </div>
      </form>
    </StaffLayout>
  );
}
