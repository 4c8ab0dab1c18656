import {
  array,
  assert as check,
  boolean,
  constantFrom,
  date,
  integer,
  oneof,
  property,
  record,
  string,
} from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadOrganisation } from '../../regulations/organisation/organisation.ts';
import { ROOT } from '../../testing.ts';
import { exampleVacancy } from '../../vacancies/vacancy-testing.ts';
import { VACANCY_STATUSES } from '../../vacancies/vacancy-state.ts';
import { APPLICATION_STATUSES, isInTime, notOpen, standingOf, type Dossier } from '../application.ts';
import { exampleDossier, sha256Of } from '../application-testing.ts';
import { explain, explainGap } from '../application-texts.ts';
import { contentOf, readReceipt, reviewMark } from './receipt.ts';
import { beforeDeadline, formatReception } from './receipt-texts.ts';
import { blockingGaps, gapsOf, stepsOf } from '../drafting/steps.ts';
import { submit, withdraw, type SubmissionRequest } from './submission.ts';

const rules = loadOrganisation(`${ROOT}/organisations/northern-rivers`);
const deadlineAt = new Date('2026-12-18T22:59:59.000Z');
const dossier = exampleDossier(rules, { vacancy: exampleVacancy({ status: 'published', deadlineAt }) });
const request = (given: Partial<SubmissionRequest> = {}, of: Dossier = dossier): SubmissionRequest => ({
  roles: [],
  language: 'en',
  reviewed: reviewMark(contentOf(of, given.language ?? 'en')),
  receivedAt: new Date('2026-12-01T10:00:00Z'),
  ...given,
});
const kindOf = (outcome: ReturnType<typeof submit>) => (outcome.ok ? 'submitted' : outcome.refusal.kind);
const answering = (answers: Partial<Dossier['application']['answers']>): Dossier => ({
  ...dossier,
  application: { ...dossier.application, answers: { ...dossier.application.answers, ...answers } },
});

describe('the deadline counts at reception (E9)', () => {
  test.for([
    [-1, 'submitted'],
    [0, 'submitted'],
    [1, 'deadline-passed'],
  ] as const)('%i ms from it: %s', ([milliseconds, kind]) => {
    const receivedAt = new Date(deadlineAt.getTime() + milliseconds);

    expect(kindOf(submit(dossier, request({ receivedAt })))).toBe(kind);
  });

  test('in time is never later than out of time', () => {
    const instant = date({ noInvalidDate: true });
    check(
      property(instant, instant, (a, b) => {
        const [earlier, later] = a < b ? [a, b] : [b, a];
        const [first, second] = [earlier, later].map((receivedAt) => isInTime({ deadlineAt }, receivedAt));

        expect([first, second]).not.toEqual([false, true]);
      }),
    );
  });

  test('names both instants when it was missed', () => {
    const receivedAt = new Date('2026-12-18T23:00:00Z');

    const outcome = submit(dossier, request({ receivedAt }));

    expect(outcome).toEqual({
      ok: false,
      refusal: { kind: 'deadline-passed', deadlineAt, deadlineZone: 'Europe/Brussels', receivedAt },
    });
  });

  test('what was received before the vacancy was closed counts, though it is decided after', () => {
    const closedAt = new Date('2026-12-02T10:00:00Z');
    const closed = { ...dossier.vacancy, status: 'closed' as const, closedAt };

    expect(notOpen(closed, closedAt)).toBeUndefined();
    expect(notOpen(closed, new Date(closedAt.getTime() + 1))).toEqual({ kind: 'not-open', status: 'closed' });
  });

  test.each([
    ['internal', [], 'for-staff-only'],
    ['internal', ['staff-member'], undefined],
    ['external', ['recruiter'], 'not-for-staff'],
    ['external', [], undefined],
    ['both', ['recruiter'], undefined],
  ] as const)('of a vacancy for %s, somebody with the roles %j is refused as %s', (audience, roles, refusal) => {
    const given = { ...dossier, vacancy: { ...dossier.vacancy, audience } };

    const outcome = submit(given, request({ roles }, given));

    expect(outcome.ok ? undefined : outcome.refusal.kind).toBe(refusal);
  });

  test('a draft whose deadline has passed says so; a submitted application never does', () => {
    const after = new Date(deadlineAt.getTime() + 1);

    expect(standingOf(dossier.application, dossier.vacancy, deadlineAt)).toBe('draft');
    expect(standingOf(dossier.application, dossier.vacancy, after)).toBe('deadline-missed');
    expect(standingOf({ status: 'submitted' }, dossier.vacancy, after)).toBe('submitted');
  });
});

