import { changed, eitherHalf, linesAt, oneOf, pairedPlaces, rewritten, untranslated, without } from './mutation.ts';
import type { Mutation } from './mutation.ts';

/** Fields that are running text. */
const PROSE = ['summary', 'accountabilities', 'interrelationships'];
const ITEMS = ['essential', 'desirable'];
const STANDARD = ['otherText.application', 'otherText.additional'];

const DIGITS = /(?<![\w,.:/-])\d{2,}(?:[ ,]\d{3})*(?![\w:/-])/g;
const turned = (digits: string) => digits.replace(/\d/, (first) => String((Number(first) % 9) + 1));

/** A fact of the header in French, written otherwise. */
const otherFact = (name: string, pattern: RegExp, as: (found: string) => string): Mutation =>
  rewritten([name], { half: 'fr', pattern, as });

/** Headings of which a notice has some, and most have an entry in every catalogue. */
const HEADINGS = [
  'Gestion de projet',
  'Gestion financière',
  'Planification et exécution',
  'Élaboration des politiques',
];

const headingAs =
  (chosen: (english: string, others: readonly string[], random: () => number) => string | undefined): Mutation =>
  (source, random) => {
    const place = oneOf(pairedPlaces(source, 'accountabilities', 'fr'), random);
    if (!place) return undefined;
    const [own = '', ...text] = linesAt(source, place.here);
    const [english = ''] = linesAt(source, place.there);
    const present = source.record.accountabilities.fr.map(({ heading }) => heading.replaceAll('’', "'"));
    const others = HEADINGS.filter((heading) => !present.includes(heading));
    const heading = chosen(english, others, random);
    if (heading === undefined || heading.trim() === own.trim()) return undefined;
    return changed(source, { half: 'fr', ...place, now: [heading, ...text] });
  };

const pointer: Mutation = (source, random) => {
  const sections = ['summary', 'accountabilities', 'interrelationships', 'otherText.additional'];
  const places = pairedPlaces(source, oneOf(sections, random) ?? '', 'fr');
  const [first] = places;
  const last = places.at(-1);
  if (!first || !last) return undefined;
  const here = { from: first.here.from, to: last.here.to };
  const there = { from: first.there.from, to: last.there.to };
  return changed(source, { half: 'fr', here, there, now: ['Voir la version anglaise.'] });
};

const otherIndicator: Mutation = (source, random) => {
  const places = pairedPlaces(source, 'competencies', 'fr');
  const place = oneOf(places, random);
  const another = oneOf(
    places.filter((one) => one !== place),
    random,
  );
  if (!place || !another) return undefined;
  const [first = ''] = linesAt(source, place.here);
  const name = first.slice(0, first.indexOf(':') + 1);
  const [theirs = '', ...rest] = linesAt(source, another.here);
  return changed(source, {
    half: 'fr',
    ...place,
    now: [name + theirs.slice(theirs.indexOf(':') + 1), ...rest],
  });
};

/** A whole sentence that stands on one line. */
const SENTENCE = /(?<=[.?!] )[A-ZÉÀ][^.?!:]{40,}\.(?=\s|$)/g;

