import type { Context } from '../../people/context.ts';
import type { Language, Translated } from '../../platform/language.ts';
import type { Db } from '../../schema.ts';
import { dateIn } from '../../site/dates.ts';
import { REPORT_TEXTS } from './report-texts.ts';
import { LETTER, setAsPdf } from './setting.ts';

/** The letter of a decision as it was sent: its words are those of the message, which nothing changes. */
export type SentLetter = { subject: Translated; body: Translated; sentAt: Date };

/** The letter that told a decision, by the instant of its release. */
export async function findLetter(db: Db, applicationId: string, releasedAt: Date): Promise<SentLetter | undefined> {
  const row = await db
    .selectFrom('messages')
    .select(['subject', 'body', 'sentAt'])
    .where('applicationId', '=', applicationId)
    .where('sender', '=', 'staff')
    .where('sentAt', '=', releasedAt)
    .executeTakeFirst();
  return row && { ...row, subject: row.subject as Translated, body: row.body as Translated };
}

export type Addressed = {
  number: string;
  /** Whom it is to, as the application names them. */
  name: string;
  reference: string;
  language: Language;
  zone: string;
};

/** A letter to one person or body, in one language: what it is about, whom it is to, its words, and what it refers to. */
export type LetterDocument = {
  title: string;
  author: string;
  lang: Language;
  date: string;
  to: string[];
  paragraphs: string[];
  facts: { label: string; value: string }[];
};

/** The letter as PDF/UA-1, A4, in one language. */
export function letterPdf(
  { organisation, ...context }: Pick<Context, 'organisation' | 'typst' | 'clock'>,
  { subject, body, sentAt }: SentLetter,
  { number, name, reference, language, zone }: Addressed,
): Promise<Buffer> {
  const t = REPORT_TEXTS[language];
  const document: LetterDocument = {
    title: subject[language] ?? Object.values(subject)[0] ?? reference,
    author: organisation.name[language],
    lang: language,
    date: dateIn(sentAt, zone, language),
    to: [name].filter(Boolean),
    paragraphs: (body[language] ?? Object.values(body)[0] ?? '').split(/\n+/),
    facts: [
      { label: t.letterApplication, value: number },
      { label: t.letterVacancy, value: reference },
    ],
  };
  return setLetter(context, document);
}

/** A letter as PDF/UA-1, A4. Where no font has one of its letters, it says so in a paragraph of its own. */
export function setLetter(context: Pick<Context, 'typst' | 'clock'>, document: LetterDocument): Promise<Buffer> {
  const { lackingLetters } = REPORT_TEXTS[document.lang];
  const sayingSo = (shown: LetterDocument) => ({ ...shown, paragraphs: [...shown.paragraphs, lackingLetters] });
  return setAsPdf(context, { template: LETTER, document, inEachText, sayingSo });
}

const inEachText = (document: LetterDocument, shown: (text: string) => string): LetterDocument => ({
  ...document,
  title: shown(document.title),
  to: document.to.map(shown),
  paragraphs: document.paragraphs.map(shown),
  facts: document.facts.map(({ label, value }) => ({ label, value: shown(value) })),
});
