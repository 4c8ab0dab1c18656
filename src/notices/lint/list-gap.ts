import { LANGUAGES, type Language } from '../../platform/language.ts';
import { phrasesAt, type PhraseBook } from '../import/phrases.ts';
import { wordsOf } from '../import/words.ts';
import type { Lines } from '../notice.ts';
import { oneTooMany, type Apart } from './alignment.ts';
import { spanOf, type ListName, type Passage } from './passages.ts';
import type { Subject } from './subject.ts';

/** Where lists of different length part: the item that stands alone, where one does, and otherwise the whole lists. */
export function linesOfGap(list: ListName, subject: Subject): Partial<Record<Language, Lines>> {
  const of = (language: Language) => subject.passages.of(list, language);
  const [longer, shorter] = LANGUAGES.toSorted((a, b) => of(b).length - of(a).length).map(of);
  const alone =
    longer && shorter && longer.length - shorter.length === 1
      ? oneTooMany(longer, shorter, apartInCatalogue(list, subject))
      : [];
  const language = alone[0]?.language;
  return Object.fromEntries(
    LANGUAGES.flatMap((one) => {
      const span = spanOf(one === language ? alone : of(one));
      return span ? [[one, span]] : [];
    }),
  );
}

/** Names of the catalogue answer each other where they are the same entry. */
function apartInCatalogue(list: ListName, { vocabulary }: Subject): Apart {
  const books: { readonly [In in ListName]?: PhraseBook } = {
    competencies: vocabulary.competencies,
    accountabilities: vocabulary.accountabilityHeadings,
  };
  const book = books[list];
  if (!book) return () => 0;
  const codeOf = (passage: Passage | undefined) => {
    const name = passage?.text.split('\n')[0] ?? '';
    return phrasesAt(book, wordsOf(name)).find(({ language }) => language === passage?.language)?.code;
  };
  return (en, fr) => {
    const [one, other] = [codeOf(en), codeOf(fr)];
    if (one === undefined || other === undefined) return 0;
    return one === other ? -1 : 1;
  };
}
