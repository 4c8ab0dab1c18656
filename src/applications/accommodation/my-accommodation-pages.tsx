import { formatMonths } from '../../regulations/contracts/contract-texts.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { DateField } from '../../site/date-field.tsx';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { Checkboxes, errorOf, SubmitButton, TextArea } from '../../site/forms.tsx';
import { PublicLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, Notice, Tag, Why } from '../../site/parts.tsx';
import { MAX_WORDS, type AccommodationRequest } from './accommodation.ts';
import { ACCOMMODATION_TEXTS } from './accommodation-texts.ts';

import { requestAddress, EvidencePart, Looks, TakeBack, type RequestPageProps } from './request-parts.tsx';

/** What somebody asks for with one application: who sees it, what was decided, who has read it, and how to take it back. */
export function AccommodationPage(props: RequestPageProps) {
  const { page, number, organisation, request, errors = [] } = props;
  const { language } = page;
  const t = ACCOMMODATION_TEXTS[language];
  const { accommodation } = organisation;
  return (
    <PublicLayout page={page} title={t.forApplication(number)} inError={errors.length > 0}>
      <BackLink href={`/${language}/my/applications/${number}`}>{t.back}</BackLink>
      <ErrorSummary errors={errors} />
      <p class="eyebrow">
        {request && <Tag tone="info">{t.statuses[request.status]}</Tag>} <b>{number}</b>
      </p>
      <h1>{t.title}</h1>
      <p>{accommodation.text[language]}</p>
      <Why summary={t.why}>
        <p>{accommodation.source[language]}</p>
      </Why>
      <Notice tone="plain" title={t.whoSees}>
        <p>{t.whoSeesNote}</p>
        <p>{keptFor(organisation, page)}</p>
      </Notice>
      {request?.answer && <DecisionTold page={page} request={request} />}
      <AskForm {...props} />
      {request && <EvidencePart {...props} request={request} />}
      {request && <Looks {...props} />}
      {request && <TakeBack {...props} />}
    </PublicLayout>
  );
}

function keptFor({ retention }: Organisation, { language }: PageContext): string {
  const t = ACCOMMODATION_TEXTS[language];
  const months = (wanted: string) => retention.find(({ code }) => code === wanted)?.months ?? null;
  const [evidence, request] = [months('accommodation-evidence'), months('accommodation-requests')];
  if (evidence === null || request === null) return t.keptOpen;
  return t.keptFor(formatMonths(evidence, language), formatMonths(request, language));
}

function DecisionTold({ page: { language }, request }: { page: PageContext; request: AccommodationRequest }) {
  const t = ACCOMMODATION_TEXTS[language];
  return (
    <section>
      <h2>{t.decision}</h2>
      <p>
        <b>{t.statuses[request.status]}</b>
      </p>
      <p class="as-typed">{request.answer?.reason}</p>
      {request.arrangement && (
        <>
          <h3>{t.arrangement}</h3>
          <p class="as-typed">{request.arrangement}</p>
          <p class="hint">{t.arrangementNote}</p>
        </>
      )}
    </section>
  );
}

function AskForm({ page, number, organisation, request, typed, errors = [] }: RequestPageProps) {
  const { language } = page;
  const t = ACCOMMODATION_TEXTS[language];
  const kinds = organisation.accommodation.kinds.map(({ code, name }) => ({ value: code, text: name[language] }));
  return (
    <form method="post" action={requestAddress(page, number)} novalidate>
      <input type="hidden" name="version" value={request?.version ?? 0} />
      <Checkboxes
        name="kinds"
        label={t.kinds}
        hint={t.kindsHint}
        options={kinds}
        values={typed.kinds}
        error={errorOf(errors, 'kinds')}
      />
      <TextArea
        name="words"
        label={t.words}
        hint={t.wordsHint}
        value={typed.words}
        maxCharacters={MAX_WORDS}
        error={errorOf(errors, 'words')}
      />
      <DateField
        name="until"
        label={t.until}
        hint={t.untilHint}
        value={typed.until}
        error={errorOf(errors, 'until')}
        optional
      />
      {request && request.status !== 'requested' && <p class="hint">{t.changeNote}</p>}
      <div class="actions">
        <SubmitButton>{request ? t.change : t.send}</SubmitButton>
      </div>
    </form>
  );
}
