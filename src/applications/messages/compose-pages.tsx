import type { Language } from '../../platform/language.ts';
import { LANGUAGES } from '../../platform/language.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { DataTable } from '../../site/data-table.tsx';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { Checkboxes, errorOf, Select, SubmitButton, TextArea, TextField, type FieldError } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import { plural } from '../../site/numbers.ts';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, EmptyState, Notice, Tag } from '../../site/parts.tsx';
import { staffNavigation } from '../staff/staff-list-pages.tsx';
import { POSITIONS } from '../stages/stage-state.ts';
import { STAGE_TEXTS } from '../stages/stage-texts.ts';
import { MAX_BODY, MAX_SUBJECT, type MessageText } from './message.ts';
import type { Conversation } from './message-queries.ts';
import { MESSAGE_TEXTS } from './message-texts.ts';

/** What is being written and to whom, as it stands in the form. */
export type Composed = MessageText & { whom: string; number: string };

type ComposeProps = {
  page: PageContext;
  reference: string;
  organisation: Organisation;
  composed: Composed;
  conversations: Conversation[];
  errors?: FieldError[];
  problem?: string | undefined;
};

/** Writes to one applicant or to many of a vacancy, and shows what was written and answered. */
export function ComposePage({ page, reference, composed, conversations, errors = [], ...more }: ComposeProps) {
  const { language } = page;
  const t = MESSAGE_TEXTS[language];
  return (
    <StaffLayout page={page} title={t.messagesFor(reference)} nav={staffNavigation(page)} inError={errors.length > 0}>
      <BackLink href={`/${language}/staff/vacancies/${reference}/applications`}>{t.backToList}</BackLink>
      <ErrorSummary errors={errors} />
      {more.problem && <Notice tone="warning" status title={more.problem} />}
      <h1>{t.messagesFor(reference)}</h1>
      <h2>{t.compose}</h2>
      <form method="post" action={`/${language}/staff/vacancies/${reference}/messages`} novalidate>
        <Whom page={page} composed={composed} error={errorOf(errors, 'whom')} />
        <Template page={page} organisation={more.organisation} />
        <p class="hint">{t.languagesHint}</p>
        {LANGUAGES.map((each) => (
          <TextIn key={each} language={each} {...{ page, composed, errors }} />
        ))}
        {more.organisation.selection.messages.replies && (
          <Checkboxes
            name="replies"
            label={t.replies}
            options={[{ value: 'yes', text: t.mayAnswer }]}
            values={composed.replies ? ['yes'] : []}
          />
        )}
        <div class="actions">
          <SubmitButton name="step" value="preview">
            {t.preview}
          </SubmitButton>
        </div>
      </form>
      <Conversations page={page} conversations={conversations} />
    </StaffLayout>
  );
}

function Whom({ page, composed, error }: { page: PageContext; composed: Composed; error: string | undefined }) {
  const t = MESSAGE_TEXTS[page.language];
  if (composed.number !== '')
    return (
      <p>
        <input type="hidden" name="number" value={composed.number} />
        {t.whom}: <b>{t.one(composed.number)}</b>
      </p>
    );
  const positions = STAGE_TEXTS[page.language].positions;
  const options = POSITIONS.map((value) => ({ value, text: positions[value] }));
  return (
    <Select name="whom" label={t.whom} empty={t.everybody} options={options} value={composed.whom} error={error} />
  );
}

function Template({ page, organisation }: { page: PageContext; organisation: Organisation }) {
  const t = MESSAGE_TEXTS[page.language];
  const { templates } = organisation.selection.messages;
  if (templates.length === 0) return null;
  const options = templates.map(({ code, subject }) => ({ value: code, text: subject[page.language] }));
  return (
    <>
      <Select name="template" label={t.template} empty={t.noTemplate} options={options} />
      <SubmitButton tone="quiet" name="step" value="template">
        {t.putTemplateIn}
      </SubmitButton>
    </>
  );
}

type TextInProps = { page: PageContext; language: Language; composed: Composed; errors: FieldError[] };

function TextIn({ page, language, composed, errors }: TextInProps) {
  const t = MESSAGE_TEXTS[page.language];
  const subject = `subject-${language}`;
  const body = `body-${language}`;
  return (
    <>
      <TextField
        name={subject}
        label={t.subjectIn[language]}
        lang={language}
        value={composed.subject[language]}
        maxlength={MAX_SUBJECT}
        error={errorOf(errors, subject)}
      />
      <TextArea
        name={body}
        label={t.bodyIn[language]}
        lang={language}
        value={composed.body[language]}
        maxCharacters={MAX_BODY}
        error={errorOf(errors, body)}
      />
    </>
  );
}

function Conversations({ page: { language }, conversations }: { page: PageContext; conversations: Conversation[] }) {
  const t = MESSAGE_TEXTS[language];
  return (
    <section>
      <h2>{t.conversations}</h2>
      {conversations.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <DataTable
          caption={t.conversations}
          hiddenCaption
          columns={[
            { heading: t.number, rowHeader: true },
            { heading: t.applicant },
            { heading: t.sentCount, numeric: true },
            { heading: t.readCount, numeric: true },
            { heading: t.answers, numeric: true },
          ]}
          rows={conversations.map(({ number, name, sent, read, answers, unread }) => ({
            key: number,
            cells: [
              <a href={`/${language}/staff/applications/${number}/messages`}>{number}</a>,
              name,
              sent,
              read,
              <>
                {answers} {unread > 0 && <Tag tone="info">{plural(unread, t.newAnswers, language)}</Tag>}
              </>,
            ],
          }))}
        />
      )}
    </section>
  );
}
