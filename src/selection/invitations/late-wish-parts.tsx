import type { Candidate } from '../../competition/candidate-queries.ts';
import type { Language } from '../../platform/language.ts';
import { dateIn } from '../../site/dates.ts';
import { fieldId } from '../../site/field.tsx';
import { formatNumber } from '../../site/numbers.ts';
import { Notice } from '../../site/parts.tsx';
import { LATE_WISH_TEXTS } from './late-wish-texts.ts';
import type { LateBy, LateWish } from './late-wish.ts';
import { nameOf, type StageTimesProps } from './stage-times-props.ts';

type OwnProps = {
  wishes: readonly LateWish[];
  language: Language;
  number: string;
  zone: string;
  /** The field of which an error of this page speaks, where it is here that it was kept. */
  field: string | undefined;
};

/** To whom they are about: what was wished for too late, that it is kept, and what can be done now. */
export function OwnLateWishes({ wishes, language, number, zone, field }: OwnProps) {
  const t = LATE_WISH_TEXTS[language];
  if (wishes.length === 0) return null;
  return (
    <div id={field && fieldId(field)} tabindex={field === undefined ? undefined : -1}>
      <Notice tone="warning" title={t.ownTitle}>
        {wishes.map((wish) => (
          <Wished key={wish.id} {...{ wish, language, zone }} />
        ))}
        <p>{t.kept}</p>
        <ul>
          <li>
            <a href={`/${language}/my/applications/${number}/messages`}>{t.write}</a>
          </li>
          <li>
            {t.review} <a href={`/${language}/my/applications/${number}/decision-review`}>{t.reviewLink}</a>
          </li>
        </ul>
      </Notice>
    </div>
  );
}

function Wished({ wish, language, zone }: { wish: LateWish; language: Language; zone: string }) {
  const t = LATE_WISH_TEXTS[language];
  const when = dateIn(wish.madeAt, zone, language);
  return (
    <>
      <p>
        {wish.kind === 'minutes' ? t.minutes(formatNumber(wish.minutes, language), when) : t.time(when)}{' '}
        {t.because[wish.lateBy]}
      </p>
      {wish.kind === 'time' && <blockquote class="as-typed">{wish.words}</blockquote>}
    </>
  );
}

/** To those who hold the stage: what came too late of whom, and what they can do. */
export function StageLateWishes({
  page: { language },
  candidates,
  lateWishes,
  deadlineZone,
  reference,
}: StageTimesProps) {
  const t = LATE_WISH_TEXTS[language];
  const concerned = candidates.filter(({ applicationId }) => lateWishes.has(applicationId));
  if (concerned.length === 0) return null;
  const all = concerned.flatMap(({ applicationId }) => lateWishes.get(applicationId) ?? []);
  const reasons = (['paper-over', 'slot-begun', 'closed'] as const).filter((one: LateBy) =>
    all.some(({ lateBy }) => lateBy === one),
  );
  return (
    <>
      <h2 id="late-wishes">{t.title}</h2>
      <p>{t.note}</p>
      <ul>
        {concerned.map((candidate: Candidate) => (
          <li key={candidate.number}>
            <b>
              {nameOf(candidate)} · {candidate.number}
            </b>
            {(lateWishes.get(candidate.applicationId) ?? []).map((wish) => (
              <Wished key={wish.id} {...{ wish, language, zone: deadlineZone }} />
            ))}
            <a href={`/${language}/staff/applications/${candidate.number}/messages`}>
              {t.writeTo}
              <span class="hidden"> {nameOf(candidate)}</span>
            </a>
          </li>
        ))}
      </ul>
      <p>{t.toDo}</p>
      <ul>
        {reasons.map((one) => (
          <li key={one}>{t.toDoWhen[one]}</li>
        ))}
        <li>
          <a href={`/${language}/staff/vacancies/${reference}/reviews`}>{t.reviews}</a>
        </li>
      </ul>
    </>
  );
}
