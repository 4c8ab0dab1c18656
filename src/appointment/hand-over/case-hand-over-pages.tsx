import type { Language } from '../../platform/language.ts';
import type { HandOverField, Neighbour } from '../../regulations/organisation/hand-over-schema.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { DataTable } from '../../site/data-table.tsx';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { errorOf, SubmitButton, TextArea, type FieldError } from '../../site/forms.tsx';
import { Instant } from '../../site/instant.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, EmptyState, Notice, SummaryList } from '../../site/parts.tsx';
import type { Chosen } from '../conditions/appointment-queries.ts';
import { caseAddress } from '../conditions/case-address.ts';
import { MAX_STOP_REASON } from './hand-over.ts';
import { handOverAddress } from './hand-over-address.ts';
import type { KeptHandOver, Said } from './hand-over-queries.ts';
import type { HandOverRecord } from './hand-over-record.ts';
import { FIELD_TEXTS } from './hand-over-record-texts.ts';
import { HAND_OVER_TEXTS } from './hand-over-texts.ts';
import { aboutMessage, MessageActions, MessageState, NextTry } from './message-parts.tsx';

export type CaseHandOverProps = {
  page: PageContext;
  organisation: Pick<Organisation, 'handOver'>;
  chosen: Chosen;
  /** As it stands now. */
  record: HandOverRecord;
  messages: KeptHandOver[];
  /** What messages say, as far as it is kept. */
  said: ReadonlyMap<string, Said>;
  addressed: readonly string[];
  /** In which instants are told (IANA). */
  zone: string;
  maySend: boolean;
  problem?: string | undefined;
};

/** What of an appointment is handed over to whom, each field with its value, and what became of it. */
export function CaseHandOverPage(props: CaseHandOverProps) {
  const { page, organisation, chosen, problem } = props;
  const { language } = page;
  const t = HAND_OVER_TEXTS[language];
  const title = t.caseTitle(chosen.number, chosen.reference);
  const { neighbours } = organisation.handOver;
  return (
    <StaffLayout page={page} title={title} nav={page.actor?.links ?? []}>
      <BackLink href={`/${language}${caseAddress(chosen)}`}>{t.back}</BackLink>
      {problem && (
        <Notice tone="warning" status title={t.problem}>
          <p>{problem}</p>
        </Notice>
      )}
      <p class="eyebrow">
        <b>{chosen.reference}</b> {chosen.name} · {chosen.number}
      </p>
      <h1>{t.title}</h1>
      <p class="lede">{t.caseLede}</p>
      {!chosen.appointment?.appointedAt && (
        <Notice title={t.notMade}>
          <p>{t.notMadeNote}</p>
        </Notice>
      )}
      {neighbours.length === 0 && (
        <EmptyState title={t.noNeighbours}>
          <p>{t.noNeighboursNote}</p>
        </EmptyState>
      )}
      {neighbours.map((neighbour) => (
        <NeighbourSection key={neighbour.code} {...props} neighbour={neighbour} />
      ))}
    </StaffLayout>
  );
}

type SectionProps = CaseHandOverProps & { neighbour: Neighbour };

function NeighbourSection(props: SectionProps) {
  const { page, chosen, neighbour, record, messages, maySend } = props;
  const { language } = page;
  const t = HAND_OVER_TEXTS[language];
  const name = neighbour.name[language];
  const own = messages.filter((message) => message.neighbour === neighbour.code);
  const address = `/${language}${handOverAddress(chosen)}`;
  return (
    <section>
      <h2>{name}</h2>
      <h3>{t.asItStands}</h3>
      <DataTable
        caption={`${t.asItStands}, ${name}`}
        hiddenCaption
        columns={[{ heading: t.field, rowHeader: true }, { heading: t.as }, { heading: t.value }]}
        rows={neighbour.fields.map(({ field, as }) => ({
          key: field,
          cells: [
            FIELD_TEXTS[field].name[language],
            <code>{as}</code>,
            <Value value={record[field]} language={language} />,
          ],
        }))}
      />
      <ul class="links">
        {(['json', 'csv'] as const).map((format) => (
          <li key={format}>
            <a href={`${address}/${neighbour.code}.${format}`}>
              {format === 'json' ? t.downloadJson : t.downloadCsv} <span class="hidden">{t.aboutFile(name)}</span>
            </a>
          </li>
        ))}
      </ul>
      {maySend && chosen.appointment?.appointedAt && (
        <form method="post" action={`${address}/neighbours/${neighbour.code}`}>
          <p class="actions">
            <SubmitButton tone="quiet">
              {t.queueNow} <span class="hidden">({name})</span>
            </SubmitButton>
          </p>
        </form>
      )}
      <h3>{t.sentSoFar}</h3>
      {own.length === 0 ? (
        <p>{t.nothingSent}</p>
      ) : (
        own.map((message) => <Message key={message.id} {...props} message={message} />)
      )}
    </section>
  );
}

