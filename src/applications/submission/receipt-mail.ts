import type { Language, Translated } from '../../platform/language.ts';
import type { Mail } from '../../platform/mail.ts';
import { countryName } from '../../regulations/organisation/countries.ts';
import { formatBytes, plural } from '../../site/numbers.ts';
import { titleIn } from '../application.ts';
import { NO_LEVEL } from '../answers.ts';
import { readReceipt, type Receipt, type ReceiptContent } from './receipt.ts';
import { formatReception, RECEIPT_TEXTS } from './receipt-texts.ts';

export type Reader = { name: string; email: string; language: Language };

/** The receipt as a mail in the applicant's language: number, instant, fingerprint, and everything that was stored. */
export function receiptMail(receipt: Receipt, to: Reader, publicUrl: string): Mail {
  const content = readReceipt(receipt);
  const { language } = to;
  const t = RECEIPT_TEXTS[language];
  const title = titleIn(content.vacancy.title, language).text;
  const address = `${publicUrl}/${language}/my/applications/${content.number}/receipt`;
  const blocks = [
    `${t.title} ${title} (${content.vacancy.reference}).`,
    `${content.number}\n${t.receivedOn} ${formatReception(receipt.receivedAt, receipt.zone, language)}.`,
    t.next,
    `SHA-256\n${receipt.sha256.match(/.{1,32}/g)?.join('\n') ?? receipt.sha256}\n${address}`,
    '----',
    ...readBack(content, language),
  ];
  return {
    to: { name: to.name, address: to.email },
    subject: `${t.receivedInTime}${language === 'fr' ? '\u00a0:' : ':'} ${content.number}, ${title}`,
    text: `${blocks.join('\n\n')}\n`,
    language,
  };
}

function readBack(content: ReceiptContent, language: Language): string[] {
  const t = RECEIPT_TEXTS[language];
  const { identity } = content;
  const colon = language === 'fr' ? '\u00a0: ' : ': ';
  const line = (term: string, value: string) => `${term}${colon}${value.trim() === '' ? t.noAnswer : value}`;
  const levels = Object.entries(content.languages).map(
    ([code, level]) => `${code.toUpperCase()} ${level === NO_LEVEL ? t.noLevel : level}`,
  );
  const requirements = (kind: 'essential' | 'desirable', title: string) => {
    const own = content.requirements.filter((requirement) => requirement.kind === kind);
    return own.length === 0 ? [] : [title.toUpperCase(), ...own.map((answered) => answerText(answered, language))];
  };
  return [
    [
      line(t.name, `${identity.givenNames} ${identity.familyName}`),
      line(t.nationalities, identity.nationalities.map((code) => countryName(code, language)).join(', ')),
      line(t.residence, countryName(identity.residence, language)),
      line(t.telephone, identity.telephone),
      line(t.languages, levels.join(', ')),
    ].join('\n'),
    ...requirements('essential', t.essential),
    ...requirements('desirable', t.desirable),
    t.documents.toUpperCase(),
    content.documents.map((document) => documentText(document, language)).join('\n') || t.noDocuments,
    t.declarations.toUpperCase(),
    ...content.declarations.map(({ text }) => text[content.language]),
  ];
}

const answerText = (
  { number, requirement, answer }: { number: number; requirement: Translated; answer: string },
  language: Language,
) =>
  `${number}. ${titleIn(requirement, language).text}\n\n${answer.trim() === '' ? RECEIPT_TEXTS[language].noAnswer : answer}`;

const documentText = (
  { fileName, pages, sizeBytes, sha256 }: ReceiptContent['documents'][number],
  language: Language,
) =>
  `${fileName}, ${plural(pages, RECEIPT_TEXTS[language].pages, language)}, ${formatBytes(sizeBytes, language)}\nSHA-256 ${sha256}`;
