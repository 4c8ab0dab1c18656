import type { ErrorCode } from 'yaml';
import type { z } from 'zod';

/** What is wrong with the writing, in the words of somebody who edits the file and has not learnt YAML. */
const WRITING: Partial<Record<ErrorCode, string>> = {
  DUPLICATE_KEY: 'This key stands here twice',
  MULTIPLE_DOCS: 'A file holds one document: a line --- begins another',
  TAB_AS_INDENT: 'Indent with spaces: this line begins with a tab',
  BAD_INDENT: 'This line is not indented like its neighbours, or a bracket above it is not closed',
  MISSING_CHAR: 'A mark is missing here or above: a bracket or quotation mark, a comma or a colon',
  BLOCK_AS_IMPLICIT_KEY: 'A colon and a space begin a value: put a text that has them in quotation marks',
  MULTILINE_IMPLICIT_KEY: 'A key stands on one line and ends with a colon: a colon or a quotation mark is missing',
  TAG_RESOLVE_FAILED: 'A text that begins with an exclamation mark stands in quotation marks',
};

export const writingProblem = ({ code, message }: { code: ErrorCode; message: string }): string =>
  WRITING[code] ?? `This is not readable as YAML: ${firstLine(message)}`;

const firstLine = (message: string) => message.split('\n', 1)[0]?.replace(/ at line \d+.*$/, '') ?? message;

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
