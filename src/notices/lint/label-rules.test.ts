import { expect, test } from 'vitest';
import { edited, findingsOf, linesIn, printed } from './lint-testing.ts';

const RULE = 'completeness/labels';

test('a label that says something else is a warning, with the label to print', () => {
  const text = edited(printed(), 'Date limite de candidature', 'Date de retrait');
  const [finding, ...others] = findingsOf(RULE, text);

  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    severity: 'warning',
    fix: { from: 'Date de retrait', to: 'Date limite de candidature' },
  });
  expect(finding && linesIn(text, finding)).toEqual({ fr: 'Date de retrait : 18-déc.-2026' });
});

test.each([
  ['Direct reports: 3', 'Direct Reports: 3', 'Direct reports'],
  ['Indirect reports: N/A', 'Indirect report: N/A', 'Indirect reports'],
])('a label of the reports in another form is a note: %s', (from, to, usual) => {
  const text = edited(printed(), from, to);

  expect(findingsOf(RULE, text)).toMatchObject([{ severity: 'info', fix: { to: usual } }]);
});

test('one value in two forms is a note over both lines', () => {
  const text = printed({ directReports: { count: 0, breakdown: [] } }).replace(
    'Indirect reports: N/A',
    'Indirect reports: N/a.',
  );
  const [finding] = findingsOf(RULE, text);

  expect(finding).toMatchObject({ severity: 'info' });
  expect(finding && linesIn(text, finding)).toEqual({ en: 'Direct reports: N/A\nIndirect reports: N/a.' });
});

test('a line of the header with a label that is not known is a note', () => {
  const text = edited(printed(), 'Schedule: Full-time\n', 'Schedule: Full-time\nBoat Licence: none\n');
  const findings = findingsOf(RULE, text);

  expect(findings.map(({ severity }) => severity)).not.toContain('error');
  expect(findings).toMatchObject([{ severity: 'info' }]);
});

test('another label for the same is no finding', () => {
  expect(findingsOf(RULE, edited(printed(), 'Application Deadline', 'Closing Date'))).toEqual([]);
});
