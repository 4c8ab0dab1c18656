import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { terminalLanguage, type CommandContext } from '../../platform/command.ts';
import { DEFAULT_ORGANISATION } from '../../platform/config.ts';
import type { Language } from '../../platform/language.ts';
import { ok, refuse } from '../../platform/result.ts';
import { CLEARANCE_TOPIC } from './explain-clearance.ts';
import { CONTRACT_TOPIC } from './explain-contract.ts';
import { ELIGIBILITY_TOPIC } from './explain-eligibility.ts';
import { LANGUAGES_TOPIC } from './explain-languages.ts';
import { SALARY_TOPIC } from './explain-salary.ts';
import { SIMILAR_POST_TOPIC } from './explain-similar-post.ts';
import { TELLING } from './explain-texts.ts';
import type { FindOrganisation, Told, Topic } from './explain-topic.ts';
import { TWIN_GRADE_TOPIC } from './explain-twin-grade.ts';
import { loadOrganisation } from '../organisation/organisation.ts';

const TOPICS: Readonly<Record<string, Topic>> = {
  contract: CONTRACT_TOPIC,
  'twin-grade': TWIN_GRADE_TOPIC,
  eligibility: ELIGIBILITY_TOPIC,
  languages: LANGUAGES_TOPIC,
  clearance: CLEARANCE_TOPIC,
  salary: SALARY_TOPIC,
  'similar-post': SIMILAR_POST_TOPIC,
};

const EXPLAIN_HELP = `usage: concours explain TOPIC [OPTION …]

Says what an organisation's regulations decide in a case, and by which rule. Nothing is kept and no database is opened.
Topics: ${Object.keys(TOPICS).join(', ')}. “concours explain TOPIC --help” lists a topic's options.
`;

const COMMON_HELP = `  --organisation NAME   folder in organisations/ (ORGANISATION, else ${DEFAULT_ORGANISATION})
  --language en|fr      of the sentences; otherwise that of LANG
  --json                one object, with sentences and sources in each language
Exit status: 0 answered, 1 the rules refuse, 2 wrong usage.
`;

/** The help of one topic, or of all where none is named. */
export function explainHelp(name = ''): string {
  const topic = topicOf(name);
  return topic ? `${topic.help}${COMMON_HELP}` : `${EXPLAIN_HELP}\n${COMMON_HELP}`;
}

/** `concours explain TOPIC …`: asks one rule and prints its answer with its reasons. `root` holds `organisations/`. */
export function explain(args: string[], context: CommandContext, root: string): 0 | 1 | 2 {
  const [name = '', ...options] = args;
  const topic = topicOf(name);
  if (!topic) return wrongUsage(context, [`there is nothing to explain called “${name}”`], explainHelp());
  const asked = topic.tell(options, organisationIn(root, context));
  if (!asked.ok) return wrongUsage(context, asked.refusal, explainHelp(name));
  const { told, json, language } = asked.value;
  context.print(
    json ? JSON.stringify(jsonOf(told), null, 2) : textOf(told, language ?? terminalLanguage(context.environment)),
  );
  return told.refused ? 1 : 0;
}

const topicOf = (name: string) => (Object.hasOwn(TOPICS, name) ? TOPICS[name] : undefined);

function wrongUsage({ warn }: CommandContext, problems: readonly string[], help: string): 2 {
  for (const problem of problems) warn(`concours explain: ${problem}`);
  warn(help.trimEnd());
  return 2;
}

const organisationIn =
  (root: string, { environment }: CommandContext): FindOrganisation =>
  (given) => {
    const folders = join(root, 'organisations');
    const name = given ?? (environment['ORGANISATION'] || DEFAULT_ORGANISATION);
    const known = readdirSync(folders);
    return known.includes(name)
      ? ok(loadOrganisation(join(folders, name)))
      : refuse([`there is no organisation “${name}”; there are ${known.join(', ')}`]);
  };

const jsonOf = ({ answer, reasons }: Told): object => ({ ...answer, reasons });

function textOf({ outcome, reasons }: Told, language: Language): string {
  const t = TELLING[language];
  const told = reasons.map(
    ({ sentence, rule, source }) => `- ${sentence[language]}\n  ${t.rule(rule)} ${t.source(source[language])}`,
  );
  return [...outcome[language], ...(told.length > 0 ? ['', t.why, ...told] : [])].join('\n');
}
