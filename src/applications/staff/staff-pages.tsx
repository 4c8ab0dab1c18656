import type { ComponentChildren } from 'preact';
import type { RecordedEvent } from '../../people/event-queries.ts';
import { countryName } from '../../regulations/organisation/countries.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { Breakable } from '../../site/breakable.tsx';
import { DataTable } from '../../site/data-table.tsx';
import { formatInstant } from '../../site/dates.ts';
import { Instant } from '../../site/instant.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import { joinList } from '../../site/numbers.ts';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, Notice, SummaryList, Tag } from '../../site/parts.tsx';
import type { Vacancy } from '../../vacancies/vacancy.ts';
import { APPLICATION_TEXTS, STATUS_TEXTS } from '../application-texts.ts';
import { titleIn } from '../application.ts';
import { CLEARANCE_TEXTS, clearanceTold } from '../eligibility/clearance-texts.ts';
import { CareerReadBack, ShownBy } from '../career/career-read-back.tsx';
import { QUESTION_TEXTS } from '../questions/question-texts.ts';
import { documentName } from '../documents/document-texts.ts';
import { AnswerGiven } from '../read-back.tsx';
import { checkReceipt } from '../submission/receipt-check.ts';
import { readReceipt, type ReceiptContent } from '../submission/receipt.ts';
import { RequirementText } from '../drafting/requirement-fields.tsx';
import { levelsTold, staffNavigation } from './staff-list-pages.tsx';
import { AnsweringDocument, StaffDocuments } from './staff-documents.tsx';
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
        {props.organisation.integrity.examined && (
          <li>
            <a href={`/${language}/staff/applications/${application.number}/integrity`}>{t.integrity}</a>
          </li>
        )}
      </ul>
      <Person {...parts} />
      <Exceptions {...parts} />
      <Section title={t.career}>
        <CareerReadBack {...{ page, content }} rules={props.organisation} action={() => undefined} />
      </Section>
      <Requirements {...parts} kind="essential" />
      <Requirements {...parts} kind="desirable" />
      <Questions {...parts} />
      <Section title={t.documents}>
        <StaffDocuments {...{ application, vacancy, organisation: props.organisation, language }} />
      </Section>
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

function Person({ page: { language }, application, content, vacancy, organisation }: PartProps) {
  const t = STAFF_TEXTS[language];
  const { nationalities, residence, telephone, clearance } = content.identity;
  const asked = vacancy.notice.languages;
  return (
    <Section title={t.person}>
      <SummaryList
        rows={[
          { term: t.entrance, value: t.entrances[application.entrance] },
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

/** Where rules speak against the application: what its author says, for a person to decide. */
function Exceptions({ page: { language }, content }: PartProps) {
  const { exception } = content.identity;
  const t = QUESTION_TEXTS[language];
  const others = (content.questions ?? []).flatMap(({ exception: one }) => (one ? [one] : []));
  if (!exception && others.length === 0) return null;
  return (
    <Notice tone="warning" title={STAFF_TEXTS[language].forAPerson}>
      <p>{t.reasonGiven}</p>
      <ul>
        {[exception, ...others.map(({ reason }) => reason)].filter(Boolean).map((reason) => (
          <li key={reason} class="as-typed">
            {reason}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Questions({ page: { language }, content: { questions = [] }, application }: PartProps) {
  if (questions.length === 0) return null;
  return (
    <Section title={APPLICATION_TEXTS[language].steps.questions}>
      <SummaryList
        rows={questions.map((stored) => ({
          term: stored.question[language] ?? stored.code,
          value: (
            <>
              <AnswerGiven stored={stored} language={language} />
              <AnsweringDocument kind={stored.document} {...{ application, language }} />
            </>
          ),
        }))}
      />
    </Section>
  );
}

function Requirements({ page, content, organisation, kind }: PartProps & { kind: 'essential' | 'desirable' }) {
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
        rows={answered.map(({ number, requirement, answer, evidence }) => ({
          key: number,
          cells: [
            <>
              {number}. <RequirementText text={requirement} page={page} />
            </>,
            <>
              {answer.trim() === '' ? <Tag tone="warning">{t.noAnswer}</Tag> : <div class="as-typed">{answer}</div>}
              <ShownBy {...{ page, content, evidence }} rules={organisation} />
            </>,
          ],
        }))}
      />
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
    const { kind } = details;
    const asked = { organisation, questions: vacancy.questions };
    const document =
      typeof kind === 'string' && action.startsWith('document') ? documentName(kind, asked, language) : '';
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
