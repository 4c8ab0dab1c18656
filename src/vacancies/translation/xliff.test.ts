import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleVacancy } from '../vacancy-testing.ts';
import { translationUnits } from './translation.ts';
import { readXliff, type XliffUnit } from './xliff-reading.ts';
import { filled, xmlTree, type TestElement } from './xliff-testing.ts';
import { placeOfUnit, unitId, writeXliff, XLIFF_NAMESPACE } from './xliff.ts';

const read = (xml: string) => readXliff(Buffer.from(xml));
function unitsOf(xml: string): XliffUnit[] {
  const document = read(xml);
  if (!document.ok) throw new Error(document.refusal.kind);
  return document.value.files.flatMap(({ units }) => units);
}

/** XLIFF 2.0 core, section 4.2: what may stand in each element we write, in order, and the attributes it must have. */
const CORE: Record<string, { inside: RegExp; needs: string[] }> = {
  xliff: { inside: /^(file )+$/, needs: ['xmlns', 'version', 'srcLang', 'trgLang'] },
  file: { inside: /^(notes )?((unit|group) )+$/, needs: ['id'] },
  group: { inside: /^(notes )?((unit|group) )*$/, needs: ['id'] },
  unit: { inside: /^(notes )?(segment |ignorable )+$/, needs: ['id'] },
  notes: { inside: /^(note )+$/, needs: [] },
  note: { inside: /^$/, needs: [] },
  segment: { inside: /^source (target )?$/, needs: ['state'] },
  source: { inside: /^(cp )*$/, needs: [] },
  target: { inside: /^(cp )*$/, needs: [] },
  cp: { inside: /^$/, needs: ['hex'] },
};
const WITH_TEXT = ['note', 'source', 'target'];

function faultsOf(element: TestElement): string[] {
  const rule = CORE[element.name];
  const elements = element.children.filter((child) => typeof child !== 'string');
  const text = element.children.filter((child) => typeof child === 'string').join('');
  const inside = elements.map(({ name }) => `${name} `).join('');
  return [
    ...(rule?.inside.test(inside) ? [] : [`${element.name}: ${inside}`]),
    ...(rule?.needs ?? []).filter((name) => element.attributes[name] === undefined).map((name) => `no ${name}`),
    ...(WITH_TEXT.includes(element.name) || text.trim() === '' ? [] : [`text in ${element.name}`]),
    ...elements.flatMap(faultsOf),
  ];
}

const every = (element: TestElement, name: string): TestElement[] =>
  element.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(child.name === name ? [child] : []), ...every(child, name)],
  );

test('a notice is written as XLIFF 2.0 core, its texts grouped by section, each id once', () => {
  const vacancy = exampleVacancy({
    translations: {
      'title.fr': { state: 'checked', original: 'Officer \u0001', by: null, at: '2026-11-01T10:00:00Z' },
    },
  });
  const root = xmlTree(writeXliff(vacancy, 'fr', 7));
  const [xliff] = every(root, 'xliff');
  const ids = every(root, 'unit').map(({ attributes }) => attributes['id'] ?? '');

  expect(every(root, 'xliff').flatMap(faultsOf)).toEqual([]);
  expect(xliff?.attributes).toEqual({ xmlns: XLIFF_NAMESPACE, version: '2.0', srcLang: 'en', trgLang: 'fr' });
  expect(every(root, 'file')[0]?.attributes).toEqual({ id: 'v7', original: '260014' });
  expect(every(root, 'group').map(({ attributes }) => attributes['id'])).toContain('qualifications');
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[\w.:-]+$/.test(id))).toEqual([]);
  expect(ids).toContain('accountabilities.1.heading');
  expect(JSON.stringify(root)).toContain('It was: Officer \uFFFD');
});

test('states are those of a translator’s tool, and standard texts are not to be translated', () => {
  const made = { original: 'Officer, Flood Forecasting', by: null, at: '2026-11-01T10:00:00Z' };
  const vacancy = exampleVacancy({
    composed: true,
    translations: { 'title.fr': { state: 'checked', ...made } },
    notice: { desirable: { en: ['one', 'two'], fr: ['un'] } },
  });
  const units = every(xmlTree(writeXliff(vacancy, 'fr', 1)), 'unit');
  const stateOf = (id: string) =>
    units
      .find(({ attributes }) => attributes['id'] === id)
      ?.children.filter((child) => typeof child !== 'string')
      .find(({ name }) => name === 'segment')?.attributes['state'];

  expect(['title', 'desirable.0', 'desirable.1'].map(stateOf)).toEqual(['reviewed', 'translated', 'initial']);
  expect(
    units.filter(({ attributes }) => attributes['translate'] === 'no').map(({ attributes }) => attributes['id']),
  ).toEqual(['otherText.contract.0', 'otherText.contract.1', 'otherText.application.0', 'otherText.additional.0']);
});

