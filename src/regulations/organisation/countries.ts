import type { Language } from '../../platform/language.ts';
import { collator, LOCALES } from '../../site/numbers.ts';

/** The countries of ISO 3166-1 alpha-2. */
export const COUNTRY_CODES: readonly string[] = (
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ ' +
  'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR ' +
  'GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO ' +
  'JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR ' +
  'MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO ' +
  'RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV ' +
  'TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
).split(' ');

const KNOWN = new Set(COUNTRY_CODES);

export const isCountryCode = (code: string): boolean => KNOWN.has(code);

const NAMES: Record<Language, Intl.DisplayNames> = {
  en: new Intl.DisplayNames(LOCALES.en, { type: 'region' }),
  fr: new Intl.DisplayNames(LOCALES.fr, { type: 'region' }),
};

/** The name of a country, given by its ISO 3166-1 alpha-2 code; a code that is no country's comes back as it is. */
export function countryName(code: string, language: Language): string {
  return isCountryCode(code) ? (NAMES[language].of(code) ?? code) : code;
}

/** Every country with its name, in the alphabetical order of the language: for a list to choose from. */
export function countriesByName(language: Language): { code: string; name: string }[] {
  const { compare } = collator(language);
  return COUNTRY_CODES.map((code) => ({ code, name: countryName(code, language) })).toSorted((a, b) =>
    compare(a.name, b.name),
  );
}
