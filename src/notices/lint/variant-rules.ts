import type { Finding } from './finding.ts';
import { SAYS } from './finding-texts.ts';
import type { Passage } from './passages.ts';
import { isInItsLanguage } from './spelling-rules.ts';
import type { Dictionary } from './spelling.ts';
import { linesOf, type Subject } from './subject.ts';
import { wordsOfPassage } from './words-of-text.ts';

type Placed = { readonly word: string; readonly key: string; readonly passage: Passage };

/** English words spelt in two ways within one notice. */
export function variantFindings(subject: Subject): Finding[] {
  const words = subject.passages.all
    .filter((passage) => passage.language === 'en' && isInItsLanguage(passage))
    .flatMap((passage) => wordsOfPassage(passage).map(({ word }) => ({ word, key: word.toLowerCase(), passage })));
  return [...iseIze(words, subject), ...hyphenated(words, subject), ...listedVariants(words, subject)];
}

const IZE = /(?:iz(?:e|es|ed|er|ers|ing|ation|ations|ational|able)|yz(?:e|es|ed|er|ers|ing))$/;
const ISE = /(?:is(?:e|es|ed|er|ers|ing|ation|ations|ational|able)|ys(?:e|es|ed|er|ers|ing))$/;
/** Words with an s in any English (from the Latin or French, not the Greek ending), without their last e. */
const S_STEMS =
  'advertis advis apprais appris aris bruis chemis circumcis compris compromis concis cruis demis despis devis dis disguis ' +
  'enterpris excis exercis expertis franchis improvis incis liais likewis merchandis mis mortis nois otherwis paradis ' +
  'pois prais precis premis promis rais revis ris supervis surpris televis tortois treatis vis wis';
const ALWAYS_S = new RegExp(
  `^(?:un|re|over)?(?:${S_STEMS.replaceAll(' ', '|')})(?:e|es|ed|er|ers|ing|able)$|^(?:cris|analys|paralys|catalys)es$`,
);
/** Words with a z in any English. */
const ALWAYS_Z = /^(?:prize|size|seize|capsize|assize|maize|downsize|resize)/;

/** Words in -ize beside words in -ise: the rarer ending is told, wherever it stands. */
function iseIze(
  words: readonly Placed[],
  { spelling, ...subject }: Subject & { spelling: { en: Dictionary } },
): Finding[] {
  const ize = words.filter(
    ({ key }) => IZE.test(key) && !ALWAYS_Z.test(key) && spelling.en.knows(key.replace(/([iy])z/, '$1s')),
  );
  const ise = words.filter(({ key }) => ISE.test(key) && !ALWAYS_S.test(key) && spelling.en.knows(key));
  if (ize.length === 0 || ise.length === 0) return [];
  const [rarer, other] = ize.length <= ise.length ? [ize, ise] : [ise, ize];
  const fixed = (word: string) =>
    rarer === ize ? word.replace(/([iy])z/, '$1s') : word.replace(/([iy])s(?=\p{L}+$)/u, '$1z');
  return rarer.map(({ word, passage }) => ({
    rule: 'language/ise-ize',
    severity: 'info',
    lines: { en: linesOf(subject, passage, word) },
    field: passage.field,
    message: SAYS.iseIze(word, sameWord(word, other) ?? other[0]?.word ?? ''),
    fix: { from: word, to: fixed(word) },
  }));
}

const sameWord = (word: string, others: readonly Placed[]) =>
  others.find(({ key }) => key.replaceAll('z', 's') === word.toLowerCase().replaceAll('z', 's'))?.word;

/** “sub-ordinate” beside “subordinate”. */
function hyphenated(words: readonly Placed[], subject: Subject): Finding[] {
  const closed = new Map(words.filter(({ key }) => !key.includes('-')).map(({ key, word }) => [key, word]));
  return words.flatMap(({ word, key, passage }) => {
    const other = key.includes('-') ? closed.get(key.replaceAll('-', '')) : undefined;
    if (other === undefined) return [];
    return [told({ word, passage }, other, subject)];
  });
}

const told = ({ word, passage }: Omit<Placed, 'key'>, other: string, subject: Subject): Finding => ({
  rule: 'language/variants',
  severity: 'info',
  lines: { en: linesOf(subject, passage, word) },
  field: passage.field,
  message: SAYS.variants(word, other),
});

/** Words with two spellings: the British first. */
const PAIRS: readonly (readonly [british: string, american: string])[] = [
  ['programme', 'program'],
  ['programmes', 'programs'],
  ['centre', 'center'],
  ['centres', 'centers'],
  ['defence', 'defense'],
  ['judgement', 'judgment'],
  ['adviser', 'advisor'],
  ['advisers', 'advisors'],
  ['labour', 'labor'],
  ['neighbouring', 'neighboring'],
  ['behaviour', 'behavior'],
  ['fulfil', 'fulfill'],
  ['travelling', 'traveling'],
  ['cooperation', 'co-operation'],
  ['counterterrorism', 'counter-terrorism'],
];
const FAMILY = new Map(
  PAIRS.flatMap(([british, american]) => [british, american].map((word) => [word, singular(british)])),
);

/** Singular and plural of a word are one: “program funds” beside “administer programmes”. */
function singular(word: string): string {
  return word.replace(/s$/, '');
}

function listedVariants(words: readonly Placed[], subject: Subject): Finding[] {
  const families = Map.groupBy(
    words.filter(({ key }) => FAMILY.has(key)),
    ({ key }) => FAMILY.get(key) ?? '',
  );
  return [...families.values()].flatMap((family) => {
    const american = family.filter(({ key }) => PAIRS.some(([, second]) => second === key));
    const british = family.filter((placed) => !american.includes(placed));
    if (american.length === 0 || british.length === 0) return [];
    const [rarer, other] = american.length <= british.length ? [american, british] : [british, american];
    return rarer.map((placed) => told(placed, other[0]?.word ?? '', subject));
  });
}
