import { Fragment } from 'preact';
import type { PageContext } from '../../site/page-context.ts';
import type { LogProof } from './receipt-file.ts';
import { RECEIPT_LOG_TEXTS } from './receipt-log-texts.ts';
import { keyText } from '../../people/signing-key/public-key.ts';
import { noteOf } from './tree-head.ts';

type ReceiptProofProps = { page: PageContext; proof: LogProof | undefined; here: string; number: string };

/** The proof as the receipt's page and its print carry it: enough to check it from the paper alone. */
export function ReceiptProof({ page, proof, here, number }: ReceiptProofProps) {
  const t = RECEIPT_LOG_TEXTS[page.language];
  if (!proof) return <p>{t.waits}</p>;
  const { leafIndex, head, key, path, beforeLog } = proof;
  return (
    <>
      <p>
        <b>{t.entryOf(leafIndex + 1, head.treeSize)}.</b> {t.what} {beforeLog && t.beforeLog}
      </p>
      <p class="no-print">
        <a href={`${here}/receipt.json`} download={`${number}-receipt.json`}>
          {t.download}
        </a>
      </p>
      <details open>
        <summary>{t.proof}</summary>
        <p>
          {t.steps} <code>{`bin/concours verify-receipt ${number}-receipt.json`}</code>
        </p>
        <p class="no-print">
          <a href={`/${page.language}/receipts`}>{t.checkIt}</a>
        </p>
        <p>{t.treeHead}</p>
        <SignedText text={noteOf(head)} />
        <p>{t.key}</p>
        <SignedText text={keyText(key)} />
        <p>{t.path}</p>
        <SignedText text={path.map((hash) => hash.toString('hex')).join('\n') || t.emptyPath} />
      </details>
    </>
  );
}

/** Long lines break anywhere: they are to be compared, not read. */
export const SignedText = ({ text }: { text: string }) => (
  <p>
    {text
      .trimEnd()
      .split('\n')
      .map((line, index) => (
        <Fragment key={index}>
          <code>{line}</code>
          <br />
        </Fragment>
      ))}
  </p>
);
