import * as fc from 'fast-check';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anyProfile } from '../../people/profile/importing/importing-testing.ts';
import { SINGLE_ID } from '../../people/profile/profile-form.ts';
import { emptyProfile, isSingle, PARTS, sameEntries, type Profile } from '../../people/profile/profile.ts';
import { testApp, type Client, type Form, type TestApp } from '../../testing.ts';
import { insertVacancy } from '../../vacancies/vacancy-testing.ts';
import { changeCareer } from './career-answers.ts';
import { NO_ANSWERS, withLaterSteps } from '../answers.ts';
import { findOwnApplication, findReceipt } from '../application-queries.ts';
import { completeDraft, insertDraft, submissionForm, submitApplication } from '../application-testing.ts';
import { COVER_LETTER } from '../documents/document-testing.ts';
import { withoutEmpty } from './career-content.ts';
import { addNew, begunFrom, COPIED_PARTS, copyFrom, keepIn, profileOffer, type CopiedStep } from './profile-copy.ts';
import { readReceipt } from '../submission/receipt.ts';

const STEPS = Object.keys(COPIED_PARTS) as CopiedStep[];
const kept = (profile = emptyProfile()) => ({ profile, earlier: [], updatedAt: undefined });

/** Each entry under a name of its own, as the application gives it. */
const numbered = ({ parts, revisions }: Profile, letter: string): Profile => {
  const named = PARTS.map((part) => [
    part,
    parts[part].map((entry, at) => ({ ...entry, id: isSingle(part) ? SINGLE_ID : `${letter}${at}` })),
  ]);
  return { parts: Object.fromEntries(named) as Profile['parts'], revisions };
};

describe('the copy in a draft', () => {
  test('taken from any profile leaves nothing to take', () => {
    fc.assert(
      fc.property(anyProfile, fc.constantFrom(...STEPS), (profile, step) => {
        const begun = begunFrom(profile, NO_ANSWERS);

        expect(profileOffer(step, begun, kept(profile)).take).toBe(false);
        expect(copyFrom(profile, step, begun)).toEqual(begun);
      }),
    );
  });

  test('kept in the profile leaves nothing to keep, and takes nothing away from the profile', () => {
    fc.assert(
      fc.property(anyProfile, anyProfile, fc.constantFrom('education', 'experience'), (mine, theirs, step) => {
        const renamed = {
          ...theirs,
          parts: { ...theirs.parts, [step]: theirs.parts[step].map((one, at) => ({ ...one, id: `t${at}` })) },
        };
        const begun = begunFrom(renamed, NO_ANSWERS);
        const filled = keepIn(kept(mine), step, begun);
        const has = (entry: (typeof mine.parts)['education'][number]) =>
          filled.profile.parts[step].some((other) => sameEntries([entry], [other]));

        expect(profileOffer(step, begun, filled).keep).toBe(false);
        expect(mine.parts[step].every(has)).toBe(true);
      }),
    );
  });

  test('typed while the profile was empty, and kept there, begins the next application', () => {
    fc.assert(
      fc.property(anyProfile, fc.constantFrom(...STEPS), (any, step) => {
        const typed = numbered(any, 'a');
        const answers = { ...begunFrom(typed, NO_ANSWERS), fromProfile: {} };

        const added = addNew(kept(), step, answers);
        const next = begunFrom((added?.kept ?? kept()).profile, NO_ANSWERS);

        expect(next[step]).toEqual(answers[step]);
        expect(addNew(added?.kept ?? kept(), step, added?.answers ?? answers)).toBeUndefined();
      }),
    );
  });

  test('changes nothing that the profile says by what it adds, and nothing at all of a part that was changed since', () => {
    fc.assert(
      fc.property(anyProfile, anyProfile, fc.constantFrom(...STEPS), (one, other, step) => {
        const [mine, theirs] = [numbered(one, 'm'), numbered(other, 't')];
        const answers = { ...begunFrom(theirs, NO_ANSWERS), fromProfile: mine.revisions };
        const later = { ...mine, revisions: { ...mine.revisions } };
        for (const part of COPIED_PARTS[step]) later.revisions[part] += 1;

        const { profile } = addNew(kept(mine), step, answers)?.kept ?? kept(mine);

        const said = COPIED_PARTS[step].flatMap((part) => mine.parts[part].map((entry) => ({ part, entry })));
        for (const { part, entry } of said)
          expect(profile.parts[part].find(({ id }) => id === entry.id)?.fields).toMatchObject(
            withoutEmpty(entry).fields,
          );
        expect(addNew(kept(later), step, answers)).toBeUndefined();
      }),
    );
  });

  test('left out and put back is the same copy', () => {
    const entries = [
      { id: 'a', fields: { title: 'A' } },
      { id: 'b', fields: { title: 'B' } },
    ];
    const career = { none: false, entries, leftOut: [] };

    const without = changeCareer(career, { kind: 'leave-out', id: 'b' });

    expect(without).toMatchObject({ entries: [{ id: 'a' }], leftOut: [{ id: 'b' }] });
    expect(changeCareer(without, { kind: 'put-back', id: 'b' })).toEqual(career);
  });

  test('of a draft from before these steps is empty, and its answers stay', () => {
    const { identity, languages, requirements, declarations } = NO_ANSWERS;
    const revisions = {
      identity: 3,
      languages: 0,
      requirements: 0,
      declarations: 0,
    } as (typeof NO_ANSWERS)['revisions'];

    const answers = withLaterSteps({ identity, languages, requirements, declarations, revisions });

    expect(answers).toEqual({ ...NO_ANSWERS, revisions: { ...NO_ANSWERS.revisions, identity: 3 } });
  });
});

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  for (const reference of ['260301', '260302'])
    await insertVacancy(app.db, {
      reference,
      status: 'published',
      deadlineAt: new Date('2026-12-23T22:59:59Z'),
      notice: { attachments: [COVER_LETTER] },
    });
});
afterAll(() => app.close());

