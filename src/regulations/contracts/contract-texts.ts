import type { Language, Localized } from '../../platform/language.ts';
import { assertNever } from '../../platform/result.ts';
import { formatDate } from '../../site/dates.ts';
import { joinList, plural } from '../../site/numbers.ts';
import type { OpenPoint, OpenPointCode } from './contract-open-points.ts';
import type { ContractReason } from './contract-reasons.ts';
import type { ContractRefusal } from './contract-refusals.ts';
import type { Span } from '../organisation/appointment-schema.ts';
import type { Agreeing, IndefiniteWay, Person } from '../organisation/contracts-schema.ts';
import type { ContractAnswer, ContractWarning, NotOffered } from './contracts.ts';
import type { ConversionRefusal } from './conversion-request.ts';
import type { Explanation } from '../regulations-texts.ts';

export const PERSON_NAMES: Record<Person, Localized> = {
  'non-seconded': { en: 'From outside, not seconded', fr: 'Recrutement externe, sans détachement' },
  seconded: { en: 'Seconded by a national administration', fr: 'En détachement d’une administration nationale' },
  'serving-staff': { en: 'Serving staff', fr: 'Personnel en fonction' },
};

export const INDEFINITE_WAY_NAMES: Record<IndefiniteWay, Localized> = {
  'on-request': { en: 'May be asked for during the renewal', fr: 'Peut être demandé pendant le renouvellement' },
  'may-follow': { en: 'May follow the first contract', fr: 'Peut faire suite au premier contrat' },
  'after-renewal': { en: 'Is what a further renewal would be', fr: 'Serait la forme d’un nouveau renouvellement' },
  never: { en: 'Is not offered', fr: 'N’est pas proposé' },
  'not-stated': {
    en: 'Nothing is said of one: a named person answers',
    fr: 'Rien n’en est dit : une personne désignée répond',
  },
};

const AGREEING_NAMES: Record<Agreeing, Localized> = {
  organisation: { en: 'the organisation', fr: 'l’organisation' },
  applicant: { en: 'the applicant', fr: 'la candidate/le candidat' },
  'national-authority': { en: 'the national authority concerned', fr: 'l’autorité nationale concernée' },
};

/** Those who must agree, as a list; empty where nobody is named. */
export const agreeingNames = (agreedBy: readonly Agreeing[], language: Language): string =>
  joinList(
    agreedBy.map((who) => AGREEING_NAMES[who][language]),
    language,
  );

const OF_THOSE_WHO_AGREE: Record<Agreeing, Localized> = {
  organisation: { en: 'the organisation', fr: 'de l’organisation' },
  applicant: { en: 'the applicant', fr: 'de la candidate/du candidat' },
  'national-authority': { en: 'the national authority concerned', fr: 'de l’autorité nationale concernée' },
};

export const NOT_OFFERED_NAMES: Record<NotOffered, Localized> = {
  renewal: { en: 'A renewal for a definite period', fr: 'Un renouvellement pour une durée déterminée' },
  indefinite: { en: 'An indefinite contract', fr: 'Un contrat d’une durée indéterminée' },
  request: { en: 'A request for an indefinite contract', fr: 'Une demande de contrat d’une durée indéterminée' },
};

const WORKING_DAYS = {
  en: { one: '{n} working day', other: '{n} working days' },
  fr: { one: '{n} jour ouvré', other: '{n} jours ouvrés' },
};
const DAYS = { en: { one: '{n} day', other: '{n} days' }, fr: { one: '{n} jour', other: '{n} jours' } };
const YEARS = { en: { one: '{n} year', other: '{n} years' }, fr: { one: '{n} an', other: '{n} ans' } };
const MONTHS = { en: { one: '{n} month', other: '{n} months' }, fr: { one: '{n} mois', other: '{n} mois' } };

/** A length in months as a reader counts it: `3 years`, `18 months`. */
export const formatMonths = (months: number, language: Language): string =>
  months > 0 && months % 12 === 0
    ? plural(months / 12, YEARS[language], language)
    : plural(months, MONTHS[language], language);

/** A time as the data give it: “30 days”, “10 jours ouvrés”, “3 mois”. */
export function formatSpan({ count, unit }: Pick<Span, 'count' | 'unit'>, language: Language): string {
  if (unit === 'months') return formatMonths(count, language);
  return plural(count, (unit === 'days' ? DAYS : WORKING_DAYS)[language], language);
}

