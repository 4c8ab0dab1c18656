import { join } from 'node:path';
import { LANGUAGES } from '../../platform/language.ts';
import { problemsAt, type Problem } from './checked-yaml.ts';
import type { ContractTerms } from './contracts-schema.ts';
import type { SalaryRow } from './grades-schema.ts';
import type { Fault, FileName, OrganisationFiles } from './organisation-files.ts';
import { uncountableDays, unknownInScreening, unknownReason } from './selection-checks.ts';
import { isBareAddress } from './schema-parts.ts';
import type { Path } from './yaml-places.ts';

/** What is wrong between the files of a folder, each of which is right by itself; in the order of the files. */
export function crossProblems(folder: string, files: OrganisationFiles): Problem[] {
  const faults = [
    ...unknownGrades(files),
    ...unknownClauses(files),
    ...contradictoryTerms(files),
    ...impossibleMemberships(files),
    ...impossibleSalaries(files),
    ...wrongPosts(files),
    ...unknownPrintedClauses(files),
    ...unknownReason(files),
    ...unknownInScreening(files),
    ...uncountableDays(files),
    ...missingLanguages(files),
  ];
  // The files stand in their order.
  return (Object.keys(files) as FileName[]).flatMap((name) =>
    problemsAt(
      join(folder, name),
      faults.filter(({ file }) => file === name),
    ),
  );
}

function unknownGrades(files: OrganisationFiles): Fault[] {
  const { order } = files['grades.yaml'];
  const message = 'No such grade in grades.yaml';
  const inSalaries = files['salaries.yaml'].rows.flatMap(({ grade }, index): Fault[] =>
    order.includes(grade) ? [] : [{ file: 'salaries.yaml', path: ['rows', index, 'grade'], message }],
  );
  const inAges = files['eligibility.yaml'].age.flatMap(({ serviceEnds }, row) =>
    serviceEnds.flatMap(({ grades }, index): Fault[] =>
      grades.every((grade) => order.includes(grade))
        ? []
        : [{ file: 'eligibility.yaml', path: ['age', row, 'serviceEnds', index, 'grades'], message }],
    ),
  );
  return [...inSalaries, ...inAges];
}

function unknownClauses(files: OrganisationFiles): Fault[] {
  const clauses = files['contracts.yaml'].clauses.map(({ code }) => code);
  return files['standard-paragraphs.yaml'].paragraphs.flatMap(({ clause }, index): Fault[] =>
    clause === null || clauses.includes(clause)
      ? []
      : [
          {
            file: 'standard-paragraphs.yaml',
            path: ['paragraphs', index, 'clause'],
            message: 'No such clause in contracts.yaml',
          },
        ],
  );
}

/** A post names what the other files have; its competencies and headings are the vocabulary's (`notices/`). */
function wrongPosts(files: OrganisationFiles): Fault[] {
  const known = {
    grades: files['grades.yaml'].order,
    dutyStation: files['organisation.yaml'].dutyStations.map(({ code }) => code),
    body: files['organisation.yaml'].bodies.map(({ code }) => code),
    clause: files['contracts.yaml'].clauses.map(({ code }) => code),
    clearance: files['clearances.yaml'].levels.map(({ code }) => code),
    languages: files['languages.yaml'].levels.map(({ code }) => code),
  } satisfies Record<string, readonly string[]>;
  return files['posts.yaml'].posts.flatMap((post, index) =>
    (Object.keys(known) as (keyof typeof known)[]).flatMap((key): Fault[] => {
      const named = post[key];
      const codes = named === null ? [] : typeof named === 'string' ? [named] : Object.values(named);
      const message = 'No such value in the file of this folder that lists them';
      return codes.every((code) => known[key].includes(code))
        ? []
        : [{ file: 'posts.yaml', path: ['posts', index, key], message }];
    }),
  );
}

function unknownPrintedClauses(files: OrganisationFiles): Fault[] {
  const offered = files['contracts.yaml'].clauses.map(({ code }) => code);
  return files['notices.yaml'].printed.clauses.flatMap(({ code }, index): Fault[] =>
    offered.includes(code)
      ? []
      : [
          {
            file: 'notices.yaml',
            path: ['printed', 'clauses', index, 'code'],
            message: 'No such clause in contracts.yaml',
          },
        ],
  );
}

function contradictoryTerms(files: OrganisationFiles): Fault[] {
  return files['contracts.yaml'].clauses.flatMap(({ terms }, clause) =>
    terms.flatMap((row, index) =>
      (['non-seconded', 'seconded'] as const).flatMap((person) =>
        contradictionsIn(row[person]).map(({ at, message }): Fault => ({
          file: 'contracts.yaml',
          path: ['clauses', clause, 'terms', index, person, ...at],
          message,
        })),
      ),
    ),
  );
}

type Contradiction = { at: Path; message: string };

