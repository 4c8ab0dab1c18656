import { describe, expect, test } from 'vitest';
import { exampleNotice } from '../notice-testing.ts';
import { edited, findingsOf, linesIn, lintText, printed, told } from './lint-testing.ts';

const ITEMS = {
  en: ['know the tide tables', 'know the ice tables'],
  fr: ['connaître les tables de marée', 'connaître les tables de glace'],
};

test('the example notice has nothing to find', () => {
  expect(lintText(printed())).toEqual([]);
});

describe('a language that is missing', () => {
  const [english = ''] = printed().split('Administratrice/Administrateur');

  test('is an error at the end of the text', () => {
    const [finding] = findingsOf('parity/language-missing', english);

    expect(finding).toMatchObject({ severity: 'error', lines: { fr: { from: english.split('\n').length } } });
    expect(lintText(english).filter(({ severity }) => severity !== 'info')).toHaveLength(1);
  });

  test('is not told where both halves stand, in either order', () => {
    expect(told('parity/language-missing', {}, { halves: ['fr', 'en'] })).toEqual([]);
  });
});

describe('a section that is missing', () => {
  const STRUCTURE = { en: 'The incumbent reports to the Head of the Forecasting Section.', fr: 'relève de la/du chef' };

  test('is an error where one language lacks it', () => {
    const text = printed().replace(/4\. STRUCTURE ET LIAISONS[^]*?(?=5\. COMP)/, '');
    const [finding, ...others] = findingsOf('parity/section-missing', text);

    expect(finding).toMatchObject({ severity: 'error', message: { en: expect.stringContaining('Missing in French') } });
    expect(others).toEqual([]);
  });

  test('is a note where both languages lack it: the notice may be meant so', () => {
    const text = printed()
      .replace(/4\. STRUCTURE ET LIAISONS[^]*?(?=5\. COMP)/, '')
      .replace(/4\. INTERRELATIONSHIPS[^]*?(?=5\. COMP)/, '');

    expect(findingsOf('parity/section-missing', text).map(({ severity }) => severity)).toEqual(['info', 'info']);
    expect(text).not.toContain(STRUCTURE.en);
  });

  test('is told of a text that ends before the notice does', () => {
    const text = printed();
    const cut = text.slice(0, text.indexOf('5. COMPÉTENCES'));

    expect(findingsOf('parity/section-missing', cut)[0]).toMatchObject({ severity: 'error' });
  });
});

describe('a pointer in place of a text', () => {
  const text = printed().replace(
    /(3\. RESPONSABILITÉS PRINCIPALES)[^]*?(?=4\. STRUCTURE)/,
    '$1\n\nVoir la version anglaise.\n\n',
  );

  test('is an error, beside the text that it points to', () => {
    const [finding, ...others] = findingsOf('parity/placeholder', text);

    expect(others).toEqual([]);
    expect(finding).toMatchObject({ severity: 'error' });
    expect(finding && linesIn(text, finding).fr).toBe('Voir la version anglaise.');
    expect(finding && linesIn(text, finding).en).toContain('Keep the flood model fit for use.');
  });

  test('is the only error: what it stands for is not missed once more', () => {
    expect(lintText(text).filter(({ severity }) => severity === 'error')).toHaveLength(1);
  });

  test('is no sentence that names the other version among others', () => {
    const sentence = 'La version anglaise de cette carte est tenue par la Section Prévision de la Commission.';
    const summary = { en: ['The Section keeps the English map of the rivers.'], fr: [sentence] };

    expect(told('parity/placeholder', { summary })).toEqual([]);
  });
});

describe('facts that differ', () => {
  const SAID: [string, string, string][] = [
    ['deadline', '18-déc.-2026', '17-déc.-2026'],
    ['salary', '7 845,15Euro', '7 845,51Euro'],
    ['grades', 'Grade : NATO Grade G17', 'Grade : NATO Grade G18'],
    ['clearance', 'sécurité : NS', 'sécurité : NC'],
    ['schedule', 'Temps plein', 'Temps partiel'],
    ['directReports', 'direct(e)s : 3', 'direct(e)s : 4'],
    ['languages', 'le niveau I (« débutant »)', 'le niveau II (« élémentaire »)'],
  ];

  test.each(SAID)('is an error in both languages: %s', (field, from, to) => {
    const text = edited(edited(printed(), from, to), 'Description:', 'Description');
    const [finding] = findingsOf('parity/facts', text);

    expect(finding).toMatchObject({ severity: 'error', field });
    expect(finding && Object.keys(linesIn(text, finding))).toEqual(['en', 'fr']);
  });

  test('are not told of one value in the form of each language', () => {
    const text = printed({ deadline: { date: '2026-12-18', time: '23:59:00' } });

    expect(text).toContain('11:59:00 PM');
    expect(text).toContain('23:59:00');
    expect(findingsOf('parity/facts', text)).toEqual([]);
  });
});

