import type { FastifyInstance } from 'fastify';
import { isOpenToStaff } from '../../applications/documents/document.ts';
import type { Context } from '../../people/context.ts';
import { actorOf } from '../../people/guard.ts';
import { sendAttachment } from '../../platform/files.ts';
import { caseAddress } from '../conditions/case-address.ts';
import { officesOf, onCase, type CaseExchange } from '../conditions/case-guard.ts';
import { documentsOf, findContent, recordLook } from './condition-document-queries.ts';

const ADDRESS = `${caseAddress({ reference: ':reference', number: ':number' })}/conditions/:condition/documents/:document`;

/** What a candidate sent for a condition, for the office that sees it through alone. */
export function sentDocumentRoutes(web: FastifyInstance, context: Context): void {
  const handles = onCase(context, 'conditions:handle');
  web.get(ADDRESS, handles.guard, handles.to(openDocument));
}

/** Every opening is recorded before the file is sent. */
async function openDocument({ request, reply, context, chosen }: CaseExchange) {
  const actor = actorOf(request);
  const { condition, document: wanted } = request.params as { condition: string; document: string };
  const { accommodationKeys: keys } = context;
  const appointmentId = chosen.appointment?.id;
  if (appointmentId === undefined || !officesOf(context.organisation, actor).includes(condition))
    return reply.callNotFound();
  const opened = await context.db.transaction().execute(async (db) => {
    const documents = await documentsOf(db, keys, { id: appointmentId });
    const document = documents.find((one) => one.id === wanted && one.condition === condition);
    if (!document || !isOpenToStaff(document.scan)) return undefined; // what is in quarantine is nobody's to open
    await recordLook(db, { document, appointmentId, actor, at: context.clock() });
    return findContent(db, keys, { appointmentId, id: document.id });
  });
  return opened ? sendAttachment(reply, opened) : reply.callNotFound();
}
