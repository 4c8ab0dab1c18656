import { doubt, type HalfReading, type Read } from './reading.ts';
import { contains, phrasesWithin } from './phrases.ts';
import { wordsOf, type Words } from './words.ts';
import type { Vocabulary } from '../vocabulary.ts';

/** The language requirement, read from the item of section 2 that states it. */
export function readLanguages(reading: HalfReading): void {
  const { vocabulary, texts, facts } = reading;
  const candidates = [...texts.essential, ...texts.desirable].map((item) => ({ item, words: wordsOf(item.value) }));
  for (const { item, words } of candidates) {
    const levels = levelsIn(item.value, words, vocabulary);
    if (levels.length === 0) continue;
    settle(levels, { item, words }, reading);
    if (facts.languages) return;
  }
}

/** A level as stated: by its code, its name or both; `at` is its first word. */
type Stated = { level: string; at: number; named: boolean; agree: boolean };

/** Whether an item asks for levels of language. */
export const asksForLanguages = (text: string, vocabulary: Vocabulary): boolean =>
  levelsIn(text, wordsOf(text), vocabulary).length > 0;

function levelsIn(text: string, words: Words, vocabulary: Vocabulary): Stated[] {
  if (!vocabulary.levelCode.test(text) && !contains(vocabulary.languageItems, words)) return [];
  const names = phrasesWithin(vocabulary.languageLevels, words).filter(
    ({ phrase, at }, index, all) =>
      !all.some((o, i) => i < index && at < o.at + o.phrase.keys.length && phrase !== o.phrase),
  );
  const nameAt = new Map(names.map(({ phrase, at }) => [at, phrase.code]));
  const stated: Stated[] = [];
  words.all().forEach(({ start, end }, at) => {
    const code = text.slice(start, end);
    const name = nameAt.get(at);
    const last = stated.at(-1);
    if (Object.hasOwn(vocabulary.data.languageLevels, code))
      stated.push({ level: code, at, named: false, agree: true });
    else if (name && last && !last.named && at - last.at <= 2) {
      last.named = true;
      last.agree = last.level === name;
    } else if (name) stated.push({ level: name, at, named: true, agree: true });
  });
  return stated;
}

type Item = { item: Read<string>; words: Words };

/** “V in one; I in the other”; a fixed language, or more than two levels, are for a person to enter. */
function settle(levels: readonly Stated[], { item, words }: Item, reading: HalfReading): void {
  const { lines } = item;
  const parts = phrasesWithin(reading.vocabulary.languageParts, words);
  const [first, second, third] = levels;
  const other = parts.findLast(({ phrase }) => phrase.code === 'other');
  const values = [...levels.map(({ level }) => level), item.value];
  const unusual = () => doubt(reading, 'languages-unusual', { field: 'languages', lines, values });
  if (!first) return;
  if (!second && parts.some(({ phrase }) => phrase.code === 'both')) {
    reading.facts.languages = { value: { one: first.level, other: first.level }, lines };
    return unusual();
  }
  if (!second || !other) return unusual();
  const swapped = other.at < second.at;
  const [one, weaker] = swapped ? [second, first] : [first, second];
  reading.facts.languages = { value: { one: one.level, other: weaker.level }, lines };
  if (third || !first.agree || !second.agree) unusual();
}
