import { array, assert as check, constantFrom, nat, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadOrganisation } from '../../regulations/organisation/organisation.ts';
import { ROOT } from '../../testing.ts';
import type { Application } from '../application.ts';
import { exampleDossier } from '../application-testing.ts';
import { ANSWER_STEPS, answersSchema, NO_ANSWERS, requirementsOf, strayAnswers, type Answers } from '../answers.ts';
import { readStep, save } from './draft.ts';
import { marksOf } from './merging.ts';

const rules = loadOrganisation(`${ROOT}/organisations/northern-rivers`);
const { application: example, vacancy } = exampleDossier(rules);
const draft: Application = { ...example, answers: NO_ANSWERS };
const asked = requirementsOf(vacancy.notice);
const { questions } = rules;
const identity = (givenNames: string) => readStep('identity', { givenNames }, { application: draft, asked, questions });

describe('saving a draft', () => {
  test('loses no text silently, whatever the tabs do in whatever order', () => {
    const tab = record({ tab: nat(2), action: constantFrom('open', 'type-and-save' as const) });
    check(
      property(array(tab, { maxLength: 40 }), (clicks) => {
        let saved = draft;
        const opened = new Map<number, Answers['identity']>();

        for (const [at, { tab: name, action }] of clicks.entries()) {
          const before = saved.answers.identity;
          const from = opened.get(name);
          if (action === 'open' || !from) {
            opened.set(name, before);
            continue;
          }
          const outcome = save(saved, identity(`text ${at}`), marksOf(from));
          // A text is written over only by a page that showed it; else both texts are told.
          const shown = from.givenNames === before.givenNames;
          expect(outcome.ok || outcome.refusal.kind).toBe(shown ? true : 'changed-meanwhile');
          if (outcome.ok) {
            saved = outcome.value;
            opened.set(name, saved.answers.identity);
          }
        }
      }),
    );
  });

  test('takes a request that was sent twice as one', () => {
    const once = save(draft, identity('Ada'), {});
    const twice = once.ok ? save(once.value, identity('Ada'), {}) : once;

    expect(twice).toEqual(once);
  });

  test('joins two fields of one step that were changed on two devices', () => {
    const telephone = readStep('identity', { telephone: '+32 2 000 00 00' }, { application: draft, asked, questions });
    const first = save(draft, identity('Ada'), {});
    const second = first.ok ? save(first.value, telephone, {}) : first;

    expect(second.ok && second.value.answers.identity).toMatchObject({
      givenNames: 'Ada',
      telephone: '+32 2 000 00 00',
    });
  });

  test('takes a form that does not say what it started from only where it changes nothing', () => {
    const once = save(draft, identity('Ada'), {});
    const same = once.ok ? save(once.value, identity('Ada'), undefined) : once;
    const other = once.ok ? save(once.value, identity('Eve'), undefined) : once;

    expect(same).toEqual(once);
    expect(other).toMatchObject({ ok: false, refusal: { kind: 'changed-meanwhile' } });
  });

  test('changes nothing but its step', () => {
    check(
      property(constantFrom(...ANSWER_STEPS), constantFrom({}, undefined), (step, base) => {
        const outcome = save(
          example,
          readStep(step, { givenNames: 'x' }, { application: example, asked, questions }),
          base,
        );
        const after = outcome.ok ? outcome.value.answers : example.answers;

        for (const other of ANSWER_STEPS.filter((name) => name !== step))
          expect(after[other]).toEqual(example.answers[other]);
      }),
    );
  });

  test('is over once it is submitted', () => {
    const submitted = save({ ...draft, status: 'submitted' }, identity('Ada'), {});

    expect(submitted).toEqual({ ok: false, refusal: { kind: 'no-draft' } });
  });
});

describe('reading a form', () => {
  test('keeps whatever is sent in a shape that can be stored', () => {
    const fields = {
      givenNames: ['a', 'b'],
      'nationality-1': 'FR',
      'nationality-2': 'FR',
      'nationality-3': '??',
      'level-en': 'XII',
      'level-javascript': 'V',
      declarations: 'truth',
      constructor: 'x',
    };

    for (const step of ANSWER_STEPS) {
      const { values } = readStep(step, fields, { application: draft, asked, questions });
      expect(answersSchema.safeParse({ ...NO_ANSWERS, [step]: values }).success).toBe(true);
    }
    expect(identity('Ada').values).toMatchObject({ givenNames: 'Ada', nationalities: [] });
  });

  test('keeps answers to earlier wordings of the notice, and shows them', () => {
    const [first] = asked;
    const field = `requirement-${first?.key}`;
    const answered = readStep('requirements', { [field]: 'Mine.' }, { application: draft, asked, questions });
    const application = { ...draft, answers: { ...NO_ANSWERS, requirements: answered.values as never } };
    const corrected = asked.slice(1);

    const later = readStep('requirements', { [field]: 'Mine still.' }, { application, asked: corrected, questions });
    const stray = strayAnswers({ ...NO_ANSWERS, requirements: later.values as never }, corrected);

    expect(stray).toEqual([{ wording: first?.text.en, text: 'Mine still.' }]);
  });

  test('makes one line break of each system’s own', () => {
    const field = `requirement-${asked[0]?.key}`;

    const read = readStep('requirements', { [field]: 'a\r\nb\rc\nd' }, { application: draft, asked, questions });

    expect(JSON.stringify(read.values)).toContain('a\\nb\\nc\\nd');
  });
});

describe('the key of a requirement', () => {
  test('stays the same wherever it stands, and is never another’s', () => {
    const { essential, desirable } = vacancy.notice;
    const turned = { en: essential.en.toReversed(), fr: essential.fr.toReversed() };
    const twice = { en: ['swim', 'swim'], fr: ['nager', 'nager'] };

    const moved = requirementsOf({ essential: turned, desirable });
    const repeated = requirementsOf({ essential: twice, desirable: { en: [], fr: [] } });

    const keyByText = new Map(asked.map(({ text, key }) => [text.en, key]));
    for (const { text, key } of moved) expect(key).toBe(keyByText.get(text.en));
    expect(new Set(repeated.map(({ key }) => key)).size).toBe(2);
  });
});
