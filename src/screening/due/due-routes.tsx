import type { FastifyInstance, FastifyReply } from 'fastify';
import { fieldsOf, valueOf } from '../../applications/drafting/draft.ts';
import { dayByRule } from '../../applications/stages/situation.ts';
import { stillTaking } from '../../applications/stages/stage-state.ts';
import type { Context } from '../../people/context.ts';
import { actorOf, requires } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import { permits } from '../../people/permissions.ts';
import { refuse } from '../../platform/result.ts';
import { typedDate } from '../../site/date-field.tsx';
import { civilDayIn } from '../../site/dates.ts';
import type { FieldError } from '../../site/forms.tsx';
import { lockScreening } from '../arranging/arranging-queries.ts';
import { screeningAddress, type Place } from '../screening-place-routes.ts';
import type { DueShown, TypedDue } from './due-parts.tsx';
import { lastSetDue, ownToSign, recordDue, screeningsLeft, waits } from './due-queries.ts';
import { explainDue } from './due-texts.ts';
import { byDueDay, dueOf, setDue, type DueRefusal, type SetDue } from './screening-due.ts';
import { ScreeningsPage } from './screenings-pages.tsx';

/** The screenings that somebody works on, wherever they are: what is late first. */
export function dueRoutes(web: FastifyInstance, context: Context): void {
  web.get('/staff/screenings', requires('competitions:own'), async (request, reply) => {
    const { db, organisation, clock } = context;
    const { accountId, roles } = actorOf(request);
    const now = clock();
    const found = await screeningsLeft(db, { of: { accountId, everywhere: permits(roles, 'screening:read') } });
    const own = await ownToSign(db, accountId);
    const screenings = found
      .filter((one) => !stillTaking(one, now))
      .map((one) => ({
        ...one,
        due: dueOf(one, one.set, organisation),
        today: civilDayIn(now, one.deadlineZone),
        toSign: own.get(one.reference) ?? 0,
      }))
      .toSorted(byDueDay);
    return page(
      reply.header('cache-control', 'no-store'),
      <ScreeningsPage page={pageContext(request, context)} screenings={screenings} />,
    );
  });
}

/** Until when the screening of a place is to be done; undefined while applications can come in, and where nothing is left. */
export async function dueShown({ context, vacancy }: Place): Promise<DueShown | undefined> {
  const [found] = await screeningsLeft(context.db, { reference: vacancy.reference });
  return found && shownOf(context, found, found.set);
}

/** The same on the page of one application, as long as that one waits: how many others do is not counted. */
export async function dueOfOne({ context, vacancy }: Place, applicationId: string): Promise<DueShown | undefined> {
  const { db } = context;
  if (!(await waits(db, applicationId))) return undefined;
  return shownOf(context, vacancy, await lastSetDue(db, vacancy.reference));
}

type Waiting = Parameters<typeof stillTaking>[0] & Parameters<typeof dueOf>[0];

function shownOf({ organisation, clock }: Context, waiting: Waiting, set: SetDue | undefined): DueShown | undefined {
  const now = clock();
  if (stillTaking(waiting, now)) return undefined;
  return {
    due: dueOf(waiting, set, organisation),
    set,
    byRule: dayByRule(waiting, 'screening', organisation),
    today: civilDayIn(now, waiting.deadlineZone),
    soonWithin: Math.max(0, ...organisation.selection.screening.reminders.daysBefore),
  };
}

export type DueBack = { typedDue: TypedDue; errors?: FieldError[]; problem?: string };

const FIELDS: Partial<Record<DueRefusal['kind'], string>> = {
  'day-missing': 'day',
  'day-too-early': 'day',
  'reason-missing': 'reason',
  'reason-too-long': 'reason',
};

/** Sets another day for a competition; what was refused goes back to its page with what was typed. */
export async function setDueDay(place: Place, back: (refused: DueBack) => Promise<FastifyReply>) {
  const { request, context, actor, vacancy, reply } = place;
  const { reference, deadlineZone } = vacancy;
  const typed = readDue(request.body);
  const at = context.clock();
  const done = await context.db.transaction().execute(async (transaction) => {
    await lockScreening(transaction, reference);
    const [found] = await screeningsLeft(transaction, { reference });
    const last = await lastSetDue(transaction, reference);
    const due = setDue({
      vacancy: found ?? vacancy,
      left: found !== undefined,
      seen: typed.seen,
      last: last?.number ?? 0,
      typed: { day: typedDate(typed.day), reason: typed.reason },
      today: civilDayIn(at, deadlineZone),
      at,
    });
    if (!due.ok) return refuse(due.refusal);
    await recordDue(transaction, reference, { due: due.value, actor, at });
    return due;
  });
  if (done.ok) return reply.redirect(screeningAddress(place, '/arrangement?done=due-set'), 303);
  const message = explainDue(done.refusal, deadlineZone)[request.language];
  const field = FIELDS[done.refusal.kind];
  return back({ typedDue: typed, ...(field ? { errors: [{ field, message }] } : { problem: message }) });
}

function readDue(body: unknown): TypedDue & { seen: number } {
  const fields = fieldsOf(body);
  const part = (name: string) => valueOf(fields, `day-${name}`).trim();
  return {
    day: { day: part('day'), month: part('month'), year: part('year') },
    reason: valueOf(fields, 'reason').replaceAll(/\r\n?/g, '\n'),
    seen: Number(valueOf(fields, 'seen')),
  };
}
