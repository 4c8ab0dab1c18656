import { join } from 'node:path';
import { LANGUAGES } from '../platform/language.ts';
import { problemAt, type Path, type Problem } from './checked-yaml.ts';
import type { ContractTerms } from './contracts-schema.ts';
import type { SalaryRow } from './grades-schema.ts';
import type { OrganisationFiles } from './organisation.ts';

type FileName = keyof OrganisationFiles;
type Fault = { file: FileName; path: Path; message: string };

/** What is wrong between the files of a folder, each of which is right by itself. */
export function crossProblems(folder: string, files: OrganisationFiles): Problem[] {
  const faults = [
    ...unknownGrades(files),
    ...unknownClauses(files),
    ...contradictoryTerms(files),
    ...impossibleMemberships(files),
    ...impossibleSalaries(files),
    ...missingLanguages(files),
  ];
  return faults.map(({ file, path, message }) => problemAt(join(folder, file), path, message));
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

/** Terms that could not be computed: an indefinite contract by a way that the same terms leave no room for. */
function contradictoryTerms(files: OrganisationFiles): Fault[] {
  return files['contracts.yaml'].clauses.flatMap(({ terms }, clause) =>
    terms.flatMap((row, index) =>
      (['non-seconded', 'seconded'] as const).flatMap((person): Fault[] => {
        const message = contradictionIn(row[person]);
        const path = ['clauses', clause, 'terms', index, person, 'indefinite', 'way'];
        return message === undefined ? [] : [{ file: 'contracts.yaml', path, message }];
      }),
    ),
  );
}

function contradictionIn(terms: ContractTerms | null): string | undefined {
  if (!terms) return undefined;
  const { way } = terms.indefinite;
  if (way === 'on-request' && !terms.request) return 'What may be asked for needs its days: the key “request”';
  if (way !== 'on-request' && terms.request) return 'The days to ask (“request”) are for “on-request” alone';
  if (way === 'after-renewal' && !terms.renewal) return 'What follows a renewal needs one: the key “renewal”';
  return undefined;
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

/** Each text of an organisation is given in each of its official languages, whatever the interface speaks. */
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
  if (LANGUAGES.every((language) => languages.includes(language))) return [{ path, languages }];
  return Object.entries(value).flatMap(([key, inside]) =>
    textsIn(inside, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}