type ValueProps = { value: HandOverRecord[HandOverField] | undefined; language: Language };

/** A value as it leaves: codes and days are not put into words here. */
function Value({ value, language }: ValueProps) {
  if (value === null || value === undefined) return <>{HAND_OVER_TEXTS[language].unset}</>;
  if (Array.isArray(value)) return <>{value.join(', ')}</>;
  if (typeof value !== 'object') return <>{String(value)}</>;
  return (
    <ul>
      {Object.entries(value).map(([of, text]) => (
        <li key={of}>
          <b>{of}</b> <span lang={of}>{String(text)}</span>
        </li>
      ))}
    </ul>
  );
}

type MessageProps = SectionProps & { message: KeptHandOver };

function Message({ page: { language }, organisation, message, said, addressed, zone, maySend }: MessageProps) {
  const t = HAND_OVER_TEXTS[language];
  const says = said.get(message.id);
  const about = aboutMessage(organisation, message, language);
  return (
    <article>
      <h4>{t.events[message.event]}</h4>
      <SummaryList
        rows={[
          { term: t.queued, value: <Instant at={message.queuedAt} zone={zone} toMinute /> },
          {
            term: t.columns.state,
            value: <MessageState {...{ language, message, zone, addressed: addressed.includes(message.neighbour) }} />,
          },
          {
            term: t.columns.next,
            value: <NextTry message={message} zone={zone} addressed={addressed.includes(message.neighbour)} />,
          },
        ]}
      />
      {says ? (
        <details>
          <summary>
            {t.said} <span class="hidden">({about})</span>
          </summary>
          <SummaryList
            rows={Object.entries(says.data).map(([as, value]) => ({
              term: <code>{as}</code>,
              value: <Value value={value} language={language} />,
            }))}
          />
        </details>
      ) : (
        <p>{t.saidNoMore}</p>
      )}
      {maySend && <MessageActions {...{ language, message, about }} />}
    </article>
  );
}

type StopProps = {
  page: PageContext;
  organisation: Pick<Organisation, 'handOver'>;
  chosen: Chosen;
  message: KeptHandOver;
  reason: string;
  /** Of the message when the form was first shown. */
  version: number;
  errors: FieldError[];
};

/** Stops a message: nothing is asked but the reason. */
export function StopPage({ page, organisation, chosen, message, reason, version, errors }: StopProps) {
  const { language } = page;
  const t = HAND_OVER_TEXTS[language];
  const address = `/${language}${handOverAddress(chosen)}`;
  const title = t.caseTitle(chosen.number, chosen.reference);
  return (
    <StaffLayout
      page={page}
      title={`${t.stopTitle}: ${title}`}
      nav={page.actor?.links ?? []}
      inError={errors.length > 0}
    >
      <BackLink href={address}>{title}</BackLink>
      <ErrorSummary errors={errors} />
      <p class="eyebrow">
        <b>{chosen.reference}</b>
      </p>
      <h1>{t.stopTitle}</h1>
      <p>{aboutMessage(organisation, message, language)}</p>
      <p>{t.stopNote}</p>
      <form method="post" action={`${address}/messages/${message.id}/stopping`} novalidate>
        <input type="hidden" name="version" value={version} />
        <TextArea
          name="reason"
          label={t.reason}
          hint={t.reasonHint}
          value={reason}
          rows={3}
          maxCharacters={MAX_STOP_REASON}
          error={errorOf(errors, 'reason')}
        />
        <p class="actions">
          <SubmitButton tone="danger">{t.stopButton}</SubmitButton>
        </p>
      </form>
    </StaffLayout>
  );
}
