import { levelsInWords } from '../language-tests/language-standing-parts.tsx';
import { LANGUAGE_TEST_TEXTS } from '../language-tests/language-test-texts.ts';
import { FROM_SCREENING } from '../redo/redo.ts';
import { nameOf, nameOfStage, section, type Reading, type Section } from './report-section.ts';
import { REPORT_TEXTS } from './report-texts.ts';
import type { Content } from './signed-content.ts';

/** What the report follows, where it is on one candidate alone: the report on all stays as it was signed. */
export function redoneOf({ redone }: Content, reading: Reading): Section[] {
  if (!redone) return [];
  const t = REPORT_TEXTS[reading.language];
  const stages = redone.stages.map((code) => nameOfStage(code, reading)).join(', ');
  const from = redone.from === FROM_SCREENING ? t.screening : nameOfStage(redone.from, reading);
  return [
    section(t.redone, {
      paragraphs: [{ lang: reading.language, text: t.redoneNote }],
      facts: [
        { label: t.redoneFrom, value: from },
        ...(stages ? [{ label: t.redoneStages, value: stages }] : []),
        { label: t.redoneReport, value: String(redone.report) },
        { label: t.fingerprint, value: redone.sha256 },
      ],
    }),
  ];
}

/** The levels that tests found, beside what the notice asks for; nothing where no level was recorded. */
export function languagesOf({ languages }: Content, { language }: Reading): Section[] {
  if (!languages || languages.found.length === 0) return [];
  const t = LANGUAGE_TEST_TEXTS[language];
  const { required, found } = languages;
  const asked = required ? t.asked(required.one, required.other) : t.notAsked;
  return [
    section(t.heading, {
      paragraphs: [{ lang: language, text: asked }],
      columns: [REPORT_TEXTS[language].candidate, t.heading, t.needed],
      rows: found.map(({ candidate, levels, outcome }) => [
        nameOf(candidate),
        levelsInWords({ levels }, language),
        outcome ? t.outcomes[outcome] : t.notTested,
      ]),
    }),
  ];
}
