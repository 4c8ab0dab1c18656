import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlanStatus } from '../plan/stage-plan.ts';
import {
  ask,
  give,
  mayName,
  MOST_REFEREES,
  nameReferee,
  NO_ANSWERS,
  readAnswers,
  referenceToken,
  takeBack,
  type Referee,
} from './reference.ts';

const NOW = new Date('2027-02-08T09:00:00Z');
const referee = (more: Partial<Referee> = {}): Referee => ({
  id: 'one',
  name: 'Elsa Berg',
  email: 'elsa@river.example',
  relation: 'Head of my unit',
  language: 'fr',
  status: 'named',
  askedAt: null,
  answeredAt: null,
  declineWord: '',
  version: 1,
  ...more,
});

describe('naming a referee', () => {
  const form = { name: 'Elsa Berg', email: 'Elsa@river.example ', relation: 'Head of my unit', language: 'fr' };
  const naming = { referees: [], ownEmail: 'ada@people.example' };

  test('keeps one address, a name, a relation and a language we write in', () => {
    expect(nameReferee(form, naming)).toMatchObject({ value: { email: 'elsa@river.example', language: 'fr' } });
    expect(nameReferee({ name: ' ', email: 'a@b.example, c@d.example', relation: '', language: 'xx' }, naming)).toEqual(
      {
        ok: false,
        refusal: [
          { field: 'name', kind: 'name-missing' },
          { field: 'email', kind: 'address-invalid' },
          { field: 'relation', kind: 'relation-missing' },
          { field: 'language', kind: 'language-missing' },
        ],
      },
    );
  });

  test('takes nobody twice, nor the candidate, nor more than a few', () => {
    const twice = nameReferee(form, { ...naming, referees: [referee()] });

    expect(twice).toMatchObject({ refusal: [{ kind: 'already-named' }] });
    expect(nameReferee({ ...form, email: naming.ownEmail }, naming)).toMatchObject({
      refusal: [{ kind: 'own-address' }],
    });
    expect(
      mayName(
        Array.from({ length: MOST_REFEREES }, () => referee()),
        'open',
      ).ok,
    ).toBe(false);
    expect(mayName([], 'planned').ok).toBe(true);
    expect(mayName([], 'closed').ok).toBe(false);
  });
});

describe('asking a referee', () => {
  test('whatever is clicked, nobody is asked without consent for them and an open stage, and what was given stays', () => {
    const anyAct = fc.record({
      act: fc.constantFrom('ask', 'take-back', 'give'),
      stage: fc.constantFrom<PlanStatus>('planned', 'open', 'closed'),
      consent: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 20 }), (acts) => {
        const path = acts.reduce<{ one: Referee; agreed: boolean; given: boolean }>(
          ({ one, agreed, given }, { act, stage, consent }) => {
            if (act === 'give' && one.status === 'asked')
              return { one: { ...one, status: 'given' }, agreed, given: true };
            const next = act === 'ask' ? ask(one, { stage, consent, now: NOW }) : takeBack(one);
            if (!next.ok || act === 'give') return { one, agreed, given };
            return { one: next.value, agreed: act === 'ask' && consent && stage === 'open', given };
          },
          { one: referee(), agreed: false, given: false },
        );

        expect(path.one.status === 'named' || path.agreed).toBe(true);
        expect(path.given).toBe(path.one.status === 'given');
      }),
    );
  });

  test('asked anew, the link is another; reminded, it is the same; without the key nobody makes it', () => {
    const token = (askedAt: Date, secret = 'a key') => referenceToken({ id: 'one', askedAt }, secret);

    expect(token(NOW)).toBe(token(new Date(NOW)));
    expect(new Set([token(NOW), token(new Date(NOW.getTime() + 1)), token(NOW, 'another key')]).size).toBe(3);
    expect(token(NOW)).toMatch(/^[\w-]{43}$/);
  });
});

describe('giving a reference', () => {
  const asked = [
    { key: 'c1', text: { en: 'Judgement: weighs facts.', fr: 'Jugement : pèse les faits.' } },
    { key: 'c2', text: { en: 'Teamwork: shares.' } },
  ];

  test('says how they know the work and at least one competency, and keeps the wording that was answered', () => {
    const answers = readAnswers({ know: ' Two years ', 'item-c1': 'A flood.\r\nShe stayed.', 'item-c9': 'x' }, asked);

    expect(give(NO_ANSWERS, asked)).toEqual({
      ok: false,
      refusal: [
        { field: 'know', kind: 'know-missing' },
        { field: 'item-c1', kind: 'nothing-said' },
      ],
    });
    expect(give(answers, asked)).toMatchObject({
      value: {
        know: 'Two years',
        items: [
          { text: { fr: 'Jugement : pèse les faits.' }, answer: 'A flood.\nShe stayed.' },
          { text: { en: 'Teamwork: shares.' }, answer: '' },
        ],
      },
    });
  });
});