function contradictionsIn(terms: ContractTerms | null): Contradiction[] {
  return terms ? [...impossibleWay(terms), ...impossibleRequest(terms), ...impossibleMaximum(terms)] : [];
}

/** An indefinite contract by a way that the same terms leave no room for. */
function impossibleWay({ indefinite: { way }, request, renewal }: ContractTerms): Contradiction[] {
  const at = ['indefinite', 'way'];
  if (way === 'on-request' && !request)
    return [{ at, message: 'What may be asked for needs its days: the key “request”' }];
  if (way !== 'on-request' && request)
    return [{ at, message: 'The days to ask (“request”) are for “on-request” alone' }];
  if (way === 'after-renewal' && !renewal)
    return [{ at, message: 'What follows a renewal needs one: the key “renewal”' }];
  return [];
}

/** Days to ask that no renewal has, or one alone: they run from its first day to so many months before its end. */
function impossibleRequest({ request, renewal, first, maximum }: ContractTerms): Contradiction[] {
  if (!request) return [];
  if (!renewal)
    return [{ at: ['request'], message: 'What is asked for during a renewal needs one: the key “renewal”' }];
  const longest = Math.min(renewal.upToMonths, maximum ? maximum.months - first.months : Infinity);
  return request.monthsBeforeEnd >= longest
    ? [
        {
          at: ['request', 'monthsBeforeEnd'],
          message: `One day or none is left to ask: the longest renewal has ${longest} months`,
        },
      ]
    : [];
}

/** A maximum that the first period alone exceeds, or that leaves no month for the renewal which the terms speak of. */
function impossibleMaximum({ first, renewal, maximum }: ContractTerms): Contradiction[] {
  if (!maximum || maximum.months > first.months) return [];
  if (maximum.months < first.months)
    return [{ at: ['maximum', 'months'], message: `This is below the first period, ${first.months} months` }];
  return renewal
    ? [
        {
          at: ['renewal', 'upToMonths'],
          message: 'The first period has all months of the maximum: none is left for this',
        },
      ]
    : [];
}

function impossibleMemberships(files: OrganisationFiles): Fault[] {
  const overlapping = 'This nation is a member on that day by an earlier row';
  const found = impossiblePeriods(files['member-nations.yaml'].nations, ({ country }) => country, overlapping);
  return found.map(({ index, key, message }) => ({
    file: 'member-nations.yaml',
    path: ['nations', index, key],
    message,
  }));
}

function impossibleSalaries(files: OrganisationFiles): Fault[] {
  const overlapping = 'An earlier row has an amount for this grade, step and country on that day';
  const nameOf = ({ grade, step, country }: SalaryRow) => `${grade} ${step} ${country}`;
  const found = impossiblePeriods(files['salaries.yaml'].rows, nameOf, overlapping);
  return found.map(({ index, key, message }) => ({ file: 'salaries.yaml', path: ['rows', index, key], message }));
}

type Period = { from: string; until: string | null };
type Impossible = { index: number; key: 'from' | 'until'; message: string };

/** Periods that end before they begin, and those of one thing that share a day with an earlier row's. */
function impossiblePeriods<Row extends Period>(
  rows: readonly Row[],
  nameOf: (row: Row) => string,
  overlapping: string,
): Impossible[] {
  const earlier = new Map<string, Period[]>();
  return rows.flatMap((row, index): Impossible[] => {
    const others = earlier.get(nameOf(row)) ?? [];
    earlier.set(nameOf(row), [...others, row]);
    if (row.until !== null && row.until < row.from)
      return [{ index, key: 'until', message: `This is before its first day, ${row.from}` }];
    return others.some((other) => shareDay(row, other)) ? [{ index, key: 'from', message: overlapping }] : [];
  });
}

const shareDay = (a: Period, b: Period) =>
  (b.until === null || a.from <= b.until) && (a.until === null || b.from <= a.until);

/** Each text of an organisation is given in each of its official languages, whatever the interface speaks; an address is none. */
function missingLanguages(files: OrganisationFiles): Fault[] {
  const { official } = files['languages.yaml'];
  return (Object.keys(files) as FileName[]).flatMap((file) =>
    textsIn(files[file], []).flatMap(({ path, languages }) =>
      official
        .filter((language) => !languages.includes(language))
        .map((language): Fault => ({ file, path, message: `This text lacks “${language}”, an official language` })),
    ),
  );
}

type FoundText = { path: Path; languages: string[] };

function textsIn(value: unknown, path: Path): FoundText[] {
  if (typeof value !== 'object' || value === null) return [];
  const languages = Object.keys(value);
  if (LANGUAGES.every((language) => languages.includes(language)))
    return Object.values(value).every(isBareAddress) ? [] : [{ path, languages }];
  return Object.entries(value).flatMap(([key, inside]) =>
    textsIn(inside, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}
