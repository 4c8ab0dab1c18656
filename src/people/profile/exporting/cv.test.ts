import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { openTypst } from '../../../platform/typst/typst.ts';
import { loadOrganisation } from '../../../regulations/organisation/organisation.ts';
import { ROOT } from '../../../testing.ts';
import { importFile } from '../importing/import-file.ts';
import { anyProfile, lostWords, partsOf, wordsOf } from '../importing/importing-testing.ts';
import { readEuropass } from '../importing/europass.ts';
import { readImportedFile } from '../importing/read-imported-file.ts';
import { emptyProfile, PARTS, sameEntries, type Profile } from '../profile.ts';
import { cvDocument } from './cv-document.ts';
import { cvDocx } from './cv-docx.ts';
import { cvPdf } from './cv-pdf.ts';
import { europassOf } from './europass-export.ts';

const rules = loadOrganisation(`${ROOT}/organisations/northern-rivers`);
const typst = openTypst();
afterAll(() => typst.close());

const AT = new Date('2026-11-20T10:00:00Z');
const cvOf = (profile: Profile, language: 'en' | 'fr' = 'en') => cvDocument(profile, { rules, language }, AT);
const pdfOf = (profile: Profile, language: 'en' | 'fr' = 'en') =>
  cvPdf(cvOf(profile, language), europassOf(profile), typst);
/** All that is shown of a profile. */
const shownOf = ({ title, parts }: ReturnType<typeof cvDocument>): string[] => [
  title,
  ...parts.flatMap((part) => [
    part.title,
    ...part.entries.flatMap(({ names, period, facts }) => [
      names,
      period,
      ...facts.flatMap(({ label, lines }) => [label, ...lines]),
    ]),
  ]),
];

const YLVA: Profile = {
  ...emptyProfile(),
  parts: {
    ...emptyProfile().parts,
    person: [{ id: 'p', fields: { givenNames: 'Ylva', familyName: 'Ström', residence: 'SE', telephone: '+46 8 555' } }],
    nationalities: [{ id: 'n', fields: { country: 'SE', since: '2014-05' } }],
    experience: [
      {
        id: 'b',
        fields: { title: 'Surveyor', employer: 'Water Ltd', from: '2010-09', to: '2016-03', tasks: 'One.\nTwo.' },
      },
      { id: 'a', fields: { title: 'Hydrologist', employer: 'River Authority', from: '2016-04', current: 'yes' } },
    ],
    clearances: [{ id: 'c', fields: { level: 'NS', issuer: 'national-security-authority', until: '2028-03-31' } }],
  },
};

describe('a CV holds all of a profile', () => {
  test.for([
    ['en', 'Experience', 'Hydrologist, River Authority', 'April 2016 – now', '31 March 2028'],
    ['fr', 'Expérience', 'Hydrologist, River Authority', 'avril 2016 – aujourd’hui', '31 mars 2028'],
  ] as const)('in the language of the person, the latest first (%s)', ([language, experience, names, period, day]) => {
    const cv = cvOf(YLVA, language);
    const posts = cv.parts.find(({ title }) => title === experience);

    expect(cv.title).toBe('Ylva Ström');
    expect(posts?.entries.map((entry) => entry.names)).toEqual([names, 'Surveyor, Water Ltd']);
    expect(posts?.entries[0]?.period).toBe(period);
    expect(shownOf(cv).join('\n')).toContain(day);
  });

  test('whatever was typed: every word of every field that is typed', () => {
    fc.assert(
      fc.property(anyProfile, (profile) => {
        const shown = new Set(shownOf(cvOf(profile)).flatMap(wordsOf));
        const typed = (['experience', 'education', 'memberships', 'references'] as const).flatMap((part) =>
          profile.parts[part].flatMap(({ fields }) =>
            [
              'title',
              'employer',
              'tasks',
              'reason',
              'degree',
              'institution',
              'details',
              'organisation',
              'role',
              'name',
            ].flatMap((field) => wordsOf((fields[field] ?? '').replaceAll(/[^\P{C}\n\t]/gu, ''))),
          ),
        );

        expect(typed.filter((word) => !shown.has(word))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('as PDF', () => {
  test('it is the same bytes for the same profile, and read again the same profile', async () => {
    const [first, again] = [await pdfOf(YLVA), await pdfOf(YLVA)];
    const read = await importFile(first, {
      levels: rules.languages.levels,
      owner: 'ylva',
      taking: { birthDate: true },
    });

    expect(Buffer.from(first).equals(Buffer.from(again))).toBe(true);
    const parts = read.ok ? partsOf(read.value.proposal) : undefined;
    expect(PARTS.filter((part) => !sameEntries(YLVA.parts[part], parts?.[part] ?? []))).toEqual([]);
  });

  test('any profile comes back, also with letters that no font has', async () => {
    const withoutFont = {
      ...emptyProfile().parts,
      person: [{ id: 'p', fields: { givenNames: '水', familyName: 'מים' } }],
    };
    const profiles = [...fc.sample(anyProfile, { numRuns: 12, seed: 7 }), { ...emptyProfile(), parts: withoutFont }];
    for (const profile of profiles) {
      const carried = await readImportedFile(await pdfOf(profile, 'fr'));
      const read = carried.ok ? readEuropass(carried.value.text) : carried;
      const parts = read.ok ? partsOf(read.value) : undefined;

      expect(PARTS.filter((part) => !sameEntries(profile.parts[part], parts?.[part] ?? []))).toEqual([]);
    }
  });
});

describe('as a Word file', () => {
  test('it is the same bytes for the same profile, and read again every word of it is shown', async () => {
    const [first, again] = [await cvDocx(cvOf(YLVA)), await cvDocx(cvOf(YLVA))];
    const read = await importFile(first, {
      levels: rules.languages.levels,
      owner: 'ylva',
      taking: { birthDate: true },
    });
    const proposal = read.ok ? read.value.proposal : { entries: [], leftOver: [] };

    expect(Buffer.from(first).equals(Buffer.from(again))).toBe(true);
    expect(lostWords(shownOf(cvOf(YLVA)).join('\n'), proposal)).toEqual([]);
    const { experience, person } = partsOf(proposal);
    expect(experience.map(({ fields }) => [fields['title'], fields['employer'], fields['from']])).toEqual([
      ['Hydrologist', 'River Authority', '2016-04'],
      ['Surveyor', 'Water Ltd', '2010-09'],
    ]);
    expect(person[0]?.fields).toMatchObject({ givenNames: 'Ylva', familyName: 'Ström' });
  });

  test('any profile is read again, and no word of it disappears', async () => {
    for (const profile of fc.sample(anyProfile, { numRuns: 12, seed: 11 })) {
      const cv = cvOf(profile, 'fr');
      const read = await readImportedFile(await cvDocx(cv));
      const words = new Set(wordsOf(read.ok ? read.value.text : ''));

      expect(
        shownOf(cv)
          .flatMap(wordsOf)
          .filter((word) => !words.has(word)),
      ).toEqual([]);
    }
  });
});
