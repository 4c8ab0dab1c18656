import type { Language } from '../../platform/language.ts';
import type { Mail } from '../../platform/mail.ts';
import { NEWS_TEXTS } from './news-texts.ts';

/** What there is news of: a step in the selection, or a message. */
export type News = 'step' | 'message';

const PAGES: Record<News, string> = { step: '/my/applications', message: '/my/messages' };

type Reader = { name: string; email: string; language: Language };

/** A mail that says only that there is something to read, and where: who else reads the mailbox learns nothing. */
export function newsMail({ name, email, language }: Reader, news: News, publicUrl: string): Mail {
  const { subject, text } = NEWS_TEXTS[language][news];
  const link = `${publicUrl}/${language}${PAGES[news]}`;
  return { to: { name, address: email }, subject, text: `${text}\n\n${link}\n`, language };
}
