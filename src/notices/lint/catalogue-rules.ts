import { LANGUAGES, type Localized } from '../../platform/language.ts';
import { phrasesAt, type PhraseBook } from '../import/phrases.ts';
import { comparable, wordsOf } from '../import/words.ts';
import type { Finding } from './finding.ts';
import { SAYS } from './finding-texts.ts';
import type { ListName, Passage } from './passages.ts';
import { isInItsLanguage } from './spelling-rules.ts';
import type { Subject } from './subject.ts';

/** Competencies, their indicators and the headings of accountabilities against the organisation’s catalogue. */
export function catalogueFindings(subject: Subject): Finding[] {
  const { vocabulary } = subject;
  return [
    ...beside('competencies', subject).flatMap((pair) => [
      ...namesDiffer(pair, {
        book: vocabulary.competencies,
        rule: 'parity/competencies',
        says: SAYS.competencyDiffers,
      }),
      ...indicatorDiffers(pair, subject),
    ]),
    ...beside('accountabilities', subject).flatMap((pair) =>
      namesDiffer(pair, {
        book: vocabulary.accountabilityHeadings,
        rule: 'parity/headings',
        says: SAYS.headingDiffers,
      }),
    ),
  ];
}

type Both = Localized<Passage>;

/** The items of a list that stand beside each other, where both languages have all of them. */
function beside(list: ListName, { passages }: Subject): Both[] {
  const [en, fr] = [passages.of(list, 'en'), passages.of(list, 'fr')];
  if (en.length !== fr.length) return [];
  return en.flatMap((own, index) => {
    const other = fr[index];
    return other && isInItsLanguage(own) && isInItsLanguage(other) ? [{ en: own, fr: other }] : [];
  });
}

const nameOf = ({ text }: Passage) => text.split('\n')[0] ?? '';
const restOf = ({ text }: Passage) => text.split('\n').slice(1).join(' ');
const linesOfBoth = ({ en, fr }: Both): Finding['lines'] => ({ en: en.lines, fr: fr.lines });

type Catalogue = {
  readonly book: PhraseBook;
  readonly rule: 'parity/competencies' | 'parity/headings';
  readonly says: (en: string, fr: string) => Finding['message'];
};

/** Two names of the catalogue that are not the same entry. */
function namesDiffer(pair: Both, { book, rule, says }: Catalogue): Finding[] {
  const [en, fr] = LANGUAGES.map((language) =>
    phrasesAt(book, wordsOf(nameOf(pair[language])))
      .filter((phrase) => phrase.language === language)
      .map(({ code }) => code),
  );
  if (!en?.length || !fr?.length || en.some((code) => fr.includes(code))) return [];
  const message = says(nameOf(pair.en), nameOf(pair.fr));
  return [{ rule, severity: 'error', lines: linesOfBoth(pair), field: pair.en.field, message }];
}

/** An indicator of the catalogue whose French is not the catalogue’s. */
function indicatorDiffers(pair: Both, { vocabulary }: Subject): Finding[] {
  const [en, fr] = [restOf(pair.en), restOf(pair.fr)];
  const entries = Object.values(vocabulary.data.competencies).flatMap(({ indicators }) => indicators);
  const known = entries.filter((entry) => comparable(entry.en) === comparable(en));
  const [first] = known;
  if (!first || fr === '' || known.some((entry) => comparable(entry.fr) === comparable(fr))) return [];
  const message = SAYS.indicatorDiffers(en, first.fr);
  return [
    { rule: 'parity/competencies', severity: 'warning', lines: linesOfBoth(pair), field: pair.en.field, message },
  ];
}
