import { PROFILE_TEXTS } from '../../people/profile/profile-texts.ts';
import { DataTable } from '../../site/data-table.tsx';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { errorOf, FileField, Select, SubmitButton, type FieldError } from '../../site/forms.tsx';
import { PublicLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink } from '../../site/parts.tsx';
import { APPLICATION_TEXTS } from '../application-texts.ts';
import type { RequestedDocument } from './document.ts';
import { KEPT_DOCUMENT_TEXTS } from './kept-document-texts.ts';
import type { KeptDocument } from './kept-document-queries.ts';
import { documentFacts } from '../read-back.tsx';

type KeptProps = { page: PageContext; kept: KeptDocument[]; errors: FieldError[] };

/** What a person keeps to attach again: seen, added, saved, removed. */
export function KeptDocumentsPage({ page, kept, errors }: KeptProps) {
  const { language } = page;
  const t = KEPT_DOCUMENT_TEXTS[language];
  const here = `/${language}/my/profile/documents`;
  return (
    <PublicLayout page={page} title={t.title} inError={errors.length > 0}>
      <BackLink href={`/${language}/my/profile`}>{PROFILE_TEXTS[language].backToProfile}</BackLink>
      <ErrorSummary errors={errors} />
      <h1>{t.title}</h1>
      <p>{t.intro}</p>
      {kept.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <DataTable
          caption={t.title}
          hiddenCaption
          columns={[{ heading: t.name, rowHeader: true }, { heading: t.facts }, { heading: t.action }]}
          rows={kept.map((document) => ({
            key: document.id,
            cells: [
              <a href={`${here}/${document.id}`}>{document.fileName}</a>,
              documentFacts({ ...document, kind: '' }, language),
              <form method="post" action={`${here}/${document.id}/removal`}>
                <button type="submit" class="link">
                  {t.remove}
                  <span class="hidden"> {document.fileName}</span>
                </button>
              </form>,
            ],
          }))}
        />
      )}
      <form method="post" action={here} enctype="multipart/form-data" novalidate>
        <FileField name="file" label={t.file} hint={t.fileHint} accept=".pdf" error={errorOf(errors, 'file')} />
        <p class="actions">
          <SubmitButton>{t.add}</SubmitButton>
        </p>
      </form>
    </PublicLayout>
  );
}

type AttachProps = KeptProps & {
  number: string;
  requested: RequestedDocument[];
  chosen: { document: string; kind: string };
};

/** Where one of them is attached to a draft, as what the notice asks for. */
export function AttachKeptPage({ page, kept, errors, number, requested, chosen }: AttachProps) {
  const { language } = page;
  const t = KEPT_DOCUMENT_TEXTS[language];
  const here = `/${language}/my/applications/${number}`;
  const documents = kept.map(({ id, fileName }) => ({ value: id, text: fileName }));
  const kinds = requested.map(({ kind, name }) => ({ value: kind, text: name[language] }));
  return (
    <PublicLayout page={page} title={t.attachTitle} inError={errors.length > 0}>
      <BackLink href={`${here}/documents`}>{APPLICATION_TEXTS[language].steps.documents}</BackLink>
      <ErrorSummary errors={errors} />
      <h1>{t.attachTitle}</h1>
      <p>{t.attachIntro}</p>
      {kept.length === 0 && (
        <p>
          {t.none} <a href={`/${language}/my/profile/documents`}>{t.title}</a>
        </p>
      )}
      {kept.length > 0 && (
        <form method="post" action={`${here}/kept-documents`} novalidate>
          <Select
            name="document"
            label={t.name}
            options={documents}
            value={chosen.document}
            error={errorOf(errors, 'document')}
          />
          <Select name="kind" label={t.attachAs} options={kinds} value={chosen.kind || kinds[0]?.value} />
          <p class="actions">
            <SubmitButton>{t.attach}</SubmitButton>
          </p>
        </form>
      )}
    </PublicLayout>
  );
}
