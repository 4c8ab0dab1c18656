import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { doerOf } from '../../people/actor.ts';
import type { Context } from '../../people/context.ts';
import { actorOf, requires } from '../../people/guard.ts';
import type { Result } from '../../platform/result.ts';
import { findVersion, lastVersion } from '../versions/notice-version-queries.ts';
import { readUpload, UPLOAD_OPTIONS } from '../importing/notice-upload.ts';
import { mayTranslate, translatingOf, translationPage, type Translating } from './translation-routes.tsx';
import { findVacancy, recordVacancy } from '../vacancy-queries.ts';
import { isFinal } from '../vacancy-state.ts';
import { readXliff } from './xliff-reading.ts';
import { bringIn, fileOf, type FoundFile } from './xliff-save.ts';
import { explainXliff, XLIFF_TEXTS, type FileRefusal } from './xliff-texts.ts';
import { writeXliff } from './xliff.ts';

type ByLanguage = { Params: { reference: string; language: string } };
type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context };

export function xliffRoutes(web: FastifyInstance, context: Context): void {
  const address = '/staff/vacancies/:reference/translation/:language/file';

  web.get<ByLanguage>(address, requires('vacancies:translate'), async (request, reply) => {
    const translating = await translatingOf(request, context);
    if (!translating) return reply.callNotFound();
    const { vacancy, target } = translating;
    const name = `${vacancy.reference}-${vacancy.originalLanguage}-${target}.xlf`;
    return reply
      .type('application/xliff+xml; charset=utf-8')
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(writeXliff(vacancy, target, await lastVersion(context.db, vacancy.reference)));
  });

  web.post<ByLanguage>(address, requires('vacancies:translate'), async (request, reply) => {
    const translating = await translatingOf(request, context);
    return translating ? receive({ request, reply, context }, translating) : reply.callNotFound();
  });
}

/** Takes what a file brings; nothing changes where it is not a file of this translation. */
async function receive(exchange: Exchange, translating: Translating): Promise<FastifyReply> {
  const { request, context } = exchange;
  const { vacancy, target } = translating;
  const { language } = request;
  const { status } = vacancy;
  const bytes = await uploadOf(request);
  if (!mayTranslate(request, vacancy))
    return translationPage(exchange, translating, {
      refusal: isFinal(status) ? { kind: 'final', status } : { kind: 'not-yours-now', status },
    });
  const found = bytes && fileIn(bytes, translating);
  if (!found?.ok) {
    const message = found ? explainXliff(found.refusal)[language] : XLIFF_TEXTS[language].nothing;
    return translationPage(exchange, translating, { errors: [{ field: 'file', message }] });
  }
  const { db, organisation, clock } = context;
  const { version } = found.value.file;
  const base = version === undefined ? undefined : await findVersion(db, vacancy.reference, version);
  const brought = bringIn(vacancy, { ...found.value, base: base?.notice }, { organisation, now: clock() });
  if (!brought.ok) return translationPage(exchange, translating, { refusal: brought.refusal });
  const { merge, details } = brought.value;
  if (merge.items.size + merge.right.size === 0) return translationPage(exchange, translating, { merge });

  const change = { action: 'import-translation', by: doerOf(actorOf(request)), at: clock(), details };
  const recorded = await recordVacancy(db, brought.value.vacancy, change);
  if (recorded.ok) return translationPage(exchange, { vacancy: recorded.value, target }, { merge });
  const now = (await findVacancy(db, vacancy.reference)) ?? vacancy;
  return translationPage(exchange, { vacancy: now, target }, { refusal: recorded.refusal });
}

async function uploadOf(request: FastifyRequest): Promise<Uint8Array | undefined> {
  if (!request.isMultipart()) return undefined;
  const { files } = await readUpload(request.parts(UPLOAD_OPTIONS));
  return files[0]?.bytes;
}

/** The translation of this notice in a file, in the direction of the page. */
function fileIn(bytes: Uint8Array, { vacancy, target }: Translating): Result<FoundFile, FileRefusal> {
  const document = readXliff(bytes);
  if (!document.ok) return document;
  const found = fileOf(vacancy, document.value);
  if (!found.ok || found.value.target === target) return found;
  const { source, target: other } = document.value;
  return { ok: false, refusal: { kind: 'other-languages', found: `${source} → ${other}` } };
}
