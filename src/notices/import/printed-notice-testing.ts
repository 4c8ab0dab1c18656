import type { Language, Localized } from '../../platform/language.ts';
import type { NoticeRecord } from '../notice.ts';

/** How a notice is laid out as text: every choice here has been seen in notices, or in copies of them. */
export type Style = {
  readonly halves: readonly Language[];
  /** Longest line of hard-wrapped text; `null`: one paragraph a line. */
  readonly width: number | null;
  /** An empty line after every printed line, as text taken from a PDF has. */
  readonly spread: boolean;
  readonly bullet: string;
  readonly numbering: '1. ' | '1.' | '1.       ' | '1) ' | 'I. ' | '';
  readonly colons: boolean;
  readonly valueBelow: boolean;
  readonly reference: 'brackets' | 'dash' | 'dashes';
  /** Lines to a page; a page number and link targets stand at its end. */
  readonly pageLines: number | null;
  readonly pageEnd: 'number' | 'links' | 'form-feed';
  readonly markdown: boolean;
  readonly lineEnd: '\n' | '\r\n' | ' \n';
  readonly itemEnd: ';' | '.' | '';
  readonly titleCase: boolean;
};

export const PLAIN: Style = {
  halves: ['en', 'fr'],
  width: null,
  spread: false,
  bullet: '- ',
  numbering: '1. ',
  colons: true,
  valueBelow: false,
  reference: 'brackets',
  pageLines: null,
  pageEnd: 'number',
  markdown: false,
  lineEnd: '\n',
  itemEnd: ';',
  titleCase: false,
};

/** Lines that stay together, and whether they may be wrapped. */
type Piece = { text: string; kind: 'heading' | 'label' | 'paragraph' | 'item' };

/** Prints a record as the text of a notice. The vocabulary of the example notice is enough for its header values. */
export function printNotice(record: NoticeRecord, style: Style): string {
  const banner = ['', ' VACANCY NOTIFICATION/ NOTIFICATION DE LA VACANCE DU POSTE', ''];
  const halves = style.halves.map((language) => paged(laidOut(pieces(record, language, style), style), style));
  const [first = [], ...others] = halves;
  const lines = [...banner, ...first, ...others.flatMap((half) => ['', ...half])];
  return lines.join(style.lineEnd) + style.lineEnd;
}

const LABELS: Localized<Readonly<Record<string, string>>> = {
  en: {
    location: 'Primary Location',
    body: 'NATO Body',
    schedule: 'Schedule',
    deadline: 'Application Deadline',
    salary: 'Salary (Pay Basis)',
    grade: 'Grade',
    clearance: 'Clearance Level',
    description: 'Description',
  },
  fr: {
    location: 'Emplacement principal',
    body: 'Organisation',
    schedule: 'Horaire',
    deadline: 'Date de retrait',
    salary: 'Salaire (Base de paie)',
    grade: 'Grade',
    clearance: 'Niveau de l’habilitation de sécurité',
    description: 'Description',
  },
};

const HEADINGS: Localized<readonly string[]> = {
  en: [
    'SUMMARY',
    'QUALIFICATIONS AND EXPERIENCE',
    'MAIN ACCOUNTABILITIES',
    'INTERRELATIONSHIPS',
    'COMPETENCIES',
    'CONTRACT',
    'USEFUL INFORMATION REGARDING APPLICATION AND RECRUITMENT PROCESS',
    'ADDITIONAL INFORMATION',
  ],
  fr: [
    'RÉSUMÉ',
    'QUALIFICATIONS ET EXPÉRIENCE',
    'RESPONSABILITÉS PRINCIPALES',
    'STRUCTURE ET LIAISONS',
    'COMPÉTENCES',
    'CONTRAT',
    'INFORMATIONS UTILES CONCERNANT LA PROCÉDURE DE CANDIDATURE ET DE RECRUTEMENT',
    'INFORMATIONS COMPLÉMENTAIRES',
  ],
};
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'];

