import type { Language } from '../../platform/language.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { DateField, type DateParts } from '../../site/date-field.tsx';
import { formatDate } from '../../site/dates.ts';
import { errorOf, SubmitButton, TextArea, type FieldError } from '../../site/forms.tsx';
import { formatNumber } from '../../site/numbers.ts';
import { colon } from '../../site/punctuation.ts';
import { Notice, Tag, Why } from '../../site/parts.tsx';
import { DUE_TEXTS } from './due-texts.ts';
import { MAX_DUE_REASON, standingOfDue, type Due, type SetDue } from './screening-due.ts';

/** Until when the screening of a competition is to be done, as long as something of it is left. */
export type DueShown = {
  due: Due | undefined;
  /** What a person set, and the day of the organisation's rule. */
  set: SetDue | undefined;
  ruleDay: string | null;
  today: string;
};
export type TypedDue = { day: DateParts; reason: string };

/** One line for those who work on a screening; late, it is a warning. */
export function DueLine({ shown, language }: { shown: DueShown | undefined; language: Language }) {
  if (!shown?.due) return null;
  const t = DUE_TEXTS[language];
  const day = formatDate(shown.due.day, language);
  const standing = standingOfDue(shown.due, shown.today);
  if (standing === 'late') return <Notice tone="warning" title={t.lateNotice(day)} />;
  return <Notice title={standing === 'today' ? t.todayNotice(day) : t.aheadNotice(day)} />;
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
  const { set, ruleDay } = shown;
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
      {ruleDay !== null && <p>{t.applicantsRead(formatDate(ruleDay, language))}</p>}
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
  const { withinDays, source } = organisation.selection.screening;
  const { due, ruleDay } = shown;
  const rule = withinDays === null ? t.noRule : t.byRule(formatNumber(withinDays, language));
  return (
    <>
      <p>
        {due?.by === 'person' ? t.byPerson : rule}
        {due?.by === 'person' && ruleDay !== null && ` ${t.ofRule(formatDate(ruleDay, language))}`}
      </p>
      {withinDays !== null && (
        <Why about={t.doneBy}>
          <p>
            {rule} {source[language]}
          </p>
        </Why>
      )}
    </>
  );
}
