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
import { askedPages, recordAsked } from '../transcribing/transcription-queries.ts';
import { SCREENING_TEXTS } from '../screening-texts.ts';
import { coveredBy, showTexts, textsOf, type ShownTexts } from './evidence.ts';
import { readReason } from './sheet-form.ts';
import { recordLook, recordReveal, revealedTo, type Screened } from './sheet-queries.ts';
import { numberIn, ownSheet } from './sheet-routes.tsx';
import { RevealPage, TextPage, type ShownPage } from './text-pages.tsx';

const SHEET = '/staff/vacancies/:reference/screening/:number';
/** Where a passage stands that is none of a document's. */
const ON_SHEET = 'sheet';

/** The documents of an application as its screener reads them, and the passages that they uncover. */
export function textRoutes(web: FastifyInstance, context: Context): void {
  const guard = requiresIn(context, 'screening:screen');
  web.get(
    `${SHEET}/texts/:kind`,
    guard,
    withScreening(context, (place) => showText(place)),
  );
  web.post(`${SHEET}/texts/:kind`, guard, withScreening(context, askForPage));
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

type Read = { shown: ShownTexts; pages: ShownPage[] } | { problem: 'busy' | 'unreadable' };

/** The words of a document, page by page, covered as its reader must see them; what was written down by hand as well. */
async function readDocument(place: Begun, screened: Screened, kind: string): Promise<Read | undefined> {
  const { context, actor, blind } = place;
  const document = await openDocument(place, screened, kind);
  if (!document) return undefined;
  const read = await documentText(document.content, { owner: actor.accountId });
  if (read.kind !== 'read') return { problem: read.kind };
  const asked = (await askedPages(context.db, screened.id)).filter((one) => one.kind === kind);
  const found = read.pages.map((text, index) => {
    const wordless = text.trim() === '';
    const own = wordless ? asked.find(({ page: number }) => number === index + 1) : undefined;
    return { place: pagePlace(kind, index, wordless), text: own?.transcription ?? text, asked: own };
  });
  const revealed = await revealedTo(context.db, screened.id, actor.accountId);
  const shown = showTexts(found, { screened, anonymous: blind, revealed });
  return { shown, pages: found.map((one) => ({ segments: shown.get(one.place) ?? [], asked: one.asked })) };
}

const pagePlace = (kind: string, index: number, byHand: boolean): string =>
  `${byHand ? 'written-down' : 'document'}:${kind}:${index}`;

async function showText(place: Begun, errors: FieldError[] = []) {
  const { request, reply, context, actor, vacancy, blind } = place;
  const own = await ownSheet(place);
  const kind = kindIn(place);
  const read = own && (await readDocument(place, own.screened, kind));
  if (!own || !read) return reply.callNotFound();
  const { number } = own.screened;
  await recordLook(context.db, { number, actor, at: context.clock(), document: kind });
  const asked = { organisation: context.organisation, questions: vacancy.questions };
  const problem = 'problem' in read ? read.problem : undefined;
  if (problem === 'busy') reply.header('retry-after', '5');
  const t = SCREENING_TEXTS[request.language];
  const notice = { revealed: t.revealed, asked: t.pageAsked }[doneIn(place).done];
  const pages = 'pages' in read ? read.pages : undefined;
  const closed = own.screened.withdrawn || own.screened.result !== undefined;
  const props = { number, kind, pages, problem, errors, closed, anonymous: blind, zone: vacancy.deadlineZone };
  return page(
    reply,
    <TextPage
      page={{ ...pageContext(request, context), notice }}
      address={screeningAddress(place, `/${number}`)}
      name={documentName(kind, asked, request.language)}
      {...props}
    />,
    problem === 'busy' ? 503 : errors.length > 0 ? 422 : 200,
  );
}

/** Asks that a page without text be written down, by who may not see the page itself. */
async function askForPage(place: Begun) {
  const { request, reply, context, actor, blind } = place;
  const own = blind ? await ownSheet(place) : undefined;
  const kind = kindIn(place);
  const fields = fieldsOf(request.body);
  const number = Number(valueOf(fields, 'page'));
  const reason = readReason(fields, `reason-${number}`);
  const read = own && (await readDocument(place, own.screened, kind));
  const wanted = read && 'pages' in read ? read.pages[number - 1] : undefined;
  const wordless = wanted?.segments.every(({ text }) => text.trim() === '');
  if (!own || !wordless || own.screened.withdrawn || own.screened.result) return reply.callNotFound();
  if (reason === '')
    return showText(place, [{ field: `reason-${number}`, message: SCREENING_TEXTS[request.language].noReason }]);
  const asking = { applicationId: own.screened.id, number: own.screened.number, kind, page: number, reason };
  await context.db
    .transaction()
    .execute((transaction) => recordAsked(transaction, asking, { actor, at: context.clock() }));
  return reply.redirect(screeningAddress(place, `/${own.screened.number}/texts/${kind}?done=asked`), 303);
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