describe('what is said in one language only', () => {
  test('is an error on the lines of the language that says it: a fact', () => {
    const text = edited(printed(), 'Niveau de l’habilitation de sécurité : NS\n', '');
    const [finding] = findingsOf('parity/one-language-only', text);

    expect(finding).toMatchObject({ severity: 'error', field: 'clearance' });
    expect(finding && linesIn(text, finding)).toEqual({ en: 'Clearance Level: NS' });
  });

  test('is an error on the lines of the language that says it: a list', () => {
    const desirable = { en: ITEMS.en, fr: [] };
    const text = printed({ desirable });
    const [finding] = findingsOf('parity/one-language-only', text);

    expect(finding && linesIn(text, finding).en).toBe(`- ${ITEMS.en.join('\n- ')}`);
  });

  test('is not told of what neither says', () => {
    expect(told('parity/one-language-only', { clearance: null, desirable: { en: [], fr: [] } })).toEqual([]);
  });
});

describe('lists of different length', () => {
  test('are an error over both lists', () => {
    const text = printed({ desirable: { en: ITEMS.en, fr: ITEMS.fr.slice(1) } });
    const [finding] = findingsOf('parity/list-length', text);

    expect(finding).toMatchObject({ severity: 'error', field: 'desirable' });
    expect(finding && linesIn(text, finding)).toEqual({
      en: `- ${ITEMS.en.join('\n- ')}`,
      fr: '- connaître les tables de glace',
    });
  });

  test('are not told of items that are wrapped over several lines in one of them', () => {
    const desirable = {
      en: ITEMS.en,
      fr: ITEMS.fr.map((item) => `${item}, ${'et les échelles de la basse Meuse, '.repeat(4)}`),
    };

    expect(told('parity/list-length', { desirable }, { width: 70, itemEnd: ';' })).toEqual([]);
  });
});

describe('text in the other language', () => {
  const english = exampleNotice().accountabilities.en;

  test('is one error over all of a section that is left in it', () => {
    const text = printed({ accountabilities: { en: english, fr: english } });
    const findings = findingsOf('parity/untranslated', text);
    const fr = findings.map((finding) => linesIn(text, finding).fr).join('\n');

    expect(findings[0]).toMatchObject({ severity: 'error' });
    expect(fr).toContain('Keep the flood model fit for use. Compare each forecast with the gauge.');
  });
});

describe('a fact that is missing', () => {
  test('is a warning where no notice can do without it', () => {
    const findings = findingsOf('completeness/facts', printed({ deadline: null }));

    expect(findings).toMatchObject([{ severity: 'warning', field: 'deadline' }]);
  });

  test('is a note where a notice may leave it out', () => {
    const text = edited(edited(printed(), 'Schedule: Full-time\n', ''), 'Horaire : Temps plein\n', '');

    expect(findingsOf('completeness/facts', text)).toMatchObject([{ severity: 'info', field: 'schedule' }]);
  });
});

describe('what is said more than once', () => {
  test('is a warning where it is said differently', () => {
    const text = edited(printed(), 'Schedule: Full-time\n', 'Schedule: Full-time\nSchedule: Part-time\n');

    expect(findingsOf('completeness/repeated', text)).toMatchObject([{ severity: 'warning', field: 'schedule' }]);
  });

  test('is not told where it is the same', () => {
    const text = edited(printed(), 'Schedule: Full-time\n', 'Schedule: Full-time\nSchedule: Full-time\n');

    expect(findingsOf('completeness/repeated', text)).toEqual([]);
  });
});

describe('headings and labels that are not known', () => {
  test('are notes: a heading of an accountability', () => {
    const accountabilities = {
      en: [{ heading: 'Care of Bridges', text: 'Inspect the bridges every spring.' }],
      fr: [{ heading: 'Entretien des ponts', text: 'Inspecte les ponts chaque printemps.' }],
    };

    expect(told('parity/headings', { accountabilities }).map(({ severity }) => severity)).toEqual(['info', 'info']);
  });

  test('are notes: a competency', () => {
    const competencies = {
      en: [{ name: 'Sense of Water', indicator: 'Feels the river rise' }],
      fr: [{ name: 'Sens de l’eau', indicator: 'sent monter la rivière' }],
    };

    expect(told('parity/competencies', { competencies }).map(({ severity }) => severity)).toEqual(['info', 'info']);
  });
});
