import { languageName } from '../site/language-name.ts';
import { civilDayIn, dateIn, formatDate } from '../site/dates.ts';
import { DateField, type DateParts } from '../site/date-field.tsx';
import { Checkboxes, errorOf, Radios, SubmitButton, TextArea, type FieldError } from '../site/forms.tsx';
import { Instant } from '../site/instant.tsx';
import { formatNumber } from '../site/numbers.ts';
import { Notice, SummaryList, Tag } from '../site/parts.tsx';
import type { Language } from '../platform/language.ts';
import { addDays } from '../regulations/civil-dates.ts';
import { FINDING_TEXTS } from './finding-texts.ts';
import { FindingShown, placeOf, type Showing } from './finding-parts.tsx';
import {
  fingerprintOf,
  isDecided,
  MAX_REASON,
  outcomesBy,
  type Frozen,
  type IntegrityCase,
  type Outcome,
} from './integrity-case.ts';
import { INTEGRITY_TEXTS } from './integrity-texts.ts';
import { WEIGHT, type Finding } from './signals.ts';

/** What was typed into one of the two forms of staff. */
export type TypedOpening = { reason: string; chosen: readonly string[]; day: DateParts };
export type TypedDecision = { outcome: Outcome | ''; reason: string };

export type CasesProps = {
  showing: Showing;
  here: string;
  zone: string;
  now: Date;
  cases: readonly IntegrityCase[];
  findings: readonly Finding[];
  /** The language that the applicant reads. */
  reads: Language;
  names: ReadonlyMap<string, string>;
  /** The reader, and whether they may decide. */
  reader: { accountId: string; decides: boolean };
  typed: { opening?: TypedOpening; decision?: TypedDecision };
  errors: FieldError[];
};

/** The cases of an application, the one under way with the decision on it; where there is none, the way to open one. */
export function Cases(props: CasesProps) {
  const { cases, findings } = props;
  const underWay = cases.some(({ status }) => !isDecided(status));
  const toAsk = findings.filter(({ kind }) => WEIGHT[kind] === 'evidence');
  return (
    <>
      {cases.map((one) => (
        <CaseShown key={one.id} {...props} one={one} />
      ))}
      {!underWay && toAsk.length > 0 && <OpeningForm {...props} toAsk={toAsk} />}
    </>
  );
}

function CaseShown({ one, ...props }: CasesProps & { one: IntegrityCase }) {
  const { showing, zone, names, now } = props;
  const t = INTEGRITY_TEXTS[showing.language];
  const nameOf = (id: string) => names.get(id) ?? t.gone;
  return (
    <section>
      <h2>
        {t.caseOf(dateIn(one.openedAt, zone, showing.language))} <Tag tone="info">{t.statuses[one.status]}</Tag>
      </h2>
      <SummaryList
        rows={[
          { term: t.openedBy, value: nameOf(one.openedBy) },
          { term: t.decisionReason, value: <span class="as-typed">{one.reason}</span> },
          { term: t.answerUntil, value: <Instant at={one.answerUntil} zone={zone} toMinute /> },
        ]}
      />
      <EvidenceOf evidence={one.evidence} showing={showing} />
      <h3>{t.answer}</h3>
      {one.answer === null ? (
        <p>{now > one.answerUntil ? t.noAnswerCame : t.noAnswer}</p>
      ) : (
        <>
          <blockquote class="as-typed">{showing.mask(one.answer)}</blockquote>
          {one.answeredAt && (
            <p class="hint">
              {t.answeredOn} <Instant at={one.answeredAt} zone={zone} toMinute />
            </p>
          )}
        </>
      )}
      {one.decision && (
        <>
          <h3>{t.outcomeTold}</h3>
          <SummaryList
            rows={[
              { term: t.decidedBy, value: nameOf(one.decision.by) },
              { term: t.decisionReason, value: <span class="as-typed">{one.decision.reason}</span> },
            ]}
          />
        </>
      )}
      {!isDecided(one.status) && props.reader.decides && <DecisionForm {...props} one={one} />}
    </section>
  );
}

