import type { MaskedKind } from './masked-kind.ts';

/** To the end of the line, or of what one line of a form would hold. */
const REST = '[^\\n]{0,60}';
const LABEL = '\\s*[:=]\\s*';

const EMAIL =
  /[\p{L}\p{N}._%+'-]{1,64}\s?(?:@|\(at\)|\[at\]| at (?=\S+ dot ))\s?[\p{L}\p{N}-]{1,63}(?:\s?(?:\.|\(dot\)|\[dot\]| dot )\s?[\p{L}\p{N}-]{1,63}){1,5}/gu;
const LINK = new RegExp(
  [
    '(?:https?:\\/\\/|www\\.)[^\\s<>()]{1,300}',
    '(?<![\\p{L}\\p{N}-])[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){0,4}\\.(?:com|org|net|info|io|eu|int|me|dev|name|[a-z]{2})\\/[^\\s<>()]{1,300}',
    '(?:linkedin|github|gitlab|facebook|instagram|researchgate|academia|skype|whatsapp|telegram|twitter|mastodon|bluesky|xing)(?:\\.\\w+)?' +
      LABEL +
      '\\S+',
    '(?<![\\p{L}\\p{N}@.])@[\\p{L}\\p{N}_.]{2,}',
    '(?<!\\d)\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dx](?!\\d)',
  ].join('|'),
  'gu',
);
const TELEPHONE = new RegExp(
  [
    '(?<![\\d.])(?:\\+|00)\\d[\\d\\s().\\/-]{6,18}\\d(?!\\d)',
    '(?<![\\d.,])0\\d{1,3}(?:[\\s.\\/-]\\d{2,4}){2,4}(?![\\d,])',
    '(?<!\\p{L})(?:telephone|phone|mobile|cell|gsm|portable|fax|tel\\.?)' + LABEL + REST,
  ].join('|'),
  'gu',
);
const MONTHS =
  '(?:jan(?:uary|vier)?|feb(?:ruary)?|fevr?(?:ier)?|mar(?:ch|s)?|apr(?:il)?|avr(?:il)?|may|mai|june?|juin|july?|juil(?:let)?|aug(?:ust)?|aout|sep(?:tember|tembre)?|oct(?:ober|obre)?|nov(?:ember|embre)?|dec(?:ember|embre)?)';
const BIRTH = new RegExp(
  [
    `(?<!\\p{L})(?:date of birth|birth ?date|birthday|d\\.?o\\.?b\\.?|place of birth|birthplace|date de naissance|lieu de naissance|date et lieu de naissance)(?!\\p{L})${REST}`,
    `(?<!\\p{L})(?:born|nee?s?(?:\\(e\\))?)\\s+(?:on|in|at|le|en|a|au)(?!\\p{L})[^\\n.;]{0,40}`,
    `(?<!\\p{L})(?:aged|agee?(?:\\(e\\))? de)\\s*\\d{1,2}(?:\\s*(?:years?|ans))?`,
    `(?<!\\p{L})age${LABEL}\\d{1,2}[^\\n]{0,12}`,
    '\\d{1,2}[- ]years?[- ]old',
    // A day that is written in full, long before any career: 12.03.1975, 12 March 1975.
    '(?<!\\d)\\d{1,2}[./-]\\d{1,2}[./-](?:19[3-9]\\d|200[0-8])(?!\\d)',
    '(?<!\\d)(?:19[3-9]\\d|200[0-8])-\\d{2}-\\d{2}(?!\\d)',
    `(?<!\\d)\\d{1,2}(?:st|nd|rd|th|er)?\\s+${MONTHS}\\.?,?\\s+(?:19[3-9]\\d|200[0-8])(?!\\d)`,
    `(?<!\\p{L})${MONTHS}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+(?:19[3-9]\\d|200[0-8])(?!\\d)`,
  ].join('|'),
  'gu',
);
const SEX = new RegExp(
  [
    `(?<!\\p{L})(?:sex|gender|sexe|genre|marital status|civil status|etat civil|situation familiale|situation de famille)${LABEL}${REST}`,
    '(?<!\\p{L})(?:mr|mrs|ms|miss|mx|madam|mme|mmes|mlle|monsieur|madame|mademoiselle)(?!\\p{L})\\.?',
    '(?<!\\p{L})(?:she\\s*\\/\\s*her|he\\s*\\/\\s*him|elle\\s*\\/\\s*la|il\\s*\\/\\s*lui)(?:\\s*\\/\\s*\\p{L}+)?(?!\\p{L})',
    '(?<!\\p{L})(?:woman|man|female|male|femme|homme|mother|father|wife|husband|epouse|epoux|maternity|paternity|maternite|paternite|pregnant|enceinte|mariee?|celibataire|divorcee?)(?!\\p{L})',
  ].join('|'),
  'gu',
);
const NATIONALITY = new RegExp(
  `(?<!\\p{L})(?:nationalit(?:y|ies|es?)|citizenships?|citoyennetes?|passports?|passeports?)${LABEL}${REST}`,
  'gu',
);
const STREET = '(?:street|road|avenue|lane|drive|square|court|place|boulevard|crescent|terrace|gardens)';
const RUE = '(?:rue|avenue|av\\.|boulevard|bd|chemin|allee|impasse|quai|route de|square|chaussee|cours)';
const ADDRESS = new RegExp(
  [
    `(?<!\\p{L})(?:(?:home |postal |private )?address|adresse(?: postale| privee)?|domicile|residence)${LABEL}${REST}`,
    `(?<!\\d)\\d{1,4}\\s?(?:bis|ter|[a-d])?,?\\s+${RUE}\\s+[^\\n,;]{2,50}`,
    `${RUE}\\s+[^\\n,;]{2,40},?\\s+\\d{1,4}(?!\\d)`,
    `(?<!\\d)\\d{1,5}[a-d]?,?\\s+(?:[\\p{L}'’-]{1,30}\\s{1,3}){1,4}${STREET}(?!\\p{L})`,
    '(?<!\\p{L})[\\p{L}-]{2,30}(?:strasse|straat|laan|gatan|gade|vej|gata)\\s+\\d{1,4}[a-d]?(?!\\d)',
    '(?<![\\p{L}\\d])(?:[a-z]{1,2}-)\\d{4,5}\\s+\\p{L}[\\p{L}-]+',
  ].join('|'),
  'gu',
);

/** What tells of anybody, on folded text (no accents, no capitals); in the order in which they are taken. */
export const PATTERNS: readonly (readonly [MaskedKind, RegExp])[] = [
  ['email', EMAIL],
  ['link', LINK],
  ['birth', BIRTH],
  ['telephone', TELEPHONE],
  ['address', ADDRESS],
  ['nationality', NATIONALITY],
  ['sex', SEX],
];
