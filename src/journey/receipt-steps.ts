import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { RECEIPT_TEXTS } from '../applications/submission/receipt-texts.ts';
import { lastMailTo } from '../people/people-testing.ts';
import type { ServedApp } from './journey-app-testing.ts';
import { link, opens, presses, secondTab, type Person } from './person-testing.ts';
import type { Credentials } from './sign-in-steps.ts';

/** What a receipt says of itself. */
export type ReadReceipt = { number: string; sha256: string; received: string };

/** Submits from the review page, and once more from another tab that showed it: both lead to the same receipt. */
export async function submitsTwice(person: Person): Promise<ReadReceipt> {
  const t = RECEIPT_TEXTS[person.reader.language];
  const other = await secondTab(person);
  await opens(other, new URL(person.page.url()).pathname);
  await presses(person, t.submit);
  const receipt = await readsReceipt(person);
  await presses(other, t.submit);
  expect(await readsReceipt(other)).toEqual(receipt);
  await other.page.close();
  return receipt;
}

async function readsReceipt({ page, reader }: Person): Promise<ReadReceipt> {
  const sheet = page.getByRole('article');
  await sheet.getByText(RECEIPT_TEXTS[reader.language].receivedInTime).waitFor();
  // In groups of four; the hashes of the proof below it stand without a space.
  const sha256 = (await sheet.getByText(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/).innerText()).replaceAll(/\s/g, '');
  const received = (await sheet.getByRole('time').first().getAttribute('datetime')) ?? '';
  const number = /\/applications\/([^/]+)\/receipt$/.exec(page.url())?.[1] ?? '';
  await sheet.getByText(number, { exact: true }).first().waitFor();
  return { number, sha256, received };
}

/** Downloads what was stored and computes its fingerprint, as the receipt explains. */
export async function checksReceipt(person: Person, { sha256 }: ReadReceipt): Promise<void> {
  const download = person.page.waitForEvent('download');
  await link(person, RECEIPT_TEXTS[person.reader.language].download).click();
  const stored = readFileSync(await (await download).path());
  expect(createHash('sha256').update(stored).digest('hex')).toBe(sha256);
}

/** The mail says the same, in the language of the person. */
export async function getsReceiptByMail(person: Person, app: ServedApp, to: Credentials & ReadReceipt): Promise<void> {
  const mail = await lastMailTo(app, to.email);
  expect(mail).toMatchObject({ language: person.reader.language, to: { address: to.email } });
  expect(mail?.subject).toContain(to.number);
  expect(mail?.text.replaceAll(/\s/g, '')).toContain(`SHA-256${to.sha256}`);
}
