import type { Language } from '../../platform/language.ts';
import { colon } from '../../site/punctuation.ts';
import { contains, phrasesWithin } from '../import/phrases.ts';
import { withoutFinalMark } from '../import/paragraphs.ts';
import { wordsOf } from '../import/words.ts';
import type { NoticeRecord } from '../notice.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { SECTIONS, type Section } from '../vocabulary-schema.ts';
import type { House, NoticeBlock, PrintedSection } from './printed-notice.ts';
import { formOf } from './printed-form.ts';
import { RENDER_TEXTS } from './render-texts.ts';
import { contractTexts, essentialItems } from './stated-facts.ts';

type Printing = {
  readonly record: NoticeRecord;
  readonly house: House;
  readonly vocabulary: Vocabulary;
  readonly language: Language;
};

/** The numbered sections that say anything; those with a heading of their own come last, under the numbers that follow. */
export function sectionsOf(record: NoticeRecord, house: House, language: Language): PrintedSection[] {
  const { vocabulary } = house;
  const known = SECTIONS.map((section, index): PrintedSection => {
    const heading = formOf(vocabulary.data.sections[section], language) ?? section;
    return { number: index + 1, heading, blocks: BLOCKS[section]({ record, house, vocabulary, language }) };
  });
  const others = record.otherSections[language].map(({ heading, paragraphs }, index): PrintedSection => {
    return { number: SECTIONS.length + index + 1, heading, blocks: textBlocks(paragraphs) };
  });
  return [...known.filter(({ blocks }) => blocks.length > 0), ...others];
}

const BLOCKS: Readonly<Record<Section, (printing: Printing) => NoticeBlock[]>> = {
  summary: summaryBlocks,
  qualifications: requirementBlocks,
  accountabilities: accountabilityBlocks,
  interrelationships: interrelationshipBlocks,
  competencies: competencyBlocks,
  contract: ({ record, house, language }) => textBlocks(contractTexts(record, house, language)),
  application: applicationBlocks,
  additional: ({ record, language }) => textBlocks(record.otherText.additional[language]),
};

const ITEM = '• ';

/** Running text, with the items in it as lists. */
export function textBlocks(texts: readonly string[]): NoticeBlock[] {
  const blocks: NoticeBlock[] = [];
  for (const text of texts) {
    const last = blocks.at(-1);
    if (!text.startsWith(ITEM)) blocks.push({ kind: 'paragraph', text });
    else if (last?.kind === 'list')
      blocks[blocks.length - 1] = { ...last, items: [...last.items, text.slice(ITEM.length)] };
    else blocks.push({ kind: 'list', ordered: false, items: [text.slice(ITEM.length)] });
  }
  return blocks;
}

const paragraph = (text: string | undefined): NoticeBlock[] =>
  text === undefined || text === '' ? [] : [{ kind: 'paragraph', text }];

