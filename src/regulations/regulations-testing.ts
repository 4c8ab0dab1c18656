import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { COUNTRY_CODES } from './organisation/countries.ts';
import { loadOrganisation } from './organisation/organisation.ts';

export const organisationFolder = (name: string): string =>
  fileURLToPath(new URL(`../../organisations/${name}`, import.meta.url));

export const NATO_IS = loadOrganisation(organisationFolder('nato-is'));
export const NORTHERN_RIVERS = loadOrganisation(organisationFolder('northern-rivers'));
export const RIVERS_COMMISSION = loadOrganisation(organisationFolder('rivers-commission'));
/** Every rule is held to all of them. */
export const ORGANISATIONS = [NATO_IS, NORTHERN_RIVERS, RIVERS_COMMISSION];

export const anyOrganisation = fc.constantFrom(...ORGANISATIONS);
export const anyCountry = fc.constantFrom(...COUNTRY_CODES);
export const anyCivilDate = fc
  .date({ min: new Date('1940-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
