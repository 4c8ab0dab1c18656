import type { Localized } from '../platform/language.ts';

/** What the history says of translations, versions and questions: after the name of whoever did it. */
export const NOTICE_EVENTS: Localized<Record<string, string>> = {
  en: {
    translate: 'translated {fields} into {language}',
    'check-translation': 'checked the translation of {fields} into {language}',
    'import-translation': 'brought in a translation file: {fields} into {language}',
    'original-language': 'made {language} the original language',
    'add-question': 'added a question to applicants',
    'change-question': 'changed a question to applicants',
    'move-question': 'moved a question to applicants',
    'remove-question': 'removed a question to applicants',
    'restore-version': 'restored version {version}: {fields}',
    'screening-begun': 'began the screening of its applications',
    'screening-assigned': 'shared applications out for screening',
    'screening-taken-back': 'took applications back from a screener',
    'screening-due-set': 'set another day by which the screening is to be done',
  },
  fr: {
    translate: 'a traduit en {language} : {fields}',
    'check-translation': 'a relu la traduction en {language} : {fields}',
    'import-translation': 'a versé un fichier de traduction en {language} : {fields}',
    'original-language': 'a pris le {language} comme langue d’origine',
    'add-question': 'a ajouté une question aux candidats et candidates',
    'change-question': 'a modifié une question aux candidats et candidates',
    'move-question': 'a déplacé une question aux candidats et candidates',
    'remove-question': 'a retiré une question aux candidats et candidates',
    'restore-version': 'a rétabli la version {version} : {fields}',
    'screening-begun': 'a commencé l’examen des candidatures',
    'screening-assigned': 'a réparti des candidatures à examiner',
    'screening-taken-back': 'a repris des candidatures à une personne qui examine',
    'screening-due-set': 'a fixé une autre échéance pour l’examen',
  },
};
