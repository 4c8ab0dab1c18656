import type { Language, Localized } from '../../platform/language.ts';
import { assertNever } from '../../platform/result.ts';
import type { AnswerProblem } from '../../regulations/questions/question.ts';
import { formatNumber, plural } from '../../site/numbers.ts';

type QuestionTexts = {
  intro: string;
  none: string;
  numbered: (number: number) => string;
  yes: string;
  no: string;
  range: { between: string; atLeast: string; atMost: string };
  probablyNot: string;
  probablyNotNext: string;
  reason: string;
  reasonHint: string;
  reasonGiven: string;
  details: string;
  attach: string;
  attached: string;
  notAttached: string;
};

export const QUESTION_TEXTS: Localized<QuestionTexts> = {
  en: {
    intro: 'Some questions are asked of every applicant, others of those for this post.',
    none: 'Nothing is asked here for this post.',
    numbered: (number) => `Question ${number}`,
    yes: 'Yes',
    no: 'No',
    range: {
      between: 'A whole number from {min} to {max}.',
      atLeast: 'A whole number, {min} or more.',
      atMost: 'A whole number, {max} or less.',
    },
    probablyNot: 'By this answer you are probably not eligible',
    probablyNotNext:
      'No machine decides this. If you think that you should be considered all the same, say why: a person reads it and decides.',
    reason: 'Why you apply all the same',
    reasonHint: 'For instance, what the answer above cannot say, or why the rule does not apply to you.',
    reasonGiven: 'Applies all the same, because:',
    details: 'In more detail',
    attach: 'Attach the answer among the documents',
    attached: 'Attached',
    notAttached: 'Not attached',
  },
  fr: {
    intro: 'Certaines questions sont posées à toutes et à tous, d’autres aux personnes qui postulent à ce poste.',
    none: 'Rien n’est demandé ici pour ce poste.',
    numbered: (number) => `Question ${number}`,
    yes: 'Oui',
    no: 'Non',
    range: {
      between: 'Un nombre entier de {min} à {max}.',
      atLeast: 'Un nombre entier, {min} au moins.',
      atMost: 'Un nombre entier, {max} au plus.',
    },
    probablyNot: 'D’après cette réponse, votre candidature n’est probablement pas recevable',
    probablyNotNext:
      'Aucune machine n’en décide. Si vous estimez que votre candidature devrait tout de même être examinée, dites pourquoi : une personne vous lira et décidera.',
    reason: 'Pourquoi vous postulez malgré tout',
    reasonHint: 'Par exemple ce que la réponse ci-dessus ne peut dire, ou pourquoi la règle ne s’applique pas à vous.',
    reasonGiven: 'Postule malgré tout, parce que :',
    details: 'Précisions',
    attach: 'Joindre la réponse parmi les documents',
    attached: 'Joint',
    notAttached: 'Non joint',
  },
};

const OVER: Localized<{ one: string; other: string }> = {
  en: { one: '{n} too many', other: '{n} too many' },
  fr: { one: '{n} de trop', other: '{n} de trop' },
};

const PLAIN = {
  en: {
    missing: 'answer it.',
    'unknown-option': 'choose one of the answers.',
    'no-number': 'enter a whole number, such as 12.',
    'no-date': 'enter a date, such as 27 3 2027.',
    'details-missing': 'answer what is asked further.',
    'document-missing': 'attach the document that answers it.',
    'reason-missing': 'say why you apply all the same, or change your answer.',
  },
  fr: {
    missing: 'répondez-y.',
    'unknown-option': 'choisissez une des réponses.',
    'no-number': 'saisissez un nombre entier, par exemple 12.',
    'no-date': 'saisissez une date, par exemple 27 3 2027.',
    'details-missing': 'répondez à ce qui est demandé ensuite.',
    'document-missing': 'joignez le document qui y répond.',
    'reason-missing': 'dites pourquoi vous postulez malgré tout, ou changez votre réponse.',
  },
} as const;

/** What is wrong with the answer to the question of that number, and how to mend it. */
export function explainAnswer(problem: AnswerProblem, number: number, language: Language): string {
  const colon = language === 'fr' ? '\u00a0: ' : ': ';
  return QUESTION_TEXTS[language].numbered(number) + colon + explainProblem(problem, language);
}

function explainProblem(problem: AnswerProblem, language: Language): string {
  switch (problem.kind) {
    case 'too-long': {
      const [length, limit] = [problem.length, problem.limit].map((value) => formatNumber(value, language));
      const over = plural(problem.length - problem.limit, OVER[language], language);
      return language === 'fr'
        ? `${length} caractères pour ${limit} au plus. Il y en a ${over}.`
        : `${length} characters, of ${limit} at most. That is ${over}.`;
    }
    case 'out-of-range':
      return rangeText(problem, language).replace(/^./, (first) => first.toLowerCase());
    case 'missing':
    case 'unknown-option':
    case 'no-number':
    case 'no-date':
    case 'details-missing':
    case 'reason-missing':
    case 'document-missing':
      return PLAIN[language][problem.kind];
    default:
      return assertNever(problem);
  }
}

/** Which numbers are allowed, as a sentence; empty where all are. */
export function rangeText({ min, max }: { min: number | null; max: number | null }, language: Language): string {
  const { range } = QUESTION_TEXTS[language];
  const words =
    min !== null && max !== null ? range.between : min !== null ? range.atLeast : max !== null ? range.atMost : '';
  const told = (value: number | null) => (value === null ? '' : formatNumber(value, language));
  return words.replace('{min}', told(min)).replace('{max}', told(max));
}
