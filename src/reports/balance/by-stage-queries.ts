import type { Kysely, Selectable } from 'kysely';
import { cellsOf, type EqualityRules } from '../../applications/equality/equality.ts';
import { countsOf } from '../../applications/equality/equality-queries.ts';
import { areCounted, deleteSlips, lockAnswers, openSlips } from '../../applications/equality/slip-queries.ts';
import { doerOf, type Actor } from '../../people/actor.ts';
import { recordEvent } from '../../people/event-queries.ts';
import { permits } from '../../people/permissions.ts';
import type { Localized } from '../../platform/language.ts';
import { ok, type Result } from '../../platform/result.ts';
import type { SealingKeys } from '../../platform/sealing.ts';
import type { Db, EqualityFiguresTable, Schema } from '../../schema.ts';
import { standingsOf } from './balance-queries.ts';
import { mayBeCounted, type Counted, type CountedFigures, type NotYet } from './by-stage.ts';
import { stageFigures, type QuestionCounts } from './stage-figures.ts';

/** The figures of a competition as they were counted; undefined where they are not yet, or are not this reader's. */
export async function countedFigures(db: Db, actor: Actor, reference: string): Promise<Counted | undefined> {
  if (!permits(actor.roles, 'equality:read')) return undefined;
  const row = await db
    .selectFrom('equalityFigures')
    .select(['figures', 'countedAt'])
    .where('vacancyReference', '=', reference)
    .executeTakeFirst();
  return row && { figures: figuresIn(row), countedAt: row.countedAt };
}

const figuresIn = ({ figures }: Pick<Selectable<EqualityFiguresTable>, 'figures'>) =>
  (figures ?? undefined) as CountedFigures | undefined;

type Counting = {
  reference: string;
  rules: EqualityRules;
  /** The stages that people are invited to, in order. */
  stages: readonly { code: string; name: Localized }[];
  answers: { open: boolean; until: string | null };
  actor: Actor;
  at: Date;
};

/**
 * Counts the slips of a competition by how far each application got, keeps what may be shown of it, and deletes them; once,
 * and never again. This alone ever puts a slip and an application together, and no more than the figures leaves it.
 */
export function countSlips(
  db: Kysely<Schema>,
  keys: SealingKeys,
  counting: Counting,
): Promise<Result<'counted', NotYet>> {
  const { reference, rules, stages, answers, actor, at } = counting;
  return db.transaction().execute(async (transaction) => {
    await lockAnswers(transaction, reference);
    if (await areCounted(transaction, reference)) return ok('counted');
    const standings = await standingsOf(transaction, { reference, stages: stages.map(({ code }) => code) });
    const undecided = standings.filter((one) => one.undecided).length;
    const allowed = mayBeCounted({ rules, answers, undecided });
    if (!allowed.ok) return allowed;
    const applicationIds = standings.map(({ id }) => id);
    const slips = await openSlips(transaction, keys, { reference, applicationIds });
    const found = stageFigures({
      levels: stages.length + 2,
      applied: standings.map(({ id, level }) => ({ level, answers: slips.get(id) })),
      counters: countersOf(await countsOf(transaction, reference), rules),
      smallest: rules.smallestShown,
    });
    const { comparison, markBelow, source } = allowed.value;
    const read = { smallest: rules.smallestShown, comparison, markBelow, source };
    const figures = found && { ...found, ...read, stages: stages.map(({ name }) => name), asked: askedBy(rules) };
    await transaction
      .insertInto('equalityFigures')
      .values({ vacancyReference: reference, figures: figures ? JSON.stringify(figures) : null, countedAt: at })
      .execute();
    await deleteSlips(transaction, reference);
    await recordEvent(transaction, { ...about(reference), action: 'equality-figures-counted', by: doerOf(actor), at });
    return ok('counted');
  });
}

const about = (reference: string) => ({ subject: 'vacancy', subjectId: reference }) as const;

/** Writes that somebody looked at the figures. */
export const recordLook = (db: Db, { reference, actor, at }: Pick<Counting, 'reference' | 'actor' | 'at'>) =>
  recordEvent(db, { ...about(reference), action: 'equality-figures-opened', by: doerOf(actor), at });

const askedBy = ({ questions }: EqualityRules): CountedFigures['asked'] =>
  questions.map(({ code, question, answers }) => ({
    code,
    question,
    answers: answers.map((answer) => ({ code: answer.code, text: answer.text })),
  }));

type Row = { question: string; answer: string; count: number };

/** The counters of each question, in the order of the data; an answer that is no longer offered stays the last. */
function countersOf(rows: readonly Row[], rules: EqualityRules): QuestionCounts[] {
  return rules.questions.map(({ code: question }) => {
    const own = rows.filter((row) => row.question === question);
    const offered = cellsOf(rules).flatMap((cell) => (cell.question === question ? [cell.answer] : []));
    const codes = [...new Set([...offered, ...own.map(({ answer }) => answer)])];
    const countOf = (code: string) => own.find(({ answer }) => answer === code)?.count ?? 0;
    return { question, answers: codes.map((code) => ({ code, count: countOf(code) })) };
  });
}
