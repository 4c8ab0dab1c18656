import { newKey, readKeys } from '../platform/sealing.ts';
import { join } from 'node:path';
import { noticeFiles } from '../notices/render/notice-files.ts';
import { openTypst } from '../platform/typst/typst.ts';
import { loadVocabulary } from '../notices/vocabulary.ts';
import type { Context } from '../people/context.ts';
import { answerMemory } from '../platform/answer-memory.ts';
import { readConfig } from '../platform/config.ts';
import { openDatabase } from '../platform/database.ts';
import { presentState, type FollowedChanges } from '../platform/public-changes.ts';
import { loadOrganisation } from '../regulations/organisation/organisation.ts';

/** The demonstration organisation on a database, as a production server would run it but for mail and https. */
export function benchContext(root: string, databaseUrl: string, changes?: FollowedChanges): Context {
  const config = readConfig({ LOG_LEVEL: 'silent', PUBLIC_URL: 'http://bench.test' });
  if (!config.ok) throw new Error(JSON.stringify(config.refusal));
  const folder = join(root, 'organisations', config.value.ORGANISATION);
  const house = { organisation: loadOrganisation(folder), vocabulary: loadVocabulary(folder) };
  const db = openDatabase({ url: databaseUrl });
  const clock = () => new Date();
  const typst = openTypst();
  return {
    db,
    config: config.value,
    ...house,
    files: noticeFiles({ ...house, typst }),
    typst,
    personalData: [],
    clock,
    memory: answerMemory({ state: presentState(db, changes), clock }),
    secret: 'the secret of a measurement, long enough',
    accommodationKeys: readKeys(newKey()),
    equalityKeys: readKeys(newKey()),
  };
}
