import type { Language, Localized } from '../../platform/language.ts';
import { formatDate } from '../../site/dates.ts';
import { plural } from '../../site/numbers.ts';
import type { Renewal } from '../contracts/contract-case.ts';
import type { ContractAnswer, ContractPlan } from '../contracts/contracts.ts';
import type { TwinGradePlan } from '../contracts/twin-grade.ts';

/** What stands between the outcome and its reasons. */
export const TELLING: Localized<{ why: string; rule: (rule: string) => string; source: (source: string) => string }> = {
  en: { why: 'Why:', rule: (rule) => `Rule ${rule}.`, source: (source) => `Source: ${source}` },
  fr: { why: 'Pourquoi :', rule: (rule) => `Règle ${rule}.`, source: (source) => `Source : ${source}` },
};

const lines = (each: (language: Language) => readonly (string | undefined)[]): Localized<string[]> => ({
  en: each('en').filter((line) => line !== undefined),
  fr: each('fr').filter((line) => line !== undefined),
});

/** What a contract clause means, a line for each part. */
export function contractOutcome(answer: ContractAnswer): Localized<string[]> {
  if (answer.kind === 'ask')
    return {
      en: [`The length is not stated: a contract under ${answer.regulations.en}. Ask ${answer.ask.en}.`],
      fr: [`La durée n’est pas indiquée : contrat régi par ${answer.regulations.fr}. S’adresser à : ${answer.ask.fr}.`],
    };
  return lines((language) => {
    const t = CONTRACT[language];
    const date = (civil: string) => formatDate(civil, language);
    return [
      t.first(date(answer.starts), date(answer.firstEnds)),
      renewalLine(answer, language),
      indefiniteLine(answer, language),
      answer.latestEnd !== null && answer.definiteEnds < answer.latestEnd
        ? t.ends(date(answer.definiteEnds))
        : undefined,
      answer.latestEnd === null ? t.noLatest : t.latest(date(answer.latestEnd)),
    ];
  });
}

function renewalLine({ renewal, notOffered }: ContractPlan, language: Language): string {
  const t = CONTRACT[language];
  if (!renewal) return notOffered.includes('renewal') ? t.neverRenewed : t.notRenewed;
  const { starts, ends, months, upToMonths } = renewal;
  return t.renewal(formatDate(starts, language), formatDate(ends, language), { months, upToMonths });
}

function indefiniteLine(
  { indefinite, indefiniteFrom, conversionWindow }: ContractPlan,
  language: Language,
): string | undefined {
  const t = CONTRACT[language];
  if (indefinite === 'never') return t.neverIndefinite;
  if (indefinite === 'not-stated') return t.notStated;
  if (indefinite !== 'on-request')
    return indefiniteFrom === null ? t.noIndefiniteBegins : t.follows(formatDate(indefiniteFrom, language));
  if (!conversionWindow) return t.noWindow;
  return t.window(formatDate(conversionWindow.from, language), formatDate(conversionWindow.to, language));
}

const MONTHS: Localized<{ one: string; other: string }> = {
  en: { one: '{n} month', other: '{n} months' },
  fr: { one: '{n} mois', other: '{n} mois' },
};
const inMonths = (months: number, language: Language): string => plural(months, MONTHS[language], language);

