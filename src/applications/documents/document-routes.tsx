import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../../people/context.ts';
import { actorOf, signedIn } from '../../people/guard.ts';
import { formPageContext, page, pageContext } from '../../people/page.ts';
import { canRenderWord } from '../../platform/documents/word-rendition.ts';
import { receivedFile, sendAttachment } from '../../platform/files.ts';
import { scannerOf } from '../../platform/malware/scanner.ts';
import { sendPage } from '../../platform/pdf/send-page.ts';
import { findDossier, lockDossier } from '../application-queries.ts';
import type { Dossier } from '../application.ts';
import { placeOfDiscarded } from '../discarding/discard.ts';
import { DocumentRemovalPage, documentsAddress, DocumentsPage } from './document-pages.tsx';
import { checkUpload } from './document-check.ts';
import {
  documentsOf,
  documentsSetAside,
  findOriginal,
  findReadable,
  recordMalware,
  removeDocument,
  restoreDocument,
  storeDocument,
} from './document-queries.ts';
import { DOCUMENT_TEXTS } from './document-texts.ts';
import { noChange, requestedDocuments, type DocumentRefusal, type RequestedDocument } from './document.ts';

type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context };
type Params = { number: string; kind: string };

const DOCUMENTS = '/my/applications/:number/documents';

/** The documents of a person's own application: see, attach, replace, download, remove, put back. */
export function documentRoutes(web: FastifyInstance, context: Context): void {
  web.get(DOCUMENTS, signedIn(), (request, reply) => showDocuments({ request, reply, context }));
  web.post(`${DOCUMENTS}/:kind`, signedIn(), (request, reply) => attach({ request, reply, context }));
  web.get(`${DOCUMENTS}/:kind`, signedIn(), (request, reply) => download({ request, reply, context }));
  web.get(`${DOCUMENTS}/:kind/rendition`, signedIn(), (request, reply) => readable({ request, reply, context }));
  web.get(`${DOCUMENTS}/:kind/pages/:page`, signedIn(), (request, reply) => pageImage({ request, reply, context }));
  web.post(`${DOCUMENTS}/:kind/restoration`, signedIn(), (request, reply) => restore({ request, reply, context }));
  web.get(`${DOCUMENTS}/:kind/removal`, signedIn(), (request, reply) => askToRemove({ request, reply, context }));
  web.post(`${DOCUMENTS}/:kind/removal`, signedIn(), (request, reply) => remove({ request, reply, context }));
}

const ownOf = (request: FastifyRequest) => {
  const { number, kind } = request.params as Params;
  return { accountId: actorOf(request).accountId, number, kind };
};

type Place = { dossier: Dossier; requested: RequestedDocument[] };

async function findPlace({ request, context }: Exchange): Promise<Place | undefined> {
  const dossier = await findDossier(context.db, ownOf(request), context.organisation);
  return dossier && { dossier, requested: requestedDocuments(dossier.vacancy, context.organisation) };
}

async function showDocuments(exchange: Exchange) {
  const place = await findPlace(exchange);
  if (!place) return exchange.reply.callNotFound();
  return leadsElsewhere(exchange, place) ?? documentsPage(exchange, place);
}

/** Whoever opens a page of a draft that was thrown away is led to where it is put back; what is sent is told why not. */
function leadsElsewhere({ request, reply }: Exchange, { dossier }: Place): FastifyReply | undefined {
  const elsewhere = placeOfDiscarded(dossier.application, request.language);
  return elsewhere && request.method !== 'POST' ? reply.redirect(elsewhere, 303) : undefined;
}

type Refused = { kind: string; refusal: DocumentRefusal };

async function documentsPage(exchange: Exchange, { dossier, requested }: Place, refused?: Refused) {
  const { request, reply, context } = exchange;
  const { id } = dossier.application;
  const [documents, setAside] = await Promise.all([documentsOf(context.db, id), documentsSetAside(context.db, id)]);
  const wordTaken = await canRenderWord();
  const scanner = scannerOf(context.config).kind;
  const closed = noChange(dossier.application, dossier.vacancy, request.receivedAt);
  const told = formPageContext(request, context, {
    path: `/my/applications/${dossier.application.number}/documents`,
    notice: whatWasDone(request, requested),
  });
  const late = closed !== undefined && request.method === 'POST';
  const status = refused ? statusOf(refused.refusal) : late ? 422 : 200;
  const shown = { dossier, requested, documents, setAside, wordTaken, scanner, closed, refused };
  return page(reply, <DocumentsPage page={told} {...shown} />, status);
}

const statusOf = ({ kind }: DocumentRefusal): number => (kind === 'too-large' ? 413 : 422);

/** What the request before this one did, from the address it led to. */
function whatWasDone({ query, language }: FastifyRequest, requested: RequestedDocument[]): string | undefined {
  const { stored, removed, restored } = query as Record<string, unknown>;
  const t = DOCUMENT_TEXTS[language];
  const nameOf = (kind: unknown) => requested.find((rule) => rule.kind === kind)?.name[language];
  const [storedName, removedName, restoredName] = [stored, removed, restored].map(nameOf);
  if (restoredName) return t.restored(restoredName);
  return storedName ? t.stored(storedName) : removedName && t.removed(removedName);
}

