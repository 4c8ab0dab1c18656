import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eraseAccount } from '../../../people/erasure-queries.ts';
import { ERASURE } from '../../../people/event-chain/erasure.ts';
import { EVENT_SUBJECTS, recordEvent } from '../../../people/event-queries.ts';
import { testApp, type TestApp } from '../../../testing.ts';
import { tellRecordProblem } from '../command-texts.ts';
import type { TableFile } from '../record.ts';
import { ALL_OWN_EVENTS, OWN_EVENTS } from '../tables/scope-queries.ts';
import { archiveOf, filesOf, keyOf, type Files } from '../testing/files-testing.ts';
import { reasonedCompetition, type ReasonedCompetition } from '../testing/reasoned-testing.ts';
import { verifyRecord } from './audit.ts';
import { auditRows } from './database-queries.ts';

const REFERENCE = '260499';

let app: TestApp;
let competition: ReasonedCompetition;
beforeAll(async () => {
  app = await testApp();
  competition = await reasonedCompetition(app, REFERENCE);
});
afterAll(() => app.close());

async function exported(): Promise<Files> {
  const { body } = await competition.manager.post(`/en/staff/vacancies/${REFERENCE}/record`);
  return filesOf(body);
}
async function verified(files: Files) {
  const audit = await verifyRecord(archiveOf(files), { keys: [await keyOf(app.context)] });
  if (!audit.ok) throw new Error('no record');
  return audit.value;
}
const audited = (language: 'en' | 'fr' = 'en') => auditRows(app.db, language);

const TABLES = [
  'application_stages',
  'conflicts_of_interest',
  'integrity_cases',
  'late_wishes',
  'referees',
  'review_requests',
  'screening_due_dates',
  'screening_duplicates',
  'screening_reveals',
  'selection_stage_changes',
];

/** Changes the database past its triggers, looks, and takes the change back. */
async function changed<Found>(statement: string, look: () => Promise<Found>): Promise<Found> {
  const past = (statements: string[]) =>
    app.db.transaction().execute(async (transaction) => {
      await sql`set local session_replication_role = replica`.execute(transaction);
      for (const one of statements) await sql.raw(one).execute(transaction);
    });
  await past(TABLES.map((name) => `create table kept_${name} as table ${name}`));
  try {
    await past([statement]);
    return await look();
  } finally {
    await past(TABLES.flatMap((name) => [`delete from ${name}`, `insert into ${name} table kept_${name}`]));
    await past(TABLES.map((name) => `drop table kept_${name}`));
  }
}

const LAST_STEP = `(application_id, number) = (select application_id, number from application_stages where note <> '{}')`;

