import type { Translated } from '../../platform/language.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { formatDate } from '../../site/dates.ts';
import type { PageContext } from '../../site/page-context.ts';
import { Notice, Why } from '../../site/parts.tsx';
import { plural } from '../../site/numbers.ts';
import { titleIn } from '../application.ts';
import { SelectionTrack, type Tracked } from './selection-track.tsx';
import { onReserveUntil, reviewUntil } from './situation.ts';
import type { StageEntry } from './stage-state.ts';
import { STAGE_TEXTS } from './stage-texts.ts';

export type StandingProps = {
  page: PageContext;
  number: string;
  tracked: Tracked;
  /** Messages that the person has not read. */
  unread: number;
};

/** What a submitted application's page says of it: the decision with its reason, the track, what need not be asked. */
export function Standing({ page, number, tracked, unread }: StandingProps) {
  const { language } = page;
  const t = STAGE_TEXTS[language];
  const last = tracked.status === 'submitted' ? tracked.entries.at(-1) : undefined;
  return (
    <>
      {last && <Decision {...{ page, number, tracked, entry: last }} />}
      <p>
        <a href={`/${language}/my/applications/${number}/messages`}>{t.messages}</a>
        {unread > 0 && ` · ${plural(unread, t.unread, language)}`}
      </p>
      <h2>{t.whereItStands}</h2>
      <SelectionTrack {...tracked} language={language} />
      <Provisional page={page} schedule={tracked.vacancy.notice.provisionalSchedule} />
      <NoTelephone page={page} organisation={tracked.organisation} />
    </>
  );
}

type DecisionProps = Omit<StandingProps, 'unread'> & { entry: StageEntry };

function Decision(props: DecisionProps) {
  const { page, number, entry, tracked } = props;
  const t = STAGE_TEXTS[page.language];
  const { organisation, vacancy } = tracked;
  if (entry.position === 'not-retained') return <NotRetained {...props} />;
  if (entry.position === 'reserve-listed') {
    const until = onReserveUntil(entry, vacancy.deadlineZone, organisation.appointment);
    return (
      <section>
        <p>{until === null ? t.onReserveOpen : t.onReserveUntil(formatDate(until, page.language))}</p>
        <Why>
          <p>{organisation.appointment.reserveList.source[page.language]}</p>
        </Why>
        <Added page={page} note={entry.note} />
        <AfterDecision page={page} number={number} />
      </section>
    );
  }
  return (
    <>
      <Added page={page} note={entry.note} />
      {entry.position === 'selected' && (
        <p>
          <a href={`/${page.language}/my/applications/${number}/appointment`}>{t.appointment}</a>
        </p>
      )}
    </>
  );
}

/** The reason that may be told, in the words it was told with, and what the person may do. */
function NotRetained({ page, number, entry, tracked }: DecisionProps) {
  const { language } = page;
  const t = STAGE_TEXTS[language];
  const { organisation, vacancy } = tracked;
  const { reasons, review } = organisation.selection;
  const reason = reasons.find(({ code }) => code === entry.reason);
  const told = entry.told && titleIn(entry.told, language);
  const until = reviewUntil(entry, vacancy.deadlineZone, organisation.selection);
  return (
    <>
      <section>
        <h2>{t.reason}</h2>
        {told && <p lang={told.language}>{told.text}</p>}
        <Added page={page} note={entry.note} />
        <Why summary={t.why}>
          {reason && <p>{reason.source[language]}</p>}
          <p>{t.whoDecided}</p>
        </Why>
      </section>
      <section>
        <h2>{t.whatNow}</h2>
        {review && until ? (
          <>
            <p>
              {review.text[language]} {t.review(formatDate(until, language))}
            </p>
            <Why about={t.whatNow}>
              <p>{review.source[language]}</p>
            </Why>
          </>
        ) : (
          <p>{t.noReview}</p>
        )}
        <AfterDecision page={page} number={number} />
        <SimilarPost page={page} organisation={organisation} />
      </section>
    </>
  );
}

/** Where to read what the decision stands on and ask about it, and where to say whether similar posts are of interest. */
function AfterDecision({ page: { language }, number }: Pick<StandingProps, 'page' | 'number'>) {
  const t = STAGE_TEXTS[language];
  const here = `/${language}/my/applications/${number}`;
  return (
    <ul>
      <li>
        <a href={`${here}/decision-review`}>{t.askAbout}</a>
      </li>
      <li>
        <a href={`${here}/similar-posts`}>{t.similarPosts}</a>
      </li>
    </ul>
  );
}

/** Another post may be offered, where the organisation's data says so (O1). */
function SimilarPost({ page: { language }, organisation }: { page: PageContext; organisation: Organisation }) {
  const t = STAGE_TEXTS[language];
  const row = organisation.appointment.similarPost.at(-1);
  return (
    <>
      {row && (
        <>
          <p>{t.similarPost[row.grade]}</p>
          <Why>
            <p>{row.source[language]}</p>
          </Why>
        </>
      )}
      <p>
        <a href={`/${language}/vacancies`}>{t.otherVacancies}</a>
      </p>
    </>
  );
}

function Added({ page, note }: { page: PageContext; note: Translated }) {
  const { text, language } = titleIn(note, page.language);
  if (text === '') return null;
  return (
    <>
      <h3>{STAGE_TEXTS[page.language].added}</h3>
      <p class="as-typed" lang={language}>
        {text}
      </p>
    </>
  );
}

/** The stages as this notice announces them, with their times and places (O3). */
function Provisional({ page, schedule }: { page: PageContext; schedule: readonly Translated[] }) {
  const t = STAGE_TEXTS[page.language];
  if (schedule.length === 0) return null;
  return (
    <section>
      <h2>{t.provisional}</h2>
      <ul>
        {schedule.map((line) => {
          const { text, language } = titleIn(line, page.language);
          return (
            <li key={text} lang={language}>
              {text}
            </li>
          );
        })}
      </ul>
      <p class="hint">{t.provisionalNote}</p>
    </section>
  );
}

/** The notices forbid to telephone (A6); what can be known stands here. */
function NoTelephone({ page: { language }, organisation }: { page: PageContext; organisation: Organisation }) {
  const t = STAGE_TEXTS[language];
  const rule = organisation.standardParagraphs.find(({ rule: name }) => name === 'A6');
  return (
    <Notice tone="plain" title={t.noTelephone}>
      <p>{t.noTelephoneNote}</p>
      {rule && (
        <Why about={t.noTelephone}>
          <p>{rule.text[language]}</p>
          <p>{rule.source[language]}</p>
        </Why>
      )}
    </Notice>
  );
}