const REPORTS: Localized<readonly [string, string, string]> = {
  en: ['Direct reports', 'Indirect reports', 'N/A'],
  fr: ['Nombre de subordonné(e)s direct(e)s', 'Nombre de subordonné(e)s indirect(e)s', 'sans objet'],
};

function pieces(record: NoticeRecord, language: Language, style: Style): Piece[] {
  const section = (number: number, content: readonly Piece[]): Piece[] => [
    { text: heading(number, language, style), kind: 'heading' },
    ...content,
  ];
  const paragraphs = (texts: readonly string[]) =>
    texts.map((text): Piece =>
      text.startsWith('• ') ? { text: style.bullet + text.slice(2), kind: 'item' } : { text, kind: 'paragraph' },
    );
  const { otherText } = record;
  const all: Piece[] = [
    { text: titleLine(record, language, style), kind: 'heading' },
    ...headerPieces(record, language, style),
    ...paragraphs(otherText.preamble[language]),
    ...section(1, [
      ...paragraphs(record.summary[language]),
      ...record.challenges[language].map((text, index): Piece => ({ text: `${index + 1}. ${text};`, kind: 'item' })),
    ]),
    ...section(2, requirementPieces(record, language, style)),
    ...section(3, accountabilityPieces(record, language, style)),
    ...section(4, [
      ...paragraphs([record.interrelationships[language] ?? '']),
      ...reportPieces(record, language, style),
    ]),
    ...section(5, competencyPieces(record, language, style)),
    ...section(6, paragraphs(otherText.contract[language])),
    ...section(7, paragraphs(otherText.application[language])),
    ...section(8, paragraphs(otherText.additional[language])),
  ];
  return all.filter(({ text }) => text !== '');
}

function heading(number: number, language: Language, { numbering, markdown, titleCase }: Style): string {
  const name = HEADINGS[language][number - 1] ?? '';
  const shown = titleCase ? name.charAt(0) + name.slice(1).toLowerCase() : name;
  const mark = numbering.replace('1', String(number)).replace(/^I/, ROMAN[number - 1] ?? '');
  return markdown ? `## ${mark}${shown}` : `${mark}${shown}`;
}

function titleLine({ title, reference }: NoticeRecord, language: Language, style: Style): string {
  const end = { brackets: ` (${reference})`, dash: ` - ${reference}`, dashes: ` – ${reference}` }[style.reference];
  return `${style.markdown ? '# ' : ''}${title[language] ?? ''}${end}`;
}

function headerPieces(record: NoticeRecord, language: Language, { colons, valueBelow, markdown }: Style): Piece[] {
  const values = headerValues(record, language);
  return Object.entries(LABELS[language]).flatMap(([name, printed]): Piece[] => {
    const value = values[name];
    if (value === undefined) return [];
    const label = `${printed}${colons ? (language === 'fr' ? ' :' : ':') : ''}`;
    const shown = markdown ? `**${label}**` : label;
    if (valueBelow && value !== '') return [label, value].map((text): Piece => ({ text, kind: 'label' }));
    return [{ text: `${shown} ${value}`.trim(), kind: 'label' }];
  });
}

const MONTHS: Localized = {
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
  fr: 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.',
};

function headerValues(record: NoticeRecord, language: Language): Record<string, string | undefined> {
  const english = language === 'en';
  const [year = '', month = '', day = ''] = record.deadline?.date.split('-') ?? [];
  const time = record.deadline?.time ? `, ${clock(record.deadline.time, language)}` : '';
  return {
    location: english ? 'Netherlands-Maastricht' : 'Pays-Bas-Maastricht',
    body: english ? 'Northern Rivers Commission (NRC)' : 'Commission des rivières du Nord (CRN)',
    schedule: english ? 'Full-time' : 'Temps plein',
    deadline: record.deadline ? `${day}-${MONTHS[language].split(' ')[Number(month) - 1]}-${year}${time}` : undefined,
    salary: money(record.salary?.amountMinor ?? 0, language),
    grade: `NATO Grade ${record.grades.join('-')}`,
    clearance: record.clearance ?? undefined,
    description: '',
  };
}

