import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { problemLine } from './checked-yaml.ts';
import { readOrganisation } from './organisation.ts';
import { FILE_NAMES, type FileName } from './organisation-files.ts';
import { organisationFolder } from '../regulations-testing.ts';

/** An edit by hand: some text of a file replaced, at its first place. */
export interface Edit {
  file: FileName;
  from: string;
  to: string;
}

/** A slip in a file: some text replaced, and what is said of it at the line on which `at` (or `to`) stands afterwards. */
export interface Slip {
  from: string;
  to: string;
  at?: string;
  says: string;
}

/** Where a value comes from that a test invents, as a file says it. */
export const INVENTED_SOURCE = '{ en: A test, fr: Un essai, es: Una prueba }';

/** A copy of an organisation's files, as a person with an editor changed them; it is gone after the test. */
export function editedFolder(edits: readonly Edit[], organisation = 'rivers-commission'): string {
  const folder = mkdtempSync(join(tmpdir(), 'organisation-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const isNoFolderInside = (path: string) => path === organisationFolder(organisation) || path.endsWith('.yaml');
  cpSync(organisationFolder(organisation), folder, { recursive: true, filter: isNoFolderInside });
  for (const { file, from, to } of edits) {
    const text = readFileSync(join(folder, file), 'utf8');
    expect(text.includes(from), `${file} has “${from}” to edit`).toBe(true);
    writeFileSync(
      join(folder, file),
      text.replace(from, () => to),
    );
  }
  return folder;
}

/** What the loader says of a folder, `FILE:LINE: message` without the way to the folder; nothing where all is well. */
export function problemsIn(folder: string): string[] {
  const organisation = readOrganisation(folder);
  return organisation.ok
    ? []
    : organisation.refusal.map((problem) => problemLine(problem).replaceAll(`${folder}/`, ''));
}

/** The line, counted from 1, on which a text first stands in a file. */
export function lineOf(folder: string, file: FileName, text: string): number {
  const lines = readFileSync(join(folder, file), 'utf8').split(text, 1)[0]?.split('\n') ?? [];
  return lines.length;
}

export type Slips = Record<FileName, Slip>;

/** What is said of a folder with all these slips at once, beside what should be: each at its line, file by file. */
export function toldOf(slips: Partial<Slips>) {
  const edits = FILE_NAMES.flatMap((file) => (slips[file] ? [{ file, ...slips[file] }] : []));
  const folder = editedFolder(edits);
  const expected = edits.map(({ file, to, at = to, says }) => `${file}:${lineOf(folder, file, at)}: ${says}`);
  return { problems: problemsIn(folder), expected };
}
