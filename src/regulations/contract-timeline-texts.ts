import type { Language, Localized } from '../platform/language.ts';
import { formatDate } from '../site/dates.ts';
import type { StretchKind, TimelineStretch } from './contract-timeline-geometry.ts';

export interface TimelineTexts {
  kinds: Record<StretchKind, string>;
  caption: string;
  what: string;
  from: string;
  to: string;
  agreed: string;
  rule: string;
  why: string;
  openEnd: string;
  nobody: string;
  latest: (date: string) => string;
  noLatest: string;
  today: string;
  neverIndefinite: string;
  ask: (regulations: string, ask: string) => string;
}

export const TIMELINE_TEXTS: Localized<TimelineTexts> = {
  en: {
    kinds: {
      first: 'First contract',
      renewal: 'Possible renewal',
      request: 'An indefinite contract may be asked for',
      indefinite: 'An indefinite contract may follow',
    },
    caption: 'The dates of the contract',
    what: 'What',
    from: 'From',
    to: 'To',
    agreed: 'Who must agree',
    rule: 'Rule',
    why: 'Why these dates?',
    openEnd: 'no end',
    nobody: '–',
    latest: (date) => `No definite contract in this post ends after ${date}.`,
    noLatest: 'No latest end is stated.',
    today: 'today',
    neverIndefinite: 'No indefinite contract is offered.',
    ask: (regulations, ask) => `The notice states no length: the contract follows ${regulations}. Ask ${ask}.`,
  },
  fr: {
    kinds: {
      first: 'Premier contrat',
      renewal: 'Renouvellement possible',
      request: 'Demande d’un contrat à durée indéterminée',
      indefinite: 'Un contrat à durée indéterminée peut y faire suite',
    },
    caption: 'Les dates du contrat',
    what: 'Quoi',
    from: 'Du',
    to: 'Au',
    agreed: 'Qui doit donner son accord',
    rule: 'Règle',
    why: 'Pourquoi ces dates ?',
    openEnd: 'sans fin',
    nobody: '–',
    latest: (date) => `Aucun contrat à durée déterminée dans ce poste ne prend fin après le ${date}.`,
    noLatest: 'Aucun terme n’est indiqué.',
    today: 'aujourd’hui',
    neverIndefinite: 'Aucun contrat à durée indéterminée n’est proposé.',
    ask: (regulations, ask) =>
      `L’avis n’indique pas de durée : le contrat est régi par ${regulations}. Adressez-vous à : ${ask}.`,
  },
};

/** A part with its days: `First contract: 1 March 2025 to 29 February 2028`. */
export function stretchInWords({ kind, from, to }: TimelineStretch, language: Language): string {
  const name = TIMELINE_TEXTS[language].kinds[kind];
  const [first, last] = [formatDate(from, language), to === null ? null : formatDate(to, language)];
  if (language === 'en') return last === null ? `${name}: from ${first}` : `${name}: ${first} to ${last}`;
  return last === null ? `${name} : à partir du ${first}` : `${name} : du ${first} au ${last}`;
}
