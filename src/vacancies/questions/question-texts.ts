import type { Localized } from '../../platform/language.ts';
import type { QuestionKind } from '../../regulations/questions/question-schema.ts';
import type { QuestionProblem } from './question-form.ts';

type Field = { label: string; hint?: string };
type Texts = {
  title: string;
  link: string;
  intro: string;
  ofEverybody: string;
  none: string;
  noneNext: string;
  locked: string;
  add: string;
  kinds: Record<QuestionKind, string>;
  optional: string;
  knocksOut: string;
  edit: string;
  editOne: string;
  up: string;
  down: string;
  remove: string;
  removed: string;
  undo: string;
  save: string;
  back: string;
  of: string;
  english: string;
  french: string;
  fields: Record<
    | 'text'
    | 'hint'
    | 'optional'
    | 'details'
    | 'when'
    | 'options'
    | 'several'
    | 'min'
    | 'max'
    | 'maxCharacters'
    | 'maxPages'
    | 'rule'
    | 'source'
    | 'answer'
    | 'optionNumbers'
    | 'below'
    | 'after',
    Field
  >;
  yes: string;
  no: string;
  none2: string;
  knockOut: string;
  knockOutIntro: string;
  problems: Record<QuestionProblem['problem'], string>;
};

const EN: Texts = {
  title: 'Questions to applicants',
  link: 'Questions',
  intro:
    'What applicants are asked beside the requirements of the notice. Everybody is asked the same: questions can be changed while the vacancy is a draft.',
  ofEverybody: 'Asked for every vacancy, by the organisation’s own rules',
  none: 'No question is asked for this vacancy alone',
  noneNext:
    'The requirements of the notice are answered without. Add a question where an answer in figures, a date or a yes or no says more.',
  locked:
    'The vacancy is no draft any more: what applicants are asked stays as it is. To change it before publication, return it to draft.',
  add: 'Add a question',
  kinds: {
    'yes-no': 'Yes or no',
    choice: 'A choice',
    number: 'A number',
    date: 'A date',
    text: 'A text',
    document: 'A document',
  },
  optional: 'may be left out',
  knocksOut: 'a rule may exclude',
  edit: 'Change',
  editOne: 'Change the question',
  up: 'Up',
  down: 'Down',
  remove: 'Remove',
  removed: 'The question has been removed.',
  undo: 'Put it back',
  save: 'Save the question',
  back: 'Questions',
  of: 'Kind of answer:',
  english: 'in English',
  french: 'in French',
  fields: {
    text: { label: 'The question' },
    hint: { label: 'What helps to answer it', hint: 'In both languages, or in none.' },
    optional: { label: 'May be left without an answer' },
    details: { label: 'What is asked further', hint: 'In both languages, or in none.' },
    when: { label: 'Asked further after' },
    options: { label: 'The answers to choose from', hint: 'One a line, in the same order in both languages.' },
    several: { label: 'Several may be chosen' },
    min: { label: 'Smallest number allowed' },
    max: { label: 'Largest number allowed' },
    maxCharacters: { label: 'Most characters', hint: 'Between 50 and 10,000.' },
    maxPages: { label: 'Most pages', hint: 'Between 1 and 200; where it is empty, no number is given.' },
    rule: { label: 'Name of the rule', hint: 'Such as E9.' },
    source: { label: 'Where the rule stands', hint: 'The regulation and its article, as applicants will read it.' },
    answer: { label: 'Answer after which the rule probably excludes' },
    optionNumbers: {
      label: 'Answers after which the rule probably excludes',
      hint: 'Their numbers in the list above, such as 3, 4.',
    },
    below: { label: 'Numbers below this one probably exclude' },
    after: { label: 'Dates after this one probably exclude', hint: 'As YYYY-MM-DD.' },
  },
  yes: 'Yes',
  no: 'No',
  none2: 'No answer does',
  knockOut: 'Where a rule excludes',
  knockOutIntro:
    'Only a rule that has a source may speak against an applicant. They are told so and may say why they apply all the same; a named person decides.',
  problems: {
    missing: 'Write it in both languages.',
    'no-number': 'Enter a whole number, or leave the field empty.',
    range: 'These limits leave no answer.',
    options: 'Write at least two answers, as many in English as in French.',
    'option-numbers': 'Enter numbers of the answers above, such as 3, 4.',
    'no-date': 'Enter a date as YYYY-MM-DD.',
    source: 'A rule that excludes needs its name, and where it stands in both languages.',
  },
};

