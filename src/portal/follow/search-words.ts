import type { Language } from '../../platform/language.ts';
import { inLanguage } from '../vacancy-view.ts';
import { cityName } from '../vacancy-view.ts';
import { CHOICES, type Choice, type SearchAsked } from '../../vacancies/search/search-asked.ts';
import type { SearchBook } from '../search/search-view.ts';
import { FOLLOW_TEXTS } from './follow-texts.ts';

/** A search in words: `Words: hydrology · Place: Maastricht, Vienna`. */
export function searchInWords(asked: SearchAsked, book: SearchBook, language: Language): string {
  const { criteria, everything } = FOLLOW_TEXTS[language];
  const colon = language === 'fr' ? '\u00a0: ' : ': ';
  const said = (name: keyof typeof criteria, value: string) => `${criteria[name]}${colon}${value}`;
  const parts = [
    asked.text !== '' && said('q', asked.text),
    ...CHOICES.map((choice) => {
      const values = asked.chosen[choice];
      return (
        values.length > 0 && said(choice, values.map((value) => nameOf(choice, value, { book, language })).join(', '))
      );
    }),
    asked.closing !== undefined && said('closing', String(asked.closing)),
    asked.since !== undefined && said('since', String(asked.since)),
    asked.mine && criteria.mine,
  ];
  return parts.filter(Boolean).join(' · ') || everything;
}

function nameOf(choice: Choice, value: string, { book, language }: { book: SearchBook; language: Language }): string {
  const { bodies, contractClauses, grades } = book.organisation;
  const names = {
    body: bodies.find(({ code }) => code === value)?.name,
    place: cityName(value, book.vocabulary),
    family: grades.families.find(({ code }) => code === value)?.name,
    clause: contractClauses.find(({ code }) => code === value)?.name,
    grade: undefined,
    level: undefined,
  }[choice];
  const given = Object.fromEntries(Object.entries(names ?? {}).filter(([, name]) => Boolean(name)));
  return inLanguage(given, language)?.text ?? value;
}
