import { readFileSync } from 'node:fs';
import { isAlias, LineCounter, parseDocument, visit } from 'yaml';
import type { Alias, Document, ErrorCode, Node, YAMLError } from 'yaml';
import type { z } from 'zod';
import { ok, refuse } from '../../platform/result.ts';
import type { Result } from '../../platform/result.ts';
import { expectation, indentationProblem, valueProblem, writingProblem } from './checked-yaml-messages.ts';
import { isReadable, misindentedLine, slippedPart } from './misindented-line.ts';
import type { MisindentedLine } from './misindented-line.ts';
import { offsetOf, toldOnce, type Found, type Path } from './yaml-places.ts';

/** What is wrong in a file, and where: printed as `FILE:LINE: message`. */
export interface Problem {
  file: string;
  line: number;
  message: string;
}

export const problemLine = ({ file, line, message }: Problem): string => `${file}:${line}: ${message}`;

export type { Path };

/** Reads a YAML file and checks it against a schema: its value, or everything that is wrong with it, in file order. */
export function readCheckedYaml<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): Result<z.output<Schema>, Problem[]> {
  const text = readText(file);
  if (!text.ok) return refuse([{ file, ...text.refusal }]);
  const checked = checkText(text.value, schema);
  return checked.ok ? checked : refuse(checked.refusal.map((fault) => ({ file, ...fault })));
}

function checkText<Schema extends z.ZodType>(text: string, schema: Schema): Result<z.output<Schema>, Fault[]> {
  const written = readWriting(text);
  if (!written.ok) return written;
  const checked = checkValue(written.value, schema);
  if (checked.ok) return checked;

  // A part that slipped into another is unknown there with all it holds, and missing above: it is told once.
  const faultsOf = (mended: string) => {
    const again = readWriting(mended);
    return again.ok ? faultsIn(checkValue(again.value, schema)) : again.refusal;
  };
  const slipped = slippedPart(text, (mended) => faultsOf(mended).length < checked.refusal.length);
  return slipped ? refuse(inOrder([indentationFault(slipped.misindented), ...faultsOf(slipped.mended)])) : checked;
}

const faultsIn = (checked: Result<unknown, Fault[]>) => (checked.ok ? [] : checked.refusal);

function checkValue<Schema extends z.ZodType>(
  { document, value, lineAt }: Written,
  schema: Schema,
): Result<z.output<Schema>, Fault[]> {
  const checked = schema.safeParse(value, { error: expectation, reportInput: true });
  if (checked.success) return ok(checked.data);
  const found = checked.error.issues.flatMap((issue) =>
    places(issue).map((path) => ({ path, message: valueProblem(issue) })),
  );
  return refuse(inOrder(faultsAt({ document, lineAt }, found)));
}

type Located = Pick<Written, 'document' | 'lineAt'>;

const faultAt = ({ document, lineAt }: Located, { path, message }: Found): Fault => ({
  line: lineAt(offsetOf(document, path)),
  message: atPath(path, message),
});

const faultsAt = (file: Located, found: readonly Found[]): Fault[] =>
  toldOnce(file.document, found).map((each) => faultAt(file, each));

const inOrder = (faults: readonly Fault[]): Fault[] => faults.toSorted((a, b) => a.line - b.line);

/** A problem with a value that is right by itself and wrong beside others, at its line. */
export const problemAt = (file: string, path: Path, message: string): Problem => ({
  file,
  ...faultAt(located(file), { path, message }),
});

/** Several such problems of one file, in its order; a value that is repeated is told once. */
export const problemsAt = (file: string, found: readonly Found[]): Problem[] =>
  found.length === 0 ? [] : inOrder(faultsAt(located(file), found)).map((fault) => ({ file, ...fault }));

function located(file: string): Located {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
  return { document, lineAt: (offset) => lines.linePos(offset).line };
}

type Fault = Omit<Problem, 'file'>;

/** The text of a file, which is UTF-8; otherwise the first line that is not. */
function readText(file: string): Result<string, Fault> {
  const bytes = readBytes(file);
  if (!bytes.ok) return refuse({ line: 1, message: bytes.refusal });
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes.value));
  } catch {
    const broken = new TextDecoder().decode(bytes.value).split('\n');
    const line = broken.findIndex((each) => each.includes('\uFFFD')) + 1;
    return refuse({ line, message: 'This line is not UTF-8: save the file with that encoding' });
  }
}

/** Why a file cannot be read, by the name that the system gives the reason. */
const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: 'This file is missing',
  EISDIR: 'A folder has the name of this file',
  EACCES: 'This file may not be read by the person who runs this: see who owns it, and its permissions',
};

function readBytes(file: string): Result<Buffer, string> {
  try {
    return ok(readFileSync(file));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const reason = UNREADABLE[code];
    if (reason === undefined) throw error;
    return refuse(reason);
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
  const wrong = firstOf(document.errors) ?? firstOf(document.warnings);
  if (wrong) return refuse([writingFault(text, lineAt(offsetOfFault(text, wrong)), wrong.code)]);
  if (document.contents === null) return refuse([{ line: 1, message: 'This file is empty' }]);

  const aliases = wrongAliases(document);
  if (aliases.length > 0) return refuse(aliases.map(({ offset, message }) => ({ line: lineAt(offset), message })));
  return ok({ document, value: document.toJS({ maxAliasCount: -1 }), lineAt });
}

/** The rest are consequences of the first. */
const firstOf = (wrong: readonly YAMLError[]): YAMLError | undefined =>
  wrong.toSorted((a, b) => a.pos[0] - b.pos[0])[0];

/** A key that stands twice may be told from the end of the line above it. */
function offsetOfFault(text: string, { code, pos: [offset] }: YAMLError): number {
  const before = code === 'DUPLICATE_KEY' ? /^(?:\s+|#.*)*/.exec(text.slice(offset))?.[0] : '';
  return offset + (before ?? '').length;
}

/** What the parser may say of a line that is indented wrongly; it says the same of other slips. */
const OF_INDENTATION: readonly ErrorCode[] = [
  'BAD_INDENT',
  'BLOCK_AS_IMPLICIT_KEY',
  'MISSING_CHAR',
  'MULTILINE_IMPLICIT_KEY',
  'UNEXPECTED_TOKEN',
];

/** What is wrong with the writing: the indentation of a line nearby, where that alone explains it. */
function writingFault(text: string, line: number, code: ErrorCode): Fault {
  const misindented = misindentedBy(text, line, code);
  return misindented ? indentationFault(misindented) : { line, message: writingProblem(code) };
}

function misindentedBy(text: string, line: number, code: ErrorCode): MisindentedLine | undefined {
  // Any key that stands twice could be moved away; what may be meant is a part that slipped in beside it.
  if (code === 'DUPLICATE_KEY') return slippedPart(text, isReadable)?.misindented;
  return OF_INDENTATION.includes(code) ? misindentedLine(text, line) : undefined;
}

const indentationFault = (misindented: MisindentedLine): Fault => ({
  line: misindented.line,
  message: indentationProblem(misindented),
});

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