async function attach(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const own = ownOf(request);
  const place = await findPlace(exchange);
  const rule = place?.requested.find(({ kind }) => kind === own.kind);
  if (!place || !rule) return reply.callNotFound();
  const file = await receivedFile(request); // read to its end in any case: a browser shows no answer before it has sent
  const { application, vacancy } = place.dossier;
  if (noChange(application, vacancy, request.receivedAt)) return documentsPage(exchange, place);

  const checked = await checkUpload(file, { rule, owner: own.accountId, scanner: scannerOf(context.config) });
  if (!checked.ok) return answerRefusal(exchange, place, { kind: rule.kind, refusal: checked.refusal });

  const kept = await inDraft(exchange, (transaction, dossier) =>
    storeDocument(
      transaction,
      { application: dossier.application, kind: rule.kind, file: checked.value },
      context.clock(),
    ),
  );
  if (!kept) return showDocuments(exchange);
  return reply.redirect(`${documentsAddress(request.language, own.number)}?stored=${rule.kind}`, 303);
}

/** Of malware the event is kept, and nothing else. */
async function answerRefusal(exchange: Exchange, place: Place, why: Refused) {
  const { context } = exchange;
  const { refusal, kind } = why;
  if (refusal.kind === 'infected')
    await inDraft(exchange, (transaction, { application }) =>
      recordMalware(transaction, { application, kind }, context.clock()),
    );
  return documentsPage(exchange, place, why);
}

/** Does something to a draft that nobody can submit meanwhile; false when it is no open draft any more. */
async function inDraft(
  { request, context }: Exchange,
  change: (transaction: Parameters<typeof lockDossier>[0], dossier: Dossier) => Promise<void>,
): Promise<boolean> {
  return context.db.transaction().execute(async (transaction) => {
    const dossier = await lockDossier(transaction, ownOf(request), context.organisation);
    if (!dossier || noChange(dossier.application, dossier.vacancy, request.receivedAt)) return false;
    await change(transaction, dossier);
    return true;
  });
}

async function download(exchange: Exchange) {
  const dossier = await ownDossier(exchange);
  const { kind } = ownOf(exchange.request);
  const document = dossier && (await findOriginal(exchange.context.db, dossier.application.id, kind));
  return document ? sendAttachment(exchange.reply, document) : exchange.reply.callNotFound();
}

async function readable(exchange: Exchange) {
  const dossier = await ownDossier(exchange);
  const { kind } = ownOf(exchange.request);
  const document = dossier && (await findReadable(exchange.context.db, dossier.application.id, kind));
  return document ? sendAttachment(exchange.reply, document) : exchange.reply.callNotFound();
}

async function pageImage(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const dossier = await ownDossier(exchange);
  const { kind, accountId } = ownOf(request);
  const number = Number((request.params as { page: string }).page);
  const document = (dossier?.documents ?? []).find((one) => one.kind === kind);
  if (!dossier || !document || !Number.isSafeInteger(number) || number < 1 || number > document.pages)
    return reply.callNotFound();
  const found = await findReadable(context.db, dossier.application.id, kind);
  return found ? sendPage(reply, found.content, { page: number, owner: accountId }) : reply.callNotFound();
}

const ownDossier = ({ request, context }: Exchange) => findDossier(context.db, ownOf(request), context.organisation);

async function restore(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const { number, kind } = ownOf(request);
  if (!(await findPlace(exchange))?.requested.some((rule) => rule.kind === kind)) return reply.callNotFound();

  let restored = false;
  const open = await inDraft(exchange, async (transaction, { application }) => {
    restored = await restoreDocument(transaction, { application, kind }, context.clock());
  });
  if (!open) return showDocuments(exchange);
  return reply.redirect(`${documentsAddress(request.language, number)}${restored ? `?restored=${kind}` : ''}`, 303);
}

async function askToRemove(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const { number, kind } = ownOf(request);
  const place = await findPlace(exchange);
  const rule = place?.requested.find((other) => other.kind === kind);
  if (!place || !rule) return reply.callNotFound();
  const document = (await documentsOf(context.db, place.dossier.application.id)).find((other) => other.kind === kind);
  const closed = noChange(place.dossier.application, place.dossier.vacancy, request.receivedAt);
  if (!document || closed) return leadsElsewhere(exchange, place) ?? documentsPage(exchange, place);
  return page(reply, <DocumentRemovalPage page={pageContext(request, context)} {...{ number, rule, document }} />);
}

async function remove(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const { number, kind } = ownOf(request);
  if (!(await findPlace(exchange))?.requested.some((rule) => rule.kind === kind)) return reply.callNotFound();

  const removed = await inDraft(exchange, (transaction, { application }) =>
    removeDocument(transaction, { application, kind }, context.clock()),
  );
  if (!removed) return showDocuments(exchange);
  return reply.redirect(`${documentsAddress(request.language, number)}?removed=${kind}`, 303);
}
