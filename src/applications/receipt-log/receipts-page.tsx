import type { Language } from '../../platform/language.ts';
import { DataTable } from '../../site/data-table.tsx';
import { formatInstantToMinute } from '../../site/dates.ts';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { controlProps, Labelled } from '../../site/field.tsx';
import { errorOf, SubmitButton, TextArea, type FieldError } from '../../site/forms.tsx';
import { PublicLayout } from '../../site/layout.tsx';
import { formatNumber, plural } from '../../site/numbers.ts';
import type { PageContext } from '../../site/page-context.ts';
import { Notice, Tag } from '../../site/parts.tsx';
import type { Check, ReadFile } from './receipt-file.ts';
import type { PublishedKey } from '../../people/signing-key/signing-key-queries.ts';
import { RECEIPT_LOG_TEXTS, tellCheck } from './receipt-log-texts.ts';
import { EventHeads, type PublishedHeads } from './event-heads-part.tsx';
import { SignedText } from './receipt-proof.tsx';
import { keyText } from '../../people/signing-key/public-key.ts';
import { noteOf, type SignedHead } from './tree-head.ts';

/** What the log is today, as everybody may know it. */
export type PublishedLog = {
  keys: PublishedKey[];
  head: SignedHead | undefined;
  days: SignedHead[];
  events: PublishedHeads;
};

export type ReceiptsPageProps = {
  page: PageContext;
  log: PublishedLog;
  found?: { file: ReadFile; checks: Check[] } | undefined;
  errors?: FieldError[];
  /** The text that could not be read, to be mended. */
  pasted?: string | undefined;
};

/** Where anybody checks a receipt, and where the log is published. */
export function ReceiptsPage({ page, log, found, errors = [], pasted }: ReceiptsPageProps) {
  const t = RECEIPT_LOG_TEXTS[page.language];
  return (
    <PublicLayout page={page} title={t.title} inError={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <h1>{t.title}</h1>
      {found ? <Found {...{ page, found }} /> : <p class="lede">{t.intro}</p>}
      <CheckForm {...{ page, errors, pasted }} />
      <section>
        <h2>{t.about}</h2>
        <ol>
          {[t.aboutContent, t.aboutInclusion, t.aboutSignature, t.aboutTreeHead].map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ol>
        <p>
          {t.without} <code>bin/concours verify-receipt FILE</code>
        </p>
      </section>
      <Published {...{ page, log }} />
      <EventHeads language={page.language} heads={log.events} />
    </PublicLayout>
  );
}

function Found({ page, found: { file, checks } }: { page: PageContext; found: { file: ReadFile; checks: Check[] } }) {
  const { language } = page;
  const t = RECEIPT_LOG_TEXTS[language];
  const holds = checks.every((check) => check.holds);
  const title = !holds ? t.bad : file.proof ? t.good : t.goodWithoutLog;
  return (
    <Notice tone={!holds ? 'error' : file.proof ? 'success' : 'warning'} title={title} status>
      <p>{t.receiptOf(file.number, file.receivedAt)}</p>
      <ul>
        {checks.map((check) => (
          <li key={check.part}>
            <Tag tone={check.holds ? 'success' : 'error'}>{check.holds ? t.holds : t.broken}</Tag>{' '}
            {tellCheck(check, language)}
          </li>
        ))}
      </ul>
      {file.proof?.beforeLog && <p>{t.beforeLog}</p>}
      {!holds && <p>{t.badAdvice}</p>}
    </Notice>
  );
}

type CheckFormProps = { page: PageContext; errors: FieldError[]; pasted: string | undefined };

function CheckForm({ page: { language }, errors, pasted }: CheckFormProps) {
  const t = RECEIPT_LOG_TEXTS[language];
  const file = { name: 'file', label: t.file, hint: t.fileHint, error: errorOf(errors, 'file') };
  const unread = errorOf(errors, 'text');
  return (
    <>
      <form method="post" action={`/${language}/receipts`} encType="multipart/form-data" novalidate>
        <Labelled field={file}>
          <input type="file" class="file" accept=".json,application/json" {...controlProps(file)} />
        </Labelled>
        <div class="actions">
          <SubmitButton>{t.check}</SubmitButton>
        </div>
      </form>
      <details open={unread !== undefined}>
        <summary>{t.pasted}</summary>
        <form method="post" action={`/${language}/receipts`} novalidate>
          <TextArea name="text" label={t.text} hint={t.pastedHint} rows={6} value={pasted} error={unread} />
          <div class="actions">
            <SubmitButton>{t.check}</SubmitButton>
          </div>
        </form>
      </details>
    </>
  );
}

function Published({ page, log: { keys, head, days } }: { page: PageContext; log: PublishedLog }) {
  const { language } = page;
  const t = RECEIPT_LOG_TEXTS[language];
  const api = '/api/v1/receipt-log';
  return (
    <section>
      <h2>{t.now}</h2>
      {head ? (
        <>
          <p>
            <b>{plural(head.treeSize, t.entries, language)}</b>, {instant(head.at, language)}. {t.keepHint}
          </p>
          <SignedText text={noteOf(head)} />
        </>
      ) : (
        <p>{t.empty}</p>
      )}
      {keys.length > 0 && (
        <DataTable
          caption={t.keys}
          columns={[
            { heading: t.keyId, rowHeader: true },
            { heading: t.usedFrom },
            { heading: t.usedUntil },
            { heading: t.keyText },
          ]}
          rows={keys.map((key) => ({
            key: key.id,
            cells: [
              <code key="id">{key.id}</code>,
              instant(key.madeAt, language),
              key.retiredAt ? instant(key.retiredAt, language) : t.inUse,
              <code key="text">{keyText(key)}</code>,
            ],
          }))}
        />
      )}
      {days.length > 0 && (
        <DataTable
          caption={t.days}
          columns={[{ heading: t.day, rowHeader: true }, { heading: t.size, numeric: true }, { heading: t.root }]}
          rows={days.map(({ at, treeSize, rootHash }) => ({
            key: treeSize,
            cells: [
              instant(at, language),
              formatNumber(treeSize, language),
              <code key="root">{rootHash.toString('hex')}</code>,
            ],
          }))}
        />
      )}
      <h3>{t.machines}</h3>
      <p>{t.machinesText}</p>
      <ul>
        {[`${api}/keys`, `${api}/tree-head`, `${api}/tree-heads?every=day`, `${api}/checkpoint`].map((address) => (
          <li key={address}>
            <a href={address}>
              <code>{address}</code>
            </a>
          </li>
        ))}
        <li>
          <code>{`${api}/consistency?from=SIZE&to=SIZE`}</code>
        </li>
      </ul>
    </section>
  );
}

/** In UTC: the log belongs to no place. */
const instant = (at: Date, language: Language): string => formatInstantToMinute(at, 'UTC', language);
