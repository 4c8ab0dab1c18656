import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Context } from '../../people/context.ts';
import { page, pageContext } from '../../people/page.ts';
import { isCivilDate } from '../../regulations/civil-dates.ts';
import { typedDate, type DateParts } from '../../site/date-field.tsx';
import { rulebook } from './rulebook.ts';
import { RulebookPage } from './rulebook-pages.tsx';
import { RULEBOOK_TEXTS } from './rulebook-texts.ts';

type Asked = { on: string } | { typed: DateParts };

/** The regulations for everybody to read, as they are in force today or on another day. */
export function rulebookRoutes(web: FastifyInstance, context: Context): void {
  const { organisation, vocabulary } = context;
  web.get('/regulations', async (request, reply) => {
    const { language } = request;
    const today = request.receivedAt.toISOString().slice(0, 10);
    const asked = dayAskedFor(request, today);
    const wrong = 'typed' in asked;
    const on = wrong ? today : asked.on;
    const errors = wrong ? [{ field: 'on', message: RULEBOOK_TEXTS[language].noSuchDay }] : [];
    return page(
      reply,
      <RulebookPage
        page={pageContext(request, context)}
        chapters={rulebook({ organisation, vocabulary, on, language })}
        typed={wrong ? asked.typed : undefined}
        {...{ organisation, on, today, errors }}
      />,
      wrong ? 422 : 200,
    );
  });
}

/** A day in the address, `on=2027-03-01` or in three fields; today where there is none. */
function dayAskedFor(request: FastifyRequest, today: string): Asked {
  const query = request.query as Record<string, unknown>;
  const text = (name: string) => (typeof query[name] === 'string' ? query[name].trim().slice(0, 20) : '');
  const typed = { day: text('on-day'), month: text('on-month'), year: text('on-year') };
  if (text('on') === '' && Object.values(typed).every((part) => part === '')) return { on: today };
  const on = text('on') || typedDate(typed);
  return isCivilDate(on) ? { on } : { typed };
}
