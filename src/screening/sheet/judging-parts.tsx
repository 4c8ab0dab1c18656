import type { ComponentChildren } from 'preact';
import { RequirementText } from '../../applications/drafting/requirement-fields.tsx';
import type { Requirement } from '../../applications/answers.ts';
import type { FieldError } from '../../site/forms.tsx';
import { Tag, Why } from '../../site/parts.tsx';
import { SCREENING_TEXTS } from '../screening-texts.ts';
import { NamedEntries, TextAt, type EvidenceProps } from './evidence-parts.tsx';
import { FindingFields } from './finding-fields.tsx';
import { reasonPlace, statementFor, statementPlace } from './evidence.ts';
import { findingOfRule, type Finding, type Findings, type HardRule } from './sheet.ts';

export type JudgingProps = EvidenceProps & { typed: Findings; errors: FieldError[]; open: boolean };

const TONES: Record<Finding, 'success' | 'error' | 'warning'> = {
  met: 'success',
  'not-met': 'error',
  'to-judge': 'warning',
};

/** What a rule says, by which source, and what the screener finds. */
export function RuleJudged({ rule, ...props }: JudgingProps & { rule: HardRule }) {
  const { language } = props.page;
  const t = SCREENING_TEXTS[language];
  const title = rule.question?.[language] ?? t.rules[rule.kind];
  const reason = rule.kind === 'question' ? reasonPlace(rule.code.replace(/^question-/, '')) : reasonPlace('');
  const judged = props.typed.rules[rule.code];
  const stands = findingOfRule(rule, props.typed);
  return (
    <Judged {...props} code={rule.code} title={title} finding={stands} reason={judged?.reason}>
      <p>
        <Tag tone={TONES[rule.outcome]}>{t.ruleSays(t.findings[rule.outcome].toLowerCase())}</Tag>
      </p>
      {rule.outcome !== 'met' &&
        (rule.kind === 'nationality' || rule.kind === 'question') &&
        props.shown.has(reason) && (
          <p class="as-typed">
            <TextAt {...props} at={reason} />
          </p>
        )}
      <Why about={title}>
        <p>
          {rule.rule} · {rule.source[language]}
        </p>
      </Why>
    </Judged>
  );
}

/** An essential requirement with what shows it, or a desirable one, and what the screener finds of it. */
export function RequirementJudged({ requirement, ...props }: JudgingProps & { requirement: Requirement }) {
  const { page, typed, content } = props;
  const t = SCREENING_TEXTS[page.language];
  const { key, kind, number } = requirement;
  const statement = statementFor(requirement, content);
  const [judged, weighed] = [typed.essential[key], typed.desirable[key]];
  const given =
    kind === 'essential'
      ? { finding: judged?.finding, reason: judged?.reason }
      : { weight: weighed?.weight, reason: weighed?.reason };
  const title = (
    <>
      {number}. <RequirementText text={requirement.text} page={page} />
    </>
  );
  return (
    <Judged {...props} code={key} title={title} desirable={kind === 'desirable'} {...given}>
      <h4>{t.statement}</h4>
      {statement.other && <p class="hint">{t.statementOther}</p>}
      {statement.text.trim() === '' ? (
        <p>
          <Tag tone="warning">{t.noStatement}</Tag>
        </p>
      ) : (
        <p class="as-typed">
          <TextAt {...props} at={statementPlace(key)} />
        </p>
      )}
      <NamedEntries {...props} ids={statement.entries} />
    </Judged>
  );
}

type JudgedProps = JudgingProps & {
  code: string;
  title: ComponentChildren;
  desirable?: boolean;
  finding?: string | undefined;
  weight?: string | undefined;
  reason?: string | undefined;
  children: ComponentChildren;
};

function Judged({
  page,
  code,
  title,
  desirable = false,
  finding,
  weight,
  reason,
  errors,
  open,
  children,
}: JudgedProps) {
  const t = SCREENING_TEXTS[page.language];
  const names: Record<string, string> = desirable ? t.weights : t.findings;
  const chosen = desirable ? weight : finding;
  return (
    <section class="judged" data-judged>
      <h3>{title}</h3>
      {children}
      {open ? (
        <FindingFields
          {...{ code, title, desirable, reason, errors }}
          language={page.language}
          asked={desirable ? t.weightLabel : t.findingLabel}
          value={chosen}
          optional
        />
      ) : (
        chosen && (
          <p>
            <b>{names[chosen]}</b>
            {reason && ` – ${reason}`}
          </p>
        )
      )}
    </section>
  );
}
