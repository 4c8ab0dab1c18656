import type { Language, Translated } from '../../platform/language.ts';
import { Breakable } from '../../site/breakable.tsx';
import { remaining } from '../../site/dates.ts';
import { Instant } from '../../site/instant.tsx';
import type { PostGroup } from '../../notices/notice.ts';
import { gradesOf, postsTotal } from '../../vacancies/posts.ts';
import { postsText } from '../../vacancies/posts-texts.ts';
import { OPEN_ENDED } from '../../vacancies/publication/publication-texts.ts';
import type { Excerpt } from '../../vacancies/search/excerpt.ts';
import type { Audience } from '../../vacancies/vacancy.ts';
import { LIFE_TEXTS } from '../life-texts.ts';
import { PORTAL_TEXTS } from '../portal-texts.ts';
import { inLanguage } from '../vacancy-view.ts';
import { SEARCH_TEXTS } from './search-texts.ts';

/** A vacancy in the list, its codes already in words. */
export type ListedVacancy = {
  reference: string;
  title: Translated;
  grades: readonly string[];
  posts?: readonly PostGroup[] | null;
  audience: Audience;
  place: Translated | undefined;
  clearance: string | null;
  deadlineAt: Date | null;
  deadlineZone: string;
  /** Why it was found, where its title doesn't say. */
  excerpt?: Excerpt | undefined;
  /** It asks for a clearance that must be held already, and nobody has said whether it is. */
  unknownClearance?: boolean;
};

/** Less than this is left: the deadline is shown as near. */
const SOON_MS = 3 * 24 * 3600 * 1000;

export function VacancyItem({ vacancy, language, now }: { vacancy: ListedVacancy; language: Language; now: Date }) {
  const t = PORTAL_TEXTS[language];
  const { reference, excerpt } = vacancy;
  const title = inLanguage(vacancy.title, language);
  return (
    <li>
      <p class="reference">
        <span class="hidden">{t.reference} </span>
        {reference}
      </p>
      <div>
        <h2>
          <a
            href={`/${language}/vacancies/${reference}`}
            lang={title === undefined || title.lang === language ? undefined : title.lang}
          >
            <Breakable text={title?.text ?? reference} />
          </a>
        </h2>
        <p class="about">{aboutOf(vacancy, language)}</p>
        {excerpt && <Found excerpt={excerpt} language={language} />}
        {vacancy.unknownClearance && <p class="hint">{SEARCH_TEXTS[language].mineFastTrack}</p>}
      </div>
      <Until vacancy={vacancy} language={language} now={now} />
    </li>
  );
}

function aboutOf(vacancy: ListedVacancy, language: Language): string {
  const posts = postsTotal(vacancy);
  return [
    posts > 1 && postsText(posts, language),
    gradesOf(vacancy).join(', '),
    inLanguage(vacancy.place, language)?.text,
    vacancy.clearance,
    vacancy.audience === 'internal' && LIFE_TEXTS[language].internal,
  ]
    .filter(Boolean)
    .join(' · ');
}

function Found({ excerpt, language }: { excerpt: Excerpt; language: Language }) {
  return (
    <p class="hint">
      {SEARCH_TEXTS[language].foundIn}{' '}
      <q lang={excerpt.lang === language ? undefined : excerpt.lang}>
        {excerpt.pieces.map(({ text, hit }, index) => (hit ? <b key={index}>{text}</b> : text))}
      </q>
    </p>
  );
}

function Until({ vacancy, language, now }: { vacancy: ListedVacancy; language: Language; now: Date }) {
  const { deadlineAt, deadlineZone } = vacancy;
  if (!deadlineAt)
    return (
      <p class="until">
        <b>{OPEN_ENDED[language]}</b>
      </p>
    );
  const soon = deadlineAt.getTime() - now.getTime() < SOON_MS;
  return (
    <p class="until">
      <b class={soon ? 'soon' : undefined}>{remaining(now, deadlineAt, language)}</b>
      <span>
        {PORTAL_TEXTS[language].until} <Instant at={deadlineAt} zone={deadlineZone} toMinute />
      </span>
    </p>
  );
}