function clock(time: string, language: Language): string {
  if (language === 'fr') return time;
  const hour = Number(time.slice(0, 2));
  return `${hour % 12 || 12}${time.slice(2)} ${hour < 12 ? 'AM' : 'PM'}`;
}

function money(amountMinor: number, language: Language): string {
  const whole = String(Math.floor(amountMinor / 100)).replace(/\B(?=(?:\d{3})+$)/g, language === 'en' ? ',' : ' ');
  const cents = String(amountMinor % 100).padStart(2, '0');
  return language === 'en' ? `${whole}.${cents}Euro (EUR) Monthly` : `${whole},${cents}Euro (EUR) Mensuelle`;
}

const item = (text: string, { bullet, itemEnd }: Style): Piece => ({
  text: `${bullet}${text}${itemEnd}`,
  kind: 'item',
});

function requirementPieces(record: NoticeRecord, language: Language, style: Style): Piece[] {
  const names = { en: ['ESSENTIAL', 'DESIRABLE'], fr: ['ACQUIS ESSENTIELS', 'ACQUIS SOUHAITABLES'] }[language];
  return (['essential', 'desirable'] as const).flatMap((kind, index): Piece[] => [
    { text: style.markdown ? `**${names[index]}**` : (names[index] ?? ''), kind: 'heading' },
    { text: record.introductions[kind][language] ?? '', kind: 'paragraph' },
    ...record[kind][language].map((text) => item(text, style)),
  ]);
}

const accountabilityPieces = (record: NoticeRecord, language: Language, { markdown }: Style): Piece[] => [
  ...record.accountabilities[language].flatMap(({ heading: name, text }): Piece[] => [
    { text: markdown ? `**${name}**` : name, kind: 'heading' },
    { text, kind: 'paragraph' },
  ]),
  { text: record.closingDuty[language] ?? '', kind: 'paragraph' },
];

function reportPieces(record: NoticeRecord, language: Language, { colons }: Style): Piece[] {
  const [direct, indirect, none] = REPORTS[language];
  const separator = colons ? (language === 'fr' ? ' : ' : ': ') : ' ';
  const units = record.directReports.breakdown.map(({ unit, count }) => `${unit} :${count}`).join('; ');
  const inBrackets = units === '' ? '' : ` (${units})`;
  return [
    { text: `${direct}${separator}${record.directReports.count || none}${inBrackets}`, kind: 'label' },
    { text: `${indirect}${separator}${record.indirectReports.count || none}`, kind: 'label' },
  ];
}

const competencyPieces = (record: NoticeRecord, language: Language, style: Style): Piece[] => [
  { text: record.introductions.competencies[language] ?? '', kind: 'paragraph' },
  ...record.competencies[language].map(({ name, indicator }) =>
    item(`${name}${language === 'fr' ? ' : ' : ': '}${indicator}`, style),
  ),
];

/** Pieces as lines: wrapped where the style wraps, with the empty lines it has between them. */
function laidOut(all: readonly Piece[], { width, spread }: Style): string[] {
  return all.flatMap((piece, index) => {
    const lines = width === null || piece.kind === 'label' ? [piece.text] : wrapped(piece.text, width);
    const tight = !spread && (piece.kind === 'item' || piece.kind === 'label') && all[index + 1]?.kind === piece.kind;
    const shown = spread ? lines.flatMap((line) => [line, '']) : lines;
    return tight || spread ? shown : [...shown, ''];
  });
}

/** Breaks a text at spaces so that no line is longer than `width`. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Ends a page after so many lines: its number or its links stand there, and the next starts with a space. */
function paged(lines: readonly string[], { pageLines, pageEnd }: Style): string[] {
  if (pageLines === null) return [...lines];
  return lines.flatMap((line, index) => {
    if (index === 0 || index % pageLines !== 0) return [line];
    if (pageEnd === 'form-feed') return [`\f${line}`];
    const end = pageEnd === 'number' ? ['', `${index / pageLines} `, ''] : ['https://www.example.org/careers?lang=en'];
    return [...end, line === '' ? line : ` ${line}`];
  });
}
