import { SubmitButton } from '../../site/forms.tsx';
import { OPENING_TEXTS } from '../publication/opening-texts.ts';
import { MOVES, MOVES_ON_PAGE } from '../vacancy-moves.ts';
import { actionsFrom, isFinal, type VacancyAction } from '../vacancy-state.ts';
import { VACANCY_TEXTS } from '../vacancy-texts.ts';
import type { ReviewProps } from './review-props.ts';

type MovesProps = Pick<ReviewProps, 'page' | 'vacancy' | 'moves' | 'opening'> & {
  /** The address of the review page. */
  here: string;
};

/** What can be done next with a vacancy, each with what it means. */
export function Moves(props: MovesProps) {
  const { page, vacancy, moves } = props;
  const t = VACANCY_TEXTS[page.language];
  return (
    <section id="moves">
      <h2>{t.review.moves}</h2>
      {isFinal(vacancy.status) && <p>{t.review.noMoves}</p>}
      {!isFinal(vacancy.status) && moves.length === 0 && <p>{t.review.readOnly}</p>}
      <ul class="moves">
        {MOVES.filter(({ action }) => moves.includes(action)).map(({ action }) => (
          <li key={action}>
            <MoveControl action={action} {...props} />
            <p class="hint">{t.actionHint[action]}</p>
          </li>
        ))}
        <Opening {...props} />
      </ul>
    </section>
  );
}

/** The way to open to everybody what is for some people alone. */
function Opening(props: MovesProps) {
  const { page, vacancy, opening, here } = props;
  const { audience } = vacancy;
  const t = OPENING_TEXTS[page.language];
  if (!opening || audience === 'both') return null;
  return (
    <li>
      <a class="button quiet" href={`${here}/opening`}>
        {t.link}
      </a>
      <p class="hint">{t.hint[audience]}</p>
    </li>
  );
}

/** A button; or, for what is confirmed by a sentence first, the way to it. */
function MoveControl(props: MovesProps & { action: VacancyAction }) {
  const { page, vacancy, action, here } = props;
  const { resource, confirmed } = MOVES_ON_PAGE[action];
  const text = VACANCY_TEXTS[page.language].action[action];
  const address = `${here}/${resource}`;
  if (confirmed)
    return (
      <a class={action === 'cancel' ? 'button danger' : 'button'} href={address}>
        {text}
      </a>
    );
  return (
    <form method="post" action={address}>
      <input type="hidden" name="version" value={vacancy.version} />
      <SubmitButton tone={action === actionsFrom(vacancy.status)[0] ? 'main' : 'quiet'}>{text}</SubmitButton>
    </form>
  );
}
