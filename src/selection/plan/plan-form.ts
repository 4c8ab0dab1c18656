import { fieldsOf, valueOf, type Fields } from '../../applications/drafting/draft.ts';
import type { Translated } from '../../platform/language.ts';
import { isCivilDate } from '../../regulations/civil-dates.ts';
import { typedDate, type DateParts } from '../../site/date-field.tsx';
import { ASSESSORS, type PlannedStage, type StageItem, type StageSettings } from './stage-plan.ts';

/** A stage as it stands in the form, by the names of its fields. */
export type StageForm = Record<string, string>;

export type FormProblem = { field: string; kind: 'weightWrong' | 'itemWeightWrong' | 'passMarkWrong' | 'dateWrong' };

const TEXT_FIELDS = ['place-en', 'place-fr', 'link', 'weight', 'pass-mark', 'assessed-by', 'fixed', 'reason'] as const;
const DATE_FIELDS = ['from', 'to'] as const;
const PARTS = ['day', 'month', 'year'] as const;
const MAX_TEXT = 2_000;

type Scorable = Pick<StageItem, 'key' | 'kind' | 'text'>;

/** The form as it was sent. */
export function readStageForm(body: unknown, items: readonly Scorable[]): StageForm {
  const fields = fieldsOf(body);
  const names = [
    ...TEXT_FIELDS,
    ...DATE_FIELDS.flatMap((name) => PARTS.map((part) => `${name}-${part}`)),
    ...items.flatMap(({ key }) => [`weight-${key}`, `question-en-${key}`, `question-fr-${key}`]),
  ];
  return Object.fromEntries(names.map((name) => [name, text(fields, name)]));
}

const text = (fields: Fields, name: string): string =>
  valueOf(fields, name).replaceAll(/\r\n?/g, '\n').trim().slice(0, MAX_TEXT);

/** The form of a stage as it is now. */
export function formOfStage(stage: PlannedStage): StageForm {
  const dates = DATE_FIELDS.flatMap((name) => {
    const [year = '', month = '', day = ''] = (name === 'from' ? stage.fromOn : stage.toOn)?.split('-') ?? [];
    return [
      [`${name}-day`, day],
      [`${name}-month`, month],
      [`${name}-year`, year],
    ];
  });
  const items = stage.items.flatMap(({ key, weight, question }) => [
    [`weight-${key}`, String(weight)],
    [`question-en-${key}`, question.en ?? ''],
    [`question-fr-${key}`, question.fr ?? ''],
  ]);
  return Object.fromEntries([
    ['place-en', stage.place.en ?? ''],
    ['place-fr', stage.place.fr ?? ''],
    ['link', stage.link],
    ['weight', String(stage.weight)],
    ['pass-mark', stage.passMark === null ? '' : String(stage.passMark)],
    ['assessed-by', stage.assessedBy],
    ['fixed', stage.datesFixed ? 'yes' : ''],
    ['reason', ''],
    ...dates,
    ...items,
  ]) as StageForm;
}

export const datePartsIn = (form: StageForm, name: 'from' | 'to'): DateParts => ({
  day: form[`${name}-day`] ?? '',
  month: form[`${name}-month`] ?? '',
  year: form[`${name}-year`] ?? '',
});

/** The settings that a form says, and what of it is none. */
export function settingsIn(
  form: StageForm,
  items: readonly Scorable[],
): { settings: StageSettings; problems: FormProblem[] } {
  const problems: FormProblem[] = [];
  const dateIn = (name: 'from' | 'to'): string | null => {
    const typed = typedDate(datePartsIn(form, name));
    if (typed !== '' && !isCivilDate(typed)) problems.push({ field: name, kind: 'dateWrong' });
    return typed === '' ? null : typed;
  };
  const numberIn = (field: string, { most, kind }: { most: number; kind: FormProblem['kind'] }): number => {
    const typed = form[field] ?? '';
    const value = /^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN;
    if (Number.isNaN(value) || value > most) problems.push({ field, kind });
    return value;
  };
  const settings: StageSettings = {
    fromOn: dateIn('from'),
    toOn: dateIn('to'),
    datesFixed: form['fixed'] === 'yes',
    place: translatedIn(form, 'place-en', 'place-fr'),
    link: form['link'] ?? '',
    assessedBy: ASSESSORS.find((known) => known === form['assessed-by']) ?? 'panel',
    weight: numberIn('weight', { most: 1000, kind: 'weightWrong' }),
    passMark: form['pass-mark'] === '' ? null : numberIn('pass-mark', { most: 100, kind: 'passMarkWrong' }),
    items: items.flatMap((item) => {
      const field = `weight-${item.key}`;
      if ((form[field] ?? '') === '') return [];
      const weight = numberIn(field, { most: 100, kind: 'itemWeightWrong' });
      if (weight === 0) problems.push({ field, kind: 'itemWeightWrong' });
      const question = translatedIn(form, `question-en-${item.key}`, `question-fr-${item.key}`);
      return [{ ...item, question, weight }];
    }),
  };
  return { settings, problems };
}

function translatedIn(form: StageForm, en: string, fr: string): Translated {
  return { ...(form[en] && { en: form[en] }), ...(form[fr] && { fr: form[fr] }) };
}