const post = (id: string, title: string) => ({
  [`experience-${id}-title`]: title,
  [`experience-${id}-employer`]: 'River Authority',
  [`experience-${id}-from-month`]: '3',
  [`experience-${id}-from-year`]: '2019',
  [`experience-${id}-current`]: 'yes',
  [`experience-${id}-workingTime`]: 'full-time',
});

/** Sends a step as a form does that was opened just before. */
const sends = async (client: Client, address: string, form: Form) => {
  const base = /name="base" value="([^"]*)"/.exec((await client.get(address)).text)?.[1] ?? '';
  return client.post(address, { base: base.replaceAll('&quot;', '"'), ...form });
};

describe('an application', () => {
  const own = (client: Client, number: string) => ({ accountId: client.accountId ?? '', number });
  const begun = async (client: Client, reference = '260301') => {
    await client.post('/en/my/profile/experience', { ...post('a', 'Hydrologist'), base: '0' });
    await client.post('/en/my/profile/languages', {
      'languages-a-language': 'fr',
      'languages-a-level': 'V',
      base: '0',
    });
    return insertDraft(app.db, { accountId: client.accountId ?? '', reference });
  };

  test('begins with the profile, and later edits of the profile change nothing in it unless taken', async () => {
    const client = await app.signedInAs('applicant');
    const number = await begun(client);
    await client.post('/en/my/profile/experience', { ...post('a', 'Head of Hydrology'), base: '1' });

    const before = await client.get(`/en/my/applications/${number}/experience`);
    const done = await client.post(`/en/my/applications/${number}/experience/profile`, { do: 'take' });
    const after = await client.get(done.location ?? '');
    const languages = await client.get(`/en/my/applications/${number}/languages`);

    expect(before.text).toContain('value="Hydrologist"');
    expect(before.text).toContain('Your profile has changed since');
    expect(after.text).toContain('value="Head of Hydrology"');
    expect(after.text).not.toContain('Your profile has changed since');
    expect(languages.text).toMatch(/<option value="V" selected/);
  });

  test('offers what was written in it to the profile, which gets it only then', async () => {
    const client = await app.signedInAs('applicant');
    const number = await begun(client);
    const here = `/en/my/applications/${number}/experience`;
    await sends(client, here, { ...post('a', 'Hydrologist'), ...post('b', 'Lock keeper') });

    const offered = await client.get(here);
    const without = await client.get('/en/my/profile/experience');
    await client.post(`${here}/profile`, { do: 'keep' });
    const profile = await client.get('/en/my/profile/experience');

    expect(offered.text).toContain('Keep it in my profile too');
    expect(without.text).not.toContain('Lock keeper');
    expect(profile.text).toContain('Lock keeper');
  });

  test('gives the profile what it does not say yet with the button that goes on, unless its author says no', async () => {
    const client = await app.signedInAs('applicant');
    const number = await begun(client);
    const here = `/en/my/applications/${number}`;
    const told = { 'keep-asked': '1', keep: 'yes' };

    const form = await client.get(`${here}/identity`);
    await sends(client, `${here}/identity`, { ...told, residence: 'BE', telephone: '+32 2 555 01 01' });
    await sends(client, `${here}/education`, { 'keep-asked': '1', 'education-d-degree': 'BSc in Geology' });
    await sends(client, `${here}/languages`, { ...told, 'level-fr': 'I', 'level-en': 'V' });
    const said = async (part: string) => (await client.get(`/en/my/profile/${part}`)).text;

    expect(form.text).toMatch(/name="keep" value="yes" checked/);
    expect((await client.get(`${here}/education`)).text).not.toMatch(/name="keep" value="yes" checked/);
    expect(await said('person')).toContain('value="+32 2 555 01 01"');
    expect(await said('education')).not.toContain('BSc in Geology');
    expect((await said('languages')).match(/<option value="\w+" selected/g)).toEqual([
      '<option value="fr" selected',
      '<option value="V" selected',
      '<option value="en" selected',
      '<option value="V" selected',
    ]);
  });

  test('holds in its receipt what was stated, whatever becomes of the profile, with what posts add up to', async () => {
    const client = await app.signedInAs('applicant');
    const number = await begun(client);
    await submitApplication(app.db, { ...own(client, number), rules: app.context.organisation });
    await client.post('/en/my/profile/experience', { base: '1' });

    const receipt = await findReceipt(app.db, own(client, number));
    const shown = await client.get(`/en/my/applications/${number}/receipt`);

    expect(readReceipt(receipt ?? { text: '{}' }).experience).toMatchObject([
      { fields: { title: 'Hydrologist', to: '2020-08' } },
    ]);
    expect(shown.text).toContain('10 years at full-time equivalent, overlaps counted once');
    expect(shown.text).toContain('MSc in Hydrology');
  });

  test('leaves a post out and puts it back, and submits what was reviewed', async () => {
    const client = await app.signedInAs('applicant');
    const number = await begun(client);
    await completeDraft(app.db, { ...own(client, number), rules: app.context.organisation });
    const here = `/en/my/applications/${number}/experience`;
    const form = { ...post('post', 'Hydrologist'), ...post('two', 'Lock keeper') };
    await sends(client, here, { ...form, remove: 'two' });
    const out = await client.get(here);
    await sends(client, here, { ...post('post', 'Hydrologist'), restore: 'two' });
    const review = await client.get(`/en/my/applications/${number}/review`);
    const reviewed = await submissionForm(app.db, { ...own(client, number), rules: app.context.organisation });
    const submitted = await client.post(`/en/my/applications/${number}/submission`, reviewed);

    expect(out.text).toContain('Left out of this application');
    expect(review.text).toContain('Lock keeper, River Authority, March 2019 – now');
    expect(submitted.location).toContain('/receipt');
  });

  test('is the start of the next one, in the steps that nobody touched', async () => {
    const client = await app.signedInAs('applicant');
    const first = await begun(client);
    await completeDraft(app.db, { ...own(client, first), rules: app.context.organisation });
    const second = await insertDraft(app.db, { accountId: client.accountId ?? '', reference: '260302' });

    const copied = await client.post(`/en/my/applications/${second}/copy`, { from: first });
    const answers = (await findOwnApplication(app.db, own(client, second)))?.answers;

    expect(copied.status).toBe(303);
    expect(answers?.identity).toMatchObject({ givenNames: 'Ada', familyName: 'Marin' });
    expect(Object.keys(answers?.requirements ?? {})).not.toEqual([]);
    expect(answers?.declarations).toEqual([]);
  });

  test('of somebody else can neither be copied nor filled', async () => {
    const client = await app.signedInAs('applicant');
    const number = await begun(client);
    const other = await app.signedInAs('applicant');
    const mine = await begun(other);

    const copied = await other.post(`/en/my/applications/${mine}/copy`, { from: number });
    const taken = await other.post(`/en/my/applications/${number}/experience/profile`, { do: 'take' });

    expect([copied.status, taken.status]).toEqual([404, 404]);
  });

  test('gets its own copy of a document that its author keeps, sent once to fill the profile', async () => {
    const client = await app.signedInAs('applicant');
    const number = await begun(client);
    const pdf = await PDFDocument.create();
    pdf
      .addPage([595.28, 841.89])
      .drawText('Lock keeper at the River Authority\n'.repeat(12), { y: 700, size: 10, lineHeight: 14 });
    const content = Buffer.from(await pdf.save());
    const sent = await client.upload(
      '/en/my/profile/import',
      { 'keep-file': 'yes' },
      { field: 'file', name: 'cv.pdf', type: 'application/pdf', content },
    );
    const id = /documents\/([0-9a-f-]{36})"/.exec((await client.get('/en/my/profile/documents')).text)?.[1] ?? '';
    const attached = await client.post(`/en/my/applications/${number}/kept-documents`, {
      document: id,
      kind: 'cover-letter',
    });
    await client.post(`/en/my/profile/documents/${id}/removal`);
    const there = await client.get(`/en/my/applications/${number}/documents/cover-letter`);

    expect((await client.get(sent.location ?? '')).text).toContain('The file is kept with your documents');
    expect(attached.location).toContain('stored=cover-letter');
    expect(there.body.equals(content)).toBe(true);
  });
});
