import { diffWordsWithSpace } from 'diff';
import type { Language } from '../../platform/language.ts';
import { WORD_DIFFERENCE_TEXTS } from './notice-version-texts.ts';

export type WordChange = { kind: 'same' | 'removed' | 'added'; text: string };

/** Words put in and taken out beyond which two texts are simply different ones: comparing grows with its square. */
const MAX_CHANGES = 1_000;

/** What became of a text, word by word, in the order it is read. */
export function wordChanges(before: string, after: string): WordChange[] {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MAX_CHANGES });
  if (!changes)
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  return changes.map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

type WordDifferenceProps = {
  before: string;
  after: string;
  /** The language of the page, for what is said beside the marks. */
  language: Language;
  /** One side of a comparison side by side shows what was taken out, the other what was put in; else both are shown. */
  side?: 'before' | 'after' | undefined;
};

/** A text with what changed in it marked, to the eye and in words for those who hear the page. */
export function WordDifference({ before, after, language, side }: WordDifferenceProps) {
  const hidden = side === 'before' ? 'added' : side === 'after' ? 'removed' : undefined;
  return (
    <span class="as-typed">
      {wordChanges(before, after)
        .filter(({ kind }) => kind !== hidden)
        .map((change, index) => (
          <Mark key={index} change={change} language={language} />
        ))}
    </span>
  );
}

function Mark({ change: { kind, text }, language }: { change: WordChange; language: Language }) {
  const t = WORD_DIFFERENCE_TEXTS[language];
  if (kind === 'same') return <>{text}</>;
  const Element = kind === 'added' ? 'ins' : 'del';
  return (
    <Element>
      <span class="hidden" lang={language}>
        {' '}
        [{t[kind]}{' '}
      </span>
      {text}
      <span class="hidden" lang={language}>
        {' '}
        {t.end}]{' '}
      </span>
    </Element>
  );
}
