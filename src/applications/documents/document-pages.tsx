import type { Language } from '../../platform/language.ts';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { FileField, SubmitButton, type FieldError } from '../../site/forms.tsx';
import { PublicLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import type { Scanner } from '../../platform/malware/scanner.ts';
import { BackLink, EmptyState, Notice, Tag, Why } from '../../site/parts.tsx';
import type { Dossier } from '../application.ts';
import { explainDocument } from './document-refusal-texts.ts';
import { describeRequest, DOCUMENT_TEXTS, explainNoChange } from './document-texts.ts';
import { IfAbsent } from '../career/if-absent.tsx';
import { KEPT_DOCUMENT_TEXTS } from './kept-document-texts.ts';
import { fileField } from './document.ts';
import type { DocumentRefusal, NoChange, RequestedDocument, StoredDocument } from './document.ts';
import { PutBack, StoredDocumentPart } from './stored-document.tsx';

export const documentsAddress = (language: Language, number: string): string =>
  `/${language}/my/applications/${number}/documents`;

/** Says how much of a file has been sent. */
const MODULES = ['upload'];

type DocumentsPageProps = {
  page: PageContext;
  dossier: Dossier;
  requested: RequestedDocument[];
  documents: StoredDocument[];
  /** What was replaced or removed last and can be put back. */
  setAside: { kind: string; fileName: string }[];
  /** Word files can be rendered on this server. */
  wordTaken: boolean;
  scanner: Scanner['kind'];
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
    <PublicLayout page={page} title={`${t.title} – ${number}`} inError={errors.length > 0} modules={MODULES}>
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
          {requested.some(({ kind, answers }) => !answers && !documents.some((one) => one.kind === kind)) && (
            <Notice tone="plain">
              <IfAbsent documents={dossier.rules.documents} />
            </Notice>
          )}
          <Why summary={t.checkedHow}>
            <p>{t.checkedHowText}</p>
            <p>{t.scannedHow[props.scanner]}</p>
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

function DocumentSection({ rule, page: props, error }: SectionProps) {
  const { page, dossier, documents, closed, setAside } = props;
  const { language } = page;
  const t = DOCUMENT_TEXTS[language];
  const stored = documents.find(({ kind }) => kind === rule.kind);
  const before = setAside.find(({ kind }) => kind === rule.kind);
  const field = fileField(rule.kind);
  const address = `${documentsAddress(language, dossier.application.number)}/${rule.kind}`;
  const zone = dossier.vacancy.deadlineZone;
  return (
    <section>
      <h2>{rule.name[language]}</h2>
      {rule.description[language] !== '' && <p>{rule.description[language]}</p>}
      {rule.answers && <p>{rule.answers.needed ? t.answersNeeded : t.answersOptional}</p>}
      <p class="hint">{describeRequest(rule, props.wordTaken)[language]}</p>
      {stored ? (
        <StoredDocumentPart document={stored} closed={closed !== undefined} {...{ rule, address, zone, language }} />
      ) : (
        <p>
          <Tag tone="warning">{t.notAttached}</Tag>
        </p>
      )}
      {!closed && (
        <UploadForm
          {...{ rule, address, language, replaces: stored !== undefined }}
          wordTaken={props.wordTaken && rule.wordAllowed}
          error={error?.field === field ? error.message : undefined}
        />
      )}
      {!closed && before && <PutBack address={address} fileName={before.fileName} language={language} />}
    </section>
  );
}

type UploadFormProps = {
  rule: RequestedDocument;
  address: string;
  language: Language;
  replaces: boolean;
  wordTaken: boolean;
  error: string | undefined;
};

function UploadForm({ rule, address, language, replaces, wordTaken, error }: UploadFormProps) {
  const t = DOCUMENT_TEXTS[language];
  const words = { 'data-sending': t.sending };
  return (
    <form method="post" action={address} enctype="multipart/form-data" novalidate data-upload {...words}>
      <FileField
        name={fileField(rule.kind)}
        label={replaces ? t.chooseOther : t.chooseFile}
        accept={wordTaken ? `${PDF},${WORD}` : PDF}
        error={error && `${error} ${replaces ? t.previousKept : t.nothingKept}`}
      />
      <SubmitButton tone={replaces ? 'quiet' : 'main'}>
        {replaces ? t.replace : t.attach}
        <span class="hidden"> ({rule.name[language]})</span>
      </SubmitButton>
      <output class="hint" />
    </form>
  );
}

const PDF = '.pdf,application/pdf';
const WORD = '.docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document';

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
