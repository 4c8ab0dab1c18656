import type { Language } from '../platform/language.ts';
import { dateIn } from '../site/dates.ts';
import { Notice, type Fact } from '../site/parts.tsx';
import { CORRECTION_TEXTS } from '../vacancies/editing/correction-texts.ts';
import { postsTotal } from '../vacancies/posts.ts';
import { groupsText, POSTS_TEXTS, postsText } from '../vacancies/posts-texts.ts';
import { LIFE_TEXTS } from './life-texts.ts';
import type { VacancyView } from './vacancy-view.ts';

type Marked = { vacancy: VacancyView; language: Language };

/** Whom the vacancy is for, where it is not for everybody. */
export function AudienceNote({ vacancy: { audience }, language }: Marked) {
  if (audience === 'both') return null;
  const t = LIFE_TEXTS[language];
  return (
    <Notice>
      <p>{audience === 'internal' ? t.internalNote : t.externalNote}</p>
    </Notice>
  );
}

/** Serving staff are asked to use their own entrance (E2). */
export function UseInternal({ href, language }: { href: string; language: Language }) {
  const t = LIFE_TEXTS[language];
  return (
    <Notice>
      <p>
        {t.byInternal} <a href={href}>{t.byInternalLink}</a>
      </p>
    </Notice>
  );
}

/** What was changed since the notice was published, the last first. */
export function Corrections({ vacancy: { corrections, deadlineZone }, language }: Marked) {
  if (corrections.length === 0) return null;
  const t = CORRECTION_TEXTS[language];
  return (
    <section class="corrections" aria-labelledby="corrections">
      <h2 id="corrections">{t.publicTitle}</h2>
      <ol reversed>
        {corrections.toReversed().map(({ number, at, note }) => (
          <li key={number}>
            <b>
              <time datetime={at}>{t.correctedOn.replace('{date}', dateIn(new Date(at), deadlineZone, language))}</time>
            </b>
            <p>{note[language]}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** How many posts the notice announces, by grade; nothing where it is one. */
export function postsFact({ vacancy: { notice }, language }: Marked): Fact | false {
  const { posts } = notice;
  if (!posts || posts.length === 0) return false;
  const value = postsText(postsTotal(notice), language);
  return { term: POSTS_TEXTS[language].name, value, note: groupsText(posts, language) };
}
