import { createHash, randomUUID } from 'node:crypto';
import type { NoticeRecord } from '../../notices/notice.ts';
import type { Actor } from '../../people/actor.ts';
import type { Context } from '../../people/context.ts';
import { composeOffer, type OfferChoice } from '../offer/offer-terms.ts';
import { contentOf, offerText } from '../offer/offer-content.ts';
import { insertChosen } from '../offer/offer-testing.ts';
import { findCase, recordBeginning } from '../conditions/appointment-queries.ts';
import { decideContract } from './contract-decision.ts';
import { contractOfCase } from './contract-queries.ts';
import { recordContractStep } from './contract-record-queries.ts';
import { deciding, type Wish } from './contract-testing.ts';
import { recordAppointing } from '../appointing/appointing-queries.ts';

type Appointing = {
  reference: string;
  /** Whose application it is. */
  accountId: string;
  by: Actor;
  at: Date;
  choice: Partial<OfferChoice> & Pick<OfferChoice, 'startsOn'>;
  notice?: Partial<NoticeRecord>;
};

const CHOICE = { clause: 'turnover', person: 'non-seconded', grades: ['G17'], country: 'BE' } as const;

/** Somebody appointed on an offer that they accepted, without the steps before it being walked; the number of their application. */
export async function insertAppointed(
  context: Pick<Context, 'db' | 'organisation' | 'accommodationKeys'>,
  { reference, accountId, by: actor, at, choice: more, notice }: Appointing,
): Promise<string> {
  const { db, organisation } = context;
  const number = await insertChosen(context, { reference, accountId, at, ...(notice && { notice }) });
  const chosen = await findCase(db, { reference, number });
  if (!chosen) throw new Error('Nobody was chosen.');
  const id = await recordBeginning(db, chosen, { actor, at });
  const choice = { ...CHOICE, directly: null, reduction: null, on: at.toISOString().slice(0, 10), ...more };
  const terms = composeOffer(organisation, choice);
  if (!terms.ok) throw new Error(terms.refusal.kind);
  const content = offerText(
    contentOf({
      organisation,
      place: { application: number, vacancy: reference, title: chosen.title, name: chosen.name, zone: chosen.zone },
      offer: 1,
      choice,
      terms: terms.value,
      conditions: [],
      agreement: null,
      answerBy: choice.on,
      nonce: randomUUID(),
    }),
  );
  const { on: _on, ...kept } = choice;
  await db
    .insertInto('appointmentOffers')
    .values({
      appointmentId: id,
      number: 1,
      choice: JSON.stringify(kept),
      state: 'accepted',
      content,
      contentSha256: createHash('sha256').update(content).digest(),
      answerBy: choice.on,
      sentAt: at,
      answeredAt: at,
      means: 'password',
    })
    .execute();
  const appointed = { startsOn: choice.startsOn, number, reference, outside: context, actor, at };
  if (!(await recordAppointing(db, { id, version: 1 }, appointed))) throw new Error('Nobody was appointed.');
  return number;
}

type Stepping = { number: string; by: Actor; at: Date; wish: Wish };

/** A step on the contract of somebody appointed to the vacancy that they applied for, of which nobody is told. */
export async function appointedWith(
  context: Pick<Context, 'db' | 'organisation' | 'accommodationKeys'>,
  { number, by: actor, at, wish }: Stepping,
): Promise<void> {
  const { db, organisation } = context;
  const reference = number.split('-')[1] ?? '';
  const chosen = await findCase(db, { reference, number });
  const kept = chosen && (await contractOfCase(db, chosen));
  if (!kept) throw new Error('Nobody is appointed.');
  const decided = decideContract(kept.contract, deciding(organisation, wish));
  if (!decided.ok) throw new Error(decided.refusal.kind);
  const seen = { appointmentId: kept.appointmentId, seen: kept.steps.length };
  const step = { step: decided.value, outside: context, actor, at };
  if (!(await recordContractStep(db, seen, step))) throw new Error('It was not taken.');
}
