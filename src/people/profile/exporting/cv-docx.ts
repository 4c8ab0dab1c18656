import { Document, HeadingLevel, Packer, Paragraph, TextRun, type IRunOptions } from 'docx';
import { settledPackage } from '../../../notices/render/docx-package.ts';
import { docxStyles, INK, SOFT } from '../../../notices/render/docx-styles.ts';
import type { Language } from '../../../platform/language.ts';
import type { CvDocument, CvEntry, CvFact } from './cv-document.ts';

/** A4 and its margins, in twentieths of a point. */
const PAGE = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 1_300, bottom: 1_300, left: 1_300, right: 1_300 },
};
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR' };

/** A CV for office programs: A4, with real headings, each run in its language. Same document, same bytes. */
export async function cvDocx({ language, title, parts, madeAt }: CvDocument): Promise<Uint8Array> {
  const run = (text: string, options: IRunOptions = {}) =>
    new TextRun({ ...options, text, language: { value: LOCALES[language] } });
  const heading = (level: 'HEADING_1' | 'HEADING_2' | 'HEADING_3', text: string) =>
    new Paragraph({ heading: HeadingLevel[level], children: [run(text)] });
  const fact = ({ label, lines: [first = '', ...others] }: CvFact) => [
    new Paragraph({ children: [run(`${label} `, { bold: true }), run(first)] }),
    ...others.map((line) => new Paragraph({ children: [run(line)] })),
  ];
  const entry = ({ names, period, facts }: CvEntry) => [
    ...(names === '' ? [] : [heading('HEADING_3', names)]),
    ...(period === '' ? [] : [new Paragraph({ keepNext: true, children: [run(period, { color: SOFT })] })]),
    ...facts.flatMap(fact),
  ];
  const children = [
    heading('HEADING_1', title),
    ...parts.flatMap((part) => [heading('HEADING_2', part.title), ...part.entries.flatMap(entry)]),
  ];
  const made = new Document({
    title,
    creator: title,
    lastModifiedBy: title,
    styles: docxStyles(INK),
    sections: [{ properties: { page: PAGE }, children }],
  });
  return settledPackage(new Uint8Array(await Packer.toArrayBuffer(made)), madeAt.toISOString().slice(0, 10));
}
