import type { Language, Localized } from '../platform/language.ts';
import { formatClock, formatDate, formatZone } from '../site/dates.ts';
import { joinList } from '../site/numbers.ts';
import { countryName } from './organisation/countries.ts';
import type { DeadlineInstant } from './deadline.ts';
import type { Eligibility, Membership, NationalityRefusal } from './eligibility/eligibility.ts';
import type { LanguageComparison } from './eligibility/language-levels.ts';

/** An answer in words: what was decided, by which rule and source, and what to do if it looks wrong. */
export interface Explanation {
  sentence: string;
  rule: string;
  source: string;
  ifWrong: string;
}

const bothLanguages = (explanation: (language: Language) => Explanation): Localized<Explanation> => ({
  en: explanation('en'),
  fr: explanation('fr'),
});

const namesOf = (countries: readonly string[], language: Language) =>
  joinList(
    countries.map((code) => countryName(code, language)),
    language,
  );

/** Why the nationalities allow an application, or do not (E1). */
export function explainNationality(answer: Eligibility | NationalityRefusal): Localized<Explanation> {
  const [{ rule, source }] = answer.reasons;
  return bothLanguages((language) => ({
    sentence: nationalitySentence(answer, language),
    rule,
    source: source[language],
    ifWrong: NATIONALITY_IF_WRONG[language],
  }));
}

const NATIONALITY_IF_WRONG: Localized = {
  en: 'If this looks wrong, check the nationalities in your profile: every one you hold counts, and one of a member nation is enough. If your country has just become a member, or you are acquiring a nationality, write to the recruitment service before the deadline. A person will look at it.',
  fr: 'Si cette réponse vous paraît erronée, vérifiez les nationalités indiquées dans votre profil : toutes comptent, et celle d’un seul pays membre suffit. Si votre pays vient de devenir membre ou si vous êtes en train d’acquérir une nationalité, écrivez au service du recrutement avant la date limite. Une personne examinera votre cas.',
};

function nationalitySentence(answer: Eligibility | NationalityRefusal, language: Language): string {
  const [{ values }] = answer.reasons;
  const date = formatDate(values.on, language);
  const members = namesOf(values.members, language);
  if (!('kind' in answer))
    return language === 'en'
      ? `You hold the nationality of a member nation (${members}; rules of ${date}).`
      : `Vous avez la nationalité d’un pays membre (${members} ; règles du ${date}).`;
  if (answer.kind === 'no-nationality-given')
    return language === 'en'
      ? 'Only nationals of a member nation may apply, and your profile names no nationality yet.'
      : 'Seules les personnes ressortissantes d’un pays membre peuvent postuler, et votre profil n’indique encore aucune nationalité.';
  const given = namesOf(values.nationalities, language);
  const refused =
    language === 'en'
      ? `Only nationals of a member nation may apply. On ${date} none of the nationalities you gave is a member’s (${given}).`
      : `Seules les personnes ressortissantes d’un pays membre peuvent postuler. Le ${date}, aucune des nationalités que vous avez indiquées n’est celle d’un pays membre (${given}).`;
  return [refused, ...values.otherTimes.map((membership) => membershipSentence(membership, language))].join(' ');
}

function membershipSentence({ country, from, until }: Membership, language: Language): string {
  const name = countryName(country, language);
  const first = formatDate(from, language);
  const last = until === null ? undefined : formatDate(until, language);
  if (language === 'en') return last ? `${name}: member from ${first} to ${last}.` : `${name}: member from ${first}.`;
  return last ? `${name} : membre du ${first} au ${last}.` : `${name} : membre à partir du ${first}.`;
}

/** What a deadline was read as, and whether the organisation's own time completed it (E10). */
export function explainDeadline({ completed, reasons: [reason] }: DeadlineInstant): Localized<Explanation> {
  const { rule, source, values } = reason;
  return bothLanguages((language) => {
    const date = formatDate(values.date, language);
    const time = formatClock(values.time, language);
    const zone = formatZone(values.zone, language);
    return {
      rule,
      source: source[language],
      sentence: DEADLINE[completed ? 'completed' : 'printed'][language](date, time, zone),
      ifWrong: DEADLINE.ifWrong[language],
    };
  });
}

type DeadlineSentence = (date: string, time: string, zone: string) => string;
const DEADLINE: Record<'completed' | 'printed', Localized<DeadlineSentence>> & { ifWrong: Localized } = {
  completed: {
    en: (date, time, zone) =>
      `The notice gives a date alone, ${date}. The organisation’s rule completes it: ${time}, ${zone}.`,
    fr: (date, time, zone) =>
      `L’avis n’indique qu’une date, le ${date}. La règle de l’organisation la complète : ${time}, ${zone}.`,
  },
  printed: {
    en: (date, time, zone) => `The notice gives ${date}, ${time}. It names no zone; the organisation’s is ${zone}.`,
    fr: (date, time, zone) =>
      `L’avis indique le ${date}, ${time}. Il ne précise pas de fuseau ; celui de l’organisation est : ${zone}.`,
  },
  ifWrong: {
    en: 'What counts is when the application is received, by the server’s clock. If the deadline looks wrong, write to the recruitment service before it.',
    fr: 'C’est l’heure de réception de la candidature, à l’horloge du serveur, qui compte. Si la date limite vous paraît erronée, écrivez au service du recrutement avant celle-ci.',
  },
};

/** What the levels say of the requirement; a person decides (b3). */
export function explainLanguages({ outcome, reasons: [reason] }: LanguageComparison): Localized<Explanation> {
  const { rule, source, values } = reason;
  const { one, other } = values.requirement;
  return bothLanguages((language) => ({
    sentence: `${LANGUAGES_ASKED[language](one, other)} ${LANGUAGE_OUTCOMES[outcome][language]}`,
    rule,
    source: source[language],
    ifWrong: LANGUAGES_IF_WRONG[language],
  }));
}

const LANGUAGES_ASKED: Localized<(one: string, other: string) => string> = {
  en: (one, other) => `The notice asks for level ${one} in one official language and ${other} in another.`,
  fr: (one, other) =>
    `L’avis demande le niveau ${one} dans l’une des langues officielles et le niveau ${other} dans une autre.`,
};

const LANGUAGE_OUTCOMES: Record<LanguageComparison['outcome'], Localized> = {
  met: {
    en: 'The levels stated reach it.',
    fr: 'Les niveaux déclarés y répondent.',
  },
  'not-met': {
    en: 'The levels stated do not reach it.',
    fr: 'Les niveaux déclarés n’y répondent pas.',
  },
  'not-comparable': {
    en: 'The levels stated cannot be compared with it: they are of another scale.',
    fr: 'Les niveaux déclarés ne peuvent pas y être comparés : ils relèvent d’une autre échelle.',
  },
};

const LANGUAGES_IF_WRONG: Localized = {
  en: 'This excludes nobody: levels are your own estimate, and tests come later. Correct them if they are not what you meant.',
  fr: 'Cela n’exclut personne : les niveaux sont votre propre estimation, et les épreuves viennent plus tard. Corrigez-les s’ils ne sont pas ce que vous vouliez indiquer.',
};