/** Why each part of a plan is as it is, in the order of its reasons. */
export function explainContract(answer: ContractAnswer): Localized<Explanation[]> {
  const explained = (language: Language) =>
    answer.reasons.map((reason) => ({
      sentence: reasonSentence(reason)[language],
      rule: reason.rule,
      source: reason.source[language],
      ifWrong: IF_WRONG[language],
    }));
  return { en: explained('en'), fr: explained('fr') };
}

const IF_WRONG: Localized = {
  en: 'The clause printed in the notice is what counts. If this does not agree with it, write to the recruitment service: a person will look at it.',
  fr: 'C’est la clause imprimée dans l’avis qui compte. Si cette réponse ne s’accorde pas avec elle, écrivez au service du recrutement : une personne l’examinera.',
};

type ValuesOf<Part extends ContractReason['decides']> = Extract<ContractReason, { decides: Part }>['values'];

function reasonSentence(reason: ContractReason): Localized {
  switch (reason.decides) {
    case 'firstEnds':
      return firstSentence(reason.values);
    case 'renewalEnds':
      return renewalSentence(reason.values);
    case 'agreement':
      return agreementSentence(reason.values);
    case 'latestEnd':
      return latestSentence(reason.values);
    case 'indefinite':
      return indefiniteSentence(reason.values);
    case 'conversionWindow':
      return windowSentence(reason.values);
    case 'tooEarly':
      return tooEarlySentence(reason.values.before);
    case 'tooLate':
      return tooLateSentence(reason.values.after, reason.values.monthsBeforeEnd);
    case 'serviceEnds':
      return serviceSentence(reason.values);
    case 'ask':
      return askSentence(reason.values);
    default:
      return assertNever(reason);
  }
}

interface Words {
  date: (civil: string) => string;
  length: (months: number) => string;
  agreement: (agreedBy: readonly Agreeing[]) => string;
}

const wordsOf = (language: Language): Words => ({
  date: (civil) => formatDate(civil, language),
  length: (months) => formatMonths(months, language),
  agreement: (agreedBy) =>
    joinList(
      agreedBy.map((who) => OF_THOSE_WHO_AGREE[who][language]),
      language,
    ),
});
const IN_ENGLISH = wordsOf('en');
const IN_FRENCH = wordsOf('fr');

/** A sentence in each language, from that language's words for dates, lengths and those who agree. */
const say = (en: (words: Words) => string, fr: (words: Words) => string): Localized => ({
  en: en(IN_ENGLISH),
  fr: fr(IN_FRENCH),
});

const firstSentence = ({ startsOn, months, endsOn, shortened, agreedBy }: ValuesOf<'firstEnds'>) =>
  shortened
    ? say(
        ({ date, length, agreement }) =>
          `The first contract begins on ${date(startsOn)} and is for ${length(months)}, but it ends before that, on ${date(endsOn)}. It needs the agreement of ${agreement(agreedBy)}.`,
        ({ date, length, agreement }) =>
          `Le premier contrat commence le ${date(startsOn)} et dure ${length(months)}, mais il prend fin avant cela, le ${date(endsOn)}. Il suppose l’accord ${agreement(agreedBy)}.`,
      )
    : say(
        ({ date, length, agreement }) =>
          `The first contract is for ${length(months)}, from ${date(startsOn)} to ${date(endsOn)}. It needs the agreement of ${agreement(agreedBy)}.`,
        ({ date, length, agreement }) =>
          `Le premier contrat dure ${length(months)}, du ${date(startsOn)} au ${date(endsOn)}. Il suppose l’accord ${agreement(agreedBy)}.`,
      );