describe('a submission', () => {
  const anyText = oneof(string({ unit: 'binary', maxLength: 20 }), constantFrom('', 'x'.repeat(3001), 'BE', 'V'));
  const anyDossier = record({
    status: constantFrom(...APPLICATION_STATUSES),
    vacancyStatus: constantFrom(...VACANCY_STATUSES),
    identity: record({
      givenNames: anyText,
      familyName: anyText,
      nationalities: array(anyText, { maxLength: 3 }),
      residence: anyText,
      telephone: anyText,
    }),
    complete: boolean(),
    declarations: array(anyText, { maxLength: 4 }),
  }).map(({ status, vacancyStatus, identity, complete, declarations }): Dossier => {
    const { application } = dossier;
    const answers = complete ? application.answers : { ...application.answers, identity, declarations };
    return {
      ...dossier,
      application: { ...application, status, answers },
      vacancy: { ...dossier.vacancy, status: vacancyStatus },
    };
  });

  const RECEIVED = { title: 'taken', message: 'taken' };

  test('is decided for every draft there can be, and each refusal is explained in both languages', () => {
    check(
      property(anyDossier, integer({ min: -2, max: 2 }), boolean(), (given, milliseconds, reviewed) => {
        if (!given.application.answers.identity.givenNames.isWellFormed()) return;
        const receivedAt = new Date(deadlineAt.getTime() + milliseconds);

        const outcome = submit(given, { ...request({ receivedAt }, dossier), ...(reviewed ? {} : { reviewed: '' }) });

        const { en, fr } = outcome.ok ? { en: RECEIVED, fr: RECEIVED } : explain(outcome.refusal);
        const mayBe = blockingGaps(given).length === 0 && isInTime({ deadlineAt }, receivedAt);
        const words = [en.title, en.message, fr.title, fr.message];

        expect(words.filter((text) => text.length < 4)).toEqual([]);
        expect(outcome.ok && !(mayBe && given.application.status === 'draft')).toBe(false);
      }),
    );
  });

  test('is refused for each thing that is missing, and each is explained', () => {
    const empty = answering({
      identity: { givenNames: ' ', familyName: '', nationalities: [], residence: '', telephone: 'call me' },
      languages: {},
      requirements: {},
      declarations: [],
    });

    const outcome = submit(empty, request({}, empty));

    const missing = outcome.ok || outcome.refusal.kind !== 'incomplete' ? [] : outcome.refusal.missing;
    const essential = dossier.vacancy.notice.essential.en.length;
    expect(missing).toHaveLength(5 + 2 + essential + 1);
    for (const gap of missing) expect(explainGap(gap, 'fr')).toMatch(/\S/);
  });

  test('needs a member’s nationality on the day it is received (E1)', () => {
    const { identity } = dossier.application.answers;
    const foreign = answering({ identity: { ...identity, nationalities: ['BR'] } });
    const dual = answering({ identity: { ...identity, nationalities: ['BR', 'SE'] } });

    expect(kindOf(submit(foreign, request({}, foreign)))).toBe('not-eligible');
    expect(kindOf(submit(dual, request({}, dual)))).toBe('submitted');
  });

  test('of somebody whom the rules probably exclude goes to a person, with what they say to it', () => {
    const { identity } = dossier.application.answers;
    const foreign = answering({ identity: { ...identity, nationalities: ['BR'], exception: ' I become Swedish. ' } });

    const outcome = submit(foreign, request({}, foreign));

    expect(kindOf(outcome)).toBe('submitted');
    expect(outcome.ok && readReceipt(outcome.value.receipt).identity.exception).toBe('I become Swedish.');
  });

  test('does not need the documents asked for, nor the desirable requirements (A3, E4)', () => {
    const attachments = [{ kind: 'cover-letter', maxPages: 2, pageSize: 'A4', formats: ['pdf'] }] as const;
    const asking = { ...dossier, vacancy: { ...dossier.vacancy, notice: { ...dossier.vacancy.notice, attachments } } };

    expect(gapsOf(asking).map(({ problem }) => problem)).toEqual(['document-missing']);
    expect(stepsOf(asking).find(({ name }) => name === 'documents')?.state).toBe('to-do');
    expect(kindOf(submit(asking, request({}, asking)))).toBe('submitted');
  });

  test('stores what was reviewed or nothing', () => {
    const changed = answering({ languages: { en: 'VI', fr: 'VI' } });

    expect(kindOf(submit(changed, request({}, dossier)))).toBe('changed-meanwhile');
    expect(kindOf(submit(dossier, request({ language: 'fr', reviewed: request().reviewed })))).toBe(
      'changed-meanwhile',
    );
  });

  test('is withdrawn only once it is submitted, and only when that is confirmed', () => {
    const submitted = { ...dossier.application, status: 'submitted' as const };

    expect(withdraw(dossier.application, true).ok).toBe(false);
    expect(withdraw(submitted, false).ok).toBe(false);
    expect(withdraw(submitted, true)).toMatchObject({ ok: true, value: { status: 'withdrawn' } });
  });
});

