import { LANGUAGES, type Language } from '../../platform/language.ts';
import { VACANCY_TEXTS } from '../vacancy-texts.ts';

/** What a received text is called: a file as its sender named it, a pasted text in the language of who reads of it. */
export const receivedName = (fileName: string, language: Language): string =>
  LANGUAGES.some((one) => VACANCY_TEXTS[one].import.pasted === fileName)
    ? VACANCY_TEXTS[language].import.pasted
    : fileName;
