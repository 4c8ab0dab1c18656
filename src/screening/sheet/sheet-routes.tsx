import type { FastifyInstance } from 'fastify';
import { fieldsOf, valueOf } from '../../applications/drafting/draft.ts';
import { requiresIn } from '../../competition/competition-guard.ts';
import type { Context } from '../../people/context.ts';
import { page, pageContext } from '../../people/page.ts';
import type { FieldError } from '../../site/forms.tsx';
import { dueOfOne } from '../due/due-routes.tsx';
import { neighboursOf } from '../list/screening-list-queries.ts';
import { explainSheet, SCREENING_TEXTS } from '../screening-texts.ts';
import { doneIn, screeningAddress, withScreening, type Begun } from '../screening-place-routes.ts';
import { placeTold } from '../settlement/place-words.ts';
import { areCompared, placesOf, visibleSheets } from '../settlement/settlement.ts';
import { showTexts, textsOf } from './evidence.ts';
import { findingField, readFindings, readReason, reasonField } from './sheet-form.ts';
import { SheetPage } from './sheet-pages.tsx';
import {
  findScreened,
  lockSheets,
  namesOfAccounts,
  recordLook,
  recordReopening,
  recordSheet,
  revealedTo,
  sheetsOf,
  type Screened,
} from './sheet-queries.ts';
import {
  departures,
  reopenSheet,
  saveSheet,
  signSheet,
  type Asked,
  type Findings,
  type Gap,
  type Sheet,
} from './sheet.ts';

const SHEET = '/staff/vacancies/:reference/screening/:number';

/** One's own sheet of an application: to read, to fill in, to sign, to open again. */
export function sheetRoutes(web: FastifyInstance, context: Context): void {
  const guard = requiresIn(context, 'screening:screen');
  web.get(SHEET, guard, withScreening(context, showSheet));
  web.post(SHEET, guard, withScreening(context, save));
  web.post(`${SHEET}/reopening`, guard, withScreening(context, reopen));
}

export const numberIn = ({ request }: Pick<Begun, 'request'>): string => (request.params as { number: string }).number;

type Own = { screened: Screened; asked: Asked; sheets: Sheet[]; sheet: Sheet };

/** The application and one's own sheet of it; nothing where one has none, or may not judge it. */
export async function ownSheet({ context, actor, vacancy, screening, ...place }: Begun): Promise<Own | undefined> {
  const { accountId } = actor;
  const number = numberIn(place);
  const screened = await findScreened(context.db, { reference: vacancy.reference, number, accountId });
  if (!screened) return undefined;
  const sheets = await sheetsOf(context.db, screened.id);
  const sheet = sheets.find(({ screenerId }) => screenerId === accountId);
  const asked = { rules: screened.rules, requirements: screening.requirements };
  return sheet && { screened, asked, sheets, sheet };
}

async function showSheet(place: Begun) {
  const own = await ownSheet(place);
  if (!own) return place.reply.callNotFound();
  const { context, actor } = place;
  await recordLook(context.db, { number: own.screened.number, actor, at: context.clock() });
  return sheetPage(place, own);
}

type Back = { typed?: Findings; errors?: FieldError[]; problem?: string };

async function sheetPage(place: Begun, { screened, asked, sheets, sheet }: Own, back: Back = {}) {
  const { request, reply, context, actor, vacancy, screening, blind, may } = place;
  const { db, organisation } = context;
  const { accountId } = actor;
  const t = SCREENING_TEXTS[request.language];
  const visible = visibleSheets(sheets, { accountId, screeners: screening.screeners });
  const shown = showTexts(textsOf(screened.content, asked.requirements), {
    screened,
    anonymous: blind,
    revealed: await revealedTo(db, screened.id, accountId),
  });
  const { reference } = vacancy;
  const { done } = doneIn(place);
  const notices: Record<string, string> = {
    saved: t.saved,
    signed: t.savedSigned,
    reopened: t.reopened,
    revealed: t.revealed,
  };
  const ids = [...visible.map(({ screenerId }) => screenerId), ...(screened.result ? [screened.result.settledBy] : [])];
  const props = {
    page: { ...pageContext(request, context), notice: notices[done] },
    reopenable: sheet.signedAt !== null && !screened.result && !areCompared(sheets, screening.screeners),
    names: await namesOfAccounts(db, ids),
    neighbours: await neighboursOf(db, { reference, accountId, number: screened.number }),
    may: { applications: may('applications:read') },
    vacancy,
    screened,
    asked,
    sheet,
    visible,
    organisation,
    shown,
    due: await dueOfOne(place, screened.id),
    anonymous: blind,
  };
  return page(reply, <SheetPage {...props} {...back} />, back.errors || back.problem ? 422 : 200);
}

