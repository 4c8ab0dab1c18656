import { LANGUAGES, otherLanguages, type Language } from '../../platform/language.ts';
import type { Finding } from './finding.ts';
import { SAYS } from './finding-texts.ts';
import type { Passage } from './passages.ts';
import { isInItsLanguage } from './spelling-rules.ts';
import { linesOf, type Subject } from './subject.ts';

/** An acronym where it stands. `expanded`: in brackets after its words, or before them. */
type Acronym = { readonly name: string; readonly passage: Passage; readonly expanded: boolean };

/** Acronyms that are never expanded, or expanded and never used again, by language. */
export function acronymFindings(subject: Subject): Finding[] {
  const inLanguage = (language: Language) => acronymsIn(language, subject);
  const all = { en: inLanguage('en'), fr: inLanguage('fr') };
  return LANGUAGES.flatMap((language) => {
    const [other] = otherLanguages(language);
    const others = other ? all[other] : [];
    return [...unexpanded(all[language], others, subject), ...unused(all[language], others, subject)];
  });
}

const TOKEN = /(?<![\p{L}\d/.-])(\p{Lu}[\p{Lu}\d]{1,7})s?(?![\p{L}\d])/gu;

function acronymsIn(language: Language, { passages, vocabulary, organisation }: Subject): Acronym[] {
  const known = knownAcronyms(vocabulary.data, organisation);
  return passages.all
    .filter((passage) => passage.language === language && passage.list !== 'competencies' && isInItsLanguage(passage))
    .flatMap((passage) =>
      [...passage.text.matchAll(TOKEN)].flatMap(({ 1: name = '', index }) => {
        if (known.has(name) || /^[IVX]+$/.test(name) || !/\p{Lu}.*\p{Lu}/u.test(name)) return [];
        if (isHeadline(passage.text) || isCode(passage.text, index) || isLabel(passage.text, index)) return [];
        return [{ name, passage, expanded: isExpandedAt(passage.text, index, name) }];
      }),
    );
}

/** All capitals: “SUBJECT TO APPROVAL”. */
const isHeadline = (text: string) => !/\p{Ll}/u.test(text);
/** “NOTE: …”. */
const isLabel = (text: string, at: number) => /^\p{Lu}+\s?:/u.test(text.slice(at));
/** A grade, a paper size, a number of a document. */
const isCode = (text: string, at: number) => /^\p{Lu}{1,2}\d{1,2}(?![\p{L}\d])/u.test(text.slice(at));

/** “Supreme Commander (SC)”, “(SC Rivers)”, “SC (Supreme Commander)”. */
function isExpandedAt(text: string, at: number, name: string): boolean {
  const before = text.slice(0, at);
  const after = text.slice(at + name.length);
  if (/[\p{L})][”"»’']?\s?\((?:\p{L}+\s){0,2}$/u.test(before) && /^s?(?:\s\p{Lu}[\p{Lu}\d]*)?[;,)]/u.test(after))
    return !/\(\p{Lu}+\s$/u.test(before) || /^s?\)/.test(after);
  return /^\s\(\p{L}[\p{L}\s’'-]{6,}/u.test(after);
}

/** What the organisation prints everywhere: its own names, its grades, currencies and codes, and the countries’. */
function knownAcronyms(
  data: Subject['vocabulary']['data'],
  { wordmark }: Subject['organisation'],
): ReadonlySet<string> {
  const forms = [
    data.banner,
    ...Object.values(data.bodies),
    ...Object.values(data.clearances),
    ...Object.values(data.currencies),
  ];
  const words = LANGUAGES.flatMap((language) => [...forms.flatMap((entry) => entry[language]), wordmark[language]]);
  return new Set([
    ...words.flatMap((text) => text.match(/\p{Lu}[\p{Lu}\d]+/gu) ?? []),
    ...data.knownAcronyms.en,
    ...data.knownAcronyms.fr,
  ]);
}

/** Where an acronym is expanded that its own language never expands. */
type Expansion = 'lost' | 'elsewhere' | 'nowhere';

/**
 * Used and never expanded. A warning where the passage that expands it is in a list that this language lacks: its
 * translation is what is missing. Where both languages have the list, the acronym may be known.
 */
function unexpanded(acronyms: readonly Acronym[], others: readonly Acronym[], subject: Subject): Finding[] {
  const expanded = new Set(acronyms.filter(({ expanded: is }) => is).map(({ name }) => name));
  const first = new Map(
    acronyms
      .filter(({ name }) => !expanded.has(name))
      .toReversed()
      .map((acronym) => [acronym.name, acronym]),
  );
  const lacking = [...first.values()].map((acronym) => ({ ...acronym, where: expansionOf(acronym, others, subject) }));
  return byPassage(lacking).flatMap(([passage, group]) =>
    [...Map.groupBy(group, ({ where }) => where)].map(([where, own]): Finding => {
      const names = own.map(({ name }) => name);
      return {
        rule: 'language/acronym',
        severity: where === 'lost' ? 'warning' : 'info',
        lines: { [passage.language]: linesOf(subject, passage, names[0]) },
        field: passage.field,
        message: where === 'nowhere' ? SAYS.acronym(names) : SAYS.acronymElsewhere(names),
      };
    }),
  );
}

function expansionOf({ name, passage }: Acronym, others: readonly Acronym[], { passages }: Subject): Expansion {
  const there = others.filter((other) => other.expanded && other.name === name);
  if (there.length === 0) return 'nowhere';
  const lost = there.every(({ passage: other }) => !passages.of(other.list, passage.language).some(isInItsLanguage));
  return lost ? 'lost' : 'elsewhere';
}

/** Expanded, and never met again, in neither language: where both have it, it is a name that readers may know. */
function unused(acronyms: readonly Acronym[], others: readonly Acronym[], subject: Subject): Finding[] {
  const uses = Map.groupBy(acronyms, ({ name }) => name);
  const elsewhere = new Set(others.map(({ name }) => name));
  const once = acronyms.filter(
    ({ name, expanded }) => expanded && uses.get(name)?.length === 1 && !elsewhere.has(name),
  );
  return byPassage(once).map(([passage, group]) => {
    const names = group.map(({ name }) => name);
    return {
      rule: 'language/unused-acronym',
      severity: 'info',
      lines: { [passage.language]: names.length === 1 ? linesOf(subject, passage, `(${names[0]})`) : passage.lines },
      field: passage.field,
      message: SAYS.unusedAcronym(names),
    };
  });
}

const byPassage = <Found extends Acronym>(found: readonly Found[]): [Passage, Found[]][] => [
  ...Map.groupBy(found, ({ passage }) => passage),
];
