import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Context } from '../people/context.ts';
import { isShownTo } from '../vacancies/publication/audience.ts';
import { formatOfExtension, type NoticeFile } from '../notices/render/notice-files.ts';
import type { PublicAnswer } from '../platform/answer-memory.ts';
import { attachmentHeaders } from '../platform/files.ts';
import { sendPublic } from '../platform/send-public.ts';
import { sendNoticeFile } from '../vacancies/send-notice-file.tsx';
import { findVacancy } from '../vacancies/vacancy-queries.ts';
import { vacancyView } from './vacancy-view.ts';

type ByFile = { Params: { reference: string; extension: string } };

/** The notice as a file, for everybody who may read its page. */
export function publicNoticeFileRoutes(web: FastifyInstance, context: Context): void {
  const { db, clock } = context;
  const find = async (request: FastifyRequest<ByFile>, now: Date) => {
    const { reference, extension } = request.params;
    const format = formatOfExtension(extension);
    const vacancy = format && (await findVacancy(db, reference));
    const shown = vacancy && isShownTo(vacancy, request.actor) && vacancyView(vacancy, context, now);
    return vacancy && shown ? { vacancy, format } : undefined;
  };
  web.get<ByFile>('/vacancies/:reference/notice.:extension', async (request, reply) => {
    if (!request.actor) {
      const kept = await context.memory(request.url, async (now) => {
        const found = await find(request, now);
        if (!found) return undefined;
        const file = await context.files.of(found.vacancy.reference, found.vacancy.notice, found.format);
        return file.ok ? attachment(file.value) : undefined;
      });
      if (kept) return sendPublic({ request, reply }, kept, ['Cookie']);
    }
    const found = await find(request, clock());
    return found ? sendNoticeFile({ request, reply, context }, found.vacancy, found.format) : reply.callNotFound();
  });
}

const attachment = ({ fileName, mediaType, bytes }: NoticeFile): PublicAnswer => ({
  type: mediaType,
  body: bytes,
  headers: attachmentHeaders(fileName),
});
