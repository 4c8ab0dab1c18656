import { DataTable } from '../../site/data-table.tsx';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { errorOf, SubmitButton, TextArea, type FieldError } from '../../site/forms.tsx';
import { Instant } from '../../site/instant.tsx';
import { PublicLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, EmptyState, Tag } from '../../site/parts.tsx';
import { titleIn } from '../application.ts';
import { MAX_BODY, type Message } from './message.ts';
import type { InboxRow } from './message-queries.ts';
import { MESSAGE_TEXTS } from './message-texts.ts';
import { Thread } from './thread.tsx';

const threadAddress = (page: PageContext, number: string) => `/${page.language}/my/applications/${number}/messages`;

/** All messages of a person, the latest first, those they have not read marked. */
export function InboxPage({ page, rows, zone }: { page: PageContext; rows: InboxRow[]; zone: string }) {
  const { language } = page;
  const t = MESSAGE_TEXTS[language];
  const stateOf = ({ sender, readAt }: InboxRow) => {
    if (sender === 'applicant') return t.sentByYou;
    return readAt ? t.read : <Tag tone="info">{t.unread}</Tag>;
  };
  return (
    <PublicLayout page={page} title={t.myMessages}>
      <h1>{t.myMessages}</h1>
      {rows.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneNote}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={t.myMessages}
          hiddenCaption
          columns={[
            { heading: t.message, rowHeader: true },
            { heading: t.application },
            { heading: t.when },
            { heading: t.state },
          ]}
          rows={rows.map((row) => {
            const subject = titleIn(row.subject, language);
            const title = titleIn(row.title, language);
            return {
              key: row.id,
              cells: [
                <a href={`${threadAddress(page, row.number)}#m-${row.id}`} lang={subject.language}>
                  {subject.text}
                </a>,
                <>
                  <span lang={title.language}>{title.text}</span> · <span class="whole">{row.number}</span>
                </>,
                <Instant at={row.sentAt} zone={zone} toMinute />,
                stateOf(row),
              ],
            };
          })}
        />
      )}
    </PublicLayout>
  );
}

type ThreadPageProps = {
  page: PageContext;
  number: string;
  messages: Message[];
  zone: string;
  mayAnswer: boolean;
  answer?: string;
  errors?: FieldError[];
};

/** What was written about one application, and where it may be answered. */
export function MyThreadPage(props: ThreadPageProps) {
  const { page, number, messages, zone, mayAnswer, answer, errors = [] } = props;
  const t = MESSAGE_TEXTS[page.language];
  return (
    <PublicLayout page={page} title={t.about(number)} inError={errors.length > 0}>
      <BackLink href={`/${page.language}/my/applications/${number}`}>{t.backToApplication}</BackLink>
      <ErrorSummary errors={errors} />
      <h1>{t.about(number)}</h1>
      <Thread page={page} messages={messages} zone={zone} reader="applicant" />
      {mayAnswer ? (
        <form method="post" action={threadAddress(page, number)} novalidate>
          <TextArea
            name="answer"
            label={t.answer}
            hint={t.answerHint}
            value={answer}
            maxCharacters={MAX_BODY}
            error={errorOf(errors, 'answer')}
          />
          <div class="actions">
            <SubmitButton>{t.send}</SubmitButton>
          </div>
        </form>
      ) : (
        messages.length > 0 && <p class="hint">{t.noReply}</p>
      )}
    </PublicLayout>
  );
}
