import { jsonOf, told, type Expected } from './rule.ts';
import { wordsOfRow } from './words.ts';

type Told = Record<'application' | 'screenerId' | 'signedAt' | 'reopenings' | 'outcome' | 'nonce', string | undefined>;
type Sheet = Told & { findings: unknown };
type Reopening = { signedAt?: string; reopenedAt?: string };

/** That a sheet of a screener was signed, and each time that it was opened again and signed anew. */
export const sheetEvents = ({ application, screenerId, signedAt, reopenings, ...found }: Sheet): Expected[] => [
  ...told(application, 'sheet-signed', {
    at: signedAt,
    by: screenerId,
    words: wordsOfRow(
      'screening-sheet',
      { application, screener: screenerId, findings: found.findings, outcome: found.outcome },
      found.nonce,
    ),
  }),
  ...reopened(reopenings).flatMap((one) => [
    ...told(application, 'sheet-signed', { at: one.signedAt, by: screenerId }),
    ...told(application, 'sheet-reopened', { at: one.reopenedAt }),
  ]),
];

const reopened = (text: string | undefined): Reopening[] => {
  const read = jsonOf(text);
  return Array.isArray(read) ? (read as Reopening[]) : [];
};
