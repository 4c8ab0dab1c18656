import type { CommandContext } from '../../platform/command.ts';
import type { Context } from '../../people/context.ts';
import { isSealedByFirst, reseal, type SealingKeys } from '../../platform/sealing.ts';
import type { Db } from '../../schema.ts';
import { aboutAnswer, aboutEvidence, aboutRequest } from './accommodation-queries.ts';

export const ACCOMMODATION_HELP = `usage: concours accommodation reseal

After a change of ACCOMMODATION_KEY (the new key first, then the old one, joined by a comma): seals with the new key
what the old one sealed (requests, their evidence, files for the conditions of an appointment, and what is handed over of it), and prints how
much.
Then the old key can be taken out of the setting. Nothing is decrypted but the keys of each.
Exit status: 0 done, 2 wrong usage.
`;

/** Seals with the first key the files of a later feature that another one sealed; answers how many. */
export type ResealFiles = (db: Db, keys: SealingKeys) => Promise<number>;

/** `concours accommodation reseal`: the second half of a change of keys. */
export async function resealAccommodation(
  args: string[],
  { print, warn }: Pick<CommandContext, 'print' | 'warn'>,
  {
    db,
    accommodationKeys: keys,
    resealFiles,
  }: Pick<Context, 'db' | 'accommodationKeys'> & { resealFiles: ResealFiles },
): Promise<0 | 2> {
  if (args.length !== 1 || args[0] !== 'reseal') {
    warn(ACCOMMODATION_HELP.trimEnd());
    return 2;
  }
  const count = await db.transaction().execute(async (transaction) => {
    const requests = await transaction.selectFrom('accommodationRequests').selectAll().forUpdate().execute();
    const files = await transaction.selectFrom('accommodationEvidence').selectAll().forUpdate().execute();
    const old = requests.filter(
      (row) => ![row.request, row.answer].every((part) => !part || isSealedByFirst(part, keys)),
    );
    for (const { id, request, answer } of old)
      await transaction
        .updateTable('accommodationRequests')
        .set({
          request: reseal(request, keys, aboutRequest(id)),
          answer: answer && reseal(answer, keys, aboutAnswer(id)),
        })
        .where('id', '=', id)
        .execute();
    const oldFiles = files.filter(({ file }) => !isSealedByFirst(file, keys));
    for (const { id, file } of oldFiles)
      await transaction
        .updateTable('accommodationEvidence')
        .set({ file: reseal(file, keys, aboutEvidence(id)) })
        .where('id', '=', id)
        .execute();
    return { requests: old.length, files: oldFiles.length + (await resealFiles(transaction, keys)) };
  });
  print(`sealed with the first key: ${count.requests} requests, ${count.files} files`);
  return 0;
}
