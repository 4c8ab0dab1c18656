import type { Language } from '../../platform/language.ts';
import { Instant } from '../../site/instant.tsx';
import { SubmitButton } from '../../site/forms.tsx';
import { formatBytes, formatNumber } from '../../site/numbers.ts';
import { Notice, SummaryList } from '../../site/parts.tsx';
import { describeRemark, DOCUMENT_TEXTS } from './document-texts.ts';
import type { RequestedDocument, StoredDocument } from './document.ts';

type StoredDocumentProps = {
  document: StoredDocument;
  rule: RequestedDocument;
  /** Where the document and what is made of it are. */
  address: string;
  /** Nothing can be changed any more. */
  closed: boolean;
  zone: string;
  language: Language;
};

/** A document that is attached: what was found in it, what to look at, and its pages as assessors see them. */
export function StoredDocumentPart(props: StoredDocumentProps) {
  const { document, rule, address, closed, zone, language } = props;
  const t = DOCUMENT_TEXTS[language];
  const about = `(${rule.name[language]})`;
  const rows = [
    {
      term: t.file,
      value: document.fileName,
      action: closed ? undefined : { href: `${address}/removal`, text: t.remove, about },
    },
    { term: t.pages, value: formatNumber(document.pages, language) },
    ...(rule.pageSize === null ? [] : [{ term: t.pageSize, value: t.a4 }]),
    {
      term: t.size,
      value: formatBytes(document.sizeBytes, language),
      ...(document.scan === 'infected' ? {} : { action: { href: address, text: t.open, about } }),
    },
    { term: t.virusCheck, value: t.scan[document.scan] },
    { term: t.attachedOn, value: <Instant at={document.uploadedAt} zone={zone} /> },
  ];
  return (
    <>
      <h3>{t.found}</h3>
      <SummaryList rows={rows} />
      {document.scan === 'quarantined' && (
        <Notice tone="warning" title={t.quarantine}>
          <p>{t.quarantineText}</p>
        </Notice>
      )}
      <Remarks document={document} language={language} />
      {document.scan !== 'infected' && <Preview {...props} />}
    </>
  );
}

function Remarks({ document: { remarks }, language }: Pick<StoredDocumentProps, 'document' | 'language'>) {
  const t = DOCUMENT_TEXTS[language];
  if (remarks.length === 0) return null;
  return (
    <Notice tone="warning" title={t.remarks}>
      <ul>
        {remarks.map((remark) => (
          <li key={remark.kind}>{describeRemark(remark)[language]}</li>
        ))}
      </ul>
      <p>{t.remarksText}</p>
    </Notice>
  );
}

/** Of a long document, as many pages are shown as tell that it is the right one. */
const SHOWN_PAGES = 4;

function Preview({ document, rule, address, language }: StoredDocumentProps) {
  const t = DOCUMENT_TEXTS[language];
  const shown = Math.min(document.pages, SHOWN_PAGES);
  const version = (document.rendition ?? document).sha256.slice(0, 16); // another file has other pages
  return (
    <>
      <h3>{t.preview}</h3>
      <p>
        {document.rendition ? t.previewWord : t.previewText} {shown < document.pages && t.morePages(shown)}
      </p>
      <ul class="pages">
        {Array.from({ length: shown }, (_, index) => (
          <li key={index}>
            <img
              src={`${address}/pages/${index + 1}?v=${version}`}
              alt={`${rule.name[language]}, ${t.pageOf(index + 1, document.pages).toLowerCase()}`}
              width={240}
              height={339}
              loading="lazy"
            />
          </li>
        ))}
      </ul>
      {document.rendition && (
        <p>
          <a href={`${address}/rendition`}>
            {t.openRendition}
            <span class="hidden"> ({rule.name[language]})</span>
          </a>
        </p>
      )}
    </>
  );
}

/** The way back from the last replacement or removal. */
export function PutBack({ address, fileName, language }: { address: string; fileName: string; language: Language }) {
  const t = DOCUMENT_TEXTS[language];
  return (
    <form method="post" action={`${address}/restoration`}>
      <p class="hint">{t.setAsideNote}</p>
      <SubmitButton tone="quiet">{t.putBack(fileName)}</SubmitButton>
    </form>
  );
}
