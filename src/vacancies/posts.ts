import type { PostGroup } from '../notices/notice.ts';

type Posts = { readonly posts?: readonly PostGroup[] | null | undefined };
type Graded = Posts & { readonly grades: readonly string[] };

/** How many posts a notice announces. */
export const postsTotal = ({ posts }: Posts): number => posts?.reduce((sum, { count }) => sum + count, 0) ?? 1;

/** The grades of each group of posts as they are written, `G17` or `G15/G17`, each once. */
export const gradesOf = ({ grades, posts }: Graded): string[] => [
  ...new Set((posts ?? [{ grades }]).map((group) => group.grades.join('/')).filter(Boolean)),
];

/** Groups as they are typed: one a line, `2 × G17`, the grades of a twin-graded post with a comma between. */
export const typedPosts = (posts: readonly PostGroup[] = []): string =>
  posts.map(({ count, grades }) => `${count} × ${grades.join(', ')}`).join('\n');

const GROUP = /^(\d{1,4})\s*[×x*]\s*(.+)$/i;
const GRADE = /^[A-Za-z0-9][\w .+/-]{0,39}$/;

/** Reads groups of posts, one a line; undefined where a line is none. */
export function readPosts(text: string): readonly PostGroup[] | undefined {
  const lines = text.split('\n').map((line) => line.trim());
  const groups = lines.filter(Boolean).map((line): PostGroup | undefined => {
    const [, count = '0', list = ''] = GROUP.exec(line) ?? [];
    const grades = list.split(',').map((grade) => grade.trim());
    const sound = Number(count) > 0 && grades.length <= 2 && grades.every((grade) => GRADE.test(grade));
    return sound ? { count: Number(count), grades } : undefined;
  });
  return groups.every((group) => group !== undefined) ? groups : undefined;
}
