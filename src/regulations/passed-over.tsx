import type { Language } from '../platform/language.ts';
import { formatDate } from '../site/dates.ts';
import type { Counted } from './working-days.ts';
import { PASSED_OVER } from './working-days-texts.ts';

/** The closed days that a count in working days left out, beside the weekdays on which nobody works; nothing where there are none. */
export function PassedOver({ passedOver, language }: Pick<Counted, 'passedOver'> & { language: Language }) {
  if (passedOver.length === 0) return null;
  return (
    <>
      <p>{PASSED_OVER[language]}</p>
      <ul>
        {passedOver.map(({ on, name }) => (
          <li key={on}>
            {formatDate(on, language)} ({name[language]})
          </li>
        ))}
      </ul>
    </>
  );
}