test('every id leads back to its text, and what is no id to none', () => {
  const places = translationUnits(exampleVacancy(), 'fr').flatMap(({ field, index }) => [
    { field, index, piece: 'text' as const },
    { field, index, piece: 'heading' as const },
  ]);

  expect(places.map((place) => placeOfUnit(unitId(place)))).toEqual(places);
  for (const id of [
    '',
    'nothing',
    'title.0',
    'essential',
    'essential.x',
    '__proto__',
    'essential.99999',
    'constructor.0',
  ])
    expect([id, placeOfUnit(id)]).toEqual([id, undefined]);
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      '<',
      '&',
      '>',
      '"',
      ']]>',
      '\u00a0',
      '\u0001',
      '\r',
      '\n',
      '\t',
      '\u{1f30a}',
      '\ufffe',
      '\u0085',
      '\ud800',
      'é',
      '<cp hex="0041"/>',
    ),
  }),
);

test('whatever an original says, a tool reads it exactly', () => {
  fc.assert(
    fc.property(
      fc.array(
        anyText.filter((text) => text !== ''),
        { minLength: 1, maxLength: 5 },
      ),
      (texts) => {
        const vacancy = exampleVacancy({ notice: { essential: { en: texts, fr: [] } } });
        const units = unitsOf(writeXliff(vacancy, 'fr', 1)).filter(({ id }) => id.startsWith('essential.'));

        expect(units.map(({ source }) => source)).toEqual(texts);
      },
    ),
  );
});

test('whatever a translator writes is read exactly, however the tool writes it down', () => {
  fc.assert(
    fc.property(
      anyText.filter((text) => text !== ''),
      (text) => {
        const xml = filled(writeXliff(exampleVacancy(), 'fr', 1), { title: text, 'accountabilities.0.heading': text });
        const units = unitsOf(xml);

        expect(units.find(({ id }) => id === 'title')).toMatchObject({ target: text, state: 'translated' });
        expect(units.find(({ id }) => id === 'accountabilities.0.heading')?.target).toBe(text);
      },
    ),
  );
});

const document = (unit: string) =>
  `<x:xliff xmlns:x="${XLIFF_NAMESPACE}" version="2.1" srcLang="en" trgLang="fr"><x:file id="v3" original="260014">${unit}</x:file></x:xliff>`;

test('a tool may use a prefix, cut a unit into segments, mark words in it and write UTF-16', () => {
  const xml = document(`<x:group id="g"><x:unit id="title">
    <x:segment state="final"><x:source>Officer.</x:source><x:target>Un <x:mrk id="m">agent</x:mrk>.</x:target></x:segment>
    <x:ignorable><x:source> </x:source></x:ignorable>
    <x:segment state="translated"><x:source>Flood</x:source><x:target><![CDATA[<Crues>]]></x:target></x:segment>
  </x:unit></x:group>`);
  const utf16 = readXliff(Buffer.from(`\ufeff${xml}`, 'utf16le'));

  expect(unitsOf(xml)).toEqual([
    { id: 'title', source: 'Officer. Flood', target: 'Un agent. <Crues>', state: 'translated' },
  ]);
  expect(utf16).toEqual(read(xml));
  expect(read(xml)).toMatchObject({ value: { files: [{ original: '260014', version: 3 }] } });
});

const entities = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
const NO_FILES: [string, string | Buffer, string][] = [
  ['an entity bomb', `${entities}${document('&b;')}`, 'has-doctype'],
  ['a file of the server', `<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>${document('&f;')}`, 'has-doctype'],
  ['a document type elsewhere', `<!DOCTYPE x SYSTEM "http://169.254.169.254/">${document('')}`, 'has-doctype'],
  ['an entity nobody declared', document('&f;'), 'not-xml'],
  ['a hundred thousand elements in each other', '<x>'.repeat(100_000), 'not-xliff'],
  ['too large a file', ' '.repeat(1_000_001), 'too-large'],
  ['an archive', Buffer.from([0x50, 0x4b, 3, 4, 0xff, 0xfe]), 'not-text'],
  ['a text', 'Dear colleagues,', 'not-xml'],
  ['nothing', '', 'not-xml'],
  ['an unclosed element', '<xliff>\n<file>', 'not-xml'],
  ['a character that XML forbids', '<xliff>\u0001</xliff>', 'not-xml'],
  ['XLIFF 1.2', '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"/>', 'old-xliff'],
  ['another vocabulary', '<html/>', 'not-xliff'],
  [
    'no target language',
    `<xliff xmlns="${XLIFF_NAMESPACE}" version="2.0" srcLang="en"><file id="a"/></xliff>`,
    'not-xliff',
  ],
  ['no file in it', `<xliff xmlns="${XLIFF_NAMESPACE}" version="2.0" srcLang="en" trgLang="fr"/>`, 'not-xliff'],
];

test.each(NO_FILES)('%s is refused', (_, content, kind) => {
  expect(readXliff(Buffer.from(content))).toMatchObject({ ok: false, refusal: { kind } });
});

test('a large file that is one is read in a moment', () => {
  const unit = '<x:unit id="title"><x:segment><x:source>Officer</x:source></x:segment></x:unit>';
  const started = process.cpuUsage();

  expect(unitsOf(document(unit.repeat(12_000)))).toHaveLength(12_000);
  const { user, system } = process.cpuUsage(started);

  expect((user + system) / 1000).toBeLessThan(5_000);
});