describe('a receipt', () => {
  test('holds everything submitted under the fingerprint of its own text', () => {
    const outcome = submit(dossier, request());
    if (!outcome.ok) throw new Error(outcome.refusal.kind);
    const { receipt } = outcome.value;
    const content = readReceipt(receipt);

    expect(sha256Of(receipt.text)).toBe(receipt.sha256);
    expect(content).toEqual({ ...contentOf(dossier, 'en'), receivedAt: '2026-12-01T10:00:00.000Z' });
    expect(content.requirements.map(({ answer }) => answer)).toContain('How I meet requirement 2.');
    expect(content.declarations.map(({ text: wording }) => wording)).toEqual(rules.declarations.map((one) => one.text));
  });

  test('has another fingerprint when a letter or a millisecond differs', () => {
    const fingerprints = [
      submit(dossier, request()),
      submit(dossier, request({ receivedAt: new Date('2026-12-01T10:00:00.001Z') })),
      submit(dossier, request({ language: 'fr' })),
    ].map((outcome) => (outcome.ok ? outcome.value.receipt.sha256 : outcome.refusal.kind));

    expect(new Set(fingerprints).size).toBe(3);
  });

  test('tells its instant to the millisecond in the announced zone', () => {
    const at = new Date('2027-01-01T00:05:09.007Z');

    expect(formatReception(at, 'Europe/Brussels', 'en')).toBe('1 January 2027 at 01:05:09.007, Brussels time');
    expect(formatReception(at, 'Europe/Brussels', 'fr')).toBe(
      'le 1er janvier 2027 à 1\u00a0h\u00a005\u00a0min\u00a009,007\u00a0s, heure de Bruxelles',
    );
  });

  test.for([
    [0, '0 seconds before the deadline'],
    [1_000, '1 second before the deadline'],
    [119_999, '119 seconds before the deadline'],
    [25 * 3_600_000 + 1, '25 hours before the deadline'],
    [48 * 3_600_000, '2 days before the deadline'],
  ] as const)('%i ms before the deadline is “%s”', ([milliseconds, words]) => {
    expect(beforeDeadline(new Date(deadlineAt.getTime() - milliseconds), deadlineAt, 'en')).toBe(words);
  });
});
