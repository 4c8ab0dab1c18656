import { join } from 'node:path';
import { LANGUAGES } from '../platform/language.ts';
import { problemAt, type Path, type Problem } from './checked-yaml.ts';
import type { OrganisationFiles } from './organisation.ts';

type FileName = keyof OrganisationFiles;
type Fault = { file: FileName; path: Path; message: string };

/** What is wrong between the files of a folder, each of which is right by itself. */
export function crossProblems(folder: string, files: OrganisationFiles): Problem[] {
  const faults = [...unknownGrades(files), ...unknownClauses(files), ...missingLanguages(files)];
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
