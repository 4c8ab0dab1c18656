import type { NoDay } from '../../applications/stages/situation.ts';
import type { Language } from '../../platform/language.ts';
import type { Result } from '../../platform/result.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { PassedOver } from '../../regulations/passed-over.tsx';
import type { Counted } from '../../regulations/working-days.ts';
import { DateField, type DateParts } from '../../site/date-field.tsx';
import { daysFromToday, formatDate } from '../../site/dates.ts';
import { errorOf, SubmitButton, TextArea, type FieldError } from '../../site/forms.tsx';
import { formatNumber } from '../../site/numbers.ts';
import { colon } from '../../site/punctuation.ts';
import { Notice, Tag, Why } from '../../site/parts.tsx';
import { DUE_TEXTS } from './due-texts.ts';
import { daysUntil, MAX_DUE_REASON, standingOfDue, type Due, type SetDue } from './screening-due.ts';

/** Until when the screening of a competition is to be done, as long as something of it is left. */
export type DueShown = {
  due: Due | undefined;
  /** What a person set, and what the organisation's rule gives. */
  set: SetDue | undefined;
  byRule: Result<Counted, NoDay>;
  today: string;
  /** How many days before it the first are reminded: from then on it is due soon. */
  soonWithin: number;
};
export type TypedDue = { day: DateParts; reason: string };

/** What those who work on a screening read of its day, in words: how long there is, or how late it is. */
function dueWords({ due, today, soonWithin }: DueShown & { due: Due }, language: Language): string {
  const t = DUE_TEXTS[language];
  const day = formatDate(due.day, language);
  const standing = standingOfDue(due, today, soonWithin);
  const away = daysFromToday(daysUntil(due.day, today), language);
  if (standing === 'late') return t.lateNotice(day, away);
  if (standing === 'today') return t.todayNotice(day);
  return standing === 'soon' ? t.soonNotice(day, away) : t.aheadNotice(day, away);
}

/** One line for those who work on a screening; late, it is a warning. */
export function DueLine({ shown, language }: { shown: DueShown | undefined; language: Language }) {
  if (!shown?.due) return null;
  const isLate = standingOfDue(shown.due, shown.today) === 'late';
  const title = dueWords({ ...shown, due: shown.due }, language);
  return <Notice tone={isLate ? 'warning' : 'info'} title={title} />;
}

/** The same on the page of one application, where it is not what the page is about: quiet, and marked only when late. */
export function DueHint({ shown, language }: { shown: DueShown | undefined; language: Language }) {
  if (!shown?.due) return null;
  const isLate = standingOfDue(shown.due, shown.today) === 'late';
  return (
    <p class="hint">
      {isLate && (
        <>
          <Tag tone="error">{DUE_TEXTS[language].late}</Tag>{' '}
        </>
      )}
      {dueWords({ ...shown, due: shown.due }, language)}
    </p>
  );
}

/** A day in a table, with how it stands. */
export function DueCell({ due, today, language }: { due: Due | undefined; today: string; language: Language }) {
  const t = DUE_TEXTS[language];
  if (!due) return <>{t.noDay}</>;
  const standing = standingOfDue(due, today);
  return (
    <>
      {formatDate(due.day, language)} {standing === 'late' && <Tag tone="error">{t.late}</Tag>}
      {standing === 'today' && <Tag tone="warning">{t.today}</Tag>}
    </>
  );
}

type PartProps = {
  language: Language;
  organisation: Organisation;
  shown: DueShown;
  action: string;
  typed?: TypedDue | undefined;
  errors: FieldError[];
};

/** Who says until when, and the form by which another day is set for this competition. */
export function DuePart({ language, organisation, shown, action, typed, errors }: PartProps) {
  const t = DUE_TEXTS[language];
  const { set } = shown;
  return (
    <section>
      <h2>{t.setTitle}</h2>
      <Origin {...{ language, organisation, shown }} />
      {set && (
        <p>
          {t.reasonWas}
          {colon(language)}
          {set.reason}
        </p>
      )}
      <p>{t.setNote}</p>
      <p>{t.applicantsRead}</p>
      <form method="post" action={action} novalidate>
        <input type="hidden" name="seen" value={String(set?.number ?? 0)} />
        <DateField name="day" label={t.day} hint={t.dayHint} value={typed?.day} error={errorOf(errors, 'day')} />
        <TextArea
          name="reason"
          label={t.reason}
          hint={t.reasonHint}
          rows={3}
          maxCharacters={MAX_DUE_REASON}
          value={typed?.reason}
          error={errorOf(errors, 'reason')}
        />
        <div class="actions">
          <SubmitButton name="do" value="set-due" tone="quiet">
            {t.set}
          </SubmitButton>
        </div>
      </form>
    </section>
  );
}

function Origin({ language, organisation, shown }: Pick<PartProps, 'language' | 'organisation' | 'shown'>) {
  const t = DUE_TEXTS[language];
  const { withinDays, unit, source } = organisation.selection.screening;
  const { due, byRule } = shown;
  if (withinDays === null) return <p>{due?.by === 'person' ? t.byPerson : t.noRule}</p>;
  const rule = t.byRule[unit](formatNumber(withinDays, language));
  const otherwise = due?.by === 'person' && byRule.ok && t.ofRule(formatDate(byRule.value.day, language));
  return (
    <>
      <p>{[due?.by === 'person' ? t.byPerson : rule, otherwise].filter(Boolean).join(' ')}</p>
      {!byRule.ok && byRule.refusal.kind === 'closed-days-unknown' && (
        <p>{t.closedDaysUnknown(String(byRule.refusal.year))}</p>
      )}
      <Why about={t.doneBy}>
        <p>
          {rule} {source[language]}
        </p>
        {byRule.ok && <PassedOver passedOver={byRule.value.passedOver} language={language} />}
      </Why>
    </>
  );
}
