import type { Language, Translated } from '../../platform/language.ts';
import { LANGUAGES } from '../../platform/language.ts';
import type { ApplicationStatus } from '../application.ts';

export type Sender = 'staff' | 'applicant';

/** What one side wrote to the other about one application. */
export type Message = {
  id: string;
  sender: Sender;
  /** The name now on the account that wrote it; undefined where the account is gone. */
  author: string | undefined;
  sentAt: Date;
  subject: Translated;
  body: Translated;
  /** Whether the applicant may answer it. */
  replies: boolean;
  /** When the other side first read it. */
  readAt: Date | null;
};

/** What is to be sent, in one language or in several. */
export type MessageText = { subject: Translated; body: Translated; replies: boolean };

export const MAX_SUBJECT = 150;
export const MAX_BODY = 5000;

export type TextProblem =
  | { field: string; kind: 'too-long'; max: number }
  | { field: string; kind: 'subject-missing' | 'body-missing' | 'nothing-written' };

/** What stands against sending a text: each language has both parts or neither, and one language is there. */
export function textProblems({ subject, body }: Pick<MessageText, 'subject' | 'body'>): TextProblem[] {
  const written = LANGUAGES.filter((language) => subject[language] || body[language]);
  if (written.length === 0) return [{ field: `subject-${LANGUAGES[0]}`, kind: 'nothing-written' }];
  return written.flatMap((language) => [
    ...partProblems(`subject-${language}`, subject[language], { max: MAX_SUBJECT, missing: 'subject-missing' }),
    ...partProblems(`body-${language}`, body[language], { max: MAX_BODY, missing: 'body-missing' }),
  ]);
}

function partProblems(
  field: string,
  text: string | undefined,
  { max, missing }: { max: number; missing: 'subject-missing' | 'body-missing' },
): TextProblem[] {
  if (!text) return [{ field, kind: missing }];
  return text.length > max ? [{ field, kind: 'too-long', max }] : [];
}

/** In which of the languages a message is written its reader sees it. */
export const readIn = ({ subject }: Pick<MessageText, 'subject'>, language: Language): Language =>
  subject[language] ? language : (LANGUAGES.find((other) => subject[other]) ?? language);

/** Whether an applicant may write now: to the last message of the staff, where it may be answered. */
export function mayReply(messages: readonly Message[], status: ApplicationStatus): boolean {
  return status === 'submitted' && messages.findLast(({ sender }) => sender === 'staff')?.replies === true;
}
