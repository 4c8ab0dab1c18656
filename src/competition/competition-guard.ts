import type { Context } from '../people/context.ts';
import { requires } from '../people/guard.ts';
import type { Permission } from '../people/permissions.ts';
import { rolesIn } from './member-queries.ts';

/**
 * A route under `/staff/vacancies/:reference` for those who hold the permission there: by a role of theirs, or by what
 * they are entrusted with in this competition. Who applies for the vacancy finds nothing, whatever they hold.
 */
export const requiresIn = ({ db }: Pick<Context, 'db'>, permission: Permission) =>
  requires(permission, (request, { accountId }) =>
    rolesIn(db, (request.params as { reference: string }).reference, accountId),
  );
