import type { Requirement } from '../../applications/answers.ts';
import type { Language } from '../../platform/language.ts';
import { SCREENING_TEXTS } from '../screening-texts.ts';
import type { Asked } from '../sheet/sheet.ts';
import type { Difference, FindingPart } from './settlement.ts';

/** What a place of a sheet is called: the rule, the question, or the requirement with its number. */
export function placeTold(asked: Asked, { part, code }: Difference, language: Language): string {
  if (part !== 'rules') {
    const requirement = asked.requirements.find(({ key }) => key === code);
    return requirement ? requirementTold(requirement, language) : code;
  }
  const rule = asked.rules.find((one) => one.code === code);
  return rule ? (rule.question?.[language] ?? SCREENING_TEXTS[language].rules[rule.kind]) : code;
}

export const requirementTold = ({ number, text }: Requirement, language: Language): string =>
  `${number}. ${text[language] ?? text.en ?? text.fr ?? ''}`;

/** A finding or a weight in words. */
export function findingTold(part: FindingPart, finding: string | undefined, language: Language): string {
  const t = SCREENING_TEXTS[language];
  const words: Record<string, string> = part === 'desirable' ? t.weights : t.findings;
  return finding === undefined ? '–' : (words[finding] ?? finding);
}
