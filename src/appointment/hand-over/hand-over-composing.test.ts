import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HAND_OVER_FIELDS, type HandOverField } from '../../regulations/organisation/hand-over-schema.ts';
import { NORTHERN_RIVERS, ORGANISATIONS } from '../../regulations/regulations-testing.ts';
import type { TakenStep } from '../calendar/contract-step.ts';
import { contractAfter } from '../calendar/contract.ts';
import { contentOf } from '../offer/offer-content.ts';
import { composeOffer, type OfferChoice } from '../offer/offer-terms.ts';
import { handOverTable, mapped, messageText, recordOf, type HandOverFacts } from './hand-over-composing.ts';
import { HAND_OVER_RECORD, handOverJsonSchema } from './hand-over-record.ts';

const CHOICE: OfferChoice = {
  clause: 'turnover',
  person: 'seconded',
  grades: ['G10', 'G12'],
  country: 'BE',
  startsOn: '2026-12-01',
  on: '2026-11-22',
  directly: null,
  reduction: null,
  bornOn: '1980-02-29',
};

const place = { application: 'A-1', vacancy: '260001', title: { en: 'Clerk', fr: 'Commis' }, name: 'Ada', zone: 'UTC' };

function contentFor(choice: OfferChoice) {
  const terms = composeOffer(NORTHERN_RIVERS, choice);
  if (!terms.ok) throw new Error(JSON.stringify(terms.refusal));
  const agreement = { authority: 'Ministry of Defence', on: '2026-11-20' };
  // Open conditions of a health kind stand in an offer; nothing of them is handed over.
  const conditions = [{ code: 'medical-file', name: { en: 'Medical file', fr: 'Dossier médical' }, medical: true }];
  return contentOf({
    organisation: NORTHERN_RIVERS,
    place,
    offer: 1,
    choice,
    terms: terms.value,
    conditions,
    agreement,
    answerBy: '2026-12-06',
    nonce: 'n',
  });
}

const FACTS: HandOverFacts = {
  number: 'A-260001-00001',
  reference: '260001',
  title: { en: 'Clerk', fr: 'Commis' },
  zone: 'Europe/Brussels',
  city: 'Brussels',
  country: 'BE',
  person: { givenNames: 'Ada', familyName: '=Lovelace', nationalities: ['BE', 'NO'], email: 'ada@people.example' },
  startsOn: '2026-12-01',
  appointedAt: new Date('2026-11-22T23:30:00Z'),
  endedAt: null,
  offer: { content: contentFor(CHOICE), sha256: 'a'.repeat(64) },
  clearance: { level: 'NS', validUntil: '2031-11-21' },
  contract: contractAfter(contentFor(CHOICE), []),
  on: '2026-11-22',
};

/** The same after steps on the contract, on a later day. */
const after = (on: string, ...steps: (Partial<TakenStep> & Pick<TakenStep, 'action'>)[]): HandOverFacts => {
  const nothing = {
    months: null,
    onDay: null,
    authority: '',
    agreedOn: null,
    ground: null,
    reason: 'So.',
    terms: null,
  };
  const taken = steps.map((step) => ({ ...nothing, ...step }));
  return { ...FACTS, on, contract: contractAfter(contentFor(CHOICE), taken) };
};

const anyMapping = fc.subarray([...HAND_OVER_FIELDS], { minLength: 1 }).chain((fields) =>
  fc
    .uniqueArray(fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,20}$/), {
      minLength: fields.length,
      maxLength: fields.length,
    })
    .map((names) => ({ fields: fields.map((field, index) => ({ field, as: names[index] ?? field })) })),
);

