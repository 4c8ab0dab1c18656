import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import type { Language } from '../platform/language.ts';
import { COUNTRY_CODES } from './organisation/countries.ts';
import { loadOrganisation, type Organisation } from './organisation/organisation.ts';

export const organisationFolder = (name: string): string =>
  fileURLToPath(new URL(`../../organisations/${name}`, import.meta.url));

export const NATO_IS = loadOrganisation(organisationFolder('nato-is'));
export const NORTHERN_RIVERS = loadOrganisation(organisationFolder('northern-rivers'));
export const RIVERS_COMMISSION = loadOrganisation(organisationFolder('rivers-commission'));
/** Every rule is held to all of them. */
export const ORGANISATIONS = [NATO_IS, NORTHERN_RIVERS, RIVERS_COMMISSION];

export type Source = Organisation['salaries']['source'];

/** All sources of an organisation, or of a part of one. */
export function sourcesIn(value: unknown): Source[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]: [string, unknown]) =>
    // Every source has this shape, as the loader checked.
    /source$/i.test(key) && inside !== null ? [inside as Source] : sourcesIn(inside),
  );
}

/** Which sources a text quotes in another language than its reader's; an address is none's. */
export const foreignSources = (text: string, organisation: Organisation, language: Language): string[] =>
  sourcesIn(organisation).flatMap((source) =>
    Object.values(source).filter((other) => other !== source[language] && text.includes(other)),
  );

/** What a page says, without its marks. */
export const wordsOf = (page: string): string => page.replaceAll(/<[^>]*>/g, '').replaceAll('&amp;', '&');

/** Where a value comes from that a test invents. */
export const INVENTED = { en: 'a test', fr: 'un essai', es: 'una prueba' };

export const anyOrganisation = fc.constantFrom(...ORGANISATIONS);
export const anyCountry = fc.constantFrom(...COUNTRY_CODES);
export const anyCivilDate = fc
  .date({ min: new Date('1940-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