/** Words, with where they stand: what whoever may do everything in the database does with them, and the table that is named. */
type Place = {
  table: TableFile;
  /** The words are these instead. */
  altered: string;
  /** The event that tells of the row; where nobody is left, it is named. */
  action: string;
  removed: string;
  /** The hash is taken from the row as well. */
  nonce?: string;
};
const WORDS: Record<string, Place> = {
  'why somebody may not judge': {
    table: 'conflicts.csv',
    altered: `update conflicts_of_interest set reason = 'We met once.' where found_by = 'declared'`,
    action: 'conflict-found',
    removed: `delete from conflicts_of_interest where found_by = 'declared'`,
  },
  'a conflict that was found': {
    table: 'conflicts.csv',
    altered: `update conflicts_of_interest set reason = 'Another firm' where found_by = 'detected'`,
    action: 'conflict-found',
    removed: `delete from conflicts_of_interest where found_by = 'detected'`,
  },
  'why a conflict keeps nobody from judging': {
    table: 'conflicts.csv',
    altered: `update conflicts_of_interest set clearing_reason = 'Long ago.' where cleared_at is not null`,
    action: 'conflict-cleared',
    removed: `update conflicts_of_interest set cleared_at = null, cleared_by = null, clearing_reason = null,
      clearing_nonce = null where cleared_at is not null`,
    nonce: 'clearing_nonce',
  },
  'why a passage was uncovered': {
    table: 'uncovered-passages.csv',
    altered: `update screening_reveals set reason = 'I was curious.'`,
    action: 'passage-revealed',
    removed: 'delete from screening_reveals',
  },
  'which passage was uncovered': {
    table: 'uncovered-passages.csv',
    altered: `update screening_reveals set passage = 'fedcba9876543210'`,
    action: 'passage-revealed',
    removed: 'delete from screening_reveals',
  },
  'why two are alike or not': {
    table: 'likenesses.csv',
    altered: `update screening_duplicates set reason = 'Nobody knows.'`,
    action: 'likeness-judged',
    removed: 'delete from screening_duplicates',
  },
  'why a screening has more time': {
    table: 'screening-due.csv',
    altered: `update screening_due_dates set reason = 'We forgot.' where number = 1`,
    action: 'screening-due-set',
    removed: 'delete from screening_due_dates where number = 1',
  },
  'why somebody is asked about their letter': {
    table: 'integrity-cases.csv',
    altered: `update integrity_cases set reason = 'We had a feeling.'`,
    action: 'case-opened',
    removed: 'delete from integrity_cases',
  },
  'the passages of a case': {
    table: 'integrity-cases.csv',
    altered: `update integrity_cases set evidence = replace(evidence::text, 'Your Name', 'Name')::jsonb`,
    action: 'case-opened',
    removed: 'delete from integrity_cases',
  },
  'what was answered': {
    table: 'integrity-cases.csv',
    altered: `update integrity_cases set answer = 'C’est une machine.'`,
    action: 'case-answered',
    removed: 'update integrity_cases set answer = null, answered_at = null, answer_nonce = null',
    nonce: 'answer_nonce',
  },
  'why a case ended so': {
    table: 'integrity-cases.csv',
    altered: `update integrity_cases set decision_reason = 'She asked nicely.'`,
    action: 'case-decided',
    removed: `update integrity_cases set status = 'answered', decision_reason = null, decided_at = null, decided_by = null,
      decision_nonce = null`,
    nonce: 'decision_nonce',
  },
  'why an open stage was changed': {
    table: 'plan-changes.csv',
    altered: `update selection_stage_changes set reason = 'We like it.' where reason like 'Room%'`,
    action: 'stage-changed',
    removed: `delete from selection_stage_changes where reason like 'Room%'`,
  },
  'what it was before': {
    table: 'plan-changes.csv',
    altered: `update selection_stage_changes set before = jsonb_set(before, '{weight}', '7') where reason like 'Room%'`,
    action: 'stage-changed',
    removed: `delete from selection_stage_changes where reason like 'Room%'`,
  },
  'what was asked for in a review': {
    table: 'reviews.csv',
    altered: `update review_requests set words = 'Je suis d’accord.'`,
    action: 'review-requested',
    removed: 'delete from review_requests',
  },
  'what was answered to it': {
    table: 'reviews.csv',
    altered: `update review_requests set outcome_reason = 'Tout était juste.'`,
    action: 'review-decided',
    removed: 'delete from review_requests',
    nonce: 'outcome_nonce',
  },
  'a note of a step': {
    table: 'stages.csv',
    altered: `update application_stages set note = jsonb_set(note, '{en}', '"The test was at level V."') where ${LAST_STEP}`,
    action: 'not-retain',
    removed: `delete from application_stages where ${LAST_STEP}`,
  },
  'the sentence that somebody was told': {
    table: 'stages.csv',
    altered: `update application_stages set told = jsonb_set(told, '{fr}', '"Sans motif."') where ${LAST_STEP}`,
    action: 'not-retain',
    removed: `delete from application_stages where ${LAST_STEP}`,
  },
  'why a reference was declined': {
    table: 'references.csv',
    altered: `update referees set decline_word = 'He is a fraud.' where name = 'Ida Moe'`,
    action: 'reference-declined',
    removed: `delete from referees where name = 'Ida Moe'`,
  },
  'a reference that was declined without a word': {
    table: 'references.csv',
    altered: `update referees set decline_word = 'He is a fraud.' where name = 'Per Dahl'`,
    action: 'reference-declined',
    removed: `delete from referees where name = 'Per Dahl'`,
  },
  'another time that was asked for too late': {
    table: 'late-wishes.csv',
    altered: `update late_wishes set words = 'I overslept.'`,
    action: 'another-time-asked-late',
    removed: 'delete from late_wishes',
  },
};

