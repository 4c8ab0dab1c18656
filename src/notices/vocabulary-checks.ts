import { join } from 'node:path';
import { problemAt, readCheckedYaml, type Path, type Problem } from '../regulations/organisation/checked-yaml.ts';
import type { Organisation } from '../regulations/organisation/organisation.ts';
import type { FileName } from '../regulations/organisation/organisation-files.ts';
import { VOCABULARY_NAME } from './vocabulary.ts';
import { SHARED_TABLES, VOCABULARY_FILE, type SharedTable } from './vocabulary-schema.ts';

type Coded = readonly { code: string }[];

/** Where the codes of a table stand, and what one is called. */
const HOMES: Readonly<
  Record<SharedTable, { file: FileName; noun: string; of: (organisation: Organisation) => Coded }>
> = {
  bodies: { file: 'organisation.yaml', noun: 'body', of: ({ bodies }) => bodies },
  clearances: { file: 'clearances.yaml', noun: 'level', of: ({ clearances }) => clearances.levels },
  languageLevels: { file: 'languages.yaml', noun: 'level', of: ({ languages }) => languages.levels },
  attachments: { file: 'applications.yaml', noun: 'kind of document', of: ({ documents }) => documents.kinds },
  contractClauses: { file: 'contracts.yaml', noun: 'clause', of: ({ contractClauses }) => contractClauses },
};

/**
 * Codes by which a notice is read and that the organisation does not know. Only what the folder's own file writes is
 * held to this: a vocabulary that it extends belongs to another organisation, with the codes of that one. A code that is
 * meant to be read all the same (another body of the family, a marking that is no level) stands under `onlyRead`, so
 * that a slip of the pen is told from it; one that stands there needlessly is told as well.
 */
export function unknownCodes(folder: string, organisation: Organisation): Problem[] {
  const file = join(folder, VOCABULARY_NAME);
  const own = readCheckedYaml(file, VOCABULARY_FILE);
  if (!own.ok) return [];
  const faults = SHARED_TABLES.flatMap((table) =>
    faultsOf(table, {
      written: Object.keys(own.value[table] ?? {}),
      onlyRead: own.value.onlyRead[table] ?? [],
      known: HOMES[table].of(organisation).map(({ code }) => code),
    }),
  );
  return faults.map(({ path, message }) => problemAt(file, path, message)).toSorted((a, b) => a.line - b.line);
}

interface Codes {
  written: readonly string[];
  onlyRead: readonly string[];
  known: readonly string[];
}

function faultsOf(table: SharedTable, { written, onlyRead, known }: Codes): { path: Path; message: string }[] {
  const { file, noun } = HOMES[table];
  const unknown = written
    .filter((code) => !known.includes(code) && !onlyRead.includes(code))
    .map((code) => ({
      path: [table, code],
      message: `No such ${noun} in ${file}; one that is only read in notices stands under “onlyRead” as well`,
    }));
  const needless = onlyRead.flatMap((code, index) => {
    const path = ['onlyRead', table, index];
    if (known.includes(code)) return [{ path, message: `${file} has this ${noun}: it is not only read` }];
    return written.includes(code) ? [] : [{ path, message: `“${table}” has no words for ${code}` }];
  });
  return [...unknown, ...needless];
}