function EvidenceOf({ evidence, showing }: { evidence: readonly Frozen[]; showing: Showing }) {
  const t = INTEGRITY_TEXTS[showing.language];
  const kinds = FINDING_TEXTS[showing.language].kinds;
  return (
    <details>
      <summary>{t.evidence}</summary>
      {evidence.map(({ finding, sha256 }) => (
        <article key={sha256}>
          <p>
            <b>{kinds[finding.kind].title}</b> · {placeOf(finding, showing)}
          </p>
          <FindingShown finding={finding} showing={showing} />
          <p class="hint">
            {t.fingerprint} <code class="fingerprint">{sha256}</code>
          </p>
        </article>
      ))}
    </details>
  );
}

function OpeningForm({
  showing,
  here,
  zone,
  now,
  reads,
  typed,
  errors,
  toAsk,
}: CasesProps & { toAsk: readonly Finding[] }) {
  const { language, organisation } = showing;
  const t = INTEGRITY_TEXTS[language];
  const kinds = FINDING_TEXTS[language].kinds;
  const { withinDays } = organisation.integrity.answer;
  const { reason = '', chosen = [], day } = typed.opening ?? {};
  return (
    <section>
      <h2>{t.openCase}</h2>
      <p>{t.openCaseNote}</p>
      <form method="post" action={`${here}/cases`} novalidate>
        <Checkboxes
          name="evidence"
          label={t.chosen}
          options={toAsk.map((finding) => ({
            value: fingerprintOf(finding),
            text: `${kinds[finding.kind].title} · ${placeOf(finding, showing)}`,
            hint: beginningOf(finding, showing),
          }))}
          values={[...chosen]}
          error={errorOf(errors, 'evidence')}
        />
        <TextArea
          name="reason"
          label={t.reason}
          hint={t.reasonHint(languageName(reads, language))}
          value={reason}
          maxCharacters={MAX_REASON}
          error={errorOf(errors, 'reason')}
        />
        {withinDays === null ? (
          <DateField name="day" label={t.day} hint={t.dayHint} value={day} error={errorOf(errors, 'day')} />
        ) : (
          <p>
            {t.dayByRule(
              formatNumber(withinDays, language),
              formatDate(addDays(civilDayIn(now, zone), withinDays), language),
            )}{' '}
            <small>{organisation.integrity.answer.source[language]}</small>
          </p>
        )}
        <div class="actions">
          <SubmitButton>{t.open}</SubmitButton>
        </div>
      </form>
    </section>
  );
}

const SHOWN_OF_ONE = 90;

/** Enough of a passage to tell it from the others. */
function beginningOf(finding: Finding, { mask }: Showing): string | undefined {
  const text =
    finding.kind === 'shared'
      ? finding.passages[0]?.mine
      : 'passage' in finding
        ? typeof finding.passage === 'string'
          ? finding.passage
          : finding.passage.words
        : undefined;
  if (text === undefined) return undefined;
  const shown = mask(text);
  return shown.length > SHOWN_OF_ONE ? `${shown.slice(0, SHOWN_OF_ONE).toWellFormed()}…` : shown;
}

function DecisionForm({ showing, here, reader, typed, errors, one }: CasesProps & { one: IntegrityCase }) {
  const { language, organisation } = showing;
  const t = INTEGRITY_TEXTS[language];
  const { byAnother, source } = organisation.integrity.decision;
  if (byAnother === true && one.openedBy === reader.accountId)
    return (
      <Notice tone="plain" title={t.decide}>
        <p>{t.anotherDecides}</p>
        <p>{source[language]}</p>
      </Notice>
    );
  const { outcome = '', reason = '' } = typed.decision ?? {};
  return (
    <form method="post" action={`${here}/decision`} novalidate>
      <h3>{t.decide}</h3>
      <p>{t.decideNote}</p>
      {byAnother === null && <p>{t.noRuleOnAnother}</p>}
      <input type="hidden" name="version" value={one.version} />
      <Radios
        name="outcome"
        label={t.outcome}
        options={outcomesBy(organisation.integrity).map((value) => ({
          value,
          text: t.outcomes[value],
          hint: t.outcomeHints[value],
        }))}
        value={outcome}
        error={errorOf(errors, 'outcome')}
      />
      <TextArea
        name="decision"
        label={t.decisionReason}
        value={reason}
        maxCharacters={MAX_REASON}
        error={errorOf(errors, 'decision')}
      />
      <div class="actions">
        <SubmitButton>{t.record}</SubmitButton>
      </div>
    </form>
  );
}
