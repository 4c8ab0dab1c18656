import type { FastifyInstance } from 'fastify';
import { fieldsOf, valueOf } from '../../applications/drafting/draft.ts';
import { requiresIn } from '../../competition/competition-guard.ts';
import type { Context } from '../../people/context.ts';
import { page, pageContext } from '../../people/page.ts';
import type { FieldError } from '../../site/forms.tsx';
import { doneIn, screeningAddress, withScreening, type Begun } from '../screening-place-routes.ts';
import { explainTranscription, SCREENING_TEXTS } from '../screening-texts.ts';
import { pageKey, TranscriptionsPage } from './transcription-pages.tsx';
import { recordTranscription, waitingPages } from './transcription-queries.ts';
import { transcribe } from './transcription.ts';

/** Writing down pages without text, for who arranges and may see whose they are. */
export function transcriptionRoutes(web: FastifyInstance, context: Context): void {
  const guard = requiresIn(context, 'competition:arrange');
  const address = '/staff/vacancies/:reference/screening/transcriptions';
  web.get(
    address,
    guard,
    withScreening(context, (place) => transcriptionsPage(place)),
  );
  web.post(address, guard, withScreening(context, write));
}

type Back = { typed?: { key: string; text: string; nothing: boolean }; errors?: FieldError[]; problem?: string };

const waitingIn = ({ context, vacancy, actor }: Begun) => waitingPages(context.db, vacancy.reference, actor.accountId);

async function transcriptionsPage(place: Begun, back: Back = {}) {
  const { request, reply, context, vacancy, blind } = place;
  // Whoever opens the document sees whose it is.
  if (blind) return reply.callNotFound();
  const notice = doneIn(place).done === 'transcribed' ? SCREENING_TEXTS[request.language].transcribed : undefined;
  const props = { vacancy, organisation: context.organisation, waiting: await waitingIn(place) };
  return page(
    reply,
    <TranscriptionsPage page={{ ...pageContext(request, context), notice }} {...props} {...back} />,
    back.errors || back.problem ? 422 : 200,
  );
}

async function write(place: Begun) {
  const { request, reply, context, actor, blind } = place;
  if (blind) return reply.callNotFound();
  const fields = fieldsOf(request.body);
  const key = valueOf(fields, 'page');
  const typed = {
    key,
    text: valueOf(fields, `text-${key}`).replaceAll(/\r\n?/g, '\n'),
    nothing: valueOf(fields, `nothing-${key}`) === 'yes',
  };
  const asked = (await waitingIn(place)).find((one) => pageKey(one) === key);
  const gone = SCREENING_TEXTS[request.language].transcribedMeanwhile;
  if (!asked) return transcriptionsPage(place, { problem: gone });
  const written = transcribe(typed);
  if (!written.ok) {
    const message = explainTranscription(written.refusal)[request.language];
    return transcriptionsPage(place, { typed, errors: [{ field: `text-${key}`, message }] });
  }
  const done = { transcription: written.value, actor, at: context.clock() };
  const kept = await context.db.transaction().execute((transaction) => recordTranscription(transaction, asked, done));
  if (!kept) return transcriptionsPage(place, { problem: gone });
  return reply.redirect(screeningAddress(place, '/transcriptions?done=transcribed'), 303);
}
