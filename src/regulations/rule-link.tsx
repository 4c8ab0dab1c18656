import { Fragment, type ComponentChildren } from 'preact';
import type { Language, Localized } from '../platform/language.ts';

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
