import type { Localized } from '../platform/language.ts';
import type { DateFieldName, PlannerProblem, TextFieldName } from './contract-planner-form.ts';

type Field = { label: string; hint?: string };

export type PlannerTexts = {
  title: string;
  lede: string;
  fields: Record<TextFieldName | DateFieldName, Field>;
  choosePost: string;
  more: string;
  plan: string;
  anew: string;
  colon: string;
  result: string;
  caption: (on: string) => string;
  refused: string;
  watch: string;
  never: string;
  openPoints: string;
  request: string;
  twinGrade: string;
  salary: string;
  age: string;
  problems: Record<PlannerProblem['kind'], string>;
  missing: Partial<Record<TextFieldName | DateFieldName, string>>;
};

export const PLANNER_TEXTS: Localized<PlannerTexts> = {
  en: {
    title: 'Contract planner',
    lede: 'What a contract clause means for one person: the dates, who must agree, what has to be decided by a person, each with its rule. Nothing is kept.',
    fields: {
      clause: { label: 'Contract clause' },
      person: { label: 'Whom the offer is for' },
      start: { label: 'First day in the post', hint: 'For example, 1 3 2027' },
      on: { label: 'Date of the offer', hint: 'The rules in force on that day count. Empty for today.' },
      renewal: { label: 'Months of the renewal', hint: 'Empty for the longest that the clause allows, 0 for none' },
      earlier: { label: 'Months already served in the same post' },
      grade: { label: 'Grade', hint: 'The lower one of a twin-graded post' },
      higher: { label: 'Higher grade', hint: 'Only for a twin-graded post' },
      country: { label: 'Country of the duty station', hint: 'For what the grade pays' },
      request: { label: 'An indefinite contract is asked for on' },
      born: {
        label: 'Date of birth',
        hint: 'Service ends at an age. The date is not kept and does not enter the address.',
      },
    },
    choosePost: 'The post and the person',
    more: 'More, where it is known',
    plan: 'Plan',
    anew: 'Begin anew',
    colon: ':',
    result: 'What follows',
    caption: (on) => `By the rules in force on ${on}. Only the contract itself binds.`,
    refused: 'No such contract',
    watch: 'To watch',
    never: 'Never offered by this clause',
    openPoints: 'What the text leaves open',
    request: 'The request for an indefinite contract',
    twinGrade: 'The two grades',
    salary: 'Basic salary',
    age: 'Age',
    problems: {
      missing: 'This is needed.',
      'no-such-day': 'There is no such day: enter day, month and year, such as 1 3 2027.',
      'no-months': 'Enter a whole number of months, such as 36.',
      unknown: 'Choose one from the list.',
      'lower-missing': 'Choose the lower grade as well.',
      'in-the-future': 'This day is yet to come.',
    },
    missing: { clause: 'Choose the contract clause.', start: 'Enter the first day in the post.' },
  },
  fr: {
    title: 'Calcul des contrats',
    lede: 'Ce que signifie une clause contractuelle pour une personne : les dates, les accords nécessaires, ce qu’une personne doit décider, chaque fois avec la règle. Rien n’est conservé.',
    fields: {
      clause: { label: 'Clause contractuelle' },
      person: { label: 'À qui s’adresse l’offre' },
      start: { label: 'Premier jour dans le poste', hint: 'Par exemple, 1 3 2027' },
      on: {
        label: 'Date de l’offre',
        hint: 'Les règles en vigueur ce jour-là comptent. À laisser vide pour aujourd’hui.',
      },
      renewal: {
        label: 'Mois du renouvellement',
        hint: 'À laisser vide pour le plus long que permet la clause, 0 pour aucun',
      },
      earlier: { label: 'Mois déjà accomplis dans le même poste' },
      grade: { label: 'Grade', hint: 'Le grade inférieur d’un poste à deux grades' },
      higher: { label: 'Grade supérieur', hint: 'Seulement pour un poste à deux grades' },
      country: { label: 'Pays du lieu d’affectation', hint: 'Pour le traitement correspondant au grade' },
      request: { label: 'Un contrat à durée indéterminée est demandé le' },
      born: {
        label: 'Date de naissance',
        hint: 'Le service prend fin à un âge. Cette date n’est pas conservée et n’entre pas dans l’adresse.',
      },
    },
    choosePost: 'Le poste et la personne',
    more: 'Le reste, s’il est connu',
    plan: 'Calculer',
    anew: 'Recommencer',
    colon: ' :',
    result: 'Ce qui s’ensuit',
    caption: (on) => `Selon les règles en vigueur le ${on}. Seul le contrat lui-même engage.`,
    refused: 'Un tel contrat n’existe pas',
    watch: 'À surveiller',
    never: 'Jamais proposé par cette clause',
    openPoints: 'Ce que le texte laisse ouvert',
    request: 'La demande de contrat à durée indéterminée',
    twinGrade: 'Les deux grades',
    salary: 'Traitement de base',
    age: 'Âge',
    problems: {
      missing: 'Cette indication est nécessaire.',
      'no-such-day': 'Ce jour n’existe pas : indiquez le jour, le mois et l’année, par exemple 1 3 2027.',
      'no-months': 'Indiquez un nombre entier de mois, par exemple 36.',
      unknown: 'Choisissez dans la liste.',
      'lower-missing': 'Choisissez aussi le grade inférieur.',
      'in-the-future': 'Ce jour n’est pas encore venu.',
    },
    missing: { clause: 'Choisissez la clause contractuelle.', start: 'Indiquez le premier jour dans le poste.' },
  },
};

/** What is wrong, after the name of the field that it is about. */
export function plannerProblemTold({ field, kind }: PlannerProblem, t: PlannerTexts): string {
  const missing = kind === 'missing' ? t.missing[field] : undefined;
  return missing ?? `${t.fields[field].label}${t.colon} ${t.problems[kind]}`;
}
