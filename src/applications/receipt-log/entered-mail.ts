import type { Mail } from '../../platform/mail.ts';
import { receiptMail } from '../submission/receipt-mail.ts';
import type { LogProof } from './receipt-file.ts';
import type { Entered } from './receipt-log-queries.ts';
import { RECEIPT_LOG_TEXTS } from './receipt-log-texts.ts';
import { noteOf } from './tree-head.ts';
import type { Language } from '../../platform/language.ts';

/** The receipt's mail with the proof that it stands in the log beneath. */
export function enteredMail({ receipt, to, proof }: Entered, publicUrl: string): Mail {
  const mail = receiptMail(receipt, to, publicUrl);
  return { ...mail, text: `${mail.text}\n----\n\n${proofText(proof, to.language, publicUrl)}` };
}

function proofText({ leafIndex, path, head }: LogProof, language: Language, publicUrl: string): string {
  const t = RECEIPT_LOG_TEXTS[language];
  const blocks = [
    t.proof.toUpperCase(),
    t.entryOf(leafIndex + 1, head.treeSize),
    t.mailHow(`${publicUrl}/${language}/receipts`),
    `${t.treeHead}\n\n${noteOf(head).trimEnd()}`,
    `${t.path}\n\n${path.map((hash) => hash.toString('hex')).join('\n') || t.emptyPath}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}
