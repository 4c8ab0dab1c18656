import { appointedWith, insertAppointed } from '../../appointment/calendar/appointed-testing.ts';
import { insertAccount } from '../../people/people-testing.ts';
import type { ServedApp } from '../journey-app-testing.ts';

type Making = { app: ServedApp; found: Record<string, string> };

const AT = new Date('2026-11-20T10:00:00Z');
/** Three years ago: the renewal has begun, and an indefinite contract may be asked for. */
const STARTED = '2023-11-01';

/**
 * Three contracts of competitions of their own: somebody who may ask for an indefinite contract, somebody who did, and somebody
 * seconded whose renewal waits for a national authority.
 */
export async function makeContracts(
  { app, found }: Making,
  { officerId, chosenId }: { officerId: string; chosenId: string },
): Promise<void> {
  const { context } = app;
  const by = actorOf(officerId);
  const asked = await insertAccount(app.db, { name: 'Nils Berg', email: 'nils.berg@people.example' });
  const seconded = await insertAccount(app.db, { name: 'Elsa Dahl', email: 'elsa.dahl@people.example' });
  const appoint = (reference: string, accountId: string, choice: Parameters<typeof insertAppointed>[1]['choice']) =>
    insertAppointed(context, { reference, accountId, by, at: AT, choice: { on: '2026-01-10', ...choice } });
  const contracted = (found['contracted'] = await appoint('260421', chosenId, { startsOn: STARTED }));
  const requested = (found['requested'] = await appoint('260422', asked.id, { startsOn: STARTED }));
  found['secondedContract'] = await appoint('260423', seconded.id, { startsOn: '2024-02-29', person: 'seconded' });
  const renewal = { action: 'agree-renewal', months: '36', today: '2026-10-01' } as const;
  for (const number of [contracted, requested]) await appointedWith(context, { number, by, at: AT, wish: renewal });
  const request = {
    action: 'request',
    onDay: '2026-11-10',
    reason: 'I would like to stay.',
    today: '2026-11-20',
  } as const;
  await appointedWith(context, { number: requested, by, at: AT, wish: request });
}

const actorOf = (accountId: string) =>
  ({
    accountId,
    sessionId: '',
    name: 'Olga Ost',
    email: 'olga@people.example',
    language: 'en',
    roles: [],
    method: 'password',
    serving: false,
  }) as const;
