import type { NoticeRecord } from '../../notices/notice.ts';
import type { Language } from '../../platform/language.ts';
import type { BilingualField, Item } from '../notice-fields.ts';
import { isEmptyItem, NO_ITEM, sameItem, unitsOf, wholeText, type TranslationUnit } from './translation.ts';
import type { Vacancy } from '../vacancy.ts';
import type { XliffFile, XliffUnit } from './xliff-reading.ts';
import { placeOfUnit, type Piece } from './xliff.ts';

/** Why a text of a file was not simply taken. */
export type XliffMisfit = 'original-changed' | 'changed-here' | 'locked' | 'gone' | 'unusable';
export type Misfit = { kind: XliffMisfit; unit?: TranslationUnit; id: string; text: string };

/** What a file brings to a notice; nothing in the notice has changed yet. */
export type XliffMerge = {
  /** The translations to put in place, by key. */
  items: ReadonlyMap<string, Item>;
  /** Of those, the originals they render where it is no longer the one that stands. */
  rendered: ReadonlyMap<string, string>;
  /** The translations that the file says are right although their originals have changed since. */
  right: ReadonlySet<string>;
  misfits: readonly Misfit[];
  same: number;
  empty: number;
};

/** The units of a file that make one item: its heading and its text. */
type FileItem = { field: BilingualField; index: number; id: string; pieces: Partial<Record<Piece, XliffUnit>> };

/**
 * Compares a file with the notice it was made of (`base`) and with what stands now. What the outside translator left as
 * it was stays; what somebody changed here meanwhile wins, and the file’s text is told. A text whose original has changed
 * is taken and still needs translation. An item is found by its original first, for the list may have grown.
 */
export function mergeXliff(
  vacancy: Vacancy,
  { target, base }: { target: Language; base: NoticeRecord | undefined },
  file: XliffFile,
): XliffMerge {
  const { items: fileItems, strangers } = itemsOf(file);
  const outcomes = fileItems.map((item) => outcomeOf(item, { vacancy, target, base, all: fileItems }));
  const of = <Kind extends Outcome['kind']>(kind: Kind) =>
    outcomes.filter((outcome): outcome is Extract<Outcome, { kind: Kind }> => outcome.kind === kind);
  const gone = strangers.map(({ id, target: text = '' }): Misfit => ({ kind: 'gone', id, text }));
  return {
    items: new Map(of('taken').map(({ unit, item }) => [unit.key, item])),
    rendered: new Map(
      of('taken').flatMap(({ unit, rendered }) => (rendered === undefined ? [] : [[unit.key, rendered]])),
    ),
    right: new Set(of('right').map(({ unit }) => unit.key)),
    misfits: [...of('misfit').map(({ misfit }) => misfit), ...of('taken').flatMap(misfitOf), ...gone],
    same: of('same').length + of('right').length,
    empty: of('empty').length,
  };
}

const misfitOf = ({ unit, rendered, item }: Extract<Outcome, { kind: 'taken' }>): Misfit[] =>
  rendered === undefined ? [] : [{ kind: 'original-changed', unit, id: unit.key, text: wholeText(item) }];

function itemsOf({ units }: XliffFile): { items: FileItem[]; strangers: XliffUnit[] } {
  const items = new Map<string, FileItem>();
  const strangers: XliffUnit[] = [];
  for (const unit of units) {
    const place = placeOfUnit(unit.id);
    if (!place) {
      strangers.push(unit);
      continue;
    }
    const { field, index, piece } = place;
    const id = `${field.path}.${index}`;
    const item = items.get(id) ?? { field, index, id: unit.id, pieces: {} };
    items.set(id, { ...item, pieces: { ...item.pieces, [piece]: unit } });
  }
  return { items: [...items.values()], strangers };
}

type Outcome =
  | { kind: 'taken'; unit: TranslationUnit; item: Item; rendered: string | undefined }
  | { kind: 'right'; unit: TranslationUnit }
  | { kind: 'misfit'; misfit: Misfit }
  | { kind: 'same' | 'empty' };

type Setting = { vacancy: Vacancy; target: Language; base: NoticeRecord | undefined; all: readonly FileItem[] };

function outcomeOf(fileItem: FileItem, { vacancy, target, base, all }: Setting): Outcome {
  const { field, index, id } = fileItem;
  const unit = unitFor(fileItem, unitsOf(vacancy, field, target), all);
  const brought = itemOf(fileItem, unit?.translation ?? NO_ITEM);
  const text = wholeText(brought);
  if (!broughtAny(fileItem)) return { kind: 'empty' };
  if (!unit) return { kind: 'misfit', misfit: { kind: 'gone', id, text } };
  const misfit = (kind: XliffMisfit): Outcome => ({ kind: 'misfit', misfit: { kind, unit, id, text } });
  const before = base && (field.read(base, target)[index] ?? NO_ITEM);
  const source = sourceOf(fileItem);
  const original = wholeText(unit.original);
  if (sameItem(brought, unit.translation)) {
    const confirms = unit.state === 'needs-translation' && source === original && isDone(fileItem) && !unit.locked;
    return confirms ? { kind: 'right', unit } : { kind: 'same' };
  }
  if (before && sameItem(brought, before)) return { kind: 'same' };
  if (unit.locked) return misfit('locked');
  if (/[\0\uD800-\uDFFF]/u.test(text)) return misfit('unusable');
  if (before && !sameItem(before, unit.translation) && !isEmptyItem(unit.translation)) return misfit('changed-here');
  return { kind: 'taken', unit, item: brought, rendered: source === original ? undefined : source };
}

/** The text it belongs to: that with its original, in its place if it can be; else what stands in its place now. */
function unitFor(fileItem: FileItem, units: readonly TranslationUnit[], all: readonly FileItem[]) {
  const source = sourceOf(fileItem);
  const alike = units.filter(({ original }) => wholeText(original) === source);
  const here = units.find(({ index }) => index === fileItem.index);
  if (alike.length > 0) return alike.find((unit) => unit === here) ?? alike[0];
  const taken = here && all.some((one) => one.field === fileItem.field && sourceOf(one) === wholeText(here.original));
  return taken ? undefined : here;
}

const sourceOf = ({ pieces: { heading, text } }: FileItem): string =>
  [heading?.source, text?.source].filter(Boolean).join('\n');

const broughtAny = ({ pieces }: FileItem): boolean =>
  Object.values(pieces).some(({ target }) => target !== undefined && target.trim() !== '');

const isDone = ({ pieces }: FileItem): boolean => Object.values(pieces).every(({ state }) => state !== 'initial');

/** The item a file brings; what it leaves open stays as it is. */
function itemOf({ field, pieces: { heading, text } }: FileItem, standing: Item): Item {
  return {
    heading: heading?.target === undefined ? standing.heading : oneLine(heading.target),
    text:
      text?.target === undefined
        ? standing.text
        : field.path === 'otherSections'
          ? trimmed(text.target)
          : oneLine(text.target),
  };
}

/** Without the spaces and line ends that tools put around a text; spaces that do not break are part of it. */
const trimmed = (text: string): string => text.replaceAll(/\r\n?/g, '\n').replaceAll(/^[ \t\n]+|[ \t\n]+$/g, '');
const oneLine = (text: string): string => trimmed(text).replaceAll(/[ \t]*\n[ \t\n]*/g, ' ');
