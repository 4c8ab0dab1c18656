import type { Language } from '../../platform/language.ts';
import type { Agreeing, ContractClause, ContractTerms } from '../../regulations/organisation/contracts-schema.ts';
import {
  agreeingNames,
  explainOpenPoint,
  formatMonths,
  INDEFINITE_WAY_NAMES,
  PERSON_NAMES,
} from '../../regulations/contracts/contract-texts.ts';
import { everyOpenPoint } from '../../regulations/contracts/contract-open-points.ts';
import { inForce } from '../../regulations/in-force.ts';
import { rowsInForce } from './rows-in-force.ts';
import type { RuleEntry, RulebookQuestion, RuleTable } from './rule-entry.ts';
import { RULEBOOK_TEXTS } from './rulebook-texts.ts';

/** The contract clauses (C1 to C12 and the organisation's own), and what their texts leave open (b4). */
export const clausesChapter = (question: RulebookQuestion): RuleEntry[] => [
  ...question.organisation.contractClauses.flatMap((clause) => clauseEntry(clause, question)),
  openPoints(question),
];

function clauseEntry(clause: ContractClause, { on, language }: RulebookQuestion): RuleEntry[] {
  const t = RULEBOOK_TEXTS[language].clauses;
  const { code, name, headline, terms } = clause;
  const row = inForce(terms, on);
  const title = t.title.replace('{clause}', name[language]).replace('{code}', code);
  if (!row)
    return [
      { rules: [], title, decides: [t.notInForce], source: clause.source[language], rows: rowsInForce(terms, on) },
    ];
  const { regulations, ask, rule } = row['serving-staff'];
  const rows = (['non-seconded', 'seconded'] as const).flatMap((person) => {
    const who = PERSON_NAMES[person][language];
    const offered = row[person];
    return offered ? termRows(offered, who, language) : [{ cells: [who, t.contract, t.notOffered, '–'] }];
  });
  const staff = { cells: [PERSON_NAMES['serving-staff'][language], t.contract, regulations[language], ask[language]] };
  return [
    {
      rules: [],
      title,
      decides: [headline[language]],
      table: { columns: t.columns, rows: [...rows, { ...staff, rules: [rule] }] },
      source: row.source[language],
      rows: rowsInForce(terms, on),
      clause: code,
    },
  ];
}

type Row = RuleTable['rows'][number];

/** A row for each part of what is offered to somebody. */
function termRows(terms: ContractTerms, who: string, language: Language): Row[] {
  const t = RULEBOOK_TEXTS[language].clauses;
  const { first, maximum, indefinite, request } = terms;
  const months = (count: number) => formatMonths(count, language);
  const line = (part: keyof typeof t.parts, says: string, agreedBy: readonly Agreeing[] = []) => [
    who,
    t.parts[part],
    says,
    agreeingNames(agreedBy, language) || '–',
  ];
  const way = INDEFINITE_WAY_NAMES[indefinite.way][language];
  const window = request && t.window.replace('{months}', months(request.monthsBeforeEnd));
  return [
    { cells: line('first', months(first.months), first.agreedBy), rules: [first.rule] },
    { cells: line('renewal', renewalRule(terms, language), terms.renewal?.agreedBy), ...ruleOf(terms.renewal) },
    { cells: line('maximum', maximum ? months(maximum.months) : t.noMaximum), ...ruleOf(maximum) },
    { cells: line('indefinite', way, indefinite.agreedBy), rules: [indefinite.rule] },
    ...(request && window
      ? [{ cells: line('request', window), rules: [request.rule, request.tooEarly, request.tooLate] }]
      : []),
  ];
}

const ruleOf = (part: { rule: string } | null): Pick<Row, 'rules'> => (part ? { rules: [part.rule] } : {});

function renewalRule({ renewal }: ContractTerms, language: Language): string {
  const t = RULEBOOK_TEXTS[language].clauses;
  if (!renewal) return t.none;
  const once = t.once.replace('{months}', formatMonths(renewal.upToMonths, language));
  return renewal.condition ? `${once} (${t.condition.replace('{condition}', renewal.condition[language])})` : once;
}

function openPoints({ organisation, language }: RulebookQuestion): RuleEntry {
  const t = RULEBOOK_TEXTS[language].openPoints;
  const rows = everyOpenPoint(organisation.openPoints).map((point) => {
    const { question, answer } = explainOpenPoint(point)[language];
    return { cells: [question, answer], source: point.source[language] };
  });
  return {
    rules: [],
    title: t.title,
    decides: [t.decides],
    table: { columns: t.columns, rows },
    source: t.source,
  };
}
