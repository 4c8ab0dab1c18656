import type { Language } from '../platform/language.ts';
import { ErrorSummary } from '../site/error-summary.tsx';
import { FileField, SubmitButton, type FieldError } from '../site/forms.tsx';
import { Instant } from '../site/instant.tsx';
import { PublicLayout } from '../site/layout.tsx';
import { formatBytes, formatNumber } from '../site/numbers.ts';
import type { PageContext } from '../site/page-context.ts';
import { BackLink, EmptyState, Notice, SummaryList, Tag, Why } from '../site/parts.tsx';
import type { Dossier } from './application.ts';
import { describeRequest, DOCUMENT_TEXTS, explainDocument, explainNoChange } from './document-texts.ts';
import { IfAbsent } from './if-absent.tsx';
import { KEPT_DOCUMENT_TEXTS } from './kept-document-texts.ts';
import type { DocumentRefusal, NoChange, RequestedDocument, StoredDocument } from './document.ts';

export const documentsAddress = (language: Language, number: string): string =>
  `/${language}/my/applications/${number}/documents`;

export const fileField = (kind: string): string => `file-${kind}`;

type DocumentsPageProps = {
  page: PageContext;
  dossier: Dossier;
  requested: RequestedDocument[];
  documents: StoredDocument[];
  /** Why nothing can be changed any more. */
  closed: NoChange | undefined;
  /** The file that has just been refused. */
  refused?: { kind: string; refusal: DocumentRefusal } | undefined;
};

/** What the notice asks for beside the form, what is attached, and what each file was found to be. */
export function DocumentsPage(props: DocumentsPageProps) {
  const { page, dossier, requested, documents, closed, refused } = props;
  const t = DOCUMENT_TEXTS[page.language];
  const { number } = dossier.application;
  const errors: FieldError[] = refused
    ? [{ field: fileField(refused.kind), message: explainDocument(refused.refusal)[page.language] }]
    : [];
  return (
    <PublicLayout page={page} title={`${t.title} – ${number}`} inError={errors.length > 0}>
      <BackLink href={`/${page.language}/my/applications/${number}`}>{t.backToApplication}</BackLink>
      <ErrorSummary errors={errors} />
      <p class="eyebrow">
        <b>{number}</b>
      </p>
      <h1>{t.title}</h1>
      {closed ? (
        <NoLonger reason={closed} language={page.language} />
      ) : (
        requested.length > 0 && <p class="lede">{t.lead}</p>
      )}
      {requested.length === 0 && <EmptyState title={t.nothingAsked} />}
      {requested.map((rule) => (
        <DocumentSection key={rule.kind} rule={rule} page={props} error={errors[0]} />
      ))}
      {!closed && requested.length > 0 && (
        <>
          <p>
            <a href={`/${page.language}/my/applications/${number}/kept-documents`}>
              {KEPT_DOCUMENT_TEXTS[page.language].attachTitle}
            </a>
          </p>
          {documents.length < requested.length && (
            <Notice tone="plain">
              <IfAbsent documents={dossier.rules.documents} />
            </Notice>
          )}
          <Why summary={t.checkedHow}>
            <p>{t.checkedHowText}</p>
          </Why>
        </>
      )}
      {!closed && (
        <p class="actions">
          <a class="button" href={`/${page.language}/my/applications/${number}/declarations`}>
            {t.goOn}
          </a>
        </p>
      )}
    </PublicLayout>
  );
}

function NoLonger({ reason, language }: { reason: NoChange; language: Language }) {
  const { title, message } = explainNoChange(reason)[language];
  return (
    <Notice tone="warning" title={title}>
      <p>{message}</p>
    </Notice>
  );
}

type SectionProps = { rule: RequestedDocument; page: DocumentsPageProps; error: FieldError | undefined };

function DocumentSection({ rule, page: { page, dossier, documents, closed }, error }: SectionProps) {
  const { language } = page;
  const t = DOCUMENT_TEXTS[language];
  const stored = documents.find(({ kind }) => kind === rule.kind);
  const field = fileField(rule.kind);
  const own = error?.field === field ? error : undefined;
  const address = `${documentsAddress(language, dossier.application.number)}/${rule.kind}`;
  return (
    <section>
      <h2>{rule.name[language]}</h2>
      <p>{rule.description[language]}</p>
      <p class="hint">{describeRequest(rule)[language]}</p>
      {stored ? (
        <StoredFile
          document={stored}
          rule={rule}
          address={closed ? undefined : address}
          zone={dossier.vacancy.deadlineZone}
          language={language}
        />
      ) : (
        <p>
          <Tag tone="warning">{t.notAttached}</Tag>
        </p>
      )}
      {!closed && (
        <form method="post" action={address} enctype="multipart/form-data" novalidate>
          <FileField
            name={field}
            label={stored ? t.chooseOther : t.chooseFile}
            accept=".pdf,application/pdf"
            error={own && `${own.message} ${stored ? t.previousKept : t.nothingKept}`}
          />
          <SubmitButton tone={stored ? 'quiet' : 'main'}>
            {stored ? t.replace : t.attach}
            <span class="hidden"> ({rule.name[language]})</span>
          </SubmitButton>
        </form>
      )}
    </section>
  );
}

type StoredFileProps = {
  document: StoredDocument;
  rule: RequestedDocument;
  /** Where it can be removed; undefined when nothing can be changed. */
  address: string | undefined;
  zone: string;
  language: Language;
};

function StoredFile({ document, rule, address, zone, language }: StoredFileProps) {
  const t = DOCUMENT_TEXTS[language];
  const about = `(${rule.name[language]})`;
  const rows = [
    {
      term: t.file,
      value: document.fileName,
      action: address === undefined ? undefined : { href: `${address}/removal`, text: t.remove, about },
    },
    { term: t.pages, value: formatNumber(document.pages, language) },
    ...(rule.pageSize === null ? [] : [{ term: t.pageSize, value: t.a4 }]),
    {
      term: t.size,
      value: formatBytes(document.sizeBytes, language),
      ...(address === undefined ? {} : { action: { href: address, text: t.open, about } }),
    },
    { term: t.attachedOn, value: <Instant at={document.uploadedAt} zone={zone} /> },
  ];
  return (
    <>
      <h3>{t.found}</h3>
      <SummaryList rows={rows} />
    </>
  );
}

type RemovalPageProps = { page: PageContext; number: string; rule: RequestedDocument; document: StoredDocument };

export function DocumentRemovalPage({ page, number, rule, document }: RemovalPageProps) {
  const t = DOCUMENT_TEXTS[page.language];
  const address = documentsAddress(page.language, number);
  return (
    <PublicLayout page={page} title={t.removeTitle(rule.name[page.language])}>
      <h1>{t.removeTitle(rule.name[page.language])}</h1>
      <p>{document.fileName}</p>
      <p>{t.removeText}</p>
      <form method="post" action={`${address}/${rule.kind}/removal`}>
        <SubmitButton tone="danger">{t.remove}</SubmitButton>
      </form>
      <p>
        <a href={address}>{t.keep}</a>
      </p>
    </PublicLayout>
  );
}
