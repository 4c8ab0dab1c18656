import type { FastifyInstance } from 'fastify';
import type { Context } from '../people/context.ts';
import { isShownTo } from '../vacancies/publication/audience.ts';
import { formatOfExtension } from '../notices/render/notice-files.ts';
import { sendNoticeFile } from '../vacancies/send-notice-file.tsx';
import { findVacancy } from '../vacancies/vacancy-queries.ts';
import { vacancyView } from './vacancy-view.ts';

type ByFile = { Params: { reference: string; extension: string } };

/** The notice as a file, for everybody who may read its page. */
export function publicNoticeFileRoutes(web: FastifyInstance, context: Context): void {
  const { db, clock } = context;
  web.get<ByFile>('/vacancies/:reference/notice.:extension', async (request, reply) => {
    const { reference, extension } = request.params;
    const format = formatOfExtension(extension);
    const vacancy = format && (await findVacancy(db, reference));
    const shown = vacancy && isShownTo(vacancy, request.actor) && vacancyView(vacancy, context, clock());
    if (!vacancy || !shown) return reply.callNotFound();
    return sendNoticeFile({ request, reply, context }, vacancy, format);
  });
}