describe('the record of an appointment', () => {
  test('says what was accepted, in minor units and civil days', () => {
    expect(recordOf(FACTS)).toMatchObject({
      grade: 'G10',
      higherGrade: 'G12',
      step: 1,
      salaryMinor: expect.any(Number),
      salaryCurrency: 'EUR',
      salaryPeriod: 'monthly',
      contractClause: 'turnover',
      personKind: 'seconded',
      secondmentAuthority: 'Ministry of Defence',
      secondmentAgreedOn: '2026-11-20',
      // Half past eleven in the evening by UTC is the next day where the post is.
      appointedOn: '2026-11-23',
      probationEndsOn: '2027-05-31',
      contractEndsOn: '2029-11-30',
      bornOn: '1980-02-29',
      clearanceLevel: 'NS',
      endedOn: null,
    });
  });

  test('fits its schema, whatever is known', () => {
    const bare = {
      ...FACTS,
      offer: undefined,
      contract: undefined,
      clearance: undefined,
      city: null,
      country: null,
      startsOn: null,
    };

    for (const facts of [FACTS, bare]) expect(HAND_OVER_RECORD.parse(recordOf(facts))).toEqual(recordOf(facts));
    expect(Object.keys(recordOf(FACTS)).toSorted()).toEqual([...HAND_OVER_FIELDS].toSorted());
  });

  test('says what a later change of the contract made of it', () => {
    const before = recordOf(FACTS);

    expect(before).toMatchObject({ contractEndsOn: '2029-11-30', latestEndOn: '2032-11-30', grade: 'G10', step: 1 });
    expect(recordOf(after('2029-06-01', { action: 'agree-renewal', months: 36 }))).toEqual({
      ...before,
      contractEndsOn: '2032-11-30',
    });
    expect(recordOf(after('2029-06-01', { action: 'end', onDay: '2029-07-31', ground: 'resignation' }))).toEqual({
      ...before,
      contractEndsOn: '2029-07-31',
    });
    expect(recordOf(after('2029-06-01', { action: 'agree-indefinite', onDay: '2029-12-01' }))).toEqual({
      ...before,
      contractEndsOn: null,
      latestEndOn: null,
    });
    const advanced = { action: 'advance', onDay: '2029-12-01' } as const;
    expect(recordOf(after('2029-11-30', advanced))).toEqual(before);
    // Of the higher grade neither step nor pay is known here.
    const pay = { salaryMinor: null, salaryCurrency: null, salaryPeriod: null };
    expect(recordOf(after('2029-12-01', advanced))).toEqual({
      ...before,
      ...pay,
      grade: 'G12',
      higherGrade: null,
      advancementFrom: null,
      step: null,
    });
  });
});

describe('what leaves', () => {
  test('is what the mapping names, under its names, whatever it names', () => {
    fc.assert(
      fc.property(anyMapping, (mapping) => {
        const record = recordOf(FACTS);
        const event = 'appointment.made' as const;

        const { data } = JSON.parse(messageText({ event, at: new Date(0), record, neighbour: mapping })) as {
          data: Record<string, unknown>;
        };

        expect(Object.keys(data).toSorted()).toEqual(mapping.fields.map(({ as }) => as).toSorted());
        for (const { field, as } of mapping.fields) expect(data[as]).toEqual(record[field]);
      }),
    );
  });

  test('has no word of health and none of the conditions of the offer, all fields being mapped', () => {
    const all = { fields: HAND_OVER_FIELDS.map((field) => ({ field, as: field })) };
    const said = JSON.stringify(mapped(recordOf(FACTS), all));

    expect(JSON.stringify(FACTS)).toMatch(/medical/i);
    expect(said).not.toMatch(/medic|médic|health|santé|condition|accommodation|nonce/i);
  });

  test('is for each neighbour of the organisations no more than its file names', () => {
    for (const { handOver } of ORGANISATIONS)
      for (const neighbour of handOver.neighbours)
        expect(Object.keys(mapped(recordOf(FACTS), neighbour))).toHaveLength(neighbour.fields.length);
  });
});

test('a table has one line: a column for each language of a text, and no formulas', () => {
  const mapping = (['postTitle', 'nationalities', 'familyName', 'salaryMinor', 'endedOn'] as const).map(
    (field: HandOverField) => ({ field, as: field.toLowerCase() }),
  );

  const { columns, cells } = handOverTable(recordOf(FACTS), { fields: mapping });

  expect(columns).toEqual(['posttitle.en', 'posttitle.fr', 'nationalities', 'familyname', 'salaryminor', 'endedon']);
  expect(cells).toEqual(['Clerk', 'Commis', 'BE NO', '=Lovelace', expect.any(Number), null]);
});

test('the schema that programs read names each field with what it means', () => {
  const schema = handOverJsonSchema('https://jobs.example') as unknown as {
    $id: string;
    properties: Record<string, { title: string; description: string }>;
    additionalProperties: boolean;
  };

  expect(schema.$id).toBe('https://jobs.example/schemas/hand-over-1.json');
  expect(Object.keys(schema.properties)).toEqual([...HAND_OVER_FIELDS]);
  expect(schema.additionalProperties).toBe(false);
  for (const { title, description } of Object.values(schema.properties)) {
    expect(title).not.toBe('');
    expect(description).toMatch(/\.$/);
  }
});
