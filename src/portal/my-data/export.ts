import { zipSync, type Zippable } from 'fflate';
import type { Context } from '../../people/context.ts';
import type { PersonalFile } from '../../people/personal-data.ts';
import type { Language } from '../../platform/language.ts';
import { TypstError } from '../../platform/typst/typst.ts';
import { announcingZone } from '../../regulations/deadline.ts';
import { dateIn } from '../../site/dates.ts';
import { MY_DATA_TEXTS } from './my-data-texts.ts';
import { readableRecord, type ReadableFact } from './readable-record.ts';

const ROOT = new URL('../../../', import.meta.url);
const within = (path: string) => new URL(path, ROOT);
const TEMPLATE = within('src/portal/my-data/my-data.typ');
const FONTS = ['400Regular', '600SemiBold'].map((face) =>
  within(`node_modules/@expo-google-fonts/source-sans-3/${face}`),
);

type Outside = Pick<Context, 'db' | 'organisation' | 'typst' | 'personalData'>;
type Asked = { accountId: string; language: Language; now: Date };

type Part = { name: string; title: string; records: object[]; files: PersonalFile[] };

/** One ZIP of all that is kept of a person: JSON for machines, a PDF for people, and every file. */
export async function exportOf(outside: Outside, asked: Asked): Promise<Uint8Array> {
  const parts: Part[] = [];
  for (const { name, title, ...part } of outside.personalData) {
    const { records, files = [] } = await part.export(outside.db, asked.accountId);
    parts.push({ name, title: title[asked.language], records, files });
  }
  const data = Object.fromEntries(parts.map(({ name, records }) => [name, records]));
  const json = JSON.stringify({ exportedAt: asked.now, organisation: outside.organisation.name.en, ...data }, null, 2);
  const entries: Zippable = {
    'my-data.json': new TextEncoder().encode(json),
    ...(await readable(parts, outside, asked)),
    ...Object.fromEntries(parts.flatMap(({ files }) => files.map(({ name, content }) => [`files/${name}`, content]))),
  };
  return zipSync(entries, { level: 6, mtime: asked.now });
}

type ReadableDocument = {
  title: string;
  author: string;
  lang: Language;
  intro: string;
  parts: { title: string; none: string; records: ReadableFact[][] }[];
};

/** The PDF; a text file where a script is written for which there is no font. */
async function readable(parts: readonly Part[], { organisation, typst }: Outside, asked: Asked): Promise<Zippable> {
  const { language, now } = asked;
  const t = MY_DATA_TEXTS[language];
  const zone = announcingZone(organisation, now);
  const reading = { language, zone, yes: t.yes, no: t.no };
  const document: ReadableDocument = {
    title: t.pdfTitle,
    author: organisation.name[language],
    lang: language,
    intro: t.pdfIntro(dateIn(now, zone, language), organisation.name[language]),
    parts: parts.map(({ title, records }) => ({
      title,
      none: t.pdfNone,
      records: records.map((record) => readableRecord(record, reading)).filter((facts) => facts.length > 0),
    })),
  };
  const input = JSON.stringify(document);
  try {
    return { 'my-data.pdf': await typst.compile({ template: TEMPLATE, fonts: FONTS, input, madeAt: now }) };
  } catch (error) {
    if (!(error instanceof TypstError)) throw error;
    return { 'my-data.txt': new TextEncoder().encode(asText(document)) };
  }
}

const asText = ({ title, intro, parts }: ReadableDocument): string =>
  [
    title,
    intro,
    ...parts.flatMap((part) => [
      `== ${part.title}`,
      ...part.records.map((facts) => facts.map(({ label, value }) => `${label}: ${value}`).join('\n')),
    ]),
  ].join('\n\n');
