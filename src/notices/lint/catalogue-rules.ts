import type { Language, Localized } from '../../platform/language.ts';
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
  const competencies: Catalogue = {
    book: vocabulary.competencies,
    rule: 'parity/competencies',
    says: SAYS.competencyDiffers,
  };
  const headings: Catalogue = {
    book: vocabulary.accountabilityHeadings,
    rule: 'parity/headings',
    says: SAYS.headingDiffers,
  };
  return [
    ...namesDiffer('competencies', competencies, subject),
    ...indicatorsDiffer(subject),
    ...namesDiffer('accountabilities', headings, subject),
  ];
}

type Both = Localized<Passage>;

/** The items of a list that stand beside each other, where both languages have as many. */
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

/** Two names of the catalogue that are not the same entry; a list in another order says the same. */
function namesDiffer(list: ListName, { book, rule, says }: Catalogue, subject: Subject): Finding[] {
  const codesOf = (passage: Passage) =>
    phrasesAt(book, wordsOf(nameOf(passage)))
      .filter((phrase) => phrase.language === passage.language)
      .map(({ code }) => code);
  const anywhere = (language: Language) => new Set(subject.passages.of(list, language).flatMap(codesOf));
  const all = { en: anywhere('en'), fr: anywhere('fr') };
  return beside(list, subject).flatMap((pair) => {
    const [en, fr] = [codesOf(pair.en), codesOf(pair.fr)];
    if (en.length === 0 || fr.length === 0) return [];
    if (en.some((code) => all.fr.has(code)) && fr.some((code) => all.en.has(code))) return [];
    const message = says(nameOf(pair.en), nameOf(pair.fr));
    return [{ rule, severity: 'error', lines: linesOfBoth(pair), field: pair.en.field, message } satisfies Finding];
  });
}

/** An indicator of the catalogue in other French words than the catalogue’s; a warning where they are another’s. */
function indicatorsDiffer(subject: Subject): Finding[] {
  const entries = Object.values(subject.vocabulary.data.competencies).flatMap(({ indicators }) => indicators);
  const inEnglish = Map.groupBy(entries, ({ en }) => comparable(en));
  const inFrench = new Set(entries.map(({ fr }) => comparable(fr)));
  const french = new Set(subject.passages.of('competencies', 'fr').map((passage) => comparable(restOf(passage))));
  return beside('competencies', subject).flatMap((pair) => {
    const [en, fr] = [restOf(pair.en), comparable(restOf(pair.fr))];
    const known = inEnglish.get(comparable(en)) ?? [];
    const [first] = known;
    if (!first || fr === '' || known.some((entry) => french.has(comparable(entry.fr)))) return [];
    return [
      {
        rule: 'parity/competencies',
        severity: inFrench.has(fr) ? 'warning' : 'info',
        lines: linesOfBoth(pair),
        field: pair.en.field,
        message: SAYS.indicatorDiffers(en, first.fr),
      } satisfies Finding,
    ];
  });
}
