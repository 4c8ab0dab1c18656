import { describe, expect, test } from 'vitest';
import { ORGANISATIONS } from '../../regulations/regulations-testing.ts';
import { lintRecord } from '../lint/lint-notice.ts';
import { loadSpelling } from '../lint/spelling.ts';
import { noticeSchema } from '../notice-schema.ts';
import type { NoticeRecord } from '../notice.ts';
import { loadVocabulary } from '../vocabulary.ts';
import { noticeOfEarlier, noticeOfPost, standardCount, withStandardTexts } from './compose-notice.ts';
import { written } from './compose-testing.ts';
import { STANDARD_PLACES, standardTexts } from './standard-texts.ts';

const ON = '2026-11-27';
const POSTS = ORGANISATIONS.flatMap((organisation) => {
  const vocabulary = loadVocabulary(`organisations/${organisation.id}`);
  const rules = { organisation, vocabulary, on: ON };
  return organisation.posts.map((post) => ({
    code: `${organisation.id} ${post.code}`,
    rules,
    post,
    begun: noticeOfPost(post, '260990', rules),
  }));
});

describe.for(POSTS)('a notice begun from the post $code', ({ post, begun, rules }) => {
  const { organisation } = rules;

  test('is a notice, with what the post, the scale and the catalogue say', () => {
    expect(noticeSchema.parse(begun)).toEqual(begun);
    expect(begun).toMatchObject({ grades: post.grades, clearance: post.clearance, languages: post.languages });
    expect(begun.salary?.amountMinor).toBeGreaterThan(100_000);
    expect(begun.competencies.en).toHaveLength(post.competencies.length);
    expect(begun.competencies.fr.map(({ name }) => name)).not.toEqual(begun.competencies.en.map(({ name }) => name));
    expect(begun.accountabilities.fr.map(({ heading }) => heading)).not.toContain('');
  });

  test('says all that its clause and the regulations call for, in both languages', () => {
    const standard = standardTexts(begun, organisation);

    expect(standard.filter(({ place }) => place === 'contract').length).toBeGreaterThan(2);
    expect(begun.otherText.contract.fr).toHaveLength(begun.otherText.contract.en.length);
    expect(begun.essential.en.at(-1)).toContain(post.languages.one);
    expect(begun.essential.fr.at(-1)).toContain(post.languages.other);
  });

  test('has no finding once people have written their part', async () => {
    const tools = { ...rules, spelling: await loadSpelling() };
    const findings = lintRecord({ record: written(begun), places: {}, doubts: [], publishedOn: ON }, tools);

    expect(findings.map(({ rule, message }) => `${rule} ${message.en}`)).toEqual([]);
  });
});

const [first] = POSTS;
const rules = first?.rules;
const withFacts = (facts: Partial<NoticeRecord>) => {
  if (!first || !rules) throw new Error('An organisation has a post');
  return withStandardTexts({ ...first.begun, ...facts }, first.begun, rules.organisation);
};

test('another fact puts its own standard texts in the place of the old, and takes nothing that people wrote', () => {
  const own = { en: ['Housing is scarce.'], fr: ['Les logements sont rares.'] };
  const begun = withFacts({});
  const added: NoticeRecord = {
    ...begun,
    otherText: {
      ...begun.otherText,
      additional: {
        en: [...begun.otherText.additional.en, ...own.en],
        fr: [...begun.otherText.additional.fr, ...own.fr],
      },
    },
  };
  const organisation = rules?.organisation;
  if (!organisation) throw new Error('An organisation has a post');

  const changed = withStandardTexts(
    { ...added, budgetPending: true, contract: { clause: 'project', twinGradeNote: false } },
    added,
    organisation,
  );
  const back = withStandardTexts({ ...changed, budgetPending: false, contract: added.contract }, changed, organisation);

  expect(changed.otherText.preamble.en).toEqual(['Pending budget approval']);
  expect(changed.otherText.contract.en.join(' ')).toContain('project');
  expect(changed.otherText.contract.en.join(' ')).not.toContain('turnover');
  expect(changed.otherText.additional.en.at(-1)).toBe('Housing is scarce.');
  expect(back).toEqual(added);
});

test('other levels of languages change the one item that asks for them', () => {
  const before = withFacts({});
  const after = withFacts({ languages: { one: 'VI', other: 'III' } });

  expect(after.essential.en).toHaveLength(before.essential.en.length);
  expect(after.essential.fr.at(-1)).toContain('VI');
});

test('what is written in one language alone keeps the item on languages beside its counterpart', () => {
  const levels = withFacts({}).essential;

  const after = withFacts({ essential: { en: [...levels.en, 'hold a degree', 'know rivers'], fr: levels.fr } });

  expect(after.essential).toEqual({ en: ['hold a degree', 'know rivers', ...levels.en], fr: ['', '', ...levels.fr] });
});

test('documents with a number of pages are asked for; without one it is for people to say', () => {
  const letter = { kind: 'cover-letter', maxPages: 2, pageSize: 'A4', formats: ['pdf'] } as const;

  expect(withFacts({ attachments: [letter] }).otherText.preamble.fr.join(' ')).toContain('2 pages au maximum');
  expect(withFacts({ attachments: [{ ...letter, maxPages: null }] }).otherText.preamble.fr).toEqual([]);
});

test('the standard paragraphs are those that stand first, as many as still read as they should', () => {
  const notice = withFacts({ budgetPending: true });
  const organisation = rules?.organisation;
  if (!organisation) throw new Error('An organisation has a post');
  const counted = STANDARD_PLACES.map((place) => standardCount(notice, place, organisation));
  const there = STANDARD_PLACES.map((place) => notice.otherText[place].en.length);

  expect(counted).toEqual(there);
});

test('a notice begun from an earlier one keeps its texts, and has no deadline and no pending budget', () => {
  const earlier = { ...written(withFacts({ budgetPending: true })), reference: '250001' };
  if (!rules) throw new Error('An organisation has a post');

  const begun = noticeOfEarlier(earlier, '260991', rules);

  expect(begun).toMatchObject({ reference: '260991', deadline: null, budgetPending: false, summary: earlier.summary });
  expect(begun.otherText.preamble.en).toEqual([]);
  expect(begun.essential).toEqual(earlier.essential);
});
