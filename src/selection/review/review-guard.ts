import type { Context } from '../../people/context.ts';
import { requires } from '../../people/guard.ts';
import { rolesInCase } from './review-queries.ts';

/** A route of one case, for the person who is named for it and for nobody else. */
export const requiresInCase = ({ db }: Pick<Context, 'db'>) =>
  requires('reviews:decide', (request, { accountId }) => {
    const { reference, case: id } = request.params as { reference: string; case: string };
    return rolesInCase(db, { reference, id }, accountId);
  });
