import type { ComponentChildren } from 'preact';
import type { RecordedEvent } from '../people/event-queries.ts';
import { countryName } from '../regulations/organisation/countries.ts';
import type { Organisation } from '../regulations/organisation/organisation.ts';
import { Breakable } from '../site/breakable.tsx';
import { DataTable } from '../site/data-table.tsx';
import { formatInstant } from '../site/dates.ts';
import { Instant } from '../site/instant.tsx';
import { StaffLayout } from '../site/layout.tsx';
import { formatBytes, joinList } from '../site/numbers.ts';
import type { PageContext } from '../site/page-context.ts';
import { BackLink, Notice, SummaryList, Tag } from '../site/parts.tsx';
import type { Vacancy } from '../vacancies/vacancy.ts';
import { STATUS_TEXTS } from './application-texts.ts';
import { titleIn } from './application.ts';
import { CLEARANCE_TEXTS, clearanceTold } from './clearance-texts.ts';
import { countPages } from './document-texts.ts';
import { requestedDocuments, type StoredDocument } from './document.ts';
import { checkReceipt } from './receipt-check.ts';
import { readReceipt, type ReceiptContent } from './receipt.ts';
import { RequirementText } from './requirement-fields.tsx';
import { levelsTold, staffNavigation } from './staff-list-pages.tsx';
import type { StaffApplication } from './staff-queries.ts';
import { describeAction, describeDocumentEvent, STAFF_TEXTS } from './staff-texts.ts';

export type StaffApplicationPageProps = {
  page: PageContext;
  application: StaffApplication;
  vacancy: Vacancy;
  organisation: Organisation;
  history: RecordedEvent[];
};

type PartProps = StaffApplicationPageProps & { content: ReceiptContent };

/** One application as it was submitted, each answer beside what it answers; judged by whoever reads it. */
export function StaffApplicationPage(props: StaffApplicationPageProps) {
  const { page, application, vacancy } = props;
  const { language } = page;
  const t = STAFF_TEXTS[language];
  const content = readReceipt(application.receipt);
  const title = titleIn(vacancy.notice.title, language);
  const parts: PartProps = { ...props, content };
  return (
    <StaffLayout page={page} title={application.number} nav={staffNavigation(page)}>
      <BackLink href={`/${language}/staff/vacancies/${vacancy.reference}/applications`}>{t.backToList}</BackLink>
      <p class="eyebrow">
        <Tag tone={application.status === 'withdrawn' ? 'warning' : 'success'}>
          {STATUS_TEXTS[language][application.status]}
        </Tag>{' '}
        <b>{application.number}</b>
      </p>
      <h1>
        {content.identity.givenNames} {content.identity.familyName}
      </h1>
      <p class="lede" lang={title.language}>
        <Breakable text={title.text} />
      </p>
      <ul class="links">
        <li>
          <a href={`/${language}/staff/vacancies/${vacancy.reference}/selection`}>{t.selection}</a>
        </li>
        <li>
          <a href={`/${language}/staff/applications/${application.number}/messages`}>{t.messages}</a>
        </li>
      </ul>
      <Person {...parts} />
      <Requirements {...parts} kind="essential" />
      <Requirements {...parts} kind="desirable" />
      <Documents {...parts} />
      <Declarations {...parts} />
      <ReceiptProof {...parts} />
      <History {...parts} />
    </StaffLayout>
  );
}

function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Person({ page: { language }, content, vacancy, organisation }: PartProps) {
  const t = STAFF_TEXTS[language];
  const { nationalities, residence, telephone, clearance } = content.identity;
  const asked = vacancy.notice.languages;
  return (
    <Section title={t.person}>
      <SummaryList
        rows={[
          { term: t.nationalities, value: nationalities.map((code) => countryName(code, language)).join(', ') },
          ...(clearance
            ? [{ term: CLEARANCE_TEXTS[language].title, value: clearanceTold(clearance, organisation, language) }]
            : []),
          { term: t.residence, value: countryName(residence, language) },
          { term: t.telephone, value: telephone === '' ? t.notGiven : telephone },
        ]}
      />
      <h3>{t.languages}</h3>
      <SummaryList
        rows={[
          { term: t.asked, value: asked ? t.askedLevels(asked.one, asked.other) : t.notAsked },
          { term: t.stated, value: levelsTold(content.languages, organisation.languages, language) },
        ]}
      />
    </Section>
  );
}

