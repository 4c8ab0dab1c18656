import type { Transaction } from 'kysely';
import { recordMessages } from '../../applications/messages/message-queries.ts';
import { newsMail } from '../../applications/stages/news-mail.ts';
import type { Actor } from '../../people/actor.ts';
import type { Context } from '../../people/context.ts';
import { LANGUAGES, type Language, type Localized } from '../../platform/language.ts';
import { queueMail } from '../../platform/mail.ts';
import type { Schema } from '../../schema.ts';
import type { Chosen } from './appointment-queries.ts';

export type Telling = { chosen: Chosen; config: Context['config']; now: Date };

type Told = {
  words: (language: Language) => { subject: string; body: string };
  /** Whether they may answer it. */
  replies: boolean;
  actor: Actor;
};

/** A message in every language of the interface; the mail says only that there is one. */
export async function tellCandidate(
  db: Transaction<Schema>,
  { chosen, config, now }: Telling,
  { words, replies, actor }: Told,
): Promise<void> {
  const { applicationId: id, number, name, email, language } = chosen;
  const inEach = (part: 'subject' | 'body') =>
    Object.fromEntries(LANGUAGES.map((one) => [one, words(one)[part]])) as Localized;
  const text = { subject: inEach('subject'), body: inEach('body'), replies };
  await recordMessages(db, { candidates: [{ id, number }], text, actor }, now);
  await queueMail(db, newsMail({ name, email, language }, 'message', config.PUBLIC_URL), now);
}
