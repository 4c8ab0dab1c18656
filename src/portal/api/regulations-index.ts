import type { z } from 'zod';
import type { Context } from '../../people/context.ts';
import { rulebook } from '../rulebook/rulebook.ts';
import { ruleAnchor } from '../../regulations/rule-link.tsx';
import { inEachLanguage } from './addresses.ts';
import type { REGULATIONS } from './answer-schemas.ts';

type House = Pick<Context, 'organisation' | 'vocabulary' | 'config'>;

/** The chapters of the regulations in force on a civil day, each entry with its source and its place on the page. */
export function regulationsIndex({ organisation, vocabulary, config }: House, on: string): z.input<typeof REGULATIONS> {
  const books = inEachLanguage((language) => rulebook({ organisation, vocabulary, on, language }));
  const pages = (anchor: string) =>
    inEachLanguage((language) => `${config.PUBLIC_URL}/${language}/regulations?on=${on}#${anchor}`);
  return {
    organisation: organisation.name,
    on,
    chapters: books.en.map(({ code, title, entries }, place) => ({
      code,
      title: inEachLanguage((language) => books[language][place]?.title ?? title),
      pages: pages(code),
      entries: entries.map((entry, index) => {
        // The same rules, in the same order, in every language.
        const told = inEachLanguage((language) => books[language][place]?.entries[index] ?? entry);
        const [rule] = entry.rules;
        return {
          rules: [...entry.rules],
          title: inEachLanguage((language) => told[language].title),
          source: inEachLanguage((language) => told[language].source),
          pages: pages(rule === undefined ? code : ruleAnchor(rule)),
        };
      }),
    })),
  };
}
