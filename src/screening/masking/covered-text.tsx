import type { Language } from '../../platform/language.ts';
import { SCREENING_TEXTS } from '../screening-texts.ts';
import type { Segment } from './masking.ts';

type CoveredTextProps = {
  segments: readonly Segment[];
  language: Language;
  /** The address at which a passage is uncovered, by its key. */
  uncover: (key: string) => string;
};

/** A text of an applicant with what tells who they are covered; each passage says what it is, and can be uncovered. */
export function CoveredText({ segments, language, uncover }: CoveredTextProps) {
  const t = SCREENING_TEXTS[language];
  return (
    <>
      {segments.map((segment, index) =>
        segment.kind === 'plain' ? (
          segment.text
        ) : (
          <a key={index} class="covered" href={uncover(segment.key)}>
            {t.masked[segment.what]}
            <span class="hidden"> – {t.uncover}</span>
          </a>
        ),
      )}
    </>
  );
}
