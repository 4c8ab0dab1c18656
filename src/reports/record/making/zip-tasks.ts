import type { Readable } from 'node:stream';
import { logName } from '../../../people/signing-key/public-key.ts';
import type { Doer } from '../../../people/actor.ts';
import { EVENT_LOG_API } from '../../../people/event-chain/event-head-question.ts';
import type { Context } from '../../../people/context.ts';
import type { Language } from '../../../platform/language.ts';
import { zipStream } from '../../../platform/zip/write-zip.ts';
import { recordExport, writeRecord } from './export-queries.ts';
import { readmeText } from '../record-texts.ts';

type Outside = Pick<Context, 'db' | 'config' | 'organisation' | 'typst' | 'secret' | 'clock'>;
type Asked = { reference: string; zone: string; language: Language; by: Doer };

/** The record of a vacancy that there is, as a zip that is made while it is read; that somebody takes it is noted first. */
export async function makeRecord(
  { config, secret, ...setting }: Outside,
  { reference, zone, language, by }: Asked,
): Promise<Readable> {
  const { db, organisation, clock } = setting;
  const now = clock();
  const signer = { name: logName(config.PUBLIC_URL), secret };
  const key = await recordExport(db, { by, reference, signer }, now);
  const receipts = `${config.PUBLIC_URL}/${language}/receipts`;
  const heads = `${config.PUBLIC_URL}${EVENT_LOG_API}/heads?every=state`;
  const madeAt = now.toISOString();
  const readme = readmeText({ organisation: organisation.name, reference, madeAt, receipts, heads });
  const toMake = { reference, zone, by, signer, organisation: organisation.name.en, at: now, readme, key };
  return zipStream({ write: (add) => writeRecord(setting, toMake, add), at: now });
}
