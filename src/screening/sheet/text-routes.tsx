import type { FastifyInstance } from 'fastify';
import { documentName } from '../../applications/documents/document-texts.ts';
import { findReadable } from '../../applications/documents/document-queries.ts';
import { isOpenToStaff } from '../../applications/documents/document.ts';
import { fieldsOf, valueOf } from '../../applications/drafting/draft.ts';
import { requiresIn } from '../../competition/competition-guard.ts';
import type { Context } from '../../people/context.ts';
import { page, pageContext } from '../../people/page.ts';
import { sendAttachment } from '../../platform/files.ts';
import { documentText } from '../../platform/pdf/document-text.ts';
import type { FieldError } from '../../site/forms.tsx';
import { doneIn, screeningAddress, withScreening, type Begun } from '../screening-place-routes.ts';
import { SCREENING_TEXTS } from '../screening-texts.ts';
import { coveredBy, showTexts, textsOf, type ShownTexts } from './evidence.ts';
import { readReason } from './sheet-form.ts';
import { recordLook, recordReveal, revealedTo, type Screened } from './sheet-queries.ts';
import { numberIn, ownSheet } from './sheet-routes.tsx';
import { RevealPage, TextPage } from './text-pages.tsx';

const SHEET = '/staff/vacancies/:reference/screening/:number';
/** Where a passage stands that is none of a document's. */
const ON_SHEET = 'sheet';

/** The documents of an application as its screener reads them, and the passages that they uncover. */
export function textRoutes(web: FastifyInstance, context: Context): void {
  const guard = requiresIn(context, 'screening:screen');
  web.get(`${SHEET}/texts/:kind`, guard, withScreening(context, showText));
  web.get(`${SHEET}/files/:kind`, guard, withScreening(context, sendFile));
  web.get(`${SHEET}/passages/:passage`, guard, withScreening(context, askToUncover));
  web.post(`${SHEET}/passages/:passage`, guard, withScreening(context, uncover));
}

const kindIn = ({ request }: Begun): string => (request.params as { kind: string }).kind;

/** The bytes of a document that its reader may open. */
async function openDocument({ context }: Begun, screened: Screened, kind: string) {
  const document = await findReadable(context.db, screened.id, kind);
  return document && isOpenToStaff(document.scan) ? document : undefined;
}

type Read = { shown: ShownTexts; pages: number } | { problem: 'busy' | 'unreadable' };

/** The words of a document, page by page, covered as its reader must see them. */
async function readDocument(place: Begun, screened: Screened, kind: string): Promise<Read | undefined> {
  const { context, actor, blind } = place;
  const document = await openDocument(place, screened, kind);
  if (!document) return undefined;
  const read = await documentText(document.content, { owner: actor.accountId });
  if (read.kind !== 'read') return { problem: read.kind };
  const texts = read.pages.map((text, index) => ({ place: pagePlace(kind, index), text }));
  const revealed = await revealedTo(context.db, screened.id, actor.accountId);
  return { shown: showTexts(texts, { screened, anonymous: blind, revealed }), pages: texts.length };
}

const pagePlace = (kind: string, index: number): string => `document:${kind}:${index}`;

async function showText(place: Begun) {
  const { request, reply, context, actor, vacancy, blind } = place;
  const own = await ownSheet(place);
  const kind = kindIn(place);
  const read = own && (await readDocument(place, own.screened, kind));
  if (!own || !read) return reply.callNotFound();
  const { number } = own.screened;
  await recordLook(context.db, { number, actor, at: context.clock(), document: kind });
  const asked = { organisation: context.organisation, questions: vacancy.questions };
  const pages =
    'shown' in read
      ? Array.from({ length: read.pages }, (_, index) => read.shown.get(pagePlace(kind, index)) ?? [])
      : undefined;
  const problem = 'problem' in read ? read.problem : undefined;
  if (problem === 'busy') reply.header('retry-after', '5');
  const notice = doneIn(place).done === 'revealed' ? SCREENING_TEXTS[request.language].revealed : undefined;
  const props = { number, kind, pages, problem, anonymous: blind };
  return page(
    reply,
    <TextPage
      page={{ ...pageContext(request, context), notice }}
      address={screeningAddress(place, `/${number}`)}
      name={documentName(kind, asked, request.language)}
      {...props}
    />,
    problem === 'busy' ? 503 : 200,
  );
}

/** The file itself, for who may see whose it is. */
async function sendFile(place: Begun) {
  const { reply, context, actor, blind } = place;
  const own = blind ? undefined : await ownSheet(place);
  const kind = kindIn(place);
  const document = own && (await openDocument(place, own.screened, kind));
  if (!own || !document) return reply.callNotFound();
  await recordLook(context.db, { number: own.screened.number, actor, at: context.clock(), document: kind });
  return sendAttachment(reply, document);
}

type Passage = { key: string; place: string; errors?: FieldError[] };

/** What a passage is that is covered for this reader; nothing where there is none, or it is uncovered already. */
async function coveredPassage(place: Begun, { key, place: where }: Passage) {
  const own = await ownSheet(place);
  if (!own) return undefined;
  const { screened, asked } = own;
  const revealed = await revealedTo(place.context.db, screened.id, place.actor.accountId);
  const read =
    where === ON_SHEET
      ? {
          shown: showTexts(textsOf(screened.content, asked.requirements), {
            screened,
            anonymous: place.blind,
            revealed,
          }),
        }
      : await readDocument(place, screened, where);
  const what = read && 'shown' in read ? coveredBy(read.shown, key) : undefined;
  return what && { screened, what };
}

const passageIn = ({ request }: Begun): string => (request.params as { passage: string }).passage;

function askToUncover(place: Begun) {
  const { in: where = ON_SHEET } = place.request.query as Record<string, string>;
  return revealPage(place, { key: passageIn(place), place: where });
}

async function revealPage(place: Begun, { errors = [], ...passage }: Passage) {
  const { request, reply, context } = place;
  const found = await coveredPassage(place, passage);
  if (!found) return reply.callNotFound();
  const props = { number: found.screened.number, what: found.what, place: passage.place, errors };
  const back = backTo(place, passage.place);
  return page(
    reply,
    <RevealPage page={pageContext(request, context)} back={back} {...props} />,
    errors.length > 0 ? 422 : 200,
  );
}

const backTo = (place: Begun, where: string): string =>
  screeningAddress(place, `/${numberIn(place)}${where === ON_SHEET ? '' : `/texts/${encodeURIComponent(where)}`}`);

async function uncover(place: Begun) {
  const { request, reply, context, actor } = place;
  const fields = fieldsOf(request.body);
  const [key, where] = [passageIn(place), valueOf(fields, 'in')];
  const reason = readReason(fields, 'reason');
  const t = SCREENING_TEXTS[request.language];
  if (reason === '')
    return revealPage(place, { key, place: where, errors: [{ field: 'reason', message: t.noReason }] });
  const found = await coveredPassage(place, { key, place: where });
  if (!found) return reply.callNotFound();
  const { id: applicationId, number } = found.screened;
  const reveal = { applicationId, passage: key, kind: found.what, reason };
  await context.db
    .transaction()
    .execute((transaction) => recordReveal(transaction, { reveal, number, actor, at: context.clock() }));
  return reply.redirect(`${backTo(place, where)}?done=revealed`, 303);
}