/** Items with the marks of a list: semicolons, and a full stop at its end. */
function list(items: readonly string[], language: Language, ordered = false): NoticeBlock[] {
  if (items.length === 0) return [];
  const semicolon = language === 'fr' ? '\u202f;' : ';';
  const marked = items.map((item, index) => {
    if (/[?!…]["”’»)\s]*$/.test(item)) return item;
    return index < items.length - 1 || item.endsWith('.') ? item + semicolon : `${item}.`;
  });
  return [{ kind: 'list', ordered, items: marked }];
}

/** The challenges stand after the paragraph that announces them. */
function summaryBlocks({ record, vocabulary, language }: Printing): NoticeBlock[] {
  const texts = record.summary[language];
  const challenges = list(record.challenges[language], language, true);
  if (challenges.length === 0) return textBlocks(texts);
  const announces = (text: string) =>
    phrasesWithin(vocabulary.introductions, wordsOf(text)).some(({ phrase }) => phrase.code === 'challenges');
  const ends = texts.findLastIndex((text) => text.endsWith(':') && announces(text));
  const at = ends < 0 ? texts.findLastIndex(announces) : ends;
  if (at < 0) return [...textBlocks(texts), ...paragraph(RENDER_TEXTS[language].challenges), ...challenges];
  return [...textBlocks(texts.slice(0, at + 1)), ...challenges, ...textBlocks(texts.slice(at + 1))];
}

function requirementBlocks({ record, house, vocabulary, language }: Printing): NoticeBlock[] {
  const essential = essentialItems(record, house, language);
  const lists = [
    { kind: 'essential', items: essential, after: essential.length > 0 ? record.otherText.requirements[language] : [] },
    { kind: 'desirable', items: record.desirable[language], after: [] },
  ] as const;
  return lists.flatMap(({ kind, items, after }): NoticeBlock[] => {
    const content = [
      ...paragraph(record.introductions[kind][language]),
      ...list(items, language),
      ...textBlocks(after),
    ];
    if (content.length === 0) return [];
    const heading = formOf(vocabulary.data.requirementHeadings[kind], language) ?? kind;
    return [{ kind: 'subheading', text: heading }, ...content];
  });
}

function accountabilityBlocks({ record, language }: Printing): NoticeBlock[] {
  const headed = record.accountabilities[language].flatMap(({ heading, text }): NoticeBlock[] => [
    { kind: 'subheading', text: heading },
    ...paragraph(text),
  ]);
  return [...headed, ...paragraph(record.closingDuty[language])];
}

function interrelationshipBlocks({ record, vocabulary, language }: Printing): NoticeBlock[] {
  const { directReports, indirectReports } = record;
  const units = directReports.breakdown.map(({ unit, count }) => `${unit}${colon(language)}${count}`);
  const report = (kind: 'direct' | 'indirect', count: number | null, inBrackets: string): NoticeBlock[] => {
    if (count === null) return [];
    const none = count === 0 ? formOf(vocabulary.data.noReports, language) : undefined;
    const label = formOf(vocabulary.data.reports[kind], language) ?? kind;
    return [{ kind: 'fact', label, value: `${none ?? count}${inBrackets}` }];
  };
  const separator = language === 'fr' ? '\u202f; ' : '; ';
  return [
    ...paragraph(record.interrelationships[language]),
    ...report('direct', directReports.count, units.length === 0 ? '' : ` (${units.join(separator)})`),
    ...report('indirect', indirectReports.count, ''),
  ];
}

function competencyBlocks({ record, house, language }: Printing): NoticeBlock[] {
  const items = record.competencies[language].map(({ name, indicator }) =>
    indicator === '' ? name : `${name}${colon(language)}${indicator}`,
  );
  const placed = essentialItems(record, house, language).length > 0;
  return [
    ...paragraph(record.introductions.competencies[language]),
    ...list(items, language),
    ...(placed ? [] : textBlocks(record.otherText.requirements[language])),
  ];
}

/** The stages stand among the paragraphs of the section; where they don't, they follow them. */
function applicationBlocks({ record, vocabulary, language }: Printing): NoticeBlock[] {
  const texts = record.otherText.application[language];
  const stages = record.provisionalSchedule.flatMap((stage) => stage[language] ?? []);
  const at = texts.findIndex((text) => contains(vocabulary.provisionalSchedule, wordsOf(text)));
  if (stages.length === 0) return textBlocks(texts);
  if (at < 0) {
    const words = formOf(vocabulary.data.provisionalSchedule, language) ?? '';
    const introduction = RENDER_TEXTS[language].schedule.replace('{words}', words);
    return [...textBlocks(texts), ...paragraph(introduction), ...list(stages, language)];
  }
  const end = at + 1 + stages.length;
  const shown = texts.slice(at + 1, end);
  const plain = shown.some((text) => !text.startsWith(ITEM));
  const all = shown.every((text, index) => withoutFinalMark(text.replace(ITEM, '')) === stages[index]);
  if (stages.length < 2 || !plain || !all) return textBlocks(texts);
  return [...textBlocks(texts.slice(0, end)), { kind: 'rule' }, ...textBlocks(texts.slice(end))];
}
