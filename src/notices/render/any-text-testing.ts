import * as fc from 'fast-check';

/** Words that end no line the reader looks for, in either language. */
const PLAIN =
  'river gauge flood model level bridge lock basin data gate watch Meuse Rhine Commission crue écluse données'.split(
    ' ',
  );

/** What print finds hard, and reading a page back: parts of lines that look like marks, labels, headings and numbers. */
const HARD = [
  ...'l’œuvre “forecast” (daily) prévision/écoulement Saint-Goar 1.5 24/7 & – co-operation'.split(' '),
  // Letters of other alphabets, and of Latin ones, that the fonts of the PDF have.
  ...'Αθήνα Дунай Łódź Galați İzmir straße naïve Čech'.split(' '),
  // Signs.
  ...'€ § 50% ±3 m² ½ … — − ≥ · ° R&D 10–12 A/B N.B. i.e. #3 @night x_y ~5 ‘lower’ "upper" l\'eau'.split(' '),
  // At the start of a line these would be a mark, a page number, or the number of a heading.
  ...'1. 2) (a) b) iv) o - – 3 2027 12 7/9 I. II A. No. *'.split(' '),
  // No-break spaces, the hyphen that parts no line, and one with a space after it.
  '«\u00A0crue\u00A0»',
  'no.\u00A07',
  '1\u202F250',
  'vite\u202F!',
  'non\u2011return',
  'pre- and post-flood',
  'up-to-date',
  // Labels and headings in the middle of a sentence.
  'Grade: G17',
  'Location: Brussels',
  'Date limite\u00A0: le 3 mai',
  'Team: north',
  'the section 3. MAIN ACCOUNTABILITIES',
  'Essential',
  'CONTRACT',
  'Page 3 of 5',
  'Northern Rivers Commission',
  // Addresses, and words longer than a line.
  'rivers@nrc.example',
  'https://nrc.example/a-b/c?d=1&e=2',
  'www.nrc.example/notices',
  'https://nrc.example/a/very/long/address/that/no/line/of/a/page/has/room/for/as/it/goes/on/and/on/and/on?and=on#on',
  'Rechtsschutzversicherungsgesellschaften',
];

const word = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...PLAIN) },
  { weight: 2, arbitrary: fc.constantFrom(...HARD) },
);

export const words = (from: number, to: number) =>
  fc.array(word, { minLength: from, maxLength: to }).map((all) => all.join(' '));

export const item = fc
  .tuple(words(2, 30), fc.constantFrom('', '', ' or the like?', ' – etc', ' (any)', ' “now”', ' in 2027'))
  .map(([all, end]) => `hold ${all} river${end}`);

const STARTS = ['The', 'The', 'The', 'Where 3', '“The', 'L’', 'Élus', 'A'];
const sentenceStarting = (starts: readonly string[]) =>
  fc
    .tuple(
      fc.constantFrom(...starts),
      words(6, 40),
      fc.constantFrom(' river.', ' river.', ' gate!', ' lock…', ' (daily).', ' gate”.', ' 2027.', ' model;', ' data?'),
    )
    .map(([start, all, end]) => `${start} ${all}${end}`);

const first = sentenceStarting(STARTS);
const sentence = sentenceStarting([...STARTS, '(The', '3', '– and', '24/7', '• The']);
const sentences = (from: number, to: number) =>
  fc
    .tuple(first, fc.array(sentence, { minLength: from - 1, maxLength: to - 1 }))
    .map(([one, others]) => [one, ...others].join(' '));

export const text = sentences(1, 4);

/** Longer than is kept together on a page: up to a page and a half. */
const long = sentences(8, 24);

/** A paragraph, or one that a final mark was forgotten in. */
const paragraph = fc.oneof(
  { weight: 12, arbitrary: text },
  { weight: 2, arbitrary: words(16, 30).map((all) => `The ${all} river`) },
  { weight: 1, arbitrary: long },
);

const list = fc.array(
  text.map((each) => `• ${each}`),
  { minLength: 2, maxLength: 12 },
);

/** Paragraphs, with lists among them. */
export const running = (longest: number) =>
  fc
    .array(fc.oneof({ weight: 3, arbitrary: paragraph }, { weight: 1, arbitrary: list }), { maxLength: longest })
    .map((all) => all.flat());
