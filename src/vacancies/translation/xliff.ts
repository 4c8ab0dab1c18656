import type { Language } from '../../platform/language.ts';
import { NAMES } from '../field-texts.ts';
import { fieldAt, PARTS, type BilingualField } from '../notice-fields.ts';
import {
  hasChanged,
  isEmptyItem,
  translationUnits,
  type TranslationState,
  type TranslationUnit,
} from './translation.ts';
import type { Vacancy } from '../vacancy.ts';
import { XLIFF_NOTES } from './xliff-notes.ts';

/** XLIFF 2.0 and 2.1 share a namespace (OASIS, “XLIFF Version 2.1”, 4.1); tools read 2.0 most widely. */
export const XLIFF_NAMESPACE = 'urn:oasis:names:tc:xliff:document:2.0';

export const SEGMENT_STATES = ['initial', 'translated', 'reviewed', 'final'] as const;
export type SegmentState = (typeof SEGMENT_STATES)[number];

/** Our states as a translator’s tool knows them. A checked text is reviewed; only the organisation makes it final. */
const SEGMENT_STATE: Record<TranslationState, SegmentState> = {
  'needs-translation': 'initial',
  translation: 'translated',
  translated: 'translated',
  checked: 'reviewed',
};

/** What of an item a unit of the file holds: its heading and its text are translated apart. */
export type Piece = 'heading' | 'text';
export type UnitPlace = { field: BilingualField; index: number; piece: Piece };

/** The id of a unit: `title`, `essential.3`, `accountabilities.0.heading`; a name token, as XLIFF wants it. */
export const unitId = ({ field, index, piece }: UnitPlace): string =>
  [field.path, ...(field.shape === 'text' ? [] : [index]), ...(piece === 'heading' ? ['heading'] : [])].join('.');

/** The place an id means; nothing where no notice has such a text. */
export function placeOfUnit(id: string): UnitPlace | undefined {
  const [, path = '', index, heading] = /^([A-Za-z.]+?)(?:\.(\d{1,4}))?(\.heading)?$/.exec(id) ?? [];
  const field = fieldAt(path);
  if (!field || (field.shape === 'text') !== (index === undefined)) return undefined;
  return { field, index: Number(index ?? 0), piece: heading ? 'heading' : 'text' };
}

/** The version of the notice that a file was made of, in the id of its `<file>`, which every tool gives back. */
export const fileId = (version: number): string => `v${version}`;
export const versionOfFile = (id: string): number | undefined => {
  const [, number] = /^v(\d{1,9})$/.exec(id) ?? [];
  return number === undefined ? undefined : Number(number);
};

/** A notice as an XLIFF 2.0 document for an outside translator; `version` is the number of the notice it is made of. */
export function writeXliff(vacancy: Vacancy, target: Language, version: number): string {
  const source = vacancy.originalLanguage;
  const units = translationUnits(vacancy, target).filter(({ original }) => !isEmptyItem(original));
  const groups = PARTS.map((part) => ({ part, own: units.filter((unit) => unit.part === part) }))
    .filter(({ own }) => own.length > 0)
    .map(({ part, own }) => [
      `    <group id="${part}" name="${attribute(NAMES[source][part] ?? part)}">`,
      ...own.flatMap((unit) => unitLines(unit, source)),
      '    </group>',
    ]);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff xmlns="${XLIFF_NAMESPACE}" version="2.0" srcLang="${source}" trgLang="${target}">`,
    `  <file id="${fileId(version)}" original="${attribute(vacancy.reference)}">`,
    note(XLIFF_NOTES[source].about, 4),
    ...groups.flat(),
    '  </file>',
    '</xliff>',
    '',
  ].join('\n');
}

const note = (text: string, indent: number): string =>
  `${' '.repeat(indent)}<notes><note>${content(text, '\uFFFD')}</note></notes>`;

function unitLines(unit: TranslationUnit, source: Language): string[] {
  const pieces: Piece[] = unit.original.heading === '' ? ['text'] : ['heading', 'text'];
  return pieces.filter((piece) => unit.original[piece] !== '').flatMap((piece) => pieceLines(unit, piece, source));
}

function pieceLines(unit: TranslationUnit, piece: Piece, source: Language): string[] {
  const { field, index, original, translation, locked, made } = unit;
  const t = XLIFF_NOTES[source];
  const name = [NAMES[source][field.path] ?? field.path, ...(field.shape === 'text' ? [] : [index + 1])].join(' ');
  const target = translation[piece] === '' ? [] : [`          <target>${content(translation[piece])}</target>`];
  const notes = [...(locked ? [t.locked] : []), ...(made && hasChanged(unit) ? [`${t.was} ${made.original}`] : [])];
  const state = translation[piece] === '' ? 'initial' : SEGMENT_STATE[unit.state];
  const translate = locked ? ' translate="no"' : '';
  return [
    `      <unit id="${unitId({ field, index, piece })}" name="${attribute(name)}" canResegment="no"${translate} xml:space="preserve">`,
    ...notes.map((text) => note(text, 8)),
    `        <segment state="${state}">`,
    `          <source>${content(original[piece])}</source>`,
    ...target,
    '        </segment>',
    '      </unit>',
  ];
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;' };
/** What XML cannot hold (XML 1.0, 2.2), halves of a surrogate pair included. */
const NOT_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Text as the content of an element. What XML cannot hold becomes a `<cp>`, which only sources and targets may have. */
const content = (text: string, otherwise?: string): string =>
  text
    .replaceAll(/[&<>\r]/g, (character) => ESCAPES[character] ?? character)
    .replaceAll(NOT_XML, (character) => otherwise ?? `<cp hex="${hex(character)}"/>`);

const hex = (character: string): string => (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

const attribute = (text: string): string =>
  content(text, '\uFFFD').replaceAll('"', '&quot;').replaceAll('\n', '&#xA;').replaceAll('\t', '&#x9;');
