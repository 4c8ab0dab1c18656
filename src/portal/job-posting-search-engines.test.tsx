import { expect, test } from 'vitest';
import { LANGUAGES } from '../platform/language.ts';
import { aPage } from '../site/site-testing.tsx';
import { jobPosting } from './job-posting.ts';
import { aView } from './portal-testing.tsx';

/** https://developers.google.com/search/docs/appearance/structured-data/job-posting: required, then recommended for a post at a place. */
const REQUIRED = ['title', 'description', 'datePosted', 'hiringOrganization', 'jobLocation'];
const RECOMMENDED = ['baseSalary', 'directApply', 'employmentType', 'identifier', 'validThrough'];
const EMPLOYMENT = ['FULL_TIME', 'PART_TIME', 'CONTRACTOR', 'TEMPORARY', 'INTERN', 'VOLUNTEER', 'PER_DIEM', 'OTHER'];
const UNITS = ['HOUR', 'DAY', 'WEEK', 'MONTH', 'YEAR'];
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;
const { notice } = aView();

test.each(LANGUAGES)('a complete notice gives all that Google requires and recommends (%s)', (language) => {
  const posting = jobPosting(aView(), aPage(language));

  expect(Object.keys(posting)).toEqual(expect.arrayContaining([...REQUIRED, ...RECOMMENDED]));
  expect(posting.hiringOrganization).toMatchObject({ '@type': 'Organization', name: expect.stringMatching(/\S/) });
  expect(posting.identifier).toMatchObject({
    '@type': 'PropertyValue',
    name: expect.stringMatching(/\S/),
    value: '260114',
  });
  expect(posting.jobLocation?.address).toMatchObject({ addressLocality: 'Maastricht', addressCountry: 'NL' });
  expect([posting.datePosted, posting.validThrough]).toEqual([
    expect.stringMatching(INSTANT),
    expect.stringMatching(INSTANT),
  ]);
  expect(EMPLOYMENT).toContain(posting.employmentType);
  expect(UNITS).toContain(posting.baseSalary?.value.unitText);
  expect(posting.baseSalary?.currency).toMatch(/^[A-Z]{3}$/);
});

test.each(LANGUAGES)(
  'the description is the whole notice, in the marks that Google reads, and no copy of the title (%s)',
  (language) => {
    const { description, title } = jobPosting(aView(), aPage(language));
    const said = [
      ...notice.summary[language],
      ...notice.essential[language],
      ...notice.challenges[language],
      ...notice.desirable[language],
    ];
    const duties = notice.accountabilities[language].map(({ text }) => text);
    const tags = [...description.matchAll(/<\/?(\w+)/g)].map(([, tag]) => tag);

    expect([...said, ...duties].filter((text) => !description.includes(text.replaceAll('&', '&amp;')))).toEqual([]);
    expect(new Set(tags)).toEqual(new Set(['p', 'ul', 'li']));
    expect(description).not.toBe(title);
  },
);

test.each(['full-time', 'part-time'])('%s is one of the kinds of employment that Google knows', (schedule) => {
  const posting = jobPosting(aView({ notice: { ...notice, schedule } }), aPage('en'));

  expect(EMPLOYMENT).toContain(posting.employmentType);
});

test.each(['monthly', 'annual', 'hourly'] as const)('a salary that is %s has a unit that Google knows', (period) => {
  const salary = notice.salary && { ...notice.salary, period };
  const posting = jobPosting(aView({ notice: { ...notice, salary } }), aPage('en'));

  expect(UNITS).toContain(posting.baseSalary?.value.unitText);
});