type Months = { months: number; upToMonths: number };
interface ContractWords {
  first: (from: string, to: string) => string;
  renewal: (from: string, to: string, months: Months) => string;
  neverRenewed: string;
  notRenewed: string;
  window: (from: string, to: string) => string;
  noWindow: string;
  follows: (from: string) => string;
  noIndefiniteBegins: string;
  neverIndefinite: string;
  notStated: string;
  ends: (day: string) => string;
  latest: (day: string) => string;
  noLatest: string;
}
const CONTRACT: Localized<ContractWords> = {
  en: {
    first: (from, to) => `First contract: from ${from} to ${to}.`,
    renewal: (from, to, { months, upToMonths }) =>
      `Renewal, where it is agreed: from ${from} to ${to} (${inMonths(months, 'en')}; at most ${upToMonths}).`,
    neverRenewed: 'Renewal for a definite period: none is provided for.',
    notRenewed: 'Renewal: none is planned.',
    window: (from, to) => `Indefinite contract: may be asked for from ${from} to ${to}.`,
    noWindow: 'Indefinite contract: there is no day on which it may be asked for.',
    follows: (from) => `Indefinite contract: may follow from ${from}.`,
    noIndefiniteBegins: 'Indefinite contract: none begins with these dates.',
    neverIndefinite: 'Indefinite contract: never offered.',
    notStated: 'Indefinite contract: nothing is said of one; a named person answers.',
    ends: (day) => `With these dates, service in this post ends on ${day}, unless an indefinite contract follows.`,
    latest: (day) => `In this post until ${day} at the latest, without an indefinite contract.`,
    noLatest: 'Latest end: none is stated.',
  },
  fr: {
    first: (from, to) => `Premier contrat : du ${from} au ${to}.`,
    renewal: (from, to, { months, upToMonths }) =>
      `Renouvellement, s’il est convenu : du ${from} au ${to} (${inMonths(months, 'fr')} ; ${upToMonths} au plus).`,
    neverRenewed: 'Renouvellement à durée déterminée : aucun n’est prévu.',
    notRenewed: 'Renouvellement : aucun n’est envisagé.',
    window: (from, to) => `Contrat à durée indéterminée : peut être demandé du ${from} au ${to}.`,
    noWindow: 'Contrat à durée indéterminée : il n’y a aucun jour où il puisse être demandé.',
    follows: (from) => `Contrat à durée indéterminée : peut y faire suite à partir du ${from}.`,
    noIndefiniteBegins: 'Contrat à durée indéterminée : aucun ne commence avec ces dates.',
    neverIndefinite: 'Contrat à durée indéterminée : jamais proposé.',
    notStated: 'Contrat à durée indéterminée : rien n’en est dit ; une personne désignée répond.',
    ends: (day) =>
      `Avec ces dates, le service dans ce poste prend fin le ${day}, sauf s’il est suivi d’un contrat à durée indéterminée.`,
    latest: (day) => `Dans ce poste jusqu’au ${day} au plus tard, sans contrat à durée indéterminée.`,
    noLatest: 'Terme le plus tardif : aucun n’est indiqué.',
  },
};

/** What the answer to a request for an indefinite contract adds. */
export const admissibleRequest = (requestedOn: string): Localized => ({
  en: `A request made on ${formatDate(requestedOn, 'en')} is admissible; it is a request, not a right.`,
  fr: `Une demande présentée le ${formatDate(requestedOn, 'fr')} est recevable ; c’est une demande, non un droit.`,
});

/** The renewal that an answer on a request supposes. */
export const supposedRenewal = ({ starts, ends }: Renewal): Localized => ({
  en: `This supposes a renewal from ${formatDate(starts, 'en')} to ${formatDate(ends, 'en')}.`,
  fr: `Cela suppose un renouvellement du ${formatDate(starts, 'fr')} au ${formatDate(ends, 'fr')}.`,
});

/** What a twin grade means, a line for each part. */
export const twinGradeOutcome = (plan: TwinGradePlan): Localized<string[]> =>
  lines((language) => {
    const t = TWIN_GRADE[language];
    const { appointedAt, directToHigher, normalAdvancement, earliestAdvancement } = plan;
    return [
      t.appointed(appointedAt),
      directToHigher ? t.direct : undefined,
      t.normal(formatDate(normalAdvancement, language)),
      earliestAdvancement === null ? undefined : t.earliest(formatDate(earliestAdvancement, language)),
    ];
  });

interface TwinGradeWords {
  appointed: (grade: string) => string;
  direct: string;
  normal: (day: string) => string;
  earliest: (day: string) => string;
}
const TWIN_GRADE: Localized<TwinGradeWords> = {
  en: {
    appointed: (grade) => `Appointed at grade ${grade}.`,
    direct: 'Directly at the higher grade: possible in particular circumstances, which a named person judges.',
    normal: (day) => `Advancement to the higher grade: not automatic, and normally not before ${day}.`,
    earliest: (day) => `With the longest reduction: ${day}.`,
  },
  fr: {
    appointed: (grade) => `Nomination au grade ${grade}.`,
    direct:
      'Nomination directe au grade supérieur : possible dans des cas particuliers, qu’une personne désignée apprécie.',
    normal: (day) => `Passage au grade supérieur : non automatique, et normalement pas avant le ${day}.`,
    earliest: (day) => `Avec la réduction la plus longue : le ${day}.`,
  },
};
