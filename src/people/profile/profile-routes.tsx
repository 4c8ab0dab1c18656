import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { announcingZone } from '../../regulations/deadline.ts';
import { civilDayIn, formatClock, formatInstantToMinute, timeIn } from '../../site/dates.ts';
import { SITE_TEXTS } from '../../site/site-texts.ts';
import type { Context } from '../context.ts';
import { actorOf, signedIn } from '../guard.ts';
import { page, pageContext } from '../page.ts';
import { fieldsOf } from '../typed.ts';
import { profileExportRoutes } from './exporting/export-routes.ts';
import { PendingNotice } from './importing/import-pages.tsx';
import { newEntryId } from './entry-id.ts';
import { partRules } from './entry-words.ts';
import { changePart, lastChange, undo, withPart, type KeptProfile } from './profile-change.ts';
import { readEntries, type FormFields } from './profile-form.ts';
import { PartPage, ProfilePage, type PartPageProps } from './profile-pages.tsx';
import { findImport, findProfile, keptDocumentsCount, lockProfile, recordProfileParts } from './profile-queries.ts';
import { PROFILE_TEXTS } from './profile-texts.ts';
import { PARTS, type Entry, type Part } from './profile.ts';

type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context };

/** A person's own profile: the parts, each with its form, and the files it goes out in. */
export function profileRoutes(web: FastifyInstance, context: Context): void {
  web.get('/my/profile', signedIn(), (request, reply) => overview({ request, reply, context }));
  profileExportRoutes(web, context);
  for (const part of PARTS) {
    web.get(`/my/profile/${part}`, signedIn(), (request, reply) => showPart({ request, reply, context }, part));
    web.post(`/my/profile/${part}`, signedIn(), (request, reply) => savePart({ request, reply, context }, part));
    web.post(`/my/profile/${part}/undo`, signedIn(), (request, reply) => undoPart({ request, reply, context }, part));
  }
}

async function overview({ request, reply, context }: Exchange) {
  const { accountId } = actorOf(request);
  const [{ profile }, documents, pending] = await Promise.all([
    findProfile(context.db, accountId),
    keptDocumentsCount(context.db, accountId),
    findImport(context.db, accountId),
  ]);
  const shown = { page: pageContext(request, context), profile, rules: context.organisation, documents };
  const notice = pending ? <PendingNotice pending={pending} language={request.language} /> : null;
  return page(reply.header('cache-control', 'no-store'), <ProfilePage {...shown} pending={notice} />);
}

async function showPart(exchange: Exchange, part: Part) {
  const { request, context } = exchange;
  const kept = await findProfile(context.db, actorOf(request).accountId);
  const { done, check } = request.query as { done?: string; check?: string };
  const t = PROFILE_TEXTS[request.language];
  const notice = done === 'saved' ? t.saved : done === 'undone' ? t.undone : undefined;
  return partPage(exchange, { part, kept, notice, check: check !== undefined });
}

type Shown = { part: Part; kept: KeptProfile; notice?: string | undefined; check?: boolean; typed?: Entry[] };

function partPage({ request, reply, context }: Exchange, { part, kept, notice, check = false, typed }: Shown) {
  const { language, receivedAt } = request;
  const zone = announcingZone(context.organisation, receivedAt);
  const saved = kept.updatedAt && formatInstantToMinute(kept.updatedAt, zone, language);
  const shown: PartPageProps = {
    page: { ...pageContext(request, context), path: `/my/profile/${part}`, query: undefined, notice },
    part,
    profile: kept.profile,
    rules: context.organisation,
    today: civilDayIn(receivedAt, zone),
    newId: newEntryId(),
    canUndo: lastChange(kept, part) !== undefined,
    savedAt: saved && PROFILE_TEXTS[language].savedOn.replace('{time}', saved),
    check,
    typed,
  };
  return page(reply.header('cache-control', 'no-store'), <PartPage {...shown} />, typed ? 409 : 200);
}

const wantsJson = (request: FastifyRequest): boolean => request.headers.accept?.includes('application/json') ?? false;

/** Keeps what was typed, then adds or removes an entry where that was asked: all in one transaction. */
async function savePart(exchange: Exchange, part: Part) {
  const { request, reply, context } = exchange;
  const { accountId } = actorOf(request);
  const fields = fieldsOf(request.body) as FormFields;
  const one = (name: string) => [fields[name] ?? ''].flat()[0] ?? '';
  const typed = readEntries(part, partRules(part, context.organisation), fields);
  const typing = wantsJson(request);
  const now = context.clock();
  const outcome = await context.db.transaction().execute(async (transaction) => {
    const kept = await lockProfile(transaction, accountId, now);
    const changed = changePart(kept, { part, entries: typed, revision: Number(one('base') || Number.NaN), typing });
    if (!changed.ok) return { kept, conflict: true };
    const asked = typing
      ? changed.value
      : withAsked(changed.value, { part, add: one('go') === 'add', remove: one('remove') });
    if (asked !== kept) await recordProfileParts(transaction, { accountId, kept: asked }, now);
    return { kept: asked, conflict: false };
  });
  if (typing) return answerAutosave(exchange, part, outcome);
  if (outcome.conflict) return partPage(exchange, { part, kept: outcome.kept, typed });
  const here = `/${request.language}/my/profile/${part}`;
  return reply.redirect(one('go') === 'add' ? `${here}#last` : `${here}?done=saved`, 303);
}

function withAsked(
  kept: KeptProfile,
  { part, add, remove }: { part: Part; add: boolean; remove: string },
): KeptProfile {
  const entries = kept.profile.parts[part];
  if (add) return withPart(kept, { part, entries: [...entries, { id: newEntryId(), fields: {} }], typing: false });
  if (!entries.some(({ id }) => id === remove)) return kept;
  return withPart(kept, { part, entries: entries.filter(({ id }) => id !== remove), typing: false });
}

function answerAutosave(
  { request, reply, context }: Exchange,
  part: Part,
  { kept, conflict }: { kept: KeptProfile; conflict: boolean },
) {
  const { language } = request;
  const t = SITE_TEXTS[language];
  reply.header('cache-control', 'no-store');
  const compare = `/${language}/my/profile/${part}`;
  if (conflict) return reply.code(409).send({ kind: 'changed-meanwhile', text: t.changedElsewhere, compare });
  const zone = announcingZone(context.organisation, request.receivedAt);
  const time = formatClock(timeIn(context.clock(), zone).slice(0, 5), language);
  return reply.send({ base: String(kept.profile.revisions[part]), text: t.saved.replace('{time}', time) });
}

async function undoPart({ request, reply, context }: Exchange, part: Part) {
  const { accountId } = actorOf(request);
  const now = context.clock();
  await context.db.transaction().execute(async (transaction) => {
    const kept = await lockProfile(transaction, accountId, now);
    await recordProfileParts(transaction, { accountId, kept: undo(kept, part) }, now);
  });
  return reply.redirect(`/${request.language}/my/profile/${part}?done=undone`, 303);
}
