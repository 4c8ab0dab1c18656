import type { PostGroup } from '../notices/notice.ts';
import type { Language, Localized } from '../platform/language.ts';
import { joinList, plural } from '../site/numbers.ts';

const EN = {
  name: 'Posts',
  posts: { one: '{n} post', other: '{n} posts' },
  group: '{n} at {grades}',
  hint: 'Only where the notice announces several: one group a line, the number of posts and their grade, as 2 × {grade}.',
  twinHint: 'Two grades for twin-graded posts, as 1 × {lower}, {grade}.',
};

const FR: typeof EN = {
  name: 'Postes',
  posts: { one: '{n} poste', other: '{n} postes' },
  group: '{n} au grade {grades}',
  hint: 'Seulement si l’avis en annonce plusieurs : un groupe par ligne, le nombre de postes et leur grade, comme 2 × {grade}.',
  twinHint: 'Deux grades pour un poste à double grade, comme 1 × {lower}, {grade}.',
};

/** Every word about how many posts a notice announces. */
export const POSTS_TEXTS: Localized<typeof EN> = { en: EN, fr: FR };

/** `2 at G17 and 1 at G15/G17` */
export const groupsText = (posts: readonly PostGroup[], language: Language): string =>
  joinList(
    posts.map(({ count, grades }) =>
      POSTS_TEXTS[language].group.replace('{n}', String(count)).replace('{grades}', grades.join('/')),
    ),
    language,
  );

export const postsText = (total: number, language: Language): string =>
  plural(total, POSTS_TEXTS[language].posts, language);
