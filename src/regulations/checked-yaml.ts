import { readFileSync } from 'node:fs';
import { isAlias, isMap, isNode, isPair, LineCounter, parseDocument, visit } from 'yaml';
import type { Alias, Document, Node } from 'yaml';
import type { z } from 'zod';
import { ok, refuse } from '../platform/result.ts';
import type { Result } from '../platform/result.ts';
import { expectation, valueProblem, writingProblem } from './checked-yaml-messages.ts';

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
  if (!text.ok) return refuse([{ file, ...text.refusal }]);
  const written = readWriting(text.value);
  if (!written.ok) return refuse(written.refusal.map((problem) => ({ file, ...problem })));

  const { document, value, lineAt } = written.value;
  const checked = schema.safeParse(value, { error: expectation, reportInput: true });
  if (checked.success) return ok(checked.data);
  const problems = checked.error.issues.flatMap((issue) =>
    places(issue).map((path) => ({
      file,
      line: lineAt(offsetOf(document, path)),
      message: atPath(path, valueProblem(issue)),
    })),
  );
  return refuse(problems.toSorted((a, b) => a.line - b.line));
}

/** A problem with a value that is right by itself and wrong beside others, at its line. */
export function problemAt(file: string, path: Path, message: string): Problem {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
  return { file, line: lines.linePos(offsetOf(document, path)).line, message: atPath(path, message) };
}

type Fault = Omit<Problem, 'file'>;

/** The text of a file, which is UTF-8; otherwise the first line that is not. */
function readText(file: string): Result<string, Fault> {
  const bytes = readBytes(file);
  if (!bytes) return refuse({ line: 1, message: 'This file is missing' });
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    const broken = new TextDecoder().decode(bytes).split('\n');
    const line = broken.findIndex((each) => each.includes('\uFFFD')) + 1;
    return refuse({ line, message: 'This line is not UTF-8: save the file with that encoding' });
  }
}

function readBytes(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

interface Written {
  document: Document;
  value: unknown;
  lineAt: (offset: number) => number;
}

/** The value that a text writes, or what is wrong with the writing. */
function readWriting(text: string): Result<Written, Fault[]> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  const wrong = [...document.errors, ...document.warnings];
  if (wrong.length > 0)
    return refuse(wrong.map((each) => ({ line: lineAt(each.pos[0]), message: writingProblem(each) })));
  if (document.contents === null) return refuse([{ line: 1, message: 'This file is empty' }]);

  const aliases = wrongAliases(document);
  if (aliases.length > 0) return refuse(aliases.map(({ offset, message }) => ({ line: lineAt(offset), message })));
  return ok({ document, value: document.toJS({ maxAliasCount: -1 }), lineAt });
}

/** Far beyond what a table needs, and far below what would fill the memory. */
const MOST_VALUES = 100_000;

/** A `*name` repeats the value that `&name` marks above it; one that is not there, or would hold itself, repeats nothing. */
function wrongAliases(document: Document): { offset: number; message: string }[] {
  const wrong: { offset: number; message: string }[] = [];
  const marked = new Map<string, Node>();
  const repeated = new Map<Alias, Node>();
  visit(document, {
    Node: (_, node) => void (!isAlias(node) && node.anchor !== undefined && marked.set(node.anchor, node)),
    Alias(_, alias, ancestors) {
      const node = marked.get(alias.source);
      const offset = alias.range?.[0] ?? 0;
      if (!node) wrong.push({ offset, message: `Nothing above is marked &${alias.source}` });
      else if (ancestors.includes(node)) wrong.push({ offset, message: `*${alias.source} would repeat itself` });
      else repeated.set(alias, node);
    },
  });
  if (wrong.length > 0 || valuesIn(document.contents, repeated, new Map()) <= MOST_VALUES) return wrong;
  return [{ offset: 0, message: 'This file repeats itself too often with the marks & and *' }];
}

/** How many values a part holds, with all that it repeats. */
function valuesIn(part: Node | null, repeated: ReadonlyMap<Alias, Node>, known: Map<Node, number>): number {
  if (!part) return 0;
  const before = known.get(part);
  if (before !== undefined) return before;
  let count = 1;
  visit(part, {
    Alias: (_, alias) => void (count += valuesIn(repeated.get(alias) ?? null, repeated, known)),
    Scalar: () => void (count += 1),
  });
  known.set(part, count);
  return count;
}

/** A key that is not known is pointed at itself; any other problem at the value. */
function places(issue: z.core.$ZodIssue): Path[] {
  return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
}

/** “nations, entry 1, country: …”: entries are counted from one, as people do. */
function atPath(path: Path, message: string): string {
  const steps = path.map((step) => (typeof step === 'number' ? `entry ${step + 1}` : String(step)));
  return steps.length === 0 ? message : `${steps.join(', ')}: ${message}`;
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
