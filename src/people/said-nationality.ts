import { isCountryCode } from '../regulations/organisation/countries.ts';

/** What a visitor said their nationalities are, as long as the browser is open; their account takes it over. */
export const NATIONALITY_COOKIE = 'nationality';

/** How many of them are remembered: as many as an application asks for. */
const MOST = 3;

/** What stands in the cookie, as ISO 3166-1 alpha-2; anything else in it is nothing. */
export const nationalitiesSaid = (cookies: Readonly<Record<string, string | undefined>>): string[] =>
  [...new Set((cookies[NATIONALITY_COOKIE] ?? '').split('.').filter(isCountryCode))].slice(0, MOST);

/** The cookie's value, and how long it is kept: until the browser is closed. */
export const nationalityCookie = (
  countries: readonly string[],
  { PUBLIC_URL }: { PUBLIC_URL: string },
): [name: string, value: string, options: object] => [
  NATIONALITY_COOKIE,
  countries.slice(0, MOST).join('.'),
  { path: '/', httpOnly: true, sameSite: 'lax', secure: PUBLIC_URL.startsWith('https') },
];
