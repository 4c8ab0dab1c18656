import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { ParsedMail } from 'mailparser';
import type { Context } from '../people/context.ts';
import { page, pageContext } from '../people/page.ts';
import { PublicLayout } from '../site/layout.tsx';
import { EmptyState } from '../site/parts.tsx';
import { OUTBOX_TEXTS } from './outbox-texts.ts';

/** How many of the newest mails the page shows. */
const SHOWN = 30;

/** The mails that a development server wrote instead of sending them. Elsewhere the page does not exist. */
export function outboxRoutes(web: FastifyInstance, context: Context): void {
  const { outbox } = context;
  if (outbox === undefined || context.config.MODE !== 'development') return;

  web.get('/outbox', async (request, reply) => {
    const mails = await newestMails(outbox);
    const t = OUTBOX_TEXTS[request.language];
    return page(
      reply,
      <PublicLayout page={{ ...pageContext(request, context), path: '/vacancies' }} title={t.title}>
        <h1>{t.title}</h1>
        <p class="lede">{t.introduction}</p>
        {mails.length === 0 && <EmptyState title={t.none}>{t.noneNext}</EmptyState>}
        {mails.map((mail) => (
          <MailArticle key={mail.messageId} mail={mail} />
        ))}
      </PublicLayout>,
    );
  });
}

/** The text of a mail, its addresses of ours as links. */
function MailArticle({ mail }: { mail: ParsedMail }) {
  const to = [mail.to ?? []].flat().map(({ text }) => text);
  return (
    <article class="mail" lang={languageOf(mail)}>
      <h2>{mail.subject}</h2>
      <p class="hint">{to.join(', ')}</p>
      {(mail.text ?? '').split(/\n{2,}/).map((paragraph) => (
        <p>
          {paragraph
            .split(/(https?:\/\/\S+)/)
            .map((part) => (/^https?:\/\//.test(part) ? <a href={part}>{part}</a> : part))}
        </p>
      ))}
    </article>
  );
}

function languageOf(mail: ParsedMail): string | undefined {
  const language = mail.headers.get('content-language');
  return typeof language === 'string' ? language : undefined;
}

async function newestMails(folder: string): Promise<ParsedMail[]> {
  // Only a development server that is asked for its mail needs the parser.
  const { simpleParser } = await import('mailparser');
  const names = await readdir(folder).catch(() => []);
  const newest = names
    .filter((name) => name.endsWith('.eml'))
    .toSorted()
    .toReversed();
  return Promise.all(newest.slice(0, SHOWN).map(async (name) => simpleParser(await readFile(join(folder, name)))));
}