/** Saves what was typed; to sign, all of it must be there. What is saved stays saved where it cannot be signed yet. */
async function save(place: Begun) {
  const { request, reply, context, actor } = place;
  const at = context.clock();
  const fields = fieldsOf(request.body);
  const doing = valueOf(fields, 'do');
  const own = await ownSheet(place);
  if (!own || own.screened.withdrawn) return reply.callNotFound();
  const { screened, asked } = own;
  const { number } = screened;
  const typed = readFindings(asked, fields, own.sheet.findings);
  const version = Number(valueOf(fields, 'version'));
  const saved = await context.db.transaction().execute(async (transaction) => {
    const { sheets, settled } = await lockSheets(transaction, screened.id);
    const sheet = lockedSheet(place, sheets);
    if (!sheet) return undefined;
    const state = { asked, settled };
    const kept = saveSheet({ ...state, sheet }, { findings: typed, version }, at);
    if (!kept.ok) return kept;
    const before = departures(asked, sheet.findings);
    const overridden = departures(asked, kept.value.findings)
      .filter((one) => !before.some(({ rule, to }) => rule === one.rule && to === one.to))
      .map((details) => ({ action: 'rule-departed-from', details }));
    await recordSheet(transaction, { sheet: kept.value, number, actor, at }, overridden);
    if (!doing.startsWith('sign')) return kept;
    const signed = signSheet({ ...state, sheet: kept.value }, at);
    if (signed.ok) await recordSheet(transaction, { sheet: signed.value, number, actor, at }, []);
    return signed;
  });
  if (!saved) return reply.callNotFound();
  if (!saved.ok) {
    const after = (await ownSheet(place)) ?? own;
    const problem = explainSheet(saved.refusal)[request.language];
    const errors = saved.refusal.kind === 'incomplete' ? gapErrors(asked, saved.refusal.gaps, place) : undefined;
    return sheetPage(place, after, { typed, problem, ...(errors && { errors }) });
  }
  return goOn(place, number, doing);
}

/** One's own sheet, held; undefined where it was taken back meanwhile. */
const lockedSheet = ({ actor }: Begun, sheets: readonly Sheet[]): Sheet | undefined =>
  sheets.find(({ screenerId }) => screenerId === actor.accountId);

/** To the next that waits, or back to the same. */
async function goOn(place: Begun, number: string, doing: string) {
  const { context, actor, vacancy, reply } = place;
  const { accountId } = actor;
  const { open } = await neighboursOf(context.db, { reference: vacancy.reference, accountId, number });
  const done = doing.startsWith('sign') ? 'signed' : 'saved';
  if (!doing.endsWith('-next')) return reply.redirect(screeningAddress(place, `/${number}?done=${done}`), 303);
  return reply.redirect(screeningAddress(place, open ? `/${open}?done=${done}` : `?done=${done}`), 303);
}

function gapErrors(asked: Asked, gaps: readonly Gap[], { request }: Pick<Begun, 'request'>): FieldError[] {
  const { language } = request;
  const t = SCREENING_TEXTS[language];
  return gaps.map(({ code, gap }) => {
    const place = placesOf(asked).find((one) => one.code === code);
    const what = place ? placeTold(asked, place, language) : code;
    return gap === 'no-finding'
      ? { field: findingField(code), message: t.missingFinding(what) }
      : { field: reasonField(code), message: t.missingReason(what) };
  });
}

async function reopen(place: Begun) {
  const { request, reply, context, actor, screening } = place;
  const at = context.clock();
  const own = await ownSheet(place);
  if (!own) return reply.callNotFound();
  const { screened } = own;
  const reason = readReason(fieldsOf(request.body), 'reason');
  const opened = await context.db.transaction().execute(async (transaction) => {
    const { sheets, settled } = await lockSheets(transaction, screened.id);
    const sheet = lockedSheet(place, sheets);
    if (!sheet) return undefined;
    const open = reopenSheet({ sheet, settled, reason, shown: areCompared(sheets, screening.screeners) });
    if (!open.ok || !sheet.signedAt) return open;
    const { number } = screened;
    await recordReopening(transaction, { sheet: open.value, number, actor, at, signedAt: sheet.signedAt, reason });
    return open;
  });
  if (!opened) return reply.callNotFound();
  if (opened.ok) return reply.redirect(screeningAddress(place, `/${screened.number}?done=reopened`), 303);
  const message = explainSheet(opened.refusal)[request.language];
  return sheetPage(place, own, { errors: [{ field: 'reason', message }] });
}
