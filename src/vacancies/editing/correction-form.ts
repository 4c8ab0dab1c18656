import { LANGUAGES, type Language, type Localized } from '../../platform/language.ts';
import { formatInstant } from '../../site/dates.ts';
import { joinList } from '../../site/numbers.ts';
import { BUDGET_APPROVED } from '../approval/approval-texts.ts';
import { deadlineMove, type CorrectionRefusal, type Told } from './correction.ts';
import { CORRECTION_TEXTS } from './correction-texts.ts';
import { NAMES } from '../field-texts.ts';
import { OPEN_ENDED } from '../publication/publication-texts.ts';
import { valueOf, type FormValues } from './section-form.ts';
import { fillIn } from '../vacancy-texts.ts';
import type { Vacancy } from '../vacancy.ts';

export const NOTE_FIELD: Localized = { en: 'correction.en', fr: 'correction.fr' };
export const REASON_FIELD = 'correction.reason';
const MAX_NOTE = 2_000;

type Changed = { before: Vacancy; after: Vacancy; fields: readonly string[] };

/** What was typed of a correction. */
export const toldOf = (values: FormValues): Told => ({
  note: { en: typedNote(values, 'en'), fr: typedNote(values, 'fr') },
  reason: valueOf(values, REASON_FIELD).slice(0, MAX_NOTE),
});

/** On one line; French keeps its no-break spaces. */
const typedNote = (values: FormValues, language: Language): string =>
  valueOf(values, NOTE_FIELD[language])
    .replaceAll(/[ \t\n]+/g, ' ')
    .trim()
    .slice(0, MAX_NOTE);

/** Whether the form that was sent had asked for the note already. */
export const wasAsked = (values: FormValues): boolean => values[NOTE_FIELD.en] !== undefined;

/** The fields of the correction: what was typed or, where nothing was asked yet, a draft to be edited. */
export function withDraft(values: FormValues, changed: Changed): FormValues {
  const notes = LANGUAGES.map((language) => [
    NOTE_FIELD[language],
    wasAsked(values) ? valueOf(values, NOTE_FIELD[language]) : draftNote(changed, language),
  ]);
  // A deadline that was set back since asks for no reason; one that moves does.
  const reason = deadlineMove(changed) ? { [REASON_FIELD]: valueOf(values, REASON_FIELD) } : {};
  const { [REASON_FIELD]: _, ...others } = values;
  return { ...others, ...Object.fromEntries(notes), ...reason };
}

/** What was changed, in words of a language: the new deadline, and the other fields by name. */
export function draftNote({ before, after, fields }: Changed, language: Language): string {
  const t = CORRECTION_TEXTS[language];
  const moved = deadlineMove({ before, after });
  const { deadlineAt, deadlineZone } = after;
  const deadline = deadlineAt
    ? fillIn(moved ? t.draftDeadline[moved] : '', { deadline: toInstant(deadlineAt, deadlineZone, language) })
    : moved && `${OPEN_ENDED[language]}.`;
  // That a budget was approved is news; that the line on it was changed reads as if it still were pending.
  const budget = before.notice.budgetPending && !after.notice.budgetPending && BUDGET_APPROVED[language];
  const names = fields
    .filter((field) => (!moved || field !== 'deadline') && (!budget || field !== 'budgetPending'))
    .map((field) => NAMES[language][field] ?? field);
  const others = names.length > 0 && fillIn(t.draftFields, { fields: joinList(names, language) });
  return [deadline, budget, others].filter(Boolean).join(' ');
}

/** `to` an instant, as French writes it: « reportée au 3 décembre ». */
function toInstant(at: Date, zone: string, language: Language): string {
  const told = formatInstant(at, zone, language);
  return language === 'fr' ? told.replace(/^le /, 'au ') : told;
}

/** The fields that a refusal is about. */
export function refusedFields(refusal: CorrectionRefusal): string[] {
  if (refusal.kind === 'no-note') return refusal.languages.map((language) => NOTE_FIELD[language]);
  return [refusal.kind === 'no-deadline-reason' ? REASON_FIELD : 'deadline'];
}