test('what nobody changed agrees with the hashes of its events, in the database and in the record', async () => {
  const { problems, unheld } = await audited();
  const { words, problems: found } = await verified(await exported());

  expect([problems, found]).toEqual([[], []]);
  expect([unheld, words.unheld]).toEqual([0, 0]);
  expect(words.held).toBeGreaterThan(30);
});

describe.each(Object.entries(WORDS))('%s', (_, { table, altered, action, removed, nonce = 'nonce' }) => {
  const named = { en: new RegExp(`${REFERENCE}: ${table}, row \\d+: .*words`), fr: /termes|mots|texte/ };

  test('altered in the database, is named there and in a record that is made afterwards', async () => {
    const { english, french, problems } = await changed(altered, async () => ({
      english: (await audited()).problems,
      french: (await audited('fr')).problems,
      problems: (await verified(await exported())).problems,
    }));

    expect(english.join('\n')).toMatch(named.en);
    expect(french.join('\n')).toMatch(named.fr);
    expect(english.every((one) => one.startsWith(`${REFERENCE}: ${table}`))).toBe(true);
    expect(problems).toContainEqual(expect.objectContaining({ kind: 'row-differs', in: ['words'], table }));
    expect(problems.every((one) => tellRecordProblem(one, 'en') !== tellRecordProblem(one, 'fr'))).toBe(true);
  });

  test('altered with its hash taken from the row, is named', async () => {
    const statement = altered.replace(' set ', ` set ${nonce} = null, `);
    const { problems } = await changed(statement, audited);

    expect(problems.join('\n')).toContain(`${REFERENCE}: ${table}, row `);
  });

  test('removed from the database, is named by its event there and in a record that is made afterwards', async () => {
    const { english, french, problems } = await changed(removed, async () => ({
      english: (await audited()).problems,
      french: (await audited('fr')).problems,
      problems: (await verified(await exported())).problems,
    }));

    expect(english.join('\n')).toContain(`“${action}”`);
    expect(french.join('\n')).toContain(`«\u00A0${action}\u00A0»`);
    expect(problems).toContainEqual(expect.objectContaining({ kind: 'event-without-row', action, table }));
  });
});

