import { languageName } from '../../site/language-name.ts';
import { Instant } from '../../site/instant.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { EmptyState, Tag } from '../../site/parts.tsx';
import { readIn, type Message, type Sender } from './message.ts';
import { MESSAGE_TEXTS } from './message-texts.ts';

type ThreadProps = { page: PageContext; messages: readonly Message[]; zone: string; reader: Sender };

/** What was written about one application, oldest first, each in the reader's language where it has it. */
export function Thread({ page, messages, zone, reader }: ThreadProps) {
  const t = MESSAGE_TEXTS[page.language];
  if (messages.length === 0)
    return (
      <EmptyState title={t.none}>
        <p>{t.noneNote}</p>
      </EmptyState>
    );
  return (
    <>
      {messages.map((message) => (
        <Written key={message.id} {...{ page, message, zone, reader }} />
      ))}
    </>
  );
}

type WrittenProps = { page: PageContext; message: Message; zone: string; reader: Sender };

function Written({ page, message, zone, reader }: WrittenProps) {
  const { language } = page;
  const t = MESSAGE_TEXTS[language];
  const written = readIn(message, language);
  const own = message.sender === reader;
  const foreign = written !== language && message.sender !== reader;
  return (
    <article id={`m-${message.id}`}>
      <h2 lang={written}>{message.subject[written]}</h2>
      <p class="hint">
        {own && reader === 'applicant' ? t.you : message.author} · <Instant at={message.sentAt} zone={zone} toMinute />{' '}
        <Receipt {...{ page, message, zone, reader }} />
      </p>
      <p class="as-typed" lang={written}>
        {message.body[written]}
      </p>
      {foreign && (
        <p class="hint">
          {t.onlyIn} ({languageName(written, language)})
        </p>
      )}
    </article>
  );
}

/** To its reader, that it is new; to who wrote it, whether and when it was read. */
function Receipt({ page, message, zone, reader }: WrittenProps) {
  const t = MESSAGE_TEXTS[page.language];
  if (message.sender !== reader) return message.readAt ? null : <Tag tone="info">{t.unread}</Tag>;
  if (!message.readAt) return <Tag>{t.notRead}</Tag>;
  return (
    <>
      · {t.readOn} <Instant at={message.readAt} zone={zone} toMinute />
    </>
  );
}