function renewalSentence({ startsOn, endsOn, shortened, months, upToMonths }: ValuesOf<'renewalEnds'>): Localized {
  if (upToMonths === 0)
    return {
      en: 'The contract may be renewed, but the longest time in the post leaves nothing for a renewal.',
      fr: 'Le contrat peut être renouvelé, mais la durée maximale dans le poste n’en laisse pas le temps.',
    };
  if (startsOn === null || endsOn === null)
    return say(
      ({ length }) => `The contract may be renewed once, for up to ${length(upToMonths)}. These dates have no renewal.`,
      ({ length }) =>
        `Le contrat peut être renouvelé une fois, pour ${length(upToMonths)} au plus. Ces dates ne comptent pas de renouvellement.`,
    );
  return say(
    ({ date, length }) =>
      `The contract may be renewed once, for up to ${length(upToMonths)}. A renewal of ${length(months)} begins on ${date(startsOn)} and ends ${shortened ? 'before its time, ' : ''}on ${date(endsOn)}.`,
    ({ date, length }) =>
      `Le contrat peut être renouvelé une fois, pour ${length(upToMonths)} au plus. Un renouvellement de ${length(months)} commence le ${date(startsOn)} et prend fin ${shortened ? 'avant son terme, ' : ''}le ${date(endsOn)}.`,
  );
}

const agreementSentence = ({ agreedBy, condition }: ValuesOf<'agreement'>) =>
  say(
    ({ agreement }) =>
      `A renewal needs the agreement of ${agreement(agreedBy)}.${condition ? ` Condition: ${condition.en}.` : ''}`,
    ({ agreement }) =>
      `Un renouvellement suppose l’accord ${agreement(agreedBy)}.${condition ? ` Condition : ${condition.fr}.` : ''}`,
  );

function latestSentence({ months, countedMonths, endsOn, person }: ValuesOf<'latestEnd'>): Localized {
  const seconded = person === 'seconded';
  return say(
    ({ date, length }) =>
      [
        `Without an indefinite contract, service in this post${seconded ? ' as a seconded member of staff' : ''} ends on ${date(endsOn)} at the latest: ${length(months)} is the most.`,
        countedMonths > 0 ? `Earlier service in the post counts towards it: ${length(countedMonths)}.` : '',
      ]
        .join(' ')
        .trimEnd(),
    ({ date, length }) =>
      [
        `Sans contrat d’une durée indéterminée, le service dans ce poste${seconded ? ' en position de détachement' : ''} prend fin le ${date(endsOn)} au plus tard : sa durée ne dépasse pas ${length(months)}.`,
        countedMonths > 0 ? `Le service antérieur dans le poste y est compté : ${length(countedMonths)}.` : '',
      ]
        .join(' ')
        .trimEnd(),
  );
}

function indefiniteSentence({ way, from, agreedBy }: ValuesOf<'indefinite'>): Localized {
  switch (way) {
    case 'on-request':
      return say(
        ({ agreement }) =>
          `During the renewal, an indefinite contract may be asked for. That is a request, not a right: it needs the agreement of ${agreement(agreedBy)}.`,
        ({ agreement }) =>
          `Pendant le renouvellement, il est possible de demander un contrat d’une durée indéterminée. C’est une demande, non un droit : elle suppose l’accord ${agreement(agreedBy)}.`,
      );
    case 'may-follow':
      return say(
        ({ date, agreement }) =>
          `An indefinite contract may follow the first one${from ? `, from ${date(from)}` : ''}. It needs the agreement of ${agreement(agreedBy)}; no day by which to ask is stated.`,
        ({ date, agreement }) =>
          `Un contrat d’une durée indéterminée peut faire suite au premier${from ? `, à partir du ${date(from)}` : ''}. Il suppose l’accord ${agreement(agreedBy)} ; aucune date pour le demander n’est indiquée.`,
      );
    case 'after-renewal':
      return say(
        ({ date, agreement }) =>
          `If the contract is renewed a second time, it is for an indefinite period${from ? `, from ${date(from)}` : ''}. That needs the agreement of ${agreement(agreedBy)}.`,
        ({ date, agreement }) =>
          `Si le contrat est renouvelé une seconde fois, c’est pour une durée indéterminée${from ? `, à partir du ${date(from)}` : ''}. Cela suppose l’accord ${agreement(agreedBy)}.`,
      );
    case 'never':
      return {
        en: 'No indefinite contract is offered, and none may be asked for.',
        fr: 'Aucun contrat d’une durée indéterminée n’est proposé, et il n’est pas possible d’en demander un.',
      };
    case 'not-stated':
      return {
        en: 'The text says nothing of an indefinite contract: a named person answers, and the answer is recorded.',
        fr: 'Le texte ne dit rien d’un contrat d’une durée indéterminée : une personne désignée répond, et sa réponse est consignée.',
      };
    default:
      return assertNever(way);
  }
}

