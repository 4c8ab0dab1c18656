import { recordEvent } from '../people/event-queries.ts';
import type { Context } from '../people/context.ts';
import { recordCase } from './integrity-case-queries.ts';
import { frozen } from './integrity-case.ts';
import { recordTexts } from './integrity-text-queries.ts';
import { findingsIn, type ReadText } from './signals.ts';

const LETTER: ReadText = {
  part: 'document:cover-letter',
  text: 'Dear Madam, for eleven years I led the gauging of the upper river.\nYours sincerely,\n[Your Name]',
  hidden: [],
  links: [],
  madeWith: ['A program'],
};

type Wanted = { number: string; reader: string; askedBy?: string | undefined };

/** An application with a place that was not filled in, read by this person; its author is asked about it by another. */
export async function insertExamined({ db }: Pick<Context, 'db'>, { number, reader, askedBy }: Wanted, at: Date) {
  const { id } = await db
    .selectFrom('applications')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  const texts = [{ ...LETTER, sha256: '00'.repeat(32), problem: null }];
  await recordTexts(db, id, { texts, quoted: new Set(), now: at });
  const by = { kind: 'account', id: reader } as const;
  await recordEvent(db, { subject: 'integrity', subjectId: number, action: 'letter-read', by, at });
  if (askedBy === undefined) return;
  const evidence = findingsIn(LETTER, new Set())
    .filter(({ kind }) => kind === 'placeholder')
    .map(frozen);
  const reason = 'How did this place come to stay empty?';
  const answerUntil = new Date(at.getTime() + 10 * 86_400_000);
  await recordCase(db, { id, number }, { reason, evidence, openedAt: at, openedBy: askedBy, answerUntil });
}
