import { sql } from 'kysely';
import { hashesIn } from '../integrity/fingerprints.ts';
import { recordTexts } from '../integrity/integrity-text-queries.ts';
import type { Context } from '../people/context.ts';
import { insertVacancy } from '../vacancies/vacancy-testing.ts';
import { drawing } from './bench-search-data.ts';

const WORDS_A_LETTER = 500;
const SENTENCE_WORDS = 20;
/** Of a hundred sentences: so many that thousands write, and so many out of the notice (documents.md, section 6). */
const COMMON_SHARE = 22;
const NOTICE_SHARE = 5;
const COMMON_SENTENCES = 40;

type Draw = (below: number) => number;
export type Letters = {
  letter: (seed: number) => string;
  edited: (text: string, percent: number, seed: number) => string;
};

/**
 * Letters that nobody wrote: chains of words as they follow each other in notices, with sentences that many share and
 * sentences of the notice. Whether real letters behave like them, nothing here can say.
 */
export function lettersFrom(texts: readonly string[]): Letters {
  const words = texts.flatMap((text) => text.split(/\s+/)).filter((word) => /^[\p{L}’'-]+[.,]?$/u.test(word));
  const after = Map.groupBy(
    words.slice(0, -1).map((word, index) => [word, words[index + 1] ?? ''] as const),
    ([word]) => word,
  );
  const sentence = (draw: Draw): string => {
    let word = words[draw(words.length)] ?? '';
    return Array.from({ length: SENTENCE_WORDS }, () => {
      const next = after.get(word) ?? [];
      // Now and then a writer goes on otherwise than any notice did.
      word = (draw(3) === 0 ? undefined : next[draw(next.length)]?.[1]) ?? words[draw(words.length)] ?? '';
      return word;
    }).join(' ');
  };
  const common = Array.from({ length: COMMON_SENTENCES }, (_, index) => sentence(drawing(index + 900_001)));
  const notice = (texts[0] ?? '').split(/(?<=\.)\s+/).filter((each) => each.split(/\s+/).length > 8);
  const letter = (seed: number): string => {
    const draw = drawing(seed);
    return Array.from({ length: WORDS_A_LETTER / SENTENCE_WORDS }, () => {
      const kind = draw(100);
      if (kind < COMMON_SHARE) return common[draw(common.length)];
      return kind < COMMON_SHARE + NOTICE_SHARE ? notice[draw(notice.length)] : sentence(draw);
    }).join('. ');
  };
  const edited = (text: string, percent: number, seed: number): string => {
    const draw = drawing(seed);
    const change = (word: string) => (draw(100) < percent ? (words[draw(words.length)] ?? word) : word);
    return text.split(' ').map(change).join(' ');
  };
  return { letter, edited };
}

/** So many people with one submitted application each, none of them read yet; answers the applications’ ids in their order. */
export async function insertPeople({ db, clock }: Context, count: number): Promise<string[]> {
  const now = clock();
  await insertVacancy(db, { reference: '269001', status: 'closed', deadlineAt: now, closedAt: now });
  const { rows } = await sql<{ id: string }>`
    with people as (
      insert into accounts (email, password_hash, name, language, created_at)
      select 'bench-' || n || '@people.example', 'none', 'Somebody', 'en', ${now} from generate_series(1, ${count}::int) n
      returning id
    ), numbered as (select id, row_number() over () as n from people)
    insert into applications (number, vacancy_reference, applicant_id, status, answers, created_at, updated_at, submitted_at)
    select 'A-269001-' || lpad(n::text, 5, '0'), '269001', id, 'submitted', '{}', ${now}, ${now}, ${now} from numbered
    returning id, number`.execute(db);
  return rows.map(({ id }) => id);
}

/** Keeps one letter as what was read of an application. */
export const keepLetter = ({ db, clock }: Context, id: string, { text, notice }: { text: string; notice: string }) =>
  recordTexts(db, id, {
    texts: [
      {
        part: 'document:cover-letter',
        text,
        hidden: [],
        links: [],
        madeWith: [],
        sha256: '00'.repeat(32),
        problem: null,
      },
    ],
    quoted: quotedOf(notice),
    now: clock(),
  });

const known = new Map<string, Set<number>>();
function quotedOf(notice: string): Set<number> {
  const quoted = known.get(notice) ?? hashesIn([notice]);
  known.set(notice, quoted);
  return quoted;
}