const windowSentence = ({ from, to }: ValuesOf<'conversionWindow'>): Localized =>
  from === null || to === null
    ? {
        en: 'With these dates there is no day on which an indefinite contract may be asked for.',
        fr: 'Avec ces dates, il n’y a aucun jour où demander un contrat d’une durée indéterminée.',
      }
    : say(
        ({ date }) => `An indefinite contract may be asked for from ${date(from)} to ${date(to)}, both days included.`,
        ({ date }) =>
          `Un contrat d’une durée indéterminée peut être demandé du ${date(from)} au ${date(to)}, ces deux jours compris.`,
      );

const tooEarlySentence = (before: string | null): Localized =>
  before === null
    ? {
        en: 'A request before the renewal is not admissible, and these dates have no renewal.',
        fr: 'Une demande antérieure au renouvellement n’est pas recevable, et ces dates ne comptent pas de renouvellement.',
      }
    : say(
        ({ date }) => `A request before the renewal, which begins on ${date(before)}, is not admissible.`,
        ({ date }) => `Une demande antérieure au renouvellement, qui commence le ${date(before)}, n’est pas recevable.`,
      );

const tooLateSentence = (after: string | null, monthsBeforeEnd: number): Localized =>
  say(
    ({ date, length }) =>
      `A request must be made at least ${length(monthsBeforeEnd)} before the renewal ends${after ? `: after ${date(after)} it is not admissible` : ''}.`,
    ({ date, length }) =>
      `Une demande doit être présentée au moins ${length(monthsBeforeEnd)} avant la fin du renouvellement${after ? ` : après le ${date(after)}, elle n’est pas recevable` : ''}.`,
  );

function serviceSentence({ age, grade, endsOn, shortens }: ValuesOf<'serviceEnds'>): Localized {
  const first = shortens.includes('firstEnds');
  const renewal = shortens.includes('renewalEnds');
  const en = first ? ' No contract goes beyond it.' : renewal ? ' The renewal goes no further.' : '';
  const fr = first ? ' Aucun contrat ne va au-delà.' : renewal ? ' Le renouvellement ne va pas au-delà.' : '';
  return say(
    ({ date }) =>
      `At grade ${grade}, service ends with the month in which the age of ${age} is reached: on ${date(endsOn)}.${en}`,
    ({ date }) =>
      `Au grade ${grade}, le service prend fin avec le mois au cours duquel l’âge de ${age} ans est atteint : le ${date(endsOn)}.${fr}`,
  );
}

const askSentence = ({ regulations, ask }: ValuesOf<'ask'>): Localized => ({
  en: `Serving staff receive a contract under ${regulations.en}. No length is stated: ${ask.en} says how long it is, and the basis of that answer is recorded.`,
  fr: `Le personnel en fonction reçoit un contrat régi par ${regulations.fr}. La durée n’est pas indiquée : ${ask.fr} la précise, et le fondement de cette réponse est consigné.`,
});

/** Why there is no such contract, and what would clear the way. */
export function explainContractRefusal(refusal: ContractRefusal): Localized<{ sentence: string; next: string }> {
  const sentence = refusalSentence(refusal);
  const next = NEXT[refusal.kind];
  return {
    en: { sentence: sentence.en, next: next.en },
    fr: { sentence: sentence.fr, next: next.fr },
  };
}

