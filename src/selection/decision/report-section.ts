import type { Language, Translated } from '../../platform/language.ts';
import type { NotShown } from './report-recusal.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';

export type Section = {
  title: string;
  paragraphs: { lang: string; text: string }[];
  facts: { label: string; value: string }[];
  columns: string[];
  rows: string[][];
};
/** A report as it is set: everything of it in words. */
export type ReportDocument = { title: string; author: string; lang: Language; intro: string; sections: Section[] };

export type Reading = { language: Language; organisation: Organisation; zone: string; notShown: NotShown };

export const section = (title: string, more: Partial<Section> = {}): Section => ({
  title,
  paragraphs: [],
  facts: [],
  columns: [],
  rows: [],
  ...more,
});
export const inLanguage = (text: Translated | Record<string, string>, language: Language): string =>
  text[language] ?? Object.values(text)[0] ?? '';
export const figure = (text: string, language: Language): string => (language === 'fr' ? text.replace('.', ',') : text);
export const nameOfStage = (code: string, { organisation, language }: Reading): string =>
  organisation.selection.stages.find((stage) => stage.code === code)?.name[language] ?? code;
export const nameOf = ({ name, number }: { name: string; number: string }) => `${name} (${number})`;
