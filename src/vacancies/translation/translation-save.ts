import type { Language } from '../../platform/language.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { edit } from '../editing/edit-notice.ts';
import type { RulesAt } from '../importing/import-notice.ts';
import type { Item } from '../notice-fields.ts';
import { valueOf, type FormValues } from '../editing/section-form.ts';
import { checkTranslations, confirmTranslations, type CheckRefusal, type Translator } from './translation-edit.ts';
import { homeless, overtaken, seenName, stillRight, typedItems } from './translation-form.ts';
import { translationUnits, withTranslations, type TranslationUnit } from './translation.ts';
import { versionOf } from '../vacancy-requests.ts';
import type { AmendmentRefusal, Vacancy } from '../vacancy.ts';

/** What a translator's form made of a vacancy; `changes` is how many texts it concerns. */
export type Saved = {
  vacancy: Vacancy;
  action: 'translate' | 'check-translation';
  details: { fields: string[]; language: Language };
  changes: number;
  checked: number;
};

/** Somebody has changed one of these texts, or its original, since the form was made. */
type Overtaken = { kind: 'overtaken'; typed: ReadonlyMap<string, Item> };
export type SaveRefusal = AmendmentRefusal | CheckRefusal | Overtaken;

type Sent = { target: Language; values: FormValues };

/**
 * Puts the translations of a form in place, then notes what is still right, then what was checked. Where others have
 * changed the vacancy meanwhile, it is refused only if they changed a text that this form is about.
 */
export function saveTranslation(
  vacancy: Vacancy,
  { target, values }: Sent,
  rules: RulesAt & Translator,
): Result<Saved, SaveRefusal> {
  const units = translationUnits(vacancy, target);
  const typed = typedItems(values, units);
  const right = stillRight(values);
  const toCheck = keysToCheck(values, units);
  const stale = (versionOf(values) ?? vacancy.version) !== vacancy.version;
  if (stale && isOvertaken(units, { values, typed, right, toCheck })) return refuse({ kind: 'overtaken', typed });

  const edited = edit(vacancy, withTranslations(vacancy, target, typed), rules);
  if (!edited.ok) return edited;
  const confirmed = confirmTranslations(edited.value.vacancy, { language: target, keys: right }, rules);
  const concerned = units.filter((unit) => typed.has(unit.key) || right.has(unit.key));
  const saved = (last: Vacancy, checked: TranslationUnit[]): Result<Saved, SaveRefusal> => {
    const all = [...concerned, ...checked];
    const details = { fields: [...new Set(all.map(({ field }) => field.path))], language: target };
    const action = checked.length > 0 && concerned.length === 0 ? 'check-translation' : 'translate';
    return ok({ vacancy: last, action, details, changes: all.length, checked: checked.length });
  };
  if (!toCheck) return saved(confirmed, []);
  const checked = checkTranslations(confirmed, { language: target, keys: toCheck }, rules);
  return checked.ok ? saved(checked.value.vacancy, checked.value.checked) : checked;
}

/** What the button that was pressed is to check: one text, or all that were on the page. */
function keysToCheck(values: FormValues, units: readonly TranslationUnit[]): ReadonlySet<string> | undefined {
  const key = valueOf(values, 'check');
  if (key === '') return undefined;
  if (key !== 'all') return new Set([key]);
  return new Set(units.filter((unit) => values[seenName(unit.key)] !== undefined).map((unit) => unit.key));
}

type Concerned = {
  values: FormValues;
  typed: ReadonlyMap<string, Item>;
  right: ReadonlySet<string>;
  toCheck: ReadonlySet<string> | undefined;
};

function isOvertaken(units: readonly TranslationUnit[], { values, typed, right, toCheck }: Concerned): boolean {
  const concerned = units.filter(({ key }) => typed.has(key) || right.has(key) || toCheck?.has(key));
  return overtaken(values, concerned).length > 0 || homeless(values, units).length > 0;
}
