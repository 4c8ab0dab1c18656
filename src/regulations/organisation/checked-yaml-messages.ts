import type { ErrorCode } from 'yaml';
import type { z } from 'zod';
import type { MisindentedLine } from './misindented-line.ts';

const MARK = 'A mark is missing here or above: a bracket or quotation mark, a comma or a colon';
const NAME =
  'A name that marks or repeats a value (& or *) stands directly before the value, or in its place, and once';
const TAG = 'A text that begins with an exclamation mark stands in quotation marks';
const LONG = 'This is longer than a key may be: a colon or a quotation mark is missing';

/** What is wrong with the writing, in the words of somebody who edits the file and has not learnt YAML. */
const WRITING: Readonly<Record<ErrorCode, string>> = {
  DUPLICATE_KEY: 'This key stands here twice',
  MULTIPLE_DOCS: 'A file holds one document: a line --- begins another',
  TAB_AS_INDENT: 'Indent with spaces: this line begins with a tab',
  BAD_INDENT: 'This line is not indented like its neighbours, or a bracket above it is not closed',
  MISSING_CHAR: MARK,
  UNEXPECTED_TOKEN:
    'This cannot stand here: a bracket, a comma or a quotation mark is missing or too many, here or above',
  BLOCK_AS_IMPLICIT_KEY: 'A colon and a space begin a value: put a text that has them in quotation marks',
  BLOCK_IN_FLOW: 'A list with dashes cannot stand inside brackets, or a bracket above it is not closed',
  MULTILINE_IMPLICIT_KEY: 'A key stands on one line and ends with a colon: a colon or a quotation mark is missing',
  KEY_OVER_1024_CHARS: LONG,
  NON_STRING_KEY: 'A key is a text: put it in quotation marks',
  BAD_SCALAR_START: 'A text that begins with this mark stands in quotation marks',
  BAD_DQ_ESCAPE: 'A backslash in double quotation marks begins a special mark: use single quotation marks',
  BAD_DIRECTIVE: 'A line that begins with a per cent sign is no value: put the text in quotation marks',
  TAG_RESOLVE_FAILED: TAG,
  MULTIPLE_TAGS: TAG,
  BAD_COLLECTION_TYPE: TAG,
  ALIAS_PROPS: NAME,
  BAD_ALIAS: NAME,
  BAD_PROP_ORDER: NAME,
  MULTIPLE_ANCHORS: NAME,
  RESOURCE_EXHAUSTION: 'This is nested too deep to be read',
  IMPOSSIBLE: MARK,
};

export const writingProblem = (code: ErrorCode): string => WRITING[code];

export const indentationProblem = ({ spaces, wanted, beside }: MisindentedLine): string =>
  beside === null
    ? `This line is indented by ${spacesOf(spaces)}, and can be read with ${wanted}`
    : `This line is indented differently from line ${beside}: by ${spacesOf(spaces)} instead of ${wanted}`;

const spacesOf = (count: number) => `${count} ${count === 1 ? 'space' : 'spaces'}`;

/** What a schema expected, where it has no words of its own for it. */
export function expectation(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'invalid_type') return `Expected ${nameOf(issue.expected)}`;
  if (issue.code === 'invalid_value')
    return `Expected ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(String).join(', ')}`;
  if (issue.code === 'invalid_format') return issue.format === 'time' ? 'Expected a time as HH:MM:SS' : undefined;
  if (issue.code !== 'too_small') return undefined;
  if (issue.origin === 'array') return 'Expected at least one entry';
  return issue.origin === 'string' ? 'Expected a text that is not empty' : `Expected a number above ${issue.minimum}`;
}

/** A problem as told; one that says what was expected says as well what is missing, or what stands there instead. */
export function valueProblem(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return 'This key is not known here';
  if (!issue.message.startsWith('Expected')) return issue.message;
  if (issue.input === undefined) return `This key is missing. ${issue.message}`;
  if (issue.input === null) return `There is no value here. ${issue.message}`;
  return `${issue.message}, and found ${found(issue.input)}${hint(issue)}`;
}

function nameOf(expected: string): string {
  if (expected === 'string') return 'a text';
  if (expected === 'number' || expected === 'int') return 'a number';
  if (expected === 'boolean') return 'true or false';
  if (expected === 'array') return 'a list';
  return expected === 'object' || expected === 'record' ? 'keys with their values' : expected;
}

const LONGEST_SHOWN = 40;

function found(input: unknown): string {
  if (Array.isArray(input)) return input.length === 0 ? 'an empty list' : 'a list';
  if (typeof input === 'object') return 'keys with their values';
  if (typeof input === 'number') return `the number ${input}`;
  const text = typeof input === 'string' ? input : JSON.stringify(input);
  return `“${text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text}”`;
}

const hint = (issue: z.core.$ZodIssue) =>
  issue.code === 'invalid_type' && issue.expected === 'string' && ['number', 'boolean'].includes(typeof issue.input)
    ? ': put it in quotation marks'
    : '';