/** What can go wrong with a notice, a fault of each kind at a time. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'paragraph of the summary gone': without('summary'),
  'accountability gone': without('accountabilities'),
  'essential item gone': without('essential'),
  'desirable item gone': without('desirable'),
  'competency gone': without('competencies'),
  'standard paragraph gone': without(...STANDARD),
  'contract paragraph gone': without('otherText.contract'),
  'closing duty gone': without('closingDuty'),
  'sentence gone': rewritten(PROSE, { pattern: SENTENCE, as: () => '' }),
  'section is a pointer': pointer,
  'paragraph in English': untranslated('summary', 'accountabilities', 'interrelationships'),
  'item in English': untranslated('essential', 'desirable', 'competencies'),
  'standard paragraph in English': untranslated(...STANDARD, 'otherText.contract'),
  'closing duty in English': untranslated('closingDuty'),
  'heading in English': headingAs((english) => english),
  'heading of another entry': headingAs((_english, others, random) => oneOf(others, random)),
  'indicator of another competency': otherIndicator,
  'number changed': rewritten([...PROSE, ...ITEMS], { pattern: DIGITS, as: turned }),
  'number gone': rewritten([...PROSE, ...ITEMS], { pattern: DIGITS, as: () => '' }),
  'years in words changed': rewritten(['essential', 'otherText.contract'], {
    half: 'fr',
    pattern: /\b(?:trois|quatre|cinq|six|huit|dix)(?= (?:ans|années))/g,
    as: (word) => (word === 'cinq' ? 'sept' : 'cinq'),
  }),
  'deadline changed': otherFact('deadline', /\d{1,2}(?=-)/g, (day) => String((Number(day) % 27) + 1).padStart(2, '0')),
  'salary changed': otherFact('salary', /\d(?=,\d\d)/g, turned),
  'grade changed': otherFact('grades', /(?<=G1?)\d$|(?<=G\d?)\d(?= *$)/g, turned),
  'clearance changed': otherFact('clearance', /\bN[SC]\b/g, (level) => (level === 'NS' ? 'NC' : 'NS')),
  'place changed': otherFact('location', /Bruxelles/g, () => 'Mons'),
  'schedule changed': otherFact('schedule', /Temps plein/g, () => 'Temps partiel'),
  'reference changed': otherFact('reference', /\d{6}/g, (digits) => digits.slice(0, 5) + turned(digits.slice(5))),
  'reports changed': otherFact('directReports', /(?<=: )(?:sans objet|\d+)/g, (was) => (was === '3' ? '4' : '3')),
  'level changed': otherFact('languages', /\b(?:I|II|III|IV)\b(?= \()/g, (level) => (level === 'II' ? 'III' : 'II')),
  'accent in English': rewritten([...PROSE, ...ITEMS, ...STANDARD, 'otherText.contract'], {
    half: 'en',
    pattern: /\b[RrDdPp]e(?=[a-z]{6,}\b)/g,
    as: (start) => start.replace('e', 'é'),
  }),
  'capital without accent': rewritten([...PROSE, ...STANDARD], {
    half: 'fr',
    pattern: /(?<![\p{L}'’])É(?=\p{Ll}{3})/gu,
    as: () => 'E',
  }),
  'no space before a colon': rewritten([...PROSE, ...ITEMS, ...STANDARD], {
    half: 'fr',
    pattern: / [:;]/g,
    as: (mark) => mark.trim(),
  }),
  'word twice': rewritten([...PROSE, ...ITEMS], {
    pattern: /(?<=\s)(?:the|of|de|la|les|des|que|with|for)(?=\s\p{L})/gu,
    as: (word) => `${word} ${word}`,
  }),
  misspelling: rewritten([...PROSE, ...ITEMS], {
    pattern: /(?<![\p{L}’'-])\p{Ll}{3,5}[bcdfglmnprt](?=\p{Ll}{4,}\s)/gu,
    as: (start) => start + (start.at(-1) ?? ''),
  }),
};

/** After the first sentence of a paragraph that stands on one line, as exports have them. */
const AFTER_A_SENTENCE = /(?<=^.{60,}[.?!]) (?=[A-ZÉÀ].{60,}$)/g;

/** What translators and layouts do, and nobody should be told of. */
export const HARMLESS: Readonly<Record<string, Mutation>> = {
  'paragraph cut in two': rewritten([...PROSE, ...STANDARD, 'otherText.contract'], {
    pattern: AFTER_A_SENTENCE,
    as: () => '\n\n',
  }),
  'paragraphs run together': (source, random) => {
    const half = eitherHalf(random);
    const places = ['summary', ...STANDARD, 'otherText.contract'].flatMap((name) => pairedPlaces(source, name, half));
    const place = oneOf(
      places.filter(({ here: { to } }) => places.some(({ here: { from } }) => from === to + 2)),
      random,
    );
    if (!place) return undefined;
    const { to } = place.here;
    const [first = '', , second = ''] = linesAt(source, { from: to, to: to + 2 });
    if (first.endsWith(' ') || first.trim().endsWith(':')) return undefined;
    return changed(source, { half, here: { from: to, to: to + 2 }, now: [`${first.trim()} ${second}`] });
  },
  'sentences in another order': rewritten(PROSE, {
    half: 'fr',
    pattern: /(?<=(?:^|[.?!] ))[A-ZÉÀ][^.?!:;]{40,}\. [A-ZÉÀ][^.?!:;]{40,}\.(?=\s|$)/g,
    as: (two) =>
      two
        .split(/(?<=\.) /)
        .toReversed()
        .join(' '),
  }),
  'two sentences made one': rewritten(PROSE, {
    pattern: /(?<=\p{Ll}{3})\. (?:[EI]lle|[Ii]l|They|It)(?= \p{Ll})/gu,
    as: (found) => (/elle|il/i.test(found) && !/They/.test(found) ? ' ; elle' : ', and they'),
  }),
};
