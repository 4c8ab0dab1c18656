import type { Language, Localized } from '../../platform/language.ts';
import { formatDate } from '../../site/dates.ts';
import type { IndefiniteWay } from '../organisation/contracts-schema.ts';
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
  ends: (date: string, latest: string) => string;
  latest: (date: string) => string;
  noLatest: string;
  today: string;
  indefinite: Partial<Record<IndefiniteWay, string>>;
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
    ends: (date, latest) =>
      `With these dates service in the post ends on ${date}, unless an indefinite contract follows; with the longest renewal it could last until ${latest}.`,
    latest: (date) => `No definite contract in this post ends after ${date}.`,
    noLatest: 'No latest end is stated.',
    today: 'today',
    indefinite: {
      never: 'No indefinite contract is offered.',
      'not-stated': 'The clause says nothing of an indefinite contract.',
    },
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
    ends: (date, latest) =>
      `Avec ces dates, le service dans le poste prend fin le ${date}, sauf s’il est suivi d’un contrat à durée indéterminée ; avec le plus long renouvellement, il pourrait durer jusqu’au ${latest}.`,
    latest: (date) => `Aucun contrat à durée déterminée dans ce poste ne prend fin après le ${date}.`,
    noLatest: 'Aucun terme n’est indiqué.',
    today: 'aujourd’hui',
    indefinite: {
      never: 'Aucun contrat à durée indéterminée n’est proposé.',
      'not-stated': 'La clause ne dit rien d’un contrat à durée indéterminée.',
    },
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
