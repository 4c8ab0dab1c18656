import type { ComponentChildren } from 'preact';
import type { Language } from '../../platform/language.ts';
import { StepUpFields } from '../../people/step-up/step-up-fields.tsx';
import type { Offered } from '../../people/step-up/step-up.ts';
import type { Neighbour } from '../../regulations/organisation/hand-over-schema.ts';
import { dateIn } from '../../site/dates.ts';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { errorOf, SubmitButton, TextField, type FieldError } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import { formatNumber, joinList } from '../../site/numbers.ts';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, Notice, SummaryList } from '../../site/parts.tsx';
import { OVERLAP_DAYS } from './endpoint.ts';
import type { Endpoint } from './endpoint-queries.ts';
import type { LastAttempt } from './hand-over.ts';
import { endpointAddress, QUEUE_ADDRESS } from './hand-over-address.ts';
import { HAND_OVER_SCHEMA_PATH } from './hand-over-record.ts';
import { FIELD_TEXTS } from './hand-over-record-texts.ts';
import { explainAttempt, HAND_OVER_TEXTS } from './hand-over-texts.ts';

export type EndpointProps = {
  page: PageContext;
  neighbour: Neighbour;
  endpoint: Endpoint | undefined;
  /** What stands in the field of the address. */
  typed: string;
  /** By what its reader can show once more who they are. */
  offered: Offered;
  /** In which instants are told (IANA). */
  zone: string;
  errors: FieldError[];
  problem?: string | undefined;
  /** A secret that was made this moment: shown here, and never again. */
  secret?: string | undefined;
  /** What came of a test message. */
  tested?: Pick<LastAttempt, 'status' | 'problem'> | undefined;
};

/** Where messages to a neighbour go, what signs them, and what it gets. */
export function EndpointPage(props: EndpointProps) {
  const { page, neighbour, endpoint, errors, problem, secret, tested } = props;
  const { language } = page;
  const t = HAND_OVER_TEXTS[language];
  const title = t.configure(neighbour.name[language]);
  return (
    <StaffLayout page={page} title={title} nav={page.actor?.links ?? []} inError={errors.length > 0}>
      <BackLink href={`/${language}${QUEUE_ADDRESS}`}>{t.title}</BackLink>
      <ErrorSummary errors={errors} />
      {problem && <Notice tone="warning" status title={problem} />}
      {secret && (
        <Notice tone="success" status title={t.secretShown}>
          <p>{t.secretShownNote}</p>
          <p>
            <code>{secret}</code>
          </p>
        </Notice>
      )}
      {tested && <Tested language={language} tested={tested} />}
      <h1>{title}</h1>
      <p class="lede">{t.endpointLede}</p>
      <AddressForm {...props} />
      {endpoint && <Secrets {...props} endpoint={endpoint} />}
      {endpoint && (
        <section>
          <h2>{t.test}</h2>
          <p>{t.testNote}</p>
          <Button {...{ language, neighbour, step: 'test' }}>{t.testButton}</Button>
        </section>
      )}
      <Mapping language={language} neighbour={neighbour} />
      {endpoint && (
        <Button {...{ language, neighbour, step: 'removal' }} tone="danger">
          {t.remove}
        </Button>
      )}
    </StaffLayout>
  );
}

type Of = { language: Language; neighbour: Neighbour };
type ButtonProps = Of & { step: string; tone?: 'quiet' | 'danger'; children: ComponentChildren };

function Button({ language, neighbour, step, tone = 'quiet', children }: ButtonProps) {
  return (
    <form method="post" action={`/${language}${endpointAddress(neighbour.code)}/${step}`}>
      <p class="actions">
        <SubmitButton tone={tone}>{children}</SubmitButton>
      </p>
    </form>
  );
}

function Tested({ language, tested }: { language: Language; tested: NonNullable<EndpointProps['tested']> }) {
  const t = HAND_OVER_TEXTS[language];
  const why = explainAttempt(tested, t);
  return why === '' ? (
    <Notice tone="success" status title={t.tested.delivered} />
  ) : (
    <Notice tone="error" status title={t.tested.failed}>
      <p>{why}</p>
    </Notice>
  );
}

function AddressForm({ page, neighbour, endpoint, typed, zone, errors, offered }: EndpointProps) {
  const { language } = page;
  const t = HAND_OVER_TEXTS[language];
  return (
    <form method="post" action={`/${language}${endpointAddress(neighbour.code)}`} novalidate>
      <input type="hidden" name="version" value={endpoint?.version ?? 0} />
      <TextField
        name="url"
        type="url"
        label={t.address}
        hint={t.addressHint}
        value={typed}
        autocomplete="off"
        error={errorOf(errors, 'url')}
      />
      {endpoint && (
        <p class="hint">
          {t.setBy(endpoint.setByName)}, {dateIn(endpoint.setAt, zone, language)}
        </p>
      )}
      <StepUpFields page={page} offered={offered} errors={errors} hint={t.stepUpHint} />
      <p class="actions">
        <SubmitButton>{t.keep}</SubmitButton>
      </p>
    </form>
  );
}

function Secrets({ page: { language }, neighbour, endpoint, zone }: EndpointProps & { endpoint: Endpoint }) {
  const t = HAND_OVER_TEXTS[language];
  const { secrets } = endpoint;
  return (
    <section>
      <h2>{t.secret}</h2>
      <p>{t.secretNote(formatNumber(OVERLAP_DAYS, language))}</p>
      {secrets.length === 0 ? (
        <p>{t.noSecret}</p>
      ) : (
        <ul>
          {secrets.map(({ number, madeAt, signsUntil }) => (
            <li key={number}>
              {t.secretOf(formatNumber(number, language), dateIn(madeAt, zone, language))},{' '}
              {signsUntil ? `${t.signsUntil} ${dateIn(signsUntil, zone, language)}` : t.inUse}
            </li>
          ))}
        </ul>
      )}
      <Button {...{ language, neighbour, step: 'secret' }}>{secrets.length === 0 ? t.firstSecret : t.newSecret}</Button>
      {secrets.some(({ signsUntil }) => signsUntil !== null) && (
        <Button {...{ language, neighbour, step: 'old-secret' }}>{t.endOld}</Button>
      )}
    </section>
  );
}

function Mapping({ language, neighbour: { events, fields, source } }: Of) {
  const t = HAND_OVER_TEXTS[language];
  return (
    <section>
      <h2>{t.mapping}</h2>
      <SummaryList
        rows={[
          {
            term: t.forEvents,
            value: joinList(
              events.map((event) => t.events[event]),
              language,
            ),
          },
          ...fields.map(({ field, as }) => ({ term: FIELD_TEXTS[field].name[language], value: <code>{as}</code> })),
        ]}
      />
      <p class="hint">{source[language]}</p>
      <p>
        <a href={HAND_OVER_SCHEMA_PATH}>{t.schema}</a>
      </p>
    </section>
  );
}
