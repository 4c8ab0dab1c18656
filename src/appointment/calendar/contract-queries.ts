import type { Db } from '../../schema.ts';
import { everyAppointedCase, type Chosen } from '../conditions/appointment-queries.ts';
import { contractAfter, lastDayOf, type Contract, type LastDay } from './contract.ts';
import type { ContractStep } from './contract-step.ts';
import { acceptedIn, contractSteps } from './contract-steps-queries.ts';

/** The contract of somebody who is appointed, with every step taken on it, oldest first. */
export type KeptContract = {
  appointmentId: string;
  chosen: Chosen;
  contract: Contract;
  steps: readonly ContractStep[];
};

/** The contracts of those who are appointed, on the offer that they accepted, in the order of their cases. */
export async function contractsOf(db: Db, cases: readonly Chosen[]): Promise<KeptContract[]> {
  const appointed = cases.flatMap((chosen) =>
    chosen.appointment?.appointedAt && !chosen.appointment.endedAt ? [{ chosen, id: chosen.appointment.id }] : [],
  );
  const ids = appointed.map(({ id }) => id);
  if (ids.length === 0) return [];
  const [accepted, steps] = [await acceptedIn(db, ids), await contractSteps(db, ids)];
  return appointed.flatMap(({ chosen, id }) => {
    const offer = accepted.get(id);
    if (!offer) return [];
    const taken = steps.get(id) ?? [];
    return [{ appointmentId: id, chosen, contract: contractAfter(offer, taken), steps: taken }];
  });
}

export const contractOfCase = async (db: Db, chosen: Chosen): Promise<KeptContract | undefined> =>
  (await contractsOf(db, [chosen]))[0];

/** One contract with the day on which it ends as things stand. */
export type ContractEnding = {
  /** Whose it is, for leaving out the reader's own. */
  applicantId: string;
  /** Whether its end was recorded. */
  ended: boolean;
  application: string;
  vacancy: string;
  /** Of the post (IANA). */
  zone: string;
  startsOn: string;
  person: Contract['choice']['person'];
  last: LastDay;
};

/** Every contract with its last day as it stands; for figures, nobody is named. */
export async function contractEndings(db: Db): Promise<ContractEnding[]> {
  return (await contractsOf(db, await everyAppointedCase(db))).map(({ chosen, contract }) => ({
    applicantId: chosen.applicantId,
    ended: contract.state.ended !== null,
    application: chosen.number,
    vacancy: chosen.reference,
    zone: chosen.zone,
    startsOn: contract.choice.startsOn,
    person: contract.choice.person,
    last: lastDayOf(contract),
  }));
}