function refusalSentence(refusal: ContractRefusal): Localized {
  switch (refusal.kind) {
    case 'impossible-date':
      return say(
        () => `${DATE_FIELDS[refusal.field].en}: there is no such day.`,
        () => `${DATE_FIELDS[refusal.field].fr} : ce jour n’existe pas.`,
      );
    case 'impossible-months':
      return say(
        () => `${MONTH_FIELDS[refusal.field].en}: a whole number of months is needed.`,
        () => `${MONTH_FIELDS[refusal.field].fr} : il faut un nombre entier de mois.`,
      );
    case 'unknown-clause':
      return {
        en: `The organisation has no contract clause “${refusal.clause}”.`,
        fr: `L’organisation n’a pas de clause contractuelle « ${refusal.clause} ».`,
      };
    case 'not-in-force':
      return say(
        ({ date }) =>
          `The clause “${refusal.clause}” is not in force on ${date(refusal.on)}${refusal.from ? `; it begins on ${date(refusal.from)}` : ''}.`,
        ({ date }) =>
          `La clause « ${refusal.clause} » n’est pas en vigueur le ${date(refusal.on)}${refusal.from ? ` ; elle prend effet le ${date(refusal.from)}` : ''}.`,
      );
    case 'no-terms-for-person':
      return {
        en: `The clause “${refusal.clause}” gives no terms for this case: ${PERSON_NAMES[refusal.person].en.toLowerCase()}.`,
        fr: `La clause « ${refusal.clause} » ne prévoit rien pour ce cas : ${PERSON_NAMES[refusal.person].fr.toLowerCase()}.`,
      };
    case 'no-renewal':
      return {
        en: 'This clause provides for no renewal for a definite period.',
        fr: 'Cette clause ne prévoit pas de renouvellement pour une durée déterminée.',
      };
    case 'renewal-too-long':
      return tooLongSentence(refusal.months, refusal.mostMonths);
    case 'maximum-reached':
      return say(
        ({ length }) =>
          `The most in this post is ${length(refusal.maximumMonths)}, and earlier service of ${length(refusal.earlierMonths)} counts towards it.`,
        ({ length }) =>
          `La durée maximale dans ce poste est de ${length(refusal.maximumMonths)}, et le service antérieur de ${length(refusal.earlierMonths)} y est compté.`,
      );
    case 'past-age-of-service':
      return say(
        ({ date }) =>
          `Service ends at the age of ${refusal.age}, on ${date(refusal.serviceEnds)}: before the first day in the post.`,
        ({ date }) =>
          `Le service prend fin à l’âge de ${refusal.age} ans, le ${date(refusal.serviceEnds)} : avant le premier jour dans le poste.`,
      );
    default:
      return assertNever(refusal);
  }
}

const tooLongSentence = (months: number, mostMonths: number): Localized =>
  mostMonths === 0
    ? {
        en: 'The longest time in the post leaves nothing for a renewal.',
        fr: 'La durée maximale dans le poste ne laisse pas le temps d’un renouvellement.',
      }
    : say(
        ({ length }) => `A renewal of ${length(months)} is too long: ${length(mostMonths)} is the most.`,
        ({ length }) =>
          `Un renouvellement de ${length(months)} est trop long : la durée ne peut dépasser ${length(mostMonths)}.`,
      );

const DATE_FIELDS: Record<'startsOn' | 'on' | 'bornOn', Localized> = {
  startsOn: { en: 'First day in the post', fr: 'Premier jour dans le poste' },
  on: { en: 'Date of the offer', fr: 'Date de l’offre' },
  bornOn: { en: 'Date of birth', fr: 'Date de naissance' },
};

const MONTH_FIELDS: Record<'renewalMonths' | 'earlierMonths', Localized> = {
  renewalMonths: { en: 'Renewal', fr: 'Renouvellement' },
  earlierMonths: { en: 'Earlier service', fr: 'Service antérieur' },
};

const NEXT: Record<ContractRefusal['kind'], Localized> = {
  'impossible-date': {
    en: 'Give a day that exists, such as 2027-03-01.',
    fr: 'Indiquez un jour qui existe, par exemple 2027-03-01.',
  },
  'impossible-months': {
    en: 'Give months in figures, such as 36.',
    fr: 'Indiquez les mois en chiffres, par exemple 36.',
  },
  'unknown-clause': {
    en: 'Choose one of the organisation’s clauses.',
    fr: 'Choisissez une des clauses de l’organisation.',
  },
  'not-in-force': {
    en: 'Choose a later day, or another clause.',
    fr: 'Choisissez une date ultérieure, ou une autre clause.',
  },
  'no-terms-for-person': {
    en: 'Ask the recruitment service: a person decides, and the decision is recorded.',
    fr: 'Interrogez le service du recrutement : une personne décide, et sa décision est consignée.',
  },
  'no-renewal': {
    en: 'Leave the length of the renewal empty.',
    fr: 'Laissez vide la durée du renouvellement.',
  },
  'renewal-too-long': {
    en: 'Choose a shorter renewal, or none.',
    fr: 'Choisissez un renouvellement plus court, ou aucun.',
  },
  'maximum-reached': {
    en: 'Check the months of earlier service. If they are right, a person decides what other post or contract is possible.',
    fr: 'Vérifiez les mois de service antérieur. S’ils sont exacts, une personne examine quel autre poste ou contrat est possible.',
  },
  'past-age-of-service': {
    en: 'Check the grade, the date of birth and the first day in the post. If they are right, a person decides what is possible.',
    fr: 'Vérifiez le grade, la date de naissance et le premier jour dans le poste. S’ils sont exacts, une personne examine ce qui est possible.',
  },
};

