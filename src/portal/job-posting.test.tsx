import { expect, test } from 'vitest';
import { exampleNotice } from '../notices/notice-testing.ts';
import { JsonLd } from '../site/json-ld.tsx';
import { renderPage } from '../site/render.ts';
import { aPage } from '../site/site-testing.tsx';
import { jobPosting } from './job-posting.ts';
import { aView } from './portal-testing.tsx';

const page = aPage('en');

test('says what the post is, where, until when and for how much', () => {
  expect(jobPosting(aView(), page)).toMatchObject({
    '@type': 'JobPosting',
    url: 'https://jobs.example.int/en/vacancies/260114',
    title: 'Officer, Flood Forecasting',
    identifier: { value: '260114' },
    datePosted: '2026-12-01T08:00:00.000Z',
    validThrough: '2027-01-18T22:59:59.000Z',
    employmentType: 'FULL_TIME',
    jobLocation: { address: { addressLocality: 'Maastricht', addressCountry: 'NL' } },
    baseSalary: { currency: 'EUR', value: { value: 7845.15, unitText: 'MONTH' } },
    securityClearanceRequirement: 'Northern Secret',
  });
});

test('nationality is an eligibility to work, never a place applicants live in', () => {
  const posting = jobPosting(aView(), page);

  expect(posting.eligibilityToWorkRequirement).toContain('ationality');
  expect(posting).not.toHaveProperty('applicantLocationRequirements');
});

test('leaves out what the notice does not give', () => {
  const notice = exampleNotice({
    salary: null,
    location: null,
    clearance: null,
    schedule: null,
    desirable: { en: [], fr: [] },
  });
  const posting = jobPosting(aView({ notice }), page);

  for (const property of ['baseSalary', 'securityClearanceRequirement', 'employmentType']) {
    expect(posting).not.toHaveProperty(property);
  }
});

test('a text of a notice can neither end the element nor add markup to the description', () => {
  const hostile = '</script><script>alert(1)</script>';
  const notice = exampleNotice({ summary: { en: [hostile], fr: [] }, title: { en: hostile } });
  const posting = jobPosting(aView({ notice }), page);
  const html = renderPage(<JsonLd data={posting} />);

  expect(html.match(/<\/script>/g)).toHaveLength(1);
  expect(posting.description).not.toContain('<script>');
  expect(JSON.parse(html.slice(html.indexOf('{'), html.lastIndexOf('}') + 1))).toEqual(posting);
});
