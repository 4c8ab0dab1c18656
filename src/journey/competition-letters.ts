import type { GeneratedCandidate } from './competition-candidates.ts';

/** A real PDF that somebody sends with their application. */
export type SentLetter = { text: string; fileName: string; author: string };

/** Every second tells who it is of in its file name, its metadata and its words; the others do nothing of it. */
const isTelling = (at: number): boolean => at % 2 === 0;

/** What of a letter everybody who judges by it may read. */
export const wordsOf = (at: number): string => `Gauge ${at} stood for eleven winters.`;

export function letterOf({ givenNames, familyName, email }: GeneratedCandidate, at: number): SentLetter {
  const words = `Dear Madam, dear Sir,\n${wordsOf(at)}`;
  if (!isTelling(at)) return { text: words, fileName: 'letter.pdf', author: '' };
  const name = `${givenNames} ${familyName}`;
  return {
    text: `${name}\n${email}\n${words}\nYours sincerely,\n${name}`,
    fileName: `${familyName} ${givenNames}.pdf`,
    author: name,
  };
}