/** Why an indefinite contract may not be asked for on a day. */
export function explainConversionRefusal(refusal: ConversionRefusal): Localized {
  switch (refusal.kind) {
    case 'impossible-date':
      return { en: 'Day of the request: there is no such day.', fr: 'Jour de la demande : ce jour n’existe pas.' };
    case 'too-early':
      return tooEarlySentence(refusal.from);
    case 'too-late':
      return tooLateSentence(refusal.to, refusal.monthsBeforeEnd);
    case 'never':
    case 'not-stated':
      return indefiniteSentence({ way: refusal.kind, from: null, agreedBy: [] });
    case 'no-request':
      return {
        en: 'An indefinite contract may come about, but the clause provides for no request.',
        fr: 'Un contrat d’une durée indéterminée est possible, mais la clause ne prévoit pas de demande.',
      };
    case 'ask':
      return {
        en: 'The contract of serving staff has no stated length: whoever is asked for it also says whether an indefinite contract may be asked for.',
        fr: 'La durée du contrat du personnel en fonction n’est pas indiquée : qui la précise dit aussi s’il est possible de demander un contrat d’une durée indéterminée.',
      };
    default:
      return assertNever(refusal);
  }
}

/** What somebody who plans a contract had better know before they sign it. */
export function explainContractWarning(warning: ContractWarning): Localized {
  switch (warning.kind) {
    case 'no-day-to-ask':
      return say(
        ({ date, length }) =>
          `This renewal leaves no day on which to ask for an indefinite contract: it ends on ${date(warning.renewalEnds)}, and the request must be made at least ${length(warning.monthsBeforeEnd)} before.`,
        ({ date, length }) =>
          `Ce renouvellement ne laisse aucun jour pour demander un contrat d’une durée indéterminée : il prend fin le ${date(warning.renewalEnds)}, et la demande doit être présentée au moins ${length(warning.monthsBeforeEnd)} avant.`,
      );
    case 'no-renewal-to-ask-in':
      return {
        en: 'An indefinite contract may be asked for during a renewal alone: without one, there is no day on which to ask.',
        fr: 'Un contrat d’une durée indéterminée ne peut être demandé que pendant un renouvellement : sans renouvellement, il n’y a aucun jour pour le demander.',
      };
    case 'below-minimum-age':
      return say(
        ({ date }) =>
          `The minimum age is reached on ${date(warning.oldEnoughFrom)} only, after the first day in the post.`,
        ({ date }) =>
          `L’âge minimal n’est atteint que le ${date(warning.oldEnoughFrom)}, après le premier jour dans le poste.`,
      );
    case 'one-day-to-ask':
      return say(
        ({ date }) =>
          `This renewal leaves a single day on which to ask for an indefinite contract: ${date(warning.day)}.`,
        ({ date }) =>
          `Ce renouvellement ne laisse qu’un jour pour demander un contrat d’une durée indéterminée : le ${date(warning.day)}.`,
      );
    case 'earlier-service-not-counted':
      return say(
        ({ length }) =>
          `Whether earlier service in the post counts towards the longest time in it is not settled: a named person decides. These dates are given without it (${length(warning.months)}).`,
        ({ length }) =>
          `La question de savoir si le service antérieur dans le poste compte pour la durée maximale n’est pas réglée : une personne désignée décide. Ces dates sont données sans lui (${length(warning.months)}).`,
      );
    case 'age-not-considered':
      return ageNotConsidered(warning.missing);
    case 'renewal-after-service':
      return say(
        ({ date }) => `No renewal is possible: service ends on ${date(warning.serviceEnds)}, before it could begin.`,
        ({ date }) =>
          `Aucun renouvellement n’est possible : le service prend fin le ${date(warning.serviceEnds)}, avant qu’il puisse commencer.`,
      );
    default:
      return assertNever(warning);
  }
}