const FR: Texts = {
  title: 'Questions aux candidats et candidates',
  link: 'Questions',
  intro:
    'Ce qui est demandé en plus des exigences de l’avis. Toutes et tous reçoivent les mêmes questions : elles se modifient tant que l’avis est un projet.',
  ofEverybody: 'Posées pour tout poste, selon les règles de l’organisation',
  none: 'Aucune question n’est posée pour ce seul poste',
  noneNext:
    'On répond aux exigences de l’avis sans cela. Ajoutez une question là où un chiffre, une date, un oui ou un non en dit davantage.',
  locked:
    'L’avis n’est plus un projet : ce qui est demandé reste tel quel. Pour le modifier avant la publication, renvoyez l’avis à l’état de projet.',
  add: 'Ajouter une question',
  kinds: {
    'yes-no': 'Oui ou non',
    choice: 'Un choix',
    number: 'Un nombre',
    date: 'Une date',
    text: 'Un texte',
    document: 'Un document',
  },
  optional: 'facultative',
  knocksOut: 'une règle peut exclure',
  edit: 'Modifier',
  editOne: 'Modifier la question',
  up: 'Monter',
  down: 'Descendre',
  remove: 'Retirer',
  removed: 'La question a été retirée.',
  undo: 'La remettre',
  save: 'Enregistrer la question',
  back: 'Questions',
  of: 'Type de réponse :',
  english: 'en anglais',
  french: 'en français',
  fields: {
    text: { label: 'La question' },
    hint: { label: 'Ce qui aide à y répondre', hint: 'Dans les deux langues, ou dans aucune.' },
    optional: { label: 'Peut rester sans réponse' },
    details: { label: 'Ce qui est demandé ensuite', hint: 'Dans les deux langues, ou dans aucune.' },
    when: { label: 'Demandé ensuite après' },
    options: { label: 'Les réponses au choix', hint: 'Une par ligne, dans le même ordre dans les deux langues.' },
    several: { label: 'Plusieurs choix possibles' },
    min: { label: 'Plus petit nombre admis' },
    max: { label: 'Plus grand nombre admis' },
    maxCharacters: { label: 'Nombre maximal de caractères', hint: 'Entre 50 et 10 000.' },
    maxPages: {
      label: 'Nombre maximal de pages',
      hint: 'Entre 1 et 200 ; si le champ est vide, aucun nombre n’est fixé.',
    },
    rule: { label: 'Nom de la règle', hint: 'Par exemple E9.' },
    source: {
      label: 'Où figure la règle',
      hint: 'Le texte et son article, tels que les liront les candidats et candidates.',
    },
    answer: { label: 'Réponse après laquelle la règle exclut probablement' },
    optionNumbers: {
      label: 'Réponses après lesquelles la règle exclut probablement',
      hint: 'Leurs numéros dans la liste ci-dessus, par exemple 3, 4.',
    },
    below: { label: 'Les nombres inférieurs à celui-ci excluent probablement' },
    after: { label: 'Les dates postérieures à celle-ci excluent probablement', hint: 'Sous la forme AAAA-MM-JJ.' },
  },
  yes: 'Oui',
  no: 'Non',
  none2: 'Aucune réponse',
  knockOut: 'Là où une règle exclut',
  knockOutIntro:
    'Seule une règle dont la source est indiquée peut s’opposer à une candidature. La personne en est avertie et peut dire pourquoi elle postule malgré tout ; une personne désignée décide.',
  problems: {
    missing: 'Rédigez-le dans les deux langues.',
    'no-number': 'Saisissez un nombre entier, ou laissez le champ vide.',
    range: 'Ces limites ne laissent aucune réponse possible.',
    options: 'Rédigez au moins deux réponses, autant en anglais qu’en français.',
    'option-numbers': 'Saisissez des numéros de réponses ci-dessus, par exemple 3, 4.',
    'no-date': 'Saisissez une date sous la forme AAAA-MM-JJ.',
    source: 'Une règle qui exclut doit être nommée, et sa source indiquée dans les deux langues.',
  },
};

export const QUESTION_EDITOR_TEXTS: Localized<Texts> = { en: EN, fr: FR };
