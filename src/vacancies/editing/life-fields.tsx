import { Checkboxes, errorOf, TextArea } from '../../site/forms.tsx';
import type { EditProps } from './edit-props.ts';
import { POSTS_TEXTS } from '../posts-texts.ts';
import { OPEN_ENDED, PUBLICATION_TEXTS } from '../publication/publication-texts.ts';
import { valueOf } from './section-form.ts';
import { fillIn } from '../vacancy-texts.ts';

/** In the place of a last day: none, until the post is filled. */
export function OpenEndedField({ page: { language }, values, errors = [] }: EditProps) {
  return (
    <Checkboxes
      name="open-ended"
      label={PUBLICATION_TEXTS[language].noLastDay}
      hint={PUBLICATION_TEXTS[language].noLastDayHint}
      options={[{ value: 'yes', text: OPEN_ENDED[language] }]}
      values={[valueOf(values, 'open-ended')]}
      error={errorOf(errors, 'open-ended')}
    />
  );
}

/** Groups of posts, where a notice announces several; the example is of the organisation's own grades. */
export function PostsField({ page: { language }, values, errors = [], book: { organisation } }: EditProps) {
  const { families, twinGrade } = organisation.grades;
  const { name, hint, twinHint } = POSTS_TEXTS[language];
  const [lower = 'G15', grade = 'G17'] = families.find(({ grades }) => grades.length > 1)?.grades ?? [];
  return (
    <TextArea
      name="posts"
      label={name}
      hint={fillIn(twinGrade.length > 0 ? `${hint} ${twinHint}` : hint, { lower, grade })}
      optional
      rows={2}
      value={valueOf(values, 'posts')}
      error={errorOf(errors, 'posts')}
    />
  );
}
