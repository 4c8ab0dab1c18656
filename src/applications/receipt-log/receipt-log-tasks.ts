import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../../people/context.ts';
import { queueMails } from '../../platform/mail.ts';
import type { Task } from '../../platform/tasks.ts';
import { enteredMail } from './entered-mail.ts';
import { makeFirstKey } from '../../people/signing-key/signing-key-queries.ts';
import { enterWaiting, ENTERED_AT_ONCE, someWait, type Tell } from './receipt-log-queries.ts';
import { together } from '../../platform/together.ts';
import { logName } from '../../people/signing-key/public-key.ts';

type Outside = Pick<Context, 'db' | 'config' | 'secret' | 'clock'>;
type FaultLog = { error: (details: object, message: string) => void };

const EVERY_MS = 2_000;
/** An applicant waits so long for the proof; the receipt itself is theirs already. */
const PROOF_WITHIN_MS = 3_000;
/** Those who submit within so long are entered together: a signature and a commit for all of them. */
const TOGETHER_MS = 100;

/** Who signs for this installation. */
export const signerOf = ({ config, secret }: Pick<Context, 'config' | 'secret'>) => ({
  name: logName(config.PUBLIC_URL),
  secret,
});

/** Enters all receipts that wait in the log, and queues a mail to each of their applicants; answers how many. */
export async function enterReceipts(outside: Outside): Promise<number> {
  const { db, config, clock } = outside;
  let entered = 0;
  let last = (await someWait(db)) ? ENTERED_AT_ONCE : 0;
  while (last === ENTERED_AT_ONCE) {
    const now = clock();
    const tell: Tell = (transaction, receipts) => {
      // Who was given a receipt before there was a log had their mail then.
      const told = receipts.filter(({ beforeLog }) => !beforeLog);
      const mails = told.map((one) => enteredMail(one, config.PUBLIC_URL));
      return queueMails(transaction, mails, now);
    };
    last = await enterWaiting(db, { signer: signerOf(outside), tell }, now);
    entered += last;
  }
  return entered;
}

/**
 * Enters what was submitted, for all who submit at once together, and waits until it is entered. A receipt is given
 * whatever becomes of the log: a fault there is logged, and the task enters what still waits.
 */
export function enteringReceipts(outside: Outside): (log: FaultLog) => Promise<void> {
  const enter = together(() => enterReceipts(outside), TOGETHER_MS);
  return async (log) => {
    const entered = enter().catch((fault: unknown) => {
      log.error({ err: { type: fault instanceof Error ? fault.name : 'unknown' } }, 'receipt log');
    });
    await Promise.race([entered, sleep(PROOF_WITHIN_MS, undefined, { ref: false })]);
  };
}

/** Makes the log's first key, and enters the receipts that nobody waits for: given before the log, or before a crash. */
export function receiptLogTasks(context: Pick<Context, 'db' | 'config' | 'secret' | 'clock'>): Task[] {
  let hasKey = false;
  const run = async () => {
    if (!hasKey) await makeFirstKey(context.db, signerOf(context), context.clock());
    hasKey = true;
    return enterReceipts(context);
  };
  return [{ name: 'receipt log', everyMs: EVERY_MS, run }];
}
