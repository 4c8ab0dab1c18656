import { parseArgs } from 'node:util';
import { z } from 'zod';
import { LANGUAGES, type Language, type Localized } from '../../platform/language.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Organisation } from '../organisation/organisation.ts';
import type { Reason } from '../reason.ts';
import type { Explanation } from '../regulations-texts.ts';

/** What a rule answered, ready to be printed. */
export interface Told {
  /** The rules say no, which is an answer too. */
  refused: boolean;
  /** What `--json` prints before the reasons. */
  answer: object;
  /** The outcome in plain words, a line each. */
  outcome: Localized<readonly string[]>;
  reasons: readonly WordedReason[];
}

/** A reason with its sentence in each language. */
export type WordedReason = Reason<object> & { sentence: Localized };

/** What is wrong with the options, a line each. */
export type WrongUsage = string[];
/** The organisation of a name; without one, that of the settings. */
export type FindOrganisation = (name: string | undefined) => Result<Organisation, WrongUsage>;
export type Asked = { told: Told; json: boolean; language: Language | undefined };

/** One thing that can be explained. */
export interface Topic {
  help: string;
  tell(args: string[], find: FindOrganisation): Result<Asked, WrongUsage>;
}

const COMMON = {
  json: z.boolean().default(false),
  language: z.enum(LANGUAGES, `one of ${LANGUAGES.join(', ')}`).optional(),
  organisation: z.string().optional(),
};

/** The options by their names; each is given once with a value, unless it is among the lists or the flags. */
type Options = {
  options: z.ZodRawShape;
  lists?: readonly string[];
  flags?: readonly string[];
};
type TopicParts<Shape extends z.ZodRawShape> = Options & {
  help: string;
  options: Shape;
  answer: (asked: z.output<z.ZodObject<Shape>>, organisation: Organisation) => Result<Told, WrongUsage>;
};

/** A topic whose options are read and checked by one table. */
export function topic<Shape extends z.ZodRawShape>(parts: TopicParts<Shape>): Topic {
  const { help, options, answer } = parts;
  return {
    help,
    tell(args, find) {
      const given = optionsIn(args, parts);
      if (!given.ok) return given;
      const { json, language, organisation, ...rest } = given.value;
      const common = z.object(COMMON).safeParse({ json, language, organisation });
      const asked = z.object(options).safeParse(rest);
      if (!common.success || !asked.success) return refuse([...problemsOf(common), ...problemsOf(asked)]);
      const found = find(common.data.organisation);
      const told = found.ok ? answer(asked.data, found.value) : found;
      return told.ok ? ok({ told: told.value, json: common.data.json, language: common.data.language }) : told;
    },
  };
}

function optionsIn(
  args: string[],
  { options, lists = [], flags = [] }: Options,
): Result<Record<string, unknown>, WrongUsage> {
  const known = Object.keys({ ...COMMON, ...options }).map((name) => [
    name,
    { type: name === 'json' || flags.includes(name) ? 'boolean' : 'string', multiple: lists.includes(name) } as const,
  ]);
  try {
    const { values, tokens } = parseArgs({ args, options: Object.fromEntries(known), tokens: true });
    const given = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
    const repeated = given.filter((name, index) => !lists.includes(name) && given.indexOf(name) !== index);
    return repeated.length === 0
      ? ok({ ...values })
      : refuse([...new Set(repeated)].map((name) => `--${name} is given more than once`));
  } catch (error) {
    return refuse([error instanceof Error ? error.message : String(error)]);
  }
}

const problemsOf = ({ error }: { error?: z.ZodError | undefined }): WrongUsage =>
  (error?.issues ?? []).map(({ path: [name], message }) =>
    message.endsWith('received undefined') ? `--${String(name)} is needed` : `--${String(name)}: ${message}`,
  );

/** Reasons beside their sentences: the two stand in the same order. */
export const worded = (reasons: readonly Reason<object>[], explained: Localized<readonly Explanation[]>) =>
  reasons.map((reason, index): WordedReason => ({
    ...reason,
    sentence: inBoth((language) => explained[language][index]?.sentence ?? ''),
  }));

export const inBoth = <Text>(text: (language: Language) => Text): Localized<Text> => ({
  en: text('en'),
  fr: text('fr'),
});