function Requirements({ page, content, kind }: PartProps & { kind: 'essential' | 'desirable' }) {
  const t = STAFF_TEXTS[page.language];
  const answered = content.requirements.filter((requirement) => requirement.kind === kind);
  if (answered.length === 0) return null;
  return (
    <Section title={t[kind]}>
      {kind === 'essential' && <p>{t.requirementsNote}</p>}
      <DataTable
        caption={t[kind]}
        hiddenCaption
        columns={[{ heading: t.requirement, rowHeader: true }, { heading: t.answer }]}
        rows={answered.map(({ number, requirement, answer }) => ({
          key: number,
          cells: [
            <>
              {number}. <RequirementText text={requirement} page={page} />
            </>,
            answer.trim() === '' ? <Tag tone="warning">{t.noAnswer}</Tag> : <div class="as-typed">{answer}</div>,
          ],
        }))}
      />
    </Section>
  );
}

function Documents({ page: { language }, application, vacancy, organisation }: PartProps) {
  const t = STAFF_TEXTS[language];
  const asked = requestedDocuments(vacancy.notice, organisation).map(({ kind }) => kind);
  const kinds = [...new Set([...asked, ...application.documents.map(({ kind }) => kind)])];
  const nameOf = (kind: string) =>
    organisation.documents.kinds.find(({ code }) => code === kind)?.name[language] ?? kind;
  const cellsOf = (kind: string, stored: StoredDocument | undefined) => {
    if (!stored) return [nameOf(kind), <Tag tone="warning">{t.notAttached}</Tag>, ''];
    const href = `/${language}/staff/applications/${application.number}/documents/${kind}`;
    const file = (
      <>
        {stored.fileName}{' '}
        <a href={href}>
          {t.download}
          <span class="hidden"> ({nameOf(kind)})</span>
        </a>
      </>
    );
    return [nameOf(kind), file, `${countPages(stored.pages)[language]}, ${formatBytes(stored.sizeBytes, language)}`];
  };
  const rows = kinds.map((kind) => ({
    key: kind,
    cells: cellsOf(
      kind,
      application.documents.find((document) => document.kind === kind),
    ),
  }));
  return (
    <Section title={t.documents}>
      {rows.length === 0 ? (
        <p>{t.noDocuments}</p>
      ) : (
        <DataTable
          caption={t.documents}
          hiddenCaption
          columns={[{ heading: t.document, rowHeader: true }, { heading: t.file }, { heading: t.found }]}
          rows={rows}
        />
      )}
    </Section>
  );
}

function Declarations({ page: { language }, content }: PartProps) {
  return (
    <Section title={STAFF_TEXTS[language].declarations}>
      <ul>
        {content.declarations.map(({ code, text }) => (
          <li key={code}>{text[language]}</li>
        ))}
      </ul>
    </Section>
  );
}

function ReceiptProof({ page: { language }, application }: PartProps) {
  const t = STAFF_TEXTS[language];
  const { receipt } = application;
  const differences = checkReceipt(receipt, application).map((part) => t.parts[part]);
  return (
    <Section title={t.receipt}>
      <SummaryList
        rows={[
          { term: t.receivedOn, value: <Instant at={receipt.receivedAt} zone={receipt.zone} /> },
          { term: t.fingerprint, value: <code class="fingerprint">{receipt.sha256}</code> },
        ]}
      />
      <Notice tone={differences.length === 0 ? 'success' : 'error'} title={t.check}>
        <p>{differences.length === 0 ? t.matches : t.differs(joinList(differences, language))}</p>
      </Notice>
    </Section>
  );
}

function History({ page: { language }, history, vacancy, organisation }: PartProps) {
  const t = STAFF_TEXTS[language];
  const kinds = { account: '', system: t.system, 'command-line': t.commandLine };
  const whatOf = ({ action, details }: RecordedEvent) => {
    const document = organisation.documents.kinds.find(({ code }) => code === details['kind'])?.name[language];
    const facts = [document, describeDocumentEvent(details)?.[language]].filter(Boolean).join(', ');
    return [describeAction(action)[language], facts].filter(Boolean).join(' · ');
  };
  return (
    <Section title={t.history}>
      <p>{t.historyNote}</p>
      <DataTable
        caption={t.history}
        hiddenCaption
        columns={[{ heading: t.when, rowHeader: true }, { heading: t.who }, { heading: t.what }]}
        rows={history.map((event) => ({
          key: event.id,
          cells: [
            formatInstant(event.at, vacancy.deadlineZone, language),
            event.actorName ?? kinds[event.actorKind],
            whatOf(event),
          ],
        }))}
      />
    </Section>
  );
}
