import { LANGUAGES, type Language, type Localized, type Translated } from '../../platform/language.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { addMonths } from '../../regulations/civil-dates.ts';
import type { Outcome, Proposal } from './report.ts';

export type LetterFacts = {
  organisation: Pick<Organisation, 'decision' | 'selection' | 'appointment'>;
  reference: string;
  title: Translated;
  /** The civil day on which it was decided. */
  decidedOn: string;
  /** “Until” a civil day, or until it is said otherwise. */
  until: (day: string | null, language: Language) => string;
};

/** Until when a reserve list stands: the organisation's months from the day of the decision; null where no source says. */
export const reserveUntil = ({ appointment }: LetterFacts['organisation'], decidedOn: string): string | null =>
  appointment.reserveList.months === null ? null : addMonths(decidedOn, appointment.reserveList.months);

/** The letter to somebody with this outcome, in every language of the interface, with what it leaves open filled in. */
export function letterFor(
  { outcome, reason }: { outcome: Outcome; reason: string },
  facts: LetterFacts,
): { subject: Localized; body: Localized } {
  const { organisation, reference, title, decidedOn } = facts;
  const letter = organisation.decision.letters[outcome];
  const told = organisation.selection.reasons.find(({ code }) => code === reason)?.told;
  const last = reserveUntil(organisation, decidedOn);
  const fill = (text: string, language: Language): string =>
    text
      .replaceAll('[title]', title[language] ?? Object.values(title)[0] ?? reference)
      .replaceAll('[reference]', reference)
      .replaceAll('[reason]', told?.[language] ?? '')
      .replaceAll('[until]', facts.until(last, language))
      .replaceAll(/ {2,}/g, ' ')
      .trim();
  const inEach = (text: { en: string; fr: string }): Localized =>
    Object.fromEntries(LANGUAGES.map((language) => [language, fill(text[language], language)])) as Localized;
  return { subject: inEach(letter.subject), body: inEach(letter.body) };
}

/** Those who are written the same letter, together. */
export const byLetter = (decisions: readonly Proposal[]): Map<string, Proposal[]> =>
  Map.groupBy(decisions, ({ outcome, reason }) => `${outcome} ${reason}`);