const MISSING: Record<'grade' | 'date-of-birth', Localized> = {
  grade: { en: 'the grade', fr: 'le grade' },
  'date-of-birth': { en: 'the date of birth', fr: 'la date de naissance' },
};

function ageNotConsidered(missing: readonly ('grade' | 'date-of-birth')[]): Localized {
  const named = (language: Language) =>
    joinList(
      missing.map((field) => MISSING[field][language]),
      language,
    );
  return {
    en: `Service ends at an age that depends on the grade. These dates are given without it; to count it, give ${named('en')}.`,
    fr: `Le service prend fin à un âge qui dépend du grade. Ces dates n’en tiennent pas compte ; pour qu’il compte, indiquez ${named('fr')}.`,
  };
}

/** What a text leaves open, and what the organisation has settled or that a named person decides. */
export function explainOpenPoint(point: OpenPoint): Localized<{ question: string; answer: string }> {
  const question = OPEN_QUESTIONS[point.code];
  const answer = openAnswer(point);
  return {
    en: { question: question.en, answer: answer.en },
    fr: { question: question.fr, answer: answer.fr },
  };
}

function openAnswer(point: OpenPoint): Localized {
  if (point.answer === null) return MEANWHILE[point.code] ?? A_PERSON_DECIDES;
  if (point.code === 'earlier-service') return point.answer ? COUNTS : COUNTS_NOT;
  return point.answer;
}

const OPEN_QUESTIONS: Record<OpenPointCode, Localized> = {
  'earlier-service': {
    en: 'Does earlier service in the same post count towards the longest time in it?',
    fr: 'Le service antérieur dans le même poste compte-t-il pour la durée maximale ?',
  },
  'renewal-decided-by': { en: 'Who decides on a renewal?', fr: 'Qui décide d’un renouvellement ?' },
  'indefinite-decided-by': {
    en: 'Who decides on an indefinite contract?',
    fr: 'Qui décide d’un contrat d’une durée indéterminée ?',
  },
  'late-agreement': {
    en: 'What happens if the national authority agrees too late?',
    fr: 'Que se passe-t-il si l’autorité nationale donne son accord trop tard ?',
  },
  'after-secondment': {
    en: 'What is possible after a secondment?',
    fr: 'Qu’est-ce qui est possible après un détachement ?',
  },
  'missing-day': {
    en: 'When does a period end whose last month lacks the day it began on?',
    fr: 'Quand prend fin une période dont le dernier mois n’a pas le jour où elle a commencé ?',
  },
  'request-from': {
    en: 'From which day may an indefinite contract be asked for?',
    fr: 'À partir de quel jour peut-on demander un contrat d’une durée indéterminée ?',
  },
};

const A_PERSON_DECIDES: Localized = {
  en: 'The text leaves it open: a named person decides, and the decision is recorded.',
  fr: 'Le texte ne le dit pas : une personne désignée décide, et sa décision est consignée.',
};

/** What the dates suppose as long as nobody has decided. */
const MEANWHILE: Partial<Record<OpenPointCode, Localized>> = {
  'earlier-service': {
    en: 'The text leaves it open: a named person decides. Until then the dates are given without it.',
    fr: 'Le texte ne le dit pas : une personne désignée décide. D’ici là, les dates sont données sans lui.',
  },
  'missing-day': {
    en: 'The text leaves it open: a named person decides. Until then the dates suppose the last day of that month.',
    fr: 'Le texte ne le dit pas : une personne désignée décide. D’ici là, les dates supposent le dernier jour de ce mois.',
  },
  'request-from': {
    en: 'The text leaves it open: a named person decides. Until then the dates suppose the first day of the renewal.',
    fr: 'Le texte ne le dit pas : une personne désignée décide. D’ici là, les dates supposent le premier jour du renouvellement.',
  },
};

const COUNTS: Localized = { en: 'It counts.', fr: 'Il compte.' };
const COUNTS_NOT: Localized = { en: 'It does not count.', fr: 'Il ne compte pas.' };
