import { createHmac, hkdfSync } from 'node:crypto';
import { open, seal, type SealingKeys } from '../../platform/sealing.ts';
import { NOT_SAID, type EqualityAnswers, type EqualityRules } from './equality.ts';

/** Whose slip it is: of this application to this vacancy. */
export type SlipOwner = { applicationId: string; reference: string };

/** The answers of somebody who agreed to be counted by stage, as the database keeps them until then. */
export type Slip = { mark: Buffer; sealed: Buffer };

const MARK_BYTES = 32;
/** Every slip is as long as any other: its length would tell what was answered. */
const ROOM_BYTES = 512;

/**
 * What a slip is found by, the mark of the key in use first: an HMAC of the application's number by a key of the vacancy,
 * which is derived from a key outside the database. Without that key, a mark leads to nobody.
 */
export const marksOf = (owner: SlipOwner, keys: SealingKeys): [Buffer, ...Buffer[]] => {
  const [first, ...others] = keys;
  return [markBy(first, owner), ...others.map((key) => markBy(key, owner))];
};

function markBy(key: Buffer, { applicationId, reference }: SlipOwner): Buffer {
  const ofVacancy = hkdfSync('sha256', key, '', `concours/equality-slip/1 ${reference}`, MARK_BYTES);
  return createHmac('sha256', Buffer.from(ofVacancy)).update(applicationId).digest();
}

type Answered = { owner: SlipOwner; answers: EqualityAnswers; rules: EqualityRules };

export function makeSlip({ owner, answers, rules }: Answered, keys: SealingKeys): Slip {
  const [mark] = marksOf(owner, keys);
  const plain = JSON.stringify(answers);
  return { mark, sealed: seal(Buffer.from(plain.padEnd(roomFor(rules))), keys, aboutSlip(mark)) };
}

/** @throws CannotOpen */
export const answersOn = ({ mark, sealed }: Slip, keys: SealingKeys): EqualityAnswers =>
  JSON.parse(open(sealed, keys, aboutSlip(mark)).toString()) as EqualityAnswers;

const aboutSlip = (mark: Buffer): string => `equality slip ${mark.toString('hex')}`;

/** Room for the longest answers that can be given to these questions. */
function roomFor({ questions }: EqualityRules): number {
  const longest = questions.map(({ code, answers }) => [
    code,
    [NOT_SAID, ...answers.map((answer) => answer.code)].toSorted((a, b) => b.length - a.length)[0],
  ]);
  return Math.ceil(JSON.stringify(Object.fromEntries(longest)).length / ROOM_BYTES) * ROOM_BYTES;
}
