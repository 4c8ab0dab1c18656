import { z } from 'zod';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { inBoth, topic, worded, type WrongUsage } from './explain-topic.ts';
import { explainLanguageParts, LANGUAGES_EXCLUDE_NOBODY } from '../eligibility/language-requirement-texts.ts';
import { readLanguageParts } from '../eligibility/language-requirement-words.ts';
import { compareLanguageParts, type LanguageLevels } from '../eligibility/language-requirement.ts';

/** What levels say of a requirement on languages (b3, E5). */
export const LANGUAGES_TOPIC = topic({
  help: `usage: concours explain languages --requires TEXT --level LANGUAGE=LEVEL …

Whether levels reach a requirement, part by part. It excludes nobody: levels are tested later.
  --requires TEXT       “V in one; II in the other”, “VI in both”, “VI in French and I in English”, “+ IV in Russian”;
                        a language by its name or its code, in any order, in English or French
  --level en=V          a level held; once for each language
`,
  options: { requires: z.string(), level: z.array(z.string()).default([]) },
  lists: ['level'],
  answer({ requires, level }, { languages }) {
    const parts = readLanguageParts(requires, languages.official);
    if (!parts.ok) return refuse([`--requires: “${parts.refusal.words}” is not understood`]);
    const levels = levelsIn(level);
    if (!levels.ok) return levels;
    const found = compareLanguageParts(languages, parts.value, levels.value);
    const explained = explainLanguageParts(found);
    const note = found.outcome === 'met' ? undefined : LANGUAGES_EXCLUDE_NOBODY;
    const outcome = inBoth((language) => [
      ...explained[language].map(({ sentence }) => sentence),
      ...(note ? [note[language]] : []),
    ]);
    const answer = { outcome: found.outcome, parts: found.reasons.map(({ values }) => values), note };
    return ok({ refused: false, answer, outcome, reasons: worded(found.reasons, explained) });
  },
});

/** `en=V`, `fr=II`: the level held in each language. */
export function levelsIn(given: readonly string[]): Result<LanguageLevels, WrongUsage> {
  const wrong = given.filter((each) => !/^[a-z]{2}=\w+$/.test(each));
  if (wrong.length > 0) return refuse(wrong.map((each) => `--level: “${each}” is not of the form en=V`));
  const codes = given.map((each) => each.slice(0, 2));
  const repeated = new Set(codes.filter((code, index) => codes.indexOf(code) !== index));
  if (repeated.size > 0) return refuse([...repeated].map((code) => `--level: “${code}” is given more than once`));
  return ok(Object.fromEntries(given.map((each) => [each.slice(0, 2), each.slice(3)])));
}
