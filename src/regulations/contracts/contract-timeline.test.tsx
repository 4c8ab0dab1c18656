import * as fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../platform/language.ts';
import { InLanguage } from '../../site/language-context.tsx';
import { stretchesOf, timelineOf, WIDTH, widthOf } from './contract-timeline-geometry.ts';
import { stretchInWords } from './contract-timeline-texts.ts';
import { ContractTimeline } from './contract-timeline.tsx';
import { PERSONS } from '../organisation/contracts-schema.ts';
import { planContract, type ContractAnswer } from './contracts.ts';
import type { ContractQuestion } from './contract-case.ts';
import { anyCivilDate, NATO_IS, ORGANISATIONS, RIVERS_COMMISSION } from '../regulations-testing.ts';

function planned(question: Partial<ContractQuestion>, rules = NATO_IS): ContractAnswer {
  const answer = planContract(rules, {
    clause: 'turnover',
    person: 'non-seconded',
    startsOn: '2027-05-01',
    on: '2027-01-01',
    ...question,
  });
  if (!answer.ok) throw new Error(answer.refusal.kind);
  return answer.value;
}

const drawn = (answer: ContractAnswer, today?: string) =>
  renderToString(
    <InLanguage language="en">
      <ContractTimeline answer={answer} language="en" today={today} />
    </InLanguage>,
  );

describe('the time line of a contract', () => {
  test('says in a sentence all that it draws', () => {
    expect(drawn(planned({}))).toContain(
      'aria-label="First contract: 1 May 2027 to 30 April 2030. Possible renewal: 1 May 2030 to 30 April 2033. An indefinite contract may be asked for: 1 May 2030 to 30 April 2032."',
    );
  });

  test('has a table as its equal, each row with its rule', () => {
    const html = drawn(planned({}));

    expect(html.match(/role="rowheader"/g)).toHaveLength(3);
    for (const rule of ['C1', 'C2', 'C3', 'C4', 'C5']) expect(html).toContain(`href="/en/regulations#${rule}"`);
    expect(html).toContain('No definite contract in this post ends after 30 April 2033.');
  });

  test('shows an indefinite contract as going on', () => {
    const html = drawn(planned({ clause: 'temporary-agent' }, RIVERS_COMMISSION));

    expect(html).toContain('An indefinite contract may follow: from 1 May 2037');
    expect(html).toContain('no end');
  });

  test('has no dates for serving staff: it says whom to ask', () => {
    const html = drawn(planned({ person: 'serving-staff' }));

    expect(html).toContain('Ask the contract office.');
    expect(html).not.toContain('<svg');
  });

  test('marks today where it falls within', () => {
    expect(drawn(planned({}), '2028-01-01')).toContain('class="today"');
    expect(drawn(planned({}), '2026-01-01')).not.toContain('class="today"');
  });

  test('never leads a label out of the drawing, nor one over another, whatever the dates', () => {
    const clauses = ORGANISATIONS.flatMap((rules) =>
      rules.contractClauses.map(({ code }) => ({ rules, clause: code })),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...clauses),
        fc.constantFrom(...PERSONS),
        anyCivilDate,
        fc.integer({ min: 0, max: 36 }),
        fc.constantFrom(...LANGUAGES),
        (...[{ rules, clause }, person, startsOn, renewalMonths, language]) => {
          const answer = planContract(rules, { clause, person, startsOn, on: startsOn, renewalMonths });
          fc.pre(answer.ok && answer.value.kind === 'planned');
          if (!answer.ok || answer.value.kind !== 'planned') return;
          const { bars, height, years } = timelineOf(stretchesOf(answer.value), {
            label: (stretch) => stretchInWords(stretch, language),
          });
          for (const { x, y, width, label } of bars) {
            expect(x).toBeGreaterThanOrEqual(0);
            expect(x + width).toBeLessThanOrEqual(WIDTH + 2);
            expect(widthOf(label.text)).toBeLessThan(WIDTH);
            const start = label.anchor === 'start' ? label.x : label.x - widthOf(label.text);
            expect(start).toBeGreaterThanOrEqual(0);
            expect(start + widthOf(label.text)).toBeLessThanOrEqual(WIDTH);
            expect(y).toBeLessThan(height);
          }
          expect(new Set(bars.map(({ label }) => label.y)).size).toBe(bars.length);
          const places = years.map(({ x }) => x);
          expect(places.every((x, index) => index === 0 || x - (places[index - 1] ?? 0) >= 40)).toBe(true);
        },
      ),
    );
  });
});
