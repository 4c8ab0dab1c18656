import type { Language, Localized } from '../../platform/language.ts';
import type { Explanation } from '../regulations-texts.ts';
import type { SimilarPostAnswer, SimilarPostDoubt } from './similar-post.ts';

/** Whether another post may be offered, as far as its grade goes (O1). */
export function explainSimilarPost({ outcome, doubts, reasons }: SimilarPostAnswer): Localized<Explanation[]> {
  const inLanguage = (language: Language): Explanation[] =>
    reasons.map(({ rule, source, values }) => ({
      sentence: [
        OUTCOMES[outcome][language]
          .replace('{notice}', values.notice.join('-'))
          .replace('{target}', values.target.join('-')),
        ...doubts.map((doubt) => DOUBTS[doubt][language]),
        ...(outcome === 'higher' || outcome === 'lower' ? [] : [RECHECKED[language]]),
      ].join(' '),
      rule,
      source: source[language],
      ifWrong: IF_WRONG[language],
    }));
  return { en: inLanguage('en'), fr: inLanguage('fr') };
}

const OUTCOMES: Record<SimilarPostAnswer['outcome'], Localized> = {
  possible: {
    en: 'By its grade, {target}, the post may be offered to somebody who applied for {notice}.',
    fr: 'Par son grade, {target}, le poste peut être proposé à une personne qui a postulé pour {notice}.',
  },
  higher: {
    en: 'The post is at a higher grade, {target}, than the one applied for, {notice}: it is not offered.',
    fr: 'Le poste est d’un grade, {target}, supérieur à celui du poste demandé, {notice} : il n’est pas proposé.',
  },
  lower: {
    en: 'The post is at a lower grade, {target}, than the one applied for, {notice}: only a post at the same grade is offered.',
    fr: 'Le poste est d’un grade, {target}, inférieur à celui du poste demandé, {notice} : seul un poste du même grade est proposé.',
  },
  'for-a-person': {
    en: 'Whether {target} may be offered to somebody who applied for {notice} is for a person to decide.',
    fr: 'Il revient à une personne de décider si {target} peut être proposé à une personne qui a postulé pour {notice}.',
  },
};

const DOUBTS: Record<SimilarPostDoubt, Localized> = {
  'unknown-grade': {
    en: 'A grade is not on the organisation’s scale.',
    fr: 'Un grade ne figure pas au barème de l’organisation.',
  },
  'too-many-grades': {
    en: 'A post has one grade, or two as a twin grade.',
    fr: 'Un poste a un grade, ou deux lorsque ses grades sont jumelés.',
  },
  'twin-grade': {
    en: 'No source says which grade of a twin-graded post is compared.',
    fr: 'Aucune source ne dit quel grade d’un poste à grades jumelés est comparé.',
  },
  'other-family': {
    en: 'The two grades belong to different families, which no rule puts in order.',
    fr: 'Les deux grades relèvent de catégories différentes, qu’aucune règle n’ordonne.',
  },
  'no-rule': { en: 'No rule was in force on that day.', fr: 'Aucune règle n’était en vigueur ce jour-là.' },
};

const RECHECKED: Localized = {
  en: 'A person checks again whether each requirement of the other post is met.',
  fr: 'Une personne vérifie de nouveau que chaque acquis exigé pour l’autre poste est réuni.',
};

const IF_WRONG: Localized = {
  en: 'If this looks wrong, check the two grades; the recruitment service decides.',
  fr: 'Si cette réponse vous paraît erronée, vérifiez les deux grades ; le service du recrutement décide.',
};
