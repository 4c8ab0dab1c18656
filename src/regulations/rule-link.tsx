import { Fragment, type ComponentChildren } from 'preact';
import type { Language, Localized } from '../platform/language.ts';
import type { Explanation } from './regulations-texts.ts';

const RULE: Localized = { en: 'Rule', fr: 'Règle' };

/** Where a rule stands on the page of the regulations: `#C3`. */
export const ruleAnchor = (rule: string): string => rule.replaceAll(/[^\w.-]+/g, '-');

type RuleLinkProps = {
  rule: string;
  language: Language;
  /** By default the rule with its name: `Rule C3`. */
  children?: ComponentChildren;
};

/** A rule by its name, leading to its place in the regulations. */
export function RuleLink({ rule, language, children }: RuleLinkProps) {
  return (
    <a href={`/${language}/regulations#${ruleAnchor(rule)}`}>
      {children ?? (
        <>
          {RULE[language]} {rule}
        </>
      )}
    </a>
  );
}

/** Several rules by their names alone, each once, where a heading says what they are: `C3, C4, C5`. */
export function RuleLinks({ rules, language }: { rules: readonly string[]; language: Language }) {
  return (
    <>
      {[...new Set(rules)].map((rule, index) => (
        <Fragment key={rule}>
          {index > 0 && ', '}
          <RuleLink rule={rule} language={language}>
            {rule}
          </RuleLink>
        </Fragment>
      ))}
    </>
  );
}

/** Each reason of an answer in words, with its rule and its source. */
export function ReasonList({ reasons, language }: { reasons: readonly Explanation[]; language: Language }) {
  return (
    <div class="reasons">
      {reasons.map(({ sentence, rule, source }, index) => (
        <p key={index}>
          {sentence} <RuleLink rule={rule} language={language} /> · {source}
        </p>
      ))}
    </div>
  );
}
