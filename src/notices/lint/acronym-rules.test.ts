import { describe, expect, test } from 'vitest';
import { findingsOf, inBoth, linesIn, printed, told } from './lint-testing.ts';

const summary = (en: readonly string[], fr: readonly string[]) => ({ summary: inBoth(en, fr) });

describe('an acronym', () => {
  test('that is expanded in the other language alone is a note where it first stands', () => {
    const text = printed(
      summary(
        ['The Flood Warning Network (FWN) is old.', 'The FWN has gauges.'],
        ['Le FWN est ancien.', 'Le FWN a des échelles.'],
      ),
    );
    const [finding, ...others] = findingsOf('language/acronym', text);

    expect(others).toEqual([]);
    expect(finding).toMatchObject({ severity: 'info' });
    expect(finding && linesIn(text, finding)).toEqual({ fr: 'Le FWN est ancien.' });
  });

  test('whose expansion is in a section that this language lacks is a warning', () => {
    const duties = [{ heading: 'Expertise Development', text: 'Lead the Flood Warning Network (FWN).' }];
    const text = printed({
      accountabilities: { en: duties, fr: [] },
      interrelationships: { en: 'The post leads the FWN.', fr: 'La personne titulaire du poste dirige le FWN.' },
    });

    expect(findingsOf('language/acronym', text)).toMatchObject([{ severity: 'warning', lines: { fr: {} } }]);
  });

  test('that neither language expands is a note in each', () => {
    expect(told('language/acronym', summary(['The FWN is old.'], ['Le FWN est ancien.']))).toMatchObject([
      { severity: 'info' },
      { severity: 'info' },
    ]);
  });

  test.each([
    ['in brackets after its words', 'The Flood Warning Network (FWN) is old. The FWN has gauges.'],
    ['before its words', 'The FWN (Flood Warning Network) is old. The FWN has gauges.'],
    ['in the plural', 'Flood Warning Networks (FWNs) are old. The FWN has gauges.'],
  ])('that is expanded is no finding: %s', (_, en) => {
    expect(told('language/acronym', summary([en], ['Le réseau est ancien.']))).toEqual([]);
  });

  test.each([
    ['that readers know', 'The UN and the NRC work by IT.'],
    ['that is a code, a grade or a number', 'Post G20 in annex XIV on A4.'],
    ['that is a label', 'NOTE: the river is high.'],
  ])('%s needs no expansion', (_, en) => {
    expect(told('language/acronym', summary([en], ['La rivière est haute.']))).toEqual([]);
  });
});

describe('an acronym that is introduced', () => {
  test('and never used is a note', () => {
    const text = printed(summary(['The Flood Warning Network (FWN) is old.'], ['Le réseau est ancien.']));
    const [finding] = findingsOf('language/unused-acronym', text);

    expect(finding).toMatchObject({ severity: 'info' });
    expect(finding && linesIn(text, finding)).toEqual({ en: 'The Flood Warning Network (FWN) is old.' });
  });

  test('is no finding where it is used again, or the other language has it', () => {
    const used = summary(
      ['The Flood Warning Network (FWN) is old.', 'The FWN has gauges.'],
      ['Le réseau est ancien.', 'Il a des échelles.'],
    );
    const shared = summary(['The Flood Warning Network (FWN) is old.'], ['Le réseau d’alerte (FWN) est ancien.']);

    expect(told('language/unused-acronym', used)).toEqual([]);
    expect(told('language/unused-acronym', shared)).toEqual([]);
  });
});
