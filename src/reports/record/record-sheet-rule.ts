import { jsonOf, told, type Expected } from './record-rule.ts';

type Sheet = Record<'application' | 'screenerId' | 'signedAt' | 'reopenings', string | undefined>;
type Reopening = { signedAt?: string; reopenedAt?: string };

/** That a sheet of a screener was signed, and each time that it was opened again and signed anew. */
export const sheetEvents = ({ application, screenerId, signedAt, reopenings }: Sheet): Expected[] => [
  ...told(application, 'sheet-signed', { at: signedAt, by: screenerId }),
  ...reopened(reopenings).flatMap((one) => [
    ...told(application, 'sheet-signed', { at: one.signedAt, by: screenerId }),
    ...told(application, 'sheet-reopened', { at: one.reopenedAt }),
  ]),
];

const reopened = (text: string | undefined): Reopening[] => {
  const read = jsonOf(text);
  return Array.isArray(read) ? (read as Reopening[]) : [];
};
