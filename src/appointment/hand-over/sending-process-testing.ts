/**
 * A process that sends what is due, for the test that kills one: `node sending-process-testing.ts OPTIONS` with the options as
 * JSON: the database, the organisation's folder, and the keys in base64.
 */
import { openDatabase } from '../../platform/database.ts';
import { readConfig } from '../../platform/config.ts';
import { readKeys } from '../../platform/sealing.ts';
import { loadOrganisation } from '../../regulations/organisation/organisation.ts';
import { sendHandOvers } from './hand-over-tasks.ts';

const { url, folder, keys, now } = JSON.parse(process.argv[2] ?? '{}') as Record<string, string>;
const config = readConfig({ INNER_HOSTS: 'localhost' });
if (!config.ok) throw new Error(JSON.stringify(config.refusal));
const db = openDatabase({ url: url ?? '', poolSize: 5 });
const delivered = await sendHandOvers({
  db,
  config: config.value,
  organisation: loadOrganisation(folder ?? ''),
  accommodationKeys: readKeys(keys ?? ''),
  clock: () => new Date(now ?? 0),
});
console.log(delivered);
await db.destroy();
