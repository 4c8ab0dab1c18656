import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { appliesFor } from '../competition/member-queries.ts';
import type { Context } from '../people/context.ts';
import { page, pageContext } from '../people/page.ts';
import type { Permission } from '../people/permissions.ts';
import { StaffLayout } from '../site/layout.tsx';
import type { PageContext } from '../site/page-context.ts';
import { isBlind, vacancyOfNumber } from './screening-queries.ts';
import { SCREENING_TEXTS } from './screening-texts.ts';

/**
 * The permissions by which pages show who has applied: closed to who screens there anonymously, by whatever role they would
 * otherwise hold them. What is added of that kind belongs here.
 */
export const SHOWS_CANDIDATES: readonly Permission[] = [
  'applications:read',
  'applications:message',
  'selection:advance',
  'competition:clear-conflict',
  'integrity:examine',
  'integrity:decide',
  'selection:invite',
  'references:read',
  'written-tests:read',
  'selection:score',
  'selection:agree',
  'selection:enter-scores',
  'selection:read-scores',
  'report:read',
  'report:draft',
  'report:sign',
  'report:submit',
  'report:decide',
  'report:release',
  'reviews:read',
  'reviews:arrange',
  'similar-posts:read',
  'similar-posts:offer',
  'record:export',
  'appointments:read',
  'appointments:arrange',
  'conditions:handle',
  'offers:read',
  'offers:prepare',
  'offers:approve',
  'offers:send',
  'contracts:read',
  'contracts:decide',
  'hand-over:read',
  'hand-over:send',
];

/** What else is not for whoever applies for the vacancy: counts of its applicants, and what one of them asked to have reviewed. */
const TELLS_OF_APPLICANTS: readonly Permission[] = ['equality:read', 'reviews:decide'];

/**
 * Keeps whoever screens without seeing whose the applications are from the pages that show it: lists, searches, documents,
 * messages and steps of that vacancy. To whoever applies for it, whatever they are entrusted with, these are not there. By the
 * route's permission, so that a page that is added later is closed as well.
 */
export function anonymityHooks(web: FastifyInstance, context: Context): void {
  web.addHook('preHandler', async (request, reply) => {
    const { permission } = request.routeOptions.config;
    const { actor } = request;
    if (!actor || !permission) return undefined;
    const shows = SHOWS_CANDIDATES.includes(permission);
    if (!shows && !TELLS_OF_APPLICANTS.includes(permission)) return undefined;
    const reference = await vacancyOf(request, context);
    if (reference === undefined) return undefined;
    if (await appliesFor(context.db, reference, actor.accountId)) return reply.callNotFound();
    if (!shows) return undefined;
    const { selection } = context.organisation;
    const blind = await isBlind(context.db, { reference, accountId: actor.accountId }, selection);
    return blind ? closed(reply, pageContext(request, context), reference) : undefined;
  });
}

async function vacancyOf({ params }: FastifyRequest, { db }: Context): Promise<string | undefined> {
  const { reference, number } = params as { reference?: string; number?: string };
  return reference ?? (number === undefined ? undefined : vacancyOfNumber(db, number));
}

function closed(reply: FastifyReply, shown: PageContext, reference: string) {
  const t = SCREENING_TEXTS[shown.language];
  return page(
    reply.header('cache-control', 'no-store'),
    <StaffLayout page={shown} title={`${t.blindTitle} – ${reference}`} nav={shown.actor?.links ?? []}>
      <h1>{t.blindTitle}</h1>
      <p>{t.blindNote}</p>
      <p>
        <a href={`/${shown.language}/staff/vacancies/${reference}/screening`}>{t.toScreening}</a>
      </p>
    </StaffLayout>,
    403,
  );
}
