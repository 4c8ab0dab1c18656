import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Context } from '../../people/context.ts';
import { actorOf, requires } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import { permits } from '../../people/permissions.ts';
import { announcingZone } from '../../regulations/deadline.ts';
import { addressedNeighbours } from './endpoint-queries.ts';
import { HAND_OVER_STATES } from './hand-over.ts';
import { QUEUE_ADDRESS } from './hand-over-address.ts';
import { listedHandOvers } from './hand-over-queries.ts';
import { HAND_OVER_TEXTS } from './hand-over-texts.ts';
import { QueuePage } from './queue-pages.tsx';

const chosen = z.string().min(1).optional().catch(undefined);
const QUERY = z.object({
  neighbour: chosen,
  state: z.enum(HAND_OVER_STATES).optional().catch(undefined),
  done: z.enum(['sent', 'stopped', 'removed']).optional().catch(undefined),
});

/** What is handed over, and where it stands: by number, without a name. */
export function queueRoutes(web: FastifyInstance, context: Context): void {
  web.get(QUEUE_ADDRESS, requires('hand-over:find'), async (request, reply) => {
    const { db, organisation, clock } = context;
    const actor = actorOf(request);
    const { done, ...wanted } = QUERY.parse(request.query);
    const { selection } = organisation;
    const shown = {
      page: {
        ...pageContext(request, context),
        ...(done && { notice: HAND_OVER_TEXTS[request.language].done[done] }),
      },
      organisation,
      messages: await listedHandOvers(db, { actor, selection }, wanted),
      wanted,
      addressed: await addressedNeighbours(db),
      zone: announcingZone(organisation, clock()),
      mayRead: permits(actor.roles, 'hand-over:read'),
      maySend: permits(actor.roles, 'hand-over:send'),
      mayConfigure: permits(actor.roles, 'hand-over:configure'),
    };
    return page(reply.header('cache-control', 'no-store'), <QueuePage {...shown} />);
  });
}
