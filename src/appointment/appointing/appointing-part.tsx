import { titleIn } from '../../applications/application.ts';
import { civilDayIn, formatDate } from '../../site/dates.ts';
import { SubmitButton } from '../../site/forms.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { Breakable } from '../../site/breakable.tsx';
import { Notice } from '../../site/parts.tsx';
import type { Chosen } from '../conditions/appointment-queries.ts';
import { caseAddress } from '../conditions/case-address.ts';
import { CONDITIONS_TEXTS } from '../conditions/conditions-texts.ts';
import type { AppointingObstacle } from './appointing.ts';
import { APPOINTING_TEXTS, obstacleText } from './appointing-texts.ts';

export type AppointingProps = {
  page: PageContext;
  chosen: Chosen;
  /** What stands before the appointment, of what the reader sees. */
  before: readonly AppointingObstacle[];
  /** Whether a condition that they do not see stands in the way. */
  otherObstacle: boolean;
  /** From which day they can be appointed, `YYYY-MM-DD`; undefined while they cannot. */
  from: string | undefined;
  mayMake: boolean;
  mayArrange: boolean;
};

/** What stands between somebody and their appointment, or the button that makes it, or that it is made. */
export function AppointingPart(props: AppointingProps) {
  const { page, chosen, before, otherObstacle } = props;
  const { language } = page;
  const t = APPOINTING_TEXTS[language];
  if (chosen.appointment?.appointedAt) return <Made {...props} />;
  if (!chosen.chosenAt) return <Notice tone="error" title={CONDITIONS_TEXTS[language].gone} />;
  if (before.length === 0 && !otherObstacle) return <ToMake {...props} />;
  return (
    <Notice title={t.impossible}>
      {before.length > 0 && (
        <>
          <p>{t.impossibleNote}</p>
          <ul>
            {before.map((obstacle) => {
              const text = obstacleText(obstacle, language);
              return <li key={text}>{text}</li>;
            })}
          </ul>
        </>
      )}
      {otherObstacle && <p>{t.another}</p>}
    </Notice>
  );
}

function Made({ page: { language }, chosen, mayArrange }: AppointingProps) {
  const t = APPOINTING_TEXTS[language];
  const { appointment, zone } = chosen;
  const { appointedAt, appointedByName, startsOn } = appointment ?? {};
  if (!appointedAt || !startsOn) return null;
  return (
    <>
      <Notice tone="success" title={`${t.made}. ${t.from(formatDate(startsOn, language))}`}>
        <p>{t.madeOn(formatDate(civilDayIn(appointedAt, zone), language), appointedByName ?? '')}</p>
      </Notice>
      {mayArrange && (
        <p>
          <a href={`/${language}${caseAddress(chosen)}/ending`}>{t.notTakenUp}</a>
        </p>
      )}
    </>
  );
}

function ToMake({ page: { language }, chosen, from, mayMake }: AppointingProps) {
  const t = APPOINTING_TEXTS[language];
  const title = titleIn(chosen.title, language);
  return (
    <>
      <Notice tone="success" title={from === undefined ? t.possible : t.possibleFrom(formatDate(from, language))} />
      {mayMake && (
        <section aria-labelledby="appointing">
          <h2 id="appointing">{t.title}</h2>
          <p>
            {chosen.name} · {chosen.reference}{' '}
            <span lang={title.language}>
              <Breakable text={title.text} />
            </span>
          </p>
          <p>{t.note}</p>
          <form method="post" action={`/${language}${caseAddress(chosen)}/making`}>
            <input type="hidden" name="version" value={chosen.appointment?.version} />
            <p class="actions">
              <SubmitButton>{t.button}</SubmitButton>
            </p>
          </form>
        </section>
      )}
    </>
  );
}
