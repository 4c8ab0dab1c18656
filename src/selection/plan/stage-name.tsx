import type { Language, Translated } from '../../platform/language.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';

/** The name of one of the organisation's stages. */
export const stageName = (code: string, { selection }: Pick<Organisation, 'selection'>, language: Language): string =>
  selection.stages.find((stage) => stage.code === code)?.name[language] ?? code;

/** A text in the page's language or, failing that, in the other, marked as what it is. */
export function InLanguage({ text, language }: { text: Translated; language: Language }) {
  const own = text[language];
  const [other] = Object.entries(text);
  if (own !== undefined) return <>{own}</>;
  return other ? <span lang={other[0]}>{other[1]}</span> : null;
}
