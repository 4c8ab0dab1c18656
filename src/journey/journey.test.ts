import { LANGUAGES } from '../platform/language.ts';
import type { Reader } from './browser-testing.ts';
import { NORTHERN_RIVERS } from './journey-organisations.ts';
import { walksTheJourney } from './journey-testing.ts';

/** Each language in a wide window with JavaScript and in a narrow one without, in the light and in the dark. */
const READERS: Reader[] = LANGUAGES.flatMap((language) => [
  { language, javaScript: true, width: 1280, dark: language === 'fr' },
  { language, javaScript: false, width: 320, dark: language === 'en' },
]);

walksTheJourney(NORTHERN_RIVERS, READERS);
