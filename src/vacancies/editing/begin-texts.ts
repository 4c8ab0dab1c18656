import type { Localized } from '../../platform/language.ts';
import { assertNever } from '../../platform/result.ts';
import type { BeginningRefusal } from './begin-vacancy.ts';

const EN = {
  title: 'New vacancy',
  button: 'New vacancy',
  intro:
    'What is the same each time is put in, in every language: the clause, the standard paragraphs, the salary of today’s scale. You then write what is particular to this vacancy.',
  reference: 'Reference',
  referenceHint: 'Six figures that no other vacancy has. The next free one is {next}.',
  post: 'Post',
  noPosts: 'No post is listed in posts.yaml: begin from an earlier vacancy.',
  choosePost: 'Choose a post',
  earlier: 'Reference of an earlier vacancy',
  orEarlier: 'Or the reference of an earlier vacancy',
  original: 'It is written first in',
  submit: 'Begin',
};

const FR: typeof EN = {
  title: 'Nouveau poste à pourvoir',
  button: 'Nouveau poste à pourvoir',
  intro:
    'Ce qui ne change pas est mis en place, dans chaque langue : la clause, les paragraphes types, le traitement du barème du jour. Il vous reste à écrire ce qui est propre à ce poste.',
  reference: 'Référence',
  referenceHint: 'Six chiffres que n’a aucun autre poste. La prochaine référence libre est {next}.',
  post: 'Poste',
  noPosts: 'Aucun poste ne figure dans posts.yaml : partez d’un avis antérieur.',
  choosePost: 'Choisir un poste',
  earlier: 'Référence d’un avis antérieur',
  orEarlier: 'Ou la référence d’un avis antérieur',
  original: 'Il est d’abord rédigé en',
  submit: 'Commencer',
};

/** Every word of the page that begins a vacancy. */
export const BEGIN_TEXTS: Localized<typeof EN> = { en: EN, fr: FR };

/** Why a vacancy was not begun, and what would clear the way. */
export function explainBeginning(refusal: BeginningRefusal): Localized {
  switch (refusal.kind) {
    case 'bad-reference':
      return {
        en: 'Write a reference of six figures, such as 260114.',
        fr: 'Écrivez une référence à six chiffres, comme 260114.',
      };
    case 'reference-taken':
      return {
        en: `A vacancy has the reference ${refusal.reference} already. Write another.`,
        fr: `Un poste a déjà la référence ${refusal.reference}. Écrivez-en une autre.`,
      };
    case 'no-beginning':
      return {
        en: 'Choose a post, or write the reference of a vacancy that is there.',
        fr: 'Choisissez un poste, ou écrivez la référence d’un avis existant.',
      };
    default:
      return assertNever(refusal);
  }
}
