import { Instant, LocalTime } from '../../site/instant.tsx';
import { PublicLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, Notice } from '../../site/parts.tsx';
import { colon } from '../../site/punctuation.ts';
import { ReceiptSheet } from '../../site/receipt-sheet.tsx';
import type { ApplicationStatus } from '../application.ts';
import { VacancyTitle } from '../eligibility/eligibility-pages.tsx';
import { ReadBack } from '../read-back.tsx';
import type { ReadBackProps } from '../read-back-props.ts';
import { readReceipt, type Receipt } from './receipt.ts';
import type { LogProof } from '../receipt-log/receipt-file.ts';
import { ReceiptProof } from '../receipt-log/receipt-proof.tsx';
import { beforeDeadline, formatReception, RECEIPT_TEXTS } from './receipt-texts.ts';

export type ReceiptProps = {
  page: PageContext;
  receipt: Receipt & { status: ApplicationStatus };
  /** Where it stands in the log; undefined while it waits to be entered. */
  proof: LogProof | undefined;
  rules: ReadBackProps['rules'];
};

/** The receipt as a document one keeps: everything on it is read from what is stored, not from what stands elsewhere. */
export function ReceiptPage({ page, receipt, proof, rules }: ReceiptProps) {
  const { language } = page;
  const t = RECEIPT_TEXTS[language];
  const content = readReceipt(receipt);
  const here = `/${language}/my/applications/${content.number}`;
  const withdrawn = receipt.status === 'withdrawn';
  return (
    <PublicLayout page={page} title={`${t.receivedInTime} · ${content.number}`}>
      <BackLink href={here}>{t.backToApplication}</BackLink>
      {withdrawn && (
        <Notice tone="info" title={t.withdrawDone}>
          <p>{t.nextWithdrawn}</p>
        </Notice>
      )}
      <ReceiptSheet
        reference={content.number}
        status={{ tone: 'success', text: t.receivedInTime }}
        title={
          <>
            {t.title} <VacancyTitle title={content.vacancy.title} page={page} />
          </>
        }
        received={<Received page={page} receipt={receipt} />}
        next={<p>{withdrawn ? t.nextWithdrawn : t.next}</p>}
        stored={
          <>
            <p>{t.storedIntro}</p>
            <ReadBack {...{ page, content, rules }} />
          </>
        }
        fingerprint={receipt.sha256}
        proof={<Proof {...{ page, proof, here }} number={content.number} />}
      />
      {!withdrawn && (
        <p class="no-print">
          <a href={`${here}/withdrawal`}>{t.withdraw}</a>
        </p>
      )}
    </PublicLayout>
  );
}

function Received({ page, receipt }: Pick<ReceiptProps, 'page' | 'receipt'>) {
  const { language } = page;
  const t = RECEIPT_TEXTS[language];
  const { receivedAt, zone } = receipt;
  const { deadlineAt } = readReceipt(receipt).vacancy;
  return (
    <>
      <p class="instant">
        {t.receivedOn}{' '}
        <time datetime={receivedAt.toISOString()}>
          <b>{formatReception(receivedAt, zone, language)}</b>
        </time>
        {deadlineAt && `, ${beforeDeadline(receivedAt, new Date(deadlineAt), language)}`}. <LocalTime zone={zone} />
      </p>
      {deadlineAt && (
        <p>
          {t.deadline}
          {colon(language)}
          <Instant at={new Date(deadlineAt)} zone={zone} />
        </p>
      )}
    </>
  );
}

type ProofProps = { page: PageContext; proof: LogProof | undefined; number: string; here: string };

function Proof({ page, proof, number, here }: ProofProps) {
  const t = RECEIPT_TEXTS[page.language];
  return (
    <>
      <ReceiptProof {...{ page, proof, number, here }} />
      <p>{t.proof}</p>
      <p class="no-print">
        <a href={`${here}/content.json`} download={`${number}.json`}>
          {t.download}
        </a>
      </p>
      <details>
        <summary>{t.howToVerify}</summary>
        <ol>
          {t.verifySteps(`${number}.json`).map(({ text, command }) => (
            <li key={text}>
              {text}
              {command && (
                <>
                  {' '}
                  <code>{command}</code>
                </>
              )}
            </li>
          ))}
        </ol>
      </details>
      <p class="no-print">{t.downloadPdf}</p>
    </>
  );
}
