import { describe, expect, test } from 'vitest';
import { exampleNotice } from '../notice-testing.ts';
import type { NoticeRecord } from '../notice.ts';
import { loadOrganisationFolder } from '../organisation-folder.ts';
import { documentTitle, noticeDocument } from './notice-document.ts';

const RIVERS = loadOrganisationFolder('organisations/northern-rivers');
const NATO = loadOrganisationFolder('organisations/nato-is');

const fieldsOf = (record: NoticeRecord, house = RIVERS) =>
  noticeDocument(record, house).parts.map(({ fields }) => fields.map(({ label, value }) => `${label} | ${value}`));

describe('the header of a printed notice', () => {
  test('has the labels and the names of the organisation, in each language', () => {
    const time = { date: '2027-01-01', time: '12:00:00' };

    expect(fieldsOf(exampleNotice({ deadline: time, grades: ['G10', 'G12'] }))).toEqual([
      [
        'Primary Location | Maastricht, Netherlands',
        'Body | Northern Rivers Commission (NRC)',
        'Schedule | Full-time',
        'Application Deadline | 1\u00a0January\u00a02027, 12:00',
        'Salary (Pay Basis) | EUR\u00a07,845.15 (Monthly)',
        'Grade | G10–G12',
        'Clearance Level | Northern Secret',
      ],
      [
        'Emplacement principal | Maastricht, Pays-Bas',
        'Organisation | Commission des rivières du Nord (CRN)',
        'Horaire | Temps plein',
        'Date limite de candidature | 1er\u00a0janvier\u00a02027, 12\u00a0h\u00a000',
        'Salaire (Base de paie) | 7\u202f845,15\u00a0EUR (Mensuelle)',
        'Grade | G10–G12',
        'Niveau de l’habilitation de sécurité | Nord Secret',
      ],
    ]);
    expect(fieldsOf(exampleNotice({ body: 'NATO-IS' }), NATO)[0]).toEqual(
      expect.arrayContaining(['NATO Body | NATO International Staff (NATO IS)', 'Clearance Level | NS']),
    );
  });

  test('never has a label that says something else, though it were the first', () => {
    const { data } = RIVERS.vocabulary;
    const labels = { ...data.labels, deadline: { en: ['Deadline'], fr: ['Date de retrait', 'Date limite'] } };
    const house = { ...RIVERS, vocabulary: { ...RIVERS.vocabulary, data: { ...data, labels } } };

    expect(fieldsOf(exampleNotice(), house)[1]).toContain('Date limite | 18\u00a0décembre\u00a02026');
  });

  test('says how many posts there are of which grades', () => {
    const posts = [
      { count: 2, grades: ['G17'] },
      { count: 1, grades: ['G15', 'G17'] },
      { count: 14, grades: ['Unclassified'] },
    ];

    const [english, french] = fieldsOf(exampleNotice({ posts }));

    expect(english).toContain('Grade | two G17, one G15–G17 and 14 Unclassified');
    expect(french).toContain('Grade | deux G17, un G15–G17 et 14 Non classé');
  });

  test('says that a notice without a last day is open', () => {
    const [english, french] = fieldsOf(exampleNotice({ openEnded: true, deadline: null }));

    expect(english).toContain('Application Deadline | Ongoing');
    expect(french).toContain('Date limite de candidature | En cours');
  });

  test('has what the organisation has no word for as it stands', () => {
    const location = { country: null, city: 'Port-aux-Bois' };
    const salary = { amountMinor: null, currency: 'EUR', period: null };
    const otherFields = { en: [{ label: 'Team', value: 'Blue' }], fr: [] };

    const [english] = fieldsOf(exampleNotice({ location, salary, otherFields, body: 'XYZ', grades: ['Z9'] }));

    expect(english).toEqual([
      'Primary Location | Port-aux-Bois',
      'Body | XYZ',
      'Schedule | Full-time',
      'Application Deadline | 18\u00a0December\u00a02026',
      'Salary (Pay Basis) | EUR',
      'Grade | Z9',
      'Team | Blue',
      'Clearance Level | Northern Secret',
    ]);
  });
});

describe('a printed notice', () => {
  test('has a part for each language that the record has', () => {
    const none: Partial<NoticeRecord> = {
      title: { en: 'Officer' },
      interrelationships: {},
      closingDuty: {},
      ...Object.fromEntries(
        (['summary', 'essential', 'desirable', 'accountabilities', 'competencies'] as const).map((list) => [
          list,
          { en: exampleNotice()[list].en, fr: [] },
        ]),
      ),
      otherText: {
        preamble: { en: [], fr: [] },
        requirements: { en: [], fr: [] },
        contract: { en: ['Turnover is desirable.'], fr: [] },
        application: { en: [], fr: [] },
        additional: { en: [], fr: [] },
      },
    };

    expect(noticeDocument(exampleNotice(none), RIVERS).parts.map(({ language }) => language)).toEqual(['en']);
    expect(noticeDocument(exampleNotice(), RIVERS, ['fr']).parts.map(({ language }) => language)).toEqual(['fr']);
  });

  test('numbers its sections by their place, and those with a heading of their own after them', () => {
    const otherSections = { en: [{ heading: 'SAFETY', paragraphs: ['Boats are wet.'] }], fr: [] };
    const record = exampleNotice({
      otherSections,
      interrelationships: { fr: 'x' },
      directReports: { count: null, breakdown: [] },
    });

    const [english] = noticeDocument({ ...record, indirectReports: { count: null } }, RIVERS).parts;

    expect(english?.sections.map(({ number }) => number)).toEqual([1, 2, 3, 5, 6, 7, 8, 9]);
  });

  test('is named by its titles and dated by its reference', () => {
    const { madeOn } = noticeDocument(exampleNotice({ reference: '240007' }), RIVERS);
    const same = noticeDocument(exampleNotice({ title: { en: 'Chef', fr: 'Chef' } }), RIVERS);
    const undated = noticeDocument(exampleNotice({ reference: null, deadline: null }), RIVERS);

    expect([madeOn, undated.madeOn]).toEqual(['2024-01-01', '2000-01-01']);
    expect(documentTitle(same)).toBe('Chef (260014)');
  });
});
