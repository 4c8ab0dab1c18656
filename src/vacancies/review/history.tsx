import type { RecordedEvent } from '../../people/event-queries.ts';
import type { Language, Localized } from '../../platform/language.ts';
import { formatInstantToMinute } from '../../site/dates.ts';
import { languageName } from '../../site/language-name.ts';
import { joinList } from '../../site/numbers.ts';
import { CORRECTION_TEXTS } from '../editing/correction-texts.ts';
import { DOUBT_TITLES } from './doubt-texts.ts';
import { NAMES } from '../field-texts.ts';
import { NOTICE_VERSION_TEXTS } from '../versions/notice-version-texts.ts';
import { fillIn, VACANCY_TEXTS } from '../vacancy-texts.ts';

type HistoryProps = {
  events: RecordedEvent[];
  zone: string;
  language: Language;
  /** Where the versions of the notice are. */
  versions?: string;
};

/** Who did what, when; the last first. */
export function History({ events, zone, language, versions }: HistoryProps) {
  const t = VACANCY_TEXTS[language];
  return (
    <section id="history">
      <h2>{t.review.history}</h2>
      {versions !== undefined && (
        <p>
          <a href={versions}>{NOTICE_VERSION_TEXTS[language].link}</a>
        </p>
      )}
      <ol class="history" reversed>
        {events.toReversed().map((event) => (
          <li key={event.id}>
            <time datetime={event.at.toISOString()}>{formatInstantToMinute(event.at, zone, language)}</time>{' '}
            <b>{doerName(event, language)}</b> {happened(event, language)}
            {remarksOf(event, language).map((remark) => (
              <p key={remark} class="reason">
                {remark}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Who did it, by the name on the account now. */
export function doerName(
  { actorName, actorKind }: Pick<RecordedEvent, 'actorName' | 'actorKind'>,
  language: Language,
): string {
  const t = VACANCY_TEXTS[language];
  return actorName ?? t.doer[actorKind] ?? t.formerly;
}

/** What an event says happened, in words. */
export function happened({ action, details }: Pick<RecordedEvent, 'action' | 'details'>, language: Language): string {
  const text = VACANCY_TEXTS[language].events[action] ?? action;
  const fields = Array.isArray(details['fields']) ? details['fields'] : [];
  const names = [...new Set(fields.map((field) => NAMES[language][String(field)] ?? String(field)))];
  const titles = DOUBT_TITLES as Record<string, Localized | undefined>;
  return fillIn(text, {
    import: typeof details['import'] === 'number' ? details['import'] : '',
    from: typeof details['from'] === 'string' ? details['from'] : '',
    rule: typeof details['rule'] === 'string' ? details['rule'] : '',
    fields: joinList(names, language),
    time: timeOf(details, language),
    doubt: titles[String(details['doubt'])]?.[language] ?? '',
    language: typeof details['language'] === 'string' ? languageName(details['language'], language) : '',
    version: typeof details['version'] === 'number' ? details['version'] : '',
  });
}

/** When something is to be, in the zone it was set in. */
function timeOf({ publishAt, zone }: RecordedEvent['details'], language: Language): string {
  if (typeof publishAt !== 'string' || typeof zone !== 'string') return '';
  return formatInstantToMinute(new Date(publishAt), zone, language);
}

/** A text that an event keeps in each language, as it was given. */
function keptText(kept: unknown, language: Language): string | undefined {
  const text = kept && typeof kept === 'object' ? (kept as Record<string, unknown>)[language] : undefined;
  return typeof text === 'string' ? text : undefined;
}

/** What the event says beside what happened: an explanation, what the public was told, a reason. */
function remarksOf({ action, details }: RecordedEvent, language: Language): string[] {
  const t = VACANCY_TEXTS[language];
  const note = keptText(details['note'], language);
  const { reason } = details;
  const excuse = action === 'publish' || action === 'schedule' ? t.withoutTranslation : t.reason;
  const remarks: (string | undefined)[] = [
    keptText(details['why'], language),
    note && fillIn(CORRECTION_TEXTS[language].toldPublic, { note }),
    typeof reason === 'string' && reason !== '' ? fillIn(excuse, { reason }) : undefined,
  ];
  return remarks.flatMap((remark) => remark || []);
}