const ADDED: [string, TableFile, string][] = [
  [
    'a conflict',
    'conflicts.csv',
    `insert into conflicts_of_interest (vacancy_reference, account_id, application_id, kind, found_by, reason, found_at)
      select vacancy_reference, account_id, application_id, 'personal', found_by, reason, found_at
      from conflicts_of_interest limit 1`,
  ],
  [
    'an uncovered passage',
    'uncovered-passages.csv',
    `insert into screening_reveals select application_id, account_id, '00000000000000ff', kind, reason, revealed_at, nonce
      from screening_reveals`,
  ],
  [
    'a day by which to screen',
    'screening-due.csv',
    `insert into screening_due_dates select vacancy_reference, 3, due_on, reason, set_at, set_by, nonce
      from screening_due_dates where number = 2`,
  ],
  [
    'a likeness',
    'likenesses.csv',
    `insert into screening_duplicates
      select least(d.application_id, a.id), greatest(d.application_id, a.id), verdict, reason, decided_at, decided_by, nonce
      from screening_duplicates d, applications a where a.id not in (application_id, other_id)
        and a.vacancy_reference = '${REFERENCE}'`,
  ],
  [
    'a case',
    'integrity-cases.csv',
    `insert into integrity_cases (application_id, status, reason, evidence, opened_at, opened_by, answer_until)
      select application_id, 'awaiting-answer', reason, evidence, opened_at, opened_by, answer_until from integrity_cases`,
  ],
  [
    'a change of the plan',
    'plan-changes.csv',
    `insert into selection_stage_changes (stage_id, at, actor_id, reason, before, after)
      select stage_id, at, actor_id, 'And again.', before, after from selection_stage_changes limit 1`,
  ],
  [
    'a request for a review',
    'reviews.csv',
    `insert into review_requests (application_id, decision_number, kind, words, is_late, asked_at)
      select application_id, decision_number, 'reasons', words, false, asked_at from review_requests`,
  ],
  [
    'a step',
    'stages.csv',
    `insert into application_stages (application_id, number, position, entered_at, actor_id, note)
      select application_id, 99, 'under-review', entered_at, actor_id, note from application_stages where ${LAST_STEP}`,
  ],
  [
    'a declined reference',
    'references.csv',
    `insert into referees (stage_id, application_id, name, email, relation, language, status, named_at, consented_at,
        asked_at, answered_at, decline_word)
      select stage_id, application_id, 'Somebody Else', 'else@river.example', relation, language, status, named_at,
        consented_at, asked_at, answered_at, decline_word from referees where name = 'Ida Moe'`,
  ],
  [
    'a wish that came too late',
    'late-wishes.csv',
    `insert into late_wishes (stage_id, application_id, kind, words, late_by, made_at, made_by, nonce)
      select stage_id, application_id, kind, 'I was ill.', late_by, made_at, made_by, nonce from late_wishes`,
  ],
];
test.each(ADDED)('%s that was put into the database is named', async (_, table, statement) => {
  const { problems, found } = await changed(statement, async () => ({
    problems: (await audited()).problems,
    found: (await verified(await exported())).problems,
  }));

  expect(problems.join('\n')).toContain(`${REFERENCE}: ${table}, row `);
  expect(found.length).toBeGreaterThan(0);
});

test('the events of a competition are the same, found by their names or by their ids', async () => {
  const idsIn = async (events: ReturnType<typeof OWN_EVENTS>) => {
    const { rows } = await sql<{ id: string }>`select id from ${events} e order by id`.execute(app.db);
    return rows.map(({ id }) => id);
  };
  const by = { kind: 'system' } as const;
  const erased = { subject: ERASURE.subject, subjectId: 'events', action: ERASURE.action, by, at: app.now };
  await recordEvent(app.db, { ...erased, details: { months: 0, positions: [] } });
  for (const subject of EVENT_SUBJECTS)
    await recordEvent(app.db, { subject, subjectId: REFERENCE, action: 'tried', by, at: app.now });

  const byName = await idsIn(ALL_OWN_EVENTS(REFERENCE));

  expect(byName).toEqual(await idsIn(OWN_EVENTS(REFERENCE)));
  expect(byName.length).toBeGreaterThan(50);
});

test('what was declared anew stands by the words of that time', async () => {
  const row = await app.db
    .selectFrom('conflictsOfInterest')
    .select(['reason', 'clearedAt'])
    .where('foundBy', '=', 'declared')
    .executeTakeFirstOrThrow();

  expect(row).toEqual({ reason: '+In fact, my cousin.', clearedAt: null });
});

test('a reference that was declined goes with the account of who named it, and is not called removed', async () => {
  const [, candidate] = competition.applicants;
  const { personalData } = app.context;
  const accountId = candidate?.accountId ?? '';

  await app.db.transaction().execute((transaction) => eraseAccount(transaction, { accountId, personalData }, app.now));

  const left = await app.db.selectFrom('referees').select('id').execute();
  expect(left).toEqual([]);
  expect((await audited()).problems).toEqual([]);
  expect((await verified(await exported())).problems).toEqual([]);
});
