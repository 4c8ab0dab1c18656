import { createHunspellFromStrings } from 'hunspell-wasm';
import { LANGUAGES, type Language, type Localized } from '../../platform/language.ts';

/** The words of a language as Hunspell knows them. */
export type Dictionary = {
  readonly knows: (word: string) => boolean;
  /** At most three, the likeliest first. */
  readonly suggestions: (word: string) => readonly string[];
};
export type Spelling = Localized<Dictionary>;

const DICTIONARIES: Localized<() => Promise<{ default: { aff: Uint8Array; dic: Uint8Array } }>> = {
  en: () => import('dictionary-en-gb'),
  fr: () => import('dictionary-fr'),
};
const MOST_SUGGESTIONS = 3;
/** Words remembered by language: those of some hundred notices. */
const MOST_KNOWN = 50_000;

let loaded: Promise<Spelling> | undefined;

/** British English and French (classical and reformed spelling), loaded once a process: some 300 ms and 45 MB. */
export function loadSpelling(): Promise<Spelling> {
  loaded ??= Promise.all(LANGUAGES.map(async (language) => [language, await dictionaryOf(language)] as const)).then(
    (pairs) => Object.fromEntries(pairs) as Spelling,
  );
  return loaded;
}

async function dictionaryOf(language: Language): Promise<Dictionary> {
  const { aff, dic } = (await DICTIONARIES[language]()).default;
  const text = new TextDecoder();
  const hunspell = await createHunspellFromStrings(text.decode(aff), text.decode(dic));
  return {
    knows: remembered((word) => hunspell.testSpelling(word)),
    suggestions: remembered((word) => hunspell.getSpellingSuggestions(word).slice(0, MOST_SUGGESTIONS)),
  };
}

/** Hunspell takes microseconds to know a word and milliseconds to suggest others, and notices share their words. */
function remembered<Answer>(ask: (word: string) => Answer): (word: string) => Answer {
  const known = new Map<string, { answer: Answer }>();
  return (word) => {
    const before = known.get(word);
    if (before) return before.answer;
    if (known.size >= MOST_KNOWN) known.clear();
    const answer = ask(word);
    known.set(word, { answer });
    return answer;
  };
}
