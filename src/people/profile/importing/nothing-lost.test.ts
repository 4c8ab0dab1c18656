import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCv } from './cv-reader.ts';
import { readEuropass } from './europass.ts';
import { lostWords, wordsOf } from './importing-testing.ts';
import { readJsonResume } from './json-resume.ts';
import { plain, type Proposal } from './proposal.ts';

const LEVELS = [{ code: 'V', name: { en: 'Advanced', fr: 'avancé' } }];

const anyCvLine = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  {
    weight: 7,
    arbitrary: fc.constantFrom(
      'Experience',
      'EXPÉRIENCE PROFESSIONNELLE :',
      'Education',
      'Formation',
      'Langues',
      'Skills',
      '',
      'Ada Marin',
      'Nationality: Belgium',
      'Head of Unit, River Authority',
      'Head of Unit – River Authority – March 2019 to present',
      'March 2019 – present',
      'depuis septembre 2021',
      '2012-2015   Hydrologist (part-time 20 h) at Water Ltd, Lyon (France)',
      'janvier 2010 – déc. 2011',
      '• Led a team from 2018 to 2020.',
      'MSc in Hydrology, University of Ghent, 2007',
      'French: mother tongue; English (advanced), German B1',
      '+32 2 555 01 23',
    ),
  },
);

describe('no word of a file disappears: it is beside a field, or left over', () => {
  test('in any CV', () => {
    fc.assert(
      fc.property(fc.array(anyCvLine, { maxLength: 30 }), (lines) => {
        const text = lines.join('\n');

        expect(lostWords(text.normalize('NFC'), readCv(text, LEVELS))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('and what a field holds is what stands beside it, word for word', () => {
    const kept = ({ entries }: Proposal) =>
      entries.flatMap(({ fields }) =>
        ['title', 'employer', 'tasks', 'degree', 'institution', 'details'].flatMap((name) => fields[name] ?? []),
      );
    fc.assert(
      fc.property(fc.array(anyCvLine, { maxLength: 30 }), (lines) => {
        const fields = kept(readCv(lines.join('\n'), LEVELS));

        expect(fields.map(({ value }) => wordsOf(value))).toEqual(fields.map(({ passage }) => wordsOf(passage)));
      }),
    );
  });

  test('in any JSON Resume, whatever else it holds', () => {
    const anyOwn = fc.record(
      {
        basics: fc.record({
          name: fc.string(),
          phone: fc.string(),
          location: fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 1 })),
        }),
        work: fc.array(
          fc.dictionary(
            fc.constantFrom('name', 'position', 'startDate', 'endDate', 'highlights', 'url', 'a.b'),
            fc.jsonValue({ maxDepth: 1 }),
          ),
        ),
        languages: fc.array(fc.record({ language: fc.constantFrom('French', 'Klingon'), fluency: fc.string() })),
        'x-concours': fc.dictionary(fc.constantFrom('clearances', 'other'), fc.jsonValue()),
      },
      { requiredKeys: ['basics'] },
    );
    fc.assert(
      fc.property(anyOwn, (resume) => {
        const read = readJsonResume(JSON.stringify(resume));
        const source = textsIn(JSON.parse(JSON.stringify(resume))).join(' ');

        expect(read.ok ? lostWords(source, read.value) : read.refusal).toEqual([]);
      }),
    );
  });

  test.each(['Candidate', 'SkillsPassport'])('in any Europass %s, whatever else it holds', (root) => {
    const names = root === 'Candidate' ? CANDIDATE : PASSPORT;
    const { tree } = fc.letrec<{ tree: string; any: string }>((tie) => ({
      any: fc.oneof(
        { maxDepth: 6 },
        fc.constantFrom('river', 'engineer', 'BEL', 'fra', '2019-03', 'true'),
        tie('tree'),
      ),
      tree: fc
        .tuple(fc.constantFrom(...names), fc.array(tie('any'), { maxLength: 5 }))
        .map(([name, inside]) => `<${name}>${inside.join(' ')}</${name}>`),
    }));
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 6 }), (trees) => {
        const xml = `<${root}>${trees.join('')}</${root}>`;
        const read = readEuropass(xml);

        expect(read.ok ? lostWords(xml.replaceAll(/<[^>]*>/g, ' '), read.value) : read.refusal).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

const CANDIDATE = (
  'CandidatePerson CandidateProfile PersonName oa:GivenName EmploymentHistory EmployerHistory PositionHistory PositionTitle ' +
  'EmploymentPeriod StartDate FormattedDateTime Description PersonQualifications PersonCompetency CompetencyID TaxonomyID Skills'
).split(' ');
const PASSPORT = (
  'LearnerInfo Identification PersonName FirstName WorkExperienceList WorkExperience Position Label Employer Name Period ' +
  'Current Skills Linguistic MotherTongueList MotherTongue Description Code Activities'
).split(' ');

/** Every text and number of a value. */
function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsIn);
  return value === null ? [] : [plain(typeof value === 'string' ? value : JSON.stringify(value))];
}
