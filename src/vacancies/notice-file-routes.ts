import type { FastifyInstance } from 'fastify';
import type { Context } from '../people/context.ts';
import { requires } from '../people/guard.ts';
import { formatOfExtension } from '../notices/render/notice-files.ts';
import { sendNoticeFile } from './send-notice-file.tsx';
import { findVacancy } from './vacancy-queries.ts';

type ByFile = { Params: { reference: string; extension: string } };

/** The notice as it stands, published or not, as a file for staff. */
export function noticeFileRoutes(web: FastifyInstance, context: Context): void {
  const address = '/staff/vacancies/:reference/notice.:extension';
  web.get<ByFile>(address, requires('vacancies:read'), async (request, reply) => {
    const { reference, extension } = request.params;
    const format = formatOfExtension(extension);
    const vacancy = format && (await findVacancy(context.db, reference));
    if (!vacancy) return reply.callNotFound();
    return sendNoticeFile({ request, reply, context }, vacancy, format);
  });
}
