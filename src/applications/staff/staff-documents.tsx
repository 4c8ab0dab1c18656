import type { Language } from '../../platform/language.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { DataTable } from '../../site/data-table.tsx';
import { formatBytes } from '../../site/numbers.ts';
import { Tag } from '../../site/parts.tsx';
import type { Vacancy } from '../../vacancies/vacancy.ts';
import { countPages } from '../documents/document-refusal-texts.ts';
import { describeRemark, documentName } from '../documents/document-texts.ts';
import { isOpenToStaff, requestedDocuments, type StoredDocument } from '../documents/document.ts';
import type { StaffApplication } from './staff-queries.ts';
import { STAFF_TEXTS } from './staff-texts.ts';

type StaffDocumentsProps = {
  application: StaffApplication;
  vacancy: Vacancy;
  organisation: Organisation;
  language: Language;
};

/** What the notice asked for and what came: the PDF to read, the original beside it, and what to know of each. */
export function StaffDocuments({ application, vacancy, organisation, language }: StaffDocumentsProps) {
  const t = STAFF_TEXTS[language];
  const asked = requestedDocuments(vacancy, organisation).map(({ kind }) => kind);
  const kinds = [...new Set([...asked, ...application.documents.map(({ kind }) => kind)])];
  const nameOf = (kind: string) => documentName(kind, { organisation, questions: vacancy.questions }, language);
  const cellsOf = (kind: string, stored: StoredDocument | undefined) => {
    if (!stored) return [nameOf(kind), <Tag tone="warning">{t.notAttached}</Tag>, ''];
    const address = `/${language}/staff/applications/${application.number}/documents/${kind}`;
    return [
      nameOf(kind),
      <FileCell document={stored} address={address} name={nameOf(kind)} language={language} />,
      <Found document={stored} language={language} />,
    ];
  };
  if (kinds.length === 0) return <p>{t.noDocuments}</p>;
  return (
    <DataTable
      caption={t.documents}
      hiddenCaption
      columns={[{ heading: t.document, rowHeader: true }, { heading: t.file }, { heading: t.found }]}
      rows={kinds.map((kind) => ({
        key: kind,
        cells: cellsOf(
          kind,
          application.documents.find((document) => document.kind === kind),
        ),
      }))}
    />
  );
}

type AnsweringProps = Pick<StaffDocumentsProps, 'application' | 'language'> & { kind: string | undefined };

/** The document that answers a question, beside the question; one in quarantine is not opened from here either. */
export function AnsweringDocument({ kind, application, language }: AnsweringProps) {
  const document = application.documents.find((one) => one.kind === kind);
  if (!document) return null;
  const address = `/${language}/staff/applications/${application.number}/documents/${document.kind}`;
  return (
    <p>
      <FileCell document={document} address={address} name={document.fileName} language={language} />
    </p>
  );
}

type CellProps = { document: StoredDocument; language: Language };

function FileCell({ document, address, name, language }: CellProps & { address: string; name: string }) {
  const t = STAFF_TEXTS[language];
  const { fileName, rendition, scan } = document;
  if (!isOpenToStaff(scan))
    return (
      <>
        {fileName} <Tag tone="error">{t.quarantined}</Tag>
        <br />
        {scan === 'infected' ? t.infected : t.quarantinedText}
      </>
    );
  const about = <span class="hidden"> ({name})</span>;
  return (
    <>
      {fileName}{' '}
      <a href={address}>
        {rendition ? t.open : t.download}
        {about}
      </a>
      {rendition && (
        <>
          {' '}
          <a href={`${address}/original`}>
            {t.original}
            {about}
          </a>
        </>
      )}
    </>
  );
}

function Found({ document, language }: CellProps) {
  const t = STAFF_TEXTS[language];
  const { pages, sizeBytes, scan, remarks } = document;
  return (
    <>
      {`${countPages(pages)[language]}, ${formatBytes(sizeBytes, language)}`}
      {scan === 'unscanned' && <br />}
      {scan === 'unscanned' && t.unscanned}
      {remarks.length > 0 && (
        <ul>
          {remarks.map((remark) => (
            <li key={remark.kind}>{describeRemark(remark)[language]}</li>
          ))}
        </ul>
      )}
    </>
  );
}
