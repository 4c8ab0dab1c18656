import type { PlannedStage, StageItem } from './plan/stage-plan.ts';

export const exampleItem = (key: string, weight = 1): StageItem => ({
  key,
  kind: 'competency',
  text: { en: `Competency ${key}`, fr: `Compétence ${key}` },
  question: { en: 'Tell us of a time when you did this.', fr: 'Parlez-nous d’une situation où vous l’avez fait.' },
  weight,
});

/** A planned stage at which nothing is scored yet. */
export const plannedStage = (more: Partial<PlannedStage> = {}): PlannedStage => ({
  id: '00000000-0000-4000-8000-000000000001',
  code: 'panel-interview',
  number: 1,
  fromOn: null,
  toOn: null,
  datesFixed: false,
  place: {},
  link: '',
  assessedBy: 'panel',
  weight: 100,
  passMark: null,
  items: [],
  status: 'planned',
  scale: null,
  openedAt: null,
  closedAt: null,
  version: 1,
  ...more,
});

const SCALE = [1, 2, 3, 4, 5].map((points) => ({ points, name: { en: `${points}` }, shows: { en: `${points}` } }));

/** A stage that is open, with a scale of 1 to 5. */
export const openStageOf = (items: StageItem[]): PlannedStage =>
  plannedStage({ items, status: 'open', scale: SCALE, openedAt: new Date('2026-11-23T09:00:00Z') });
