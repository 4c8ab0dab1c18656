import { describe, expect, test } from 'vitest';
import { loadVocabulary } from '../../notices/vocabulary.ts';
import { LANGUAGES } from '../../platform/language.ts';
import {
  NATO_IS,
  NORTHERN_RIVERS,
  ORGANISATIONS,
  organisationFolder,
  RIVERS_COMMISSION,
} from '../../regulations/regulations-testing.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { rulebook } from './rulebook.ts';

const VOCABULARIES = new Map(ORGANISATIONS.map(({ id }) => [id, loadVocabulary(organisationFolder(id))]));

/** All that the page, its print and its data say, in each language, on a day of each version of the rules. */
function printed(organisation: Organisation): string {
  const vocabulary = VOCABULARIES.get(organisation.id);
  if (!vocabulary) throw new Error(organisation.id);
  const days = ['2015-01-01', '2026-11-26'];
  return JSON.stringify(
    days.flatMap((on) => LANGUAGES.map((language) => rulebook({ organisation, vocabulary, on, language }))),
  );
}

type Path = readonly (string | number)[];

/** Each value that stands in the data, by where it stands. */
function leavesOf(value: unknown, path: Path = []): { path: Path; value: unknown }[] {
  if (value === null || typeof value !== 'object') return [{ path, value }];
  return Object.entries(value).flatMap(([key, one]) =>
    leavesOf(one, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** Values of which there are only so many, by the name of their key. */
const OTHERS: Record<string, readonly string[]> = {
  unit: ['days', 'months'],
  office: ['security-officer', 'contract-officer'],
  by: ['recruitment-manager', 'contract-officer'],
  grade: ['same', 'same-or-lower'],
  twinGradeCountsAs: ['lower', 'higher'],
  from: ['2019-05-05', '2019-06-06'],
};

/** Another value that could stand in its place. */
function other(key: string, value: unknown): unknown {
  const known = OTHERS[key];
  if (known) return known.find((one) => one !== value);
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'string') return `${value} (otherwise)`;
  return NULLS[key];
}
const SOURCE = { en: 'somewhere', fr: 'quelque part' };
/** What could stand where there is nothing. */
const NULLS: Record<string, unknown> = {
  usual: { count: 7, unit: 'days', source: SOURCE },
  holds: { count: 7, unit: 'days', source: SOURCE },
  answer: { count: 7, unit: 'days', source: SOURCE },
  probation: { count: 7, unit: 'days', source: SOURCE },
  renewalProposal: { count: 7, unit: 'days', source: SOURCE },
  waiver: { by: 'contract-officer', source: SOURCE },
  givenBy: SOURCE,
  months: 7,
  keptDays: 7,
  everyDays: 7,
};

function changed(organisation: Organisation, path: Path, value: unknown): Organisation {
  const appointment = structuredClone(organisation.appointment);
  const parent = path
    .slice(0, -1)
    .reduce<Record<string | number, unknown>>(
      (at, key) => at[key] as Record<string | number, unknown>,
      appointment as unknown as Record<string, unknown>,
    );
  parent[path.at(-1) ?? ''] = value;
  return { ...organisation, appointment };
}

/** What only a program needs: by what a condition, a step or a thing that is asked for is known, and what is kept of it. */
const FOR_PROGRAMS = ['code', 'kind'];

describe.each(ORGANISATIONS)('of appointment.yaml of $id', (organisation) => {
  test('no value is left unprinted: each that is put otherwise reads otherwise', () => {
    const before = printed(organisation);
    const leaves = leavesOf(organisation.appointment).filter(({ path }) => {
      const key = String(path.at(-1));
      const inOtherLanguage = /^[a-z]{2}$/.test(key) && !['by', 'en', 'fr'].includes(key);
      return !FOR_PROGRAMS.includes(key) && !inOtherLanguage;
    });

    const unprinted = leaves.filter(({ path, value }) => {
      // Of several days, the key names them all.
      const key = String(path.findLast((one) => typeof one === 'string'));
      return printed(changed(organisation, path, other(key, value))) === before;
    });

    expect(leaves.length).toBeGreaterThan(60);
    expect(unprinted.map(({ path }) => path.join('.'))).toEqual([]);
  });

  test('no list is left unprinted: each that is emptied reads otherwise', () => {
    const before = printed(organisation);
    const lists = Object.entries({
      'conditionReminders.daysBefore': organisation.appointment.conditionReminders.daysBefore,
      'conditionReminders.daysBeforeExpiry': organisation.appointment.conditionReminders.daysBeforeExpiry,
      'conditionReminders.candidateAfter': organisation.appointment.conditionReminders.candidateAfter,
      'offer.approval': organisation.appointment.offer.approval,
      'offer.reminderDaysBefore': organisation.appointment.offer.reminderDaysBefore,
      'calendar.reminderDaysBefore': organisation.appointment.calendar.reminderDaysBefore,
    }).filter(([, list]) => list.length > 0);

    const unprinted = lists.filter(([path]) => printed(changed(organisation, path.split('.'), [])) === before);

    expect(unprinted.map(([path]) => path)).toEqual([]);
  });
});

const entry = (organisation: Organisation, title: string, language: 'en' | 'fr' = 'en') => {
  const vocabulary = VOCABULARIES.get(organisation.id);
  if (!vocabulary) throw new Error(organisation.id);
  const chapters = rulebook({ organisation, vocabulary, on: '2026-11-26', language });
  return chapters.flatMap(({ entries }) => entries).find((one) => one.title === title);
};

test('reminders, what is sent and the dates of a contract are told as sentences, with their source', () => {
  expect(entry(NORTHERN_RIVERS, 'Reminders before an appointment')).toMatchObject({
    decides: [
      'Whoever sees a condition through is reminded 14 days before its usual duration has passed.',
      'After it they are reminded again every 14 days.',
      'They are reminded 60 days and 14 days before an outcome runs out.',
      'A candidate is reminded of what has not come 10 days and 24 days after the appointment was begun.',
    ],
    source: 'Instruction on recruitment, point 31',
  });
  expect(entry(RIVERS_COMMISSION, 'Ce que la personne envoie pour une condition', 'fr')?.decides).toEqual([
    'Pour chaque pièce demandée, 5 fichiers au plus.',
    'Ce qui a été envoyé est effacé 60 jours après que la condition est réglée ou que la procédure de nomination a pris fin.',
    'Rien de médical\u00a0: cela va au service médical, jamais par ce système.',
  ]);
  expect(entry(NORTHERN_RIVERS, 'Dates of a contract')?.decides).toEqual([
    'Whose work it is to act on them: the contract office.',
    'A renewal is proposed 6 months before the contract ends at the latest.',
    'Reminders come 60 days and 14 days before each date.',
  ]);
});

test('what no source says is said to be so', () => {
  expect(entry(NATO_IS, 'Offers')?.decides.slice(0, 3)).toEqual([
    'No source says who approves an offer before it is sent.',
    'No source says how long a candidate has for an answer: whoever sends the offer sets the day.',
    'They are not reminded before the last day for an answer.',
  ]);
  expect(entry(NATO_IS, 'Dates of a contract')?.decides).toContain('By when a renewal is proposed, no source says.');
});
