import type { NoticeRecord } from '../../notices/notice.ts';
import { isLanguage, type Language } from '../../platform/language.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { edit } from '../editing/edit-notice.ts';
import type { RulesAt } from '../importing/import-notice.ts';
import { confirmTranslations, type Translator } from './translation-edit.ts';
import { targetsOf, translationUnits, withTranslations } from './translation.ts';
import type { AmendmentRefusal, Vacancy } from '../vacancy.ts';
import { mergeXliff, type XliffMerge } from './xliff-import.ts';
import type { XliffDocument, XliffFile } from './xliff-reading.ts';
import type { FileRefusal } from './xliff-texts.ts';

export type FoundFile = { file: XliffFile; target: Language };

/** The part of a document that is about this notice, in one of its directions of translation. */
export function fileOf(vacancy: Vacancy, document: XliffDocument): Result<FoundFile, FileRefusal> {
  const file = document.files.find(({ original }) => original === vacancy.reference);
  if (!file) return refuse({ kind: 'other-notice', found: document.files.map(({ original }) => original).join(', ') });
  const [source = '', target = ''] = [document.source, document.target].map(primaryLanguage);
  const fits = isLanguage(target) && source === vacancy.originalLanguage && targetsOf(vacancy).includes(target);
  return fits
    ? ok({ file, target })
    : refuse({ kind: 'other-languages', found: `${document.source} → ${document.target}` });
}

/** A tool may say `fr-BE` of what it was given as `fr`. */
const primaryLanguage = (tag: string): string => (tag.split('-')[0] ?? '').toLowerCase();

export type BroughtIn = { vacancy: Vacancy; merge: XliffMerge; details: { fields: string[]; language: Language } };

/**
 * Puts the translations of a file in place, as an edit. Their translator has no account here, so anybody may check them:
 * whoever brought the file in is a second person already.
 */
export function bringIn(
  vacancy: Vacancy,
  { file, target, base }: FoundFile & { base: NoticeRecord | undefined },
  { organisation, now }: RulesAt,
): Result<BroughtIn, AmendmentRefusal> {
  const outside: Translator = { by: { kind: 'system' }, now };
  const merge = mergeXliff(vacancy, { target, base }, file);
  const edited = edit(vacancy, withTranslations(vacancy, target, merge.items), { organisation, ...outside });
  if (!edited.ok) return edited;
  const after = confirmTranslations(edited.value.vacancy, { language: target, keys: merge.right }, outside);
  const rendering = Object.entries(after.translations).map(([key, made]) => {
    const original = merge.rendered.get(key);
    return [key, original === undefined ? made : { ...made, original }] as const;
  });
  const keys = new Set([...merge.items.keys(), ...merge.right]);
  const touched = translationUnits(after, target).filter(({ key }) => keys.has(key));
  const details = { fields: [...new Set(touched.map(({ field }) => field.path))], language: target };
  return ok({ vacancy: { ...after, translations: Object.fromEntries(rendering) }, merge, details });
}
