import type { Language, Localized } from '../platform/language.ts';
import { assertNever } from '../platform/result.ts';
import type { Question } from '../regulations/questions/question-schema.ts';
import { formatDate } from '../site/dates.ts';
import { formatNumber, joinList, plural } from '../site/numbers.ts';

type AskedTexts = {
  title: string;
  intro: string;
  excludes: string;
  decides: string;
  optional: string;
  further: string;
  degrees: string;
};

export const ASKED_TEXTS: Localized<AskedTexts> = {
  en: {
    title: 'What you will be asked',
    intro: 'Beside the requirements above, the application asks these questions.',
    excludes: 'Probably not eligible after this answer',
    decides: 'Who says why they apply all the same is read by a person, who decides.',
    optional: 'optional',
    further: 'Then:',
    degrees: 'Which kind of degree is mine?',
  },
  fr: {
    title: 'Ce qui vous sera demandé',
    intro: 'Outre les qualifications ci-dessus, la candidature pose ces questions.',
    excludes: 'Candidature probablement non recevable après cette réponse',
    decides: 'Si vous dites pourquoi vous postulez malgré tout, une personne vous lit et décide.',
    optional: 'facultatif',
    further: 'Ensuite\u00a0:',
    degrees: 'Quelle est la nature de mon diplôme\u202f?',
  },
};

const YES_NO: Localized<Record<'yes' | 'no', string>> = {
  en: { yes: 'yes', no: 'no' },
  fr: { yes: 'oui', no: 'non' },
};

const PAGES: Localized<{ one: string; other: string }> = {
  en: { one: 'A document of {n} page at most.', other: 'A document of {n} pages at most.' },
  fr: { one: 'Un document de {n} page au plus.', other: 'Un document de {n} pages au plus.' },
};

/** How a question is answered, as a sentence. */
export function answeredHow(question: Question, language: Language): string {
  const fr = language === 'fr';
  switch (question.kind) {
    case 'yes-no':
      return fr ? 'Par oui ou par non.' : 'Yes or no.';
    case 'choice': {
      const options = joinList(
        question.options.map(({ text }) => text[language]),
        language,
      );
      const lead = question.several ? (fr ? 'Un ou plusieurs choix' : 'One or more of') : fr ? 'Un choix' : 'One of';
      return `${lead}${fr ? '\u00a0: ' : ': '}${options}.`;
    }
    case 'number':
      return fr ? 'Par un nombre entier.' : 'A whole number.';
    case 'date':
      return fr ? 'Par une date.' : 'A date.';
    case 'text': {
      const most = formatNumber(question.maxCharacters, language);
      return fr ? `Par un texte de ${most} caractères au plus.` : `A text of ${most} characters at most.`;
    }
    case 'document':
      if (question.maxPages !== null) return plural(question.maxPages, PAGES[language], language);
      return fr ? 'Par un document.' : 'A document.';
    default:
      return assertNever(question);
  }
}

/** After which answer a rule probably excludes; nothing where no rule does. */
export function excludedAfter(question: Question, language: Language): string | undefined {
  const fr = language === 'fr';
  if (question.kind === 'text' || question.kind === 'document' || question.knockOut === null) return undefined;
  switch (question.kind) {
    case 'yes-no':
      return YES_NO[language][question.knockOut.answer];
    case 'choice': {
      const { answers } = question.knockOut;
      const chosen = question.options.filter(({ code }) => answers.includes(code));
      return joinList(
        chosen.map(({ text }) => text[language]),
        language,
      );
    }
    case 'number': {
      const below = formatNumber(question.knockOut.below, language);
      return fr ? `moins de ${below}` : `less than ${below}`;
    }
    case 'date': {
      const after = formatDate(question.knockOut.after, language);
      return fr ? `après le ${after}` : `after ${after}`;
    }
    default:
      return assertNever(question);
  }
}
