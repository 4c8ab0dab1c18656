import { readFileSync } from 'node:fs';
import { isMap, isNode, isPair, LineCounter, parseDocument } from 'yaml';
import type { Document, Node } from 'yaml';
import type { z } from 'zod';
import { ok, refuse } from '../platform/result.ts';
import type { Result } from '../platform/result.ts';

/** What is wrong in a file, and where: printed as `FILE:LINE: message`. */
export interface Problem {
  file: string;
  line: number;
  message: string;
}

export const problemLine = ({ file, line, message }: Problem): string => `${file}:${line}: ${message}`;

export type Path = readonly PropertyKey[];

/** Reads a YAML file and checks it against a schema: its value, or everything that is wrong with it, in file order. */
export function readCheckedYaml<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): Result<z.output<Schema>, Problem[]> {
  const text = readText(file);
  if (text === undefined) return refuse([{ file, line: 1, message: 'This file is missing' }]);

  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  if (document.errors.length > 0)
    return refuse(
      document.errors.map(({ pos, message }) => ({ file, line: lineAt(pos[0]), message: firstLine(message) })),
    );

  const checked = schema.safeParse(document.toJS());
  if (checked.success) return ok(checked.data);
  const problems = checked.error.issues.flatMap((issue) =>
    places(issue).map((path) => ({ file, line: lineAt(offsetOf(document, path)), message: describe(issue, path) })),
  );
  return refuse(problems.toSorted((a, b) => a.line - b.line));
}

/** A problem with a value that is right by itself and wrong beside others, at its line. */
export function problemAt(file: string, path: Path, message: string): Problem {
  const lines = new LineCounter();
  const document = parseDocument(readText(file) ?? '', { lineCounter: lines });
  return {
    file,
    line: lines.linePos(offsetOf(document, path)).line,
    message: `${path.map(String).join('.')}: ${message}`,
  };
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

const firstLine = (message: string) => message.split('\n', 1)[0]?.replace(/ at line \d+.*$/, '') ?? message;

/** A key that is not known is pointed at itself; any other problem at the value. */
function places(issue: z.core.$ZodIssue): Path[] {
  return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
}

function describe(issue: z.core.$ZodIssue, path: Path): string {
  const message = issue.code === 'unrecognized_keys' ? 'This key is not known here' : issue.message;
  return path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`;
}

/** Where the value at a path stands in the text; where it is missing, where the part stands that should hold it. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const offset = offsetAt(document, path.slice(0, length));
    if (offset !== undefined) return offset;
  }
  return document.contents?.range?.[0] ?? 0;
}

function offsetAt(document: Document, path: Path): number | undefined {
  const parent: unknown = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  const pair = isMap(parent) ? parent.items.find((item) => isPair(item) && isKey(item.key, last)) : undefined;
  const node: unknown = pair ? pair.key : document.getIn(path, true);
  return isNode(node) ? node.range?.[0] : undefined;
}

const isKey = (key: unknown, name: PropertyKey | undefined) =>
  isNode(key) && String((key as Node & { value?: unknown }).value) === String(name);
