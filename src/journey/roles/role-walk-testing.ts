import type { RouteOptions } from 'fastify';
import { permits } from '../../people/permissions.ts';
import type { Language } from '../../platform/language.ts';
import { SHOWS_CANDIDATES } from '../../screening/anonymity-hooks.tsx';
import type { Answer } from '../../testing.ts';
import { PARTS, type Part } from './role-competition-testing.ts';
import type { Someone, Who } from './role-people-testing.ts';
import type { Competition, RoleWorld } from './role-world-testing.ts';

export type Method = 'GET' | 'POST';
/** A route without its language, and one of its addresses in a competition. */
export type Route = { method: Method; url: string; config: RouteOptions['config'] };
export type Target = { route: Route; path: string; part: Part | undefined; competition: Competition; isOwn: boolean };

/** Signing out would end the walk. */
const LEFT_OUT = ['/sign-out'];

/** Every page and every form there is, once for both languages, in the order in which they are registered. */
export function routesOf(all: readonly RouteOptions[]): Route[] {
  const routes = all.flatMap((route) =>
    [route.method].flat().flatMap((method): Route[] => {
      if ((method !== 'GET' && method !== 'POST') || /^\/fr(\/|$)/.test(route.url)) return [];
      return [{ method: method as Method, url: route.url.replace(/^\/en(?=\/|$)/, '/…'), config: route.config }];
    }),
  );
  return routes.filter(({ url }) => !LEFT_OUT.some((end) => url.endsWith(end)));
}

/** Whether a route leads into one competition. */
export const isOfCompetition = ({ url }: Pick<Route, 'url'>) =>
  /:reference|\/applications\/:number|:token|\/accommodation\/:id/.test(url);

const NOBODY = '00000000-0000-4000-8000-000000000000';

/** What stands in an address for a parameter, where it does not say itself which of the competition’s things it means. */
const ELSEWHERE: Record<string, string> = {
  code: 'licence',
  kind: 'cover-letter',
  extension: 'pdf',
  language: 'fr',
  part: 'facts',
  family: 'grades',
  rule: '1',
  index: '0',
  page: '1',
  condition: 'security-clearance',
  action: 'begin',
  entry: 'degree',
  item: 'diplomas',
  document: NOBODY,
  message: NOBODY,
  neighbour: 'badge-office',
};

/** The values of a parameter; a parameter that nobody knows yet has to be given one here. */
function valuesOf(name: string, { url, method }: Route, { reference, found, candidates }: Competition): string[] {
  if (name === 'reference') return [reference];
  if (name === 'number') {
    if (/\/(versions|imports)\/:number/.test(url)) return ['1'];
    if (url.includes('/my/')) return [candidates.agreed.number];
    return PARTS.filter((part) => method === 'GET' || part === 'agreed' || part === 'barred').map(
      (part) => candidates[part].number,
    );
  }
  if (name === 'stage' && url.includes('/invitations/')) return ['panel-interview'];
  if (url.includes('/report/cases/')) return found['redone'] ?? [];
  if (name === 'file' || url.includes('evidence/:id')) return found['evidence'] ?? [];
  if (name === 'id') return url.includes('accommodation/:id') ? (found['accommodation'] ?? []) : [NOBODY];
  const values = found[name] ?? [ELSEWHERE[name]].filter((value) => value !== undefined);
  if (values.length === 0) throw new Error(`Nothing is known that stands for :${name} in ${url}`);
  return values;
}

/** Every address of a route in a competition, in the language of who asks. */
function targetsOf(route: Route, { who, language }: Someone, competition: Competition): Omit<Target, 'isOwn'>[] {
  const [token = ''] =
    who === 'referee' && route.url.includes('/references/') ? (competition.found['token'] ?? []) : [];
  const start = route.url
    .replace('/…', `/${language}`)
    .replace('*', 'nothing.css')
    .replace(':token', token || 'nothing');
  const names = [...start.matchAll(/:(\w+)(?:\([^)]*\))?/g)].map(([written, name = '']) => ({ written, name }));
  const paths = names.reduce(
    (some, { written, name }) =>
      some.flatMap((path) => valuesOf(name, route, competition).map((value) => path.replace(written, value))),
    [start],
  );
  return paths.map((path) => {
    const part = PARTS.find((known) => path.includes(`/${competition.candidates[known].number}`));
    return { route, path, part, competition };
  });
}

/** Those whom the competition of others is closed to for another reason than their own: of the rest, one will do. */
const WALKS_BOTH = ({ who, there }: Someone) =>
  there.length > 0 || /applica|applies|former|screens|referee|reviewer/.test(who);

/** `inBoth`: every other page in the other language, so that between them people see each in both. */
type Walking = { routes: readonly Route[]; world: RoleWorld; someone: Someone; inBoth?: boolean };

const otherThan = (language: Language): Language => (language === 'en' ? 'fr' : 'en');

/** Some pages are theirs alone. */
const READ_BOTH: readonly Who[] = ['manager', 'reviewer', 'accommodation-officer'];

/** Somebody in the language, or languages, in which they read the page at a place. */
function readersOf(someone: Someone, place: number | undefined): Someone[] {
  if (place === undefined) return [someone];
  const other = { ...someone, language: otherThan(someone.language) };
  if (READ_BOTH.includes(someone.who)) return [someone, other];
  return [place % 2 === 0 ? someone : other];
}

/** Every address that somebody is sent to; where nothing is theirs, one of each kind is enough. */
export function walkOf({ routes, world, someone, inBoth = false }: Walking): Target[] {
  const { own, other } = world;
  return routes.flatMap((route, place) => {
    const competitions = isOfCompetition(route) && WALKS_BOTH(someone) ? [own, other] : [own];
    return competitions.flatMap((competition) => {
      const isOwn = competition === own;
      return readersOf(someone, inBoth ? place : undefined).flatMap((reader) => {
        const all = targetsOf(route, reader, competition).map((target): Target => ({ ...target, isOwn }));
        const theirs = all.filter((target) => permittedTo(target, someone) === 'there');
        return theirs.length > 0 ? theirs : all.slice(0, 2);
      });
    });
  });
}

export type Expected = 'signed-out' | 'closed' | 'not-there' | 'there' | 'as-it-stands';

const SCREEN: readonly Who[] = ['first-screener', 'second-screener', 'recruiter-who-screens'];

/** What the table of permissions and the tasks of the competition say, and whom anonymous screening shuts out. */
export function permittedTo({ route, isOwn }: Target, { who, house, there }: Someone): Expected {
  const { permission, signedIn } = route.config ?? {};
  if (signedIn && (who === 'visitor' || who === 'referee')) return 'signed-out';
  // Leads back to a page whatever there is, and tells nothing.
  if (/^\/…\/my\/applications\/:number\/submission$/.test(route.url) && route.method === 'GET') return 'as-it-stands';
  if (route.url.includes('/my/applications/:number'))
    return who === (isOwn ? 'applicant' : 'applicant-elsewhere') ? 'as-it-stands' : 'not-there';
  if (permission === undefined) return 'as-it-stands';
  const ofOwn = isOwn && isOfCompetition(route);
  const ofVacancy = permission.startsWith('vacancies:');
  if (ofOwn && who === 'recruiter-who-applies' && !ofVacancy) return 'not-there';
  if (ofOwn && SCREEN.includes(who) && SHOWS_CANDIDATES.includes(permission)) return 'closed';
  if (!permits(ofOwn ? [...house, ...there] : house, permission)) return 'not-there';
  return ofVacancy ? 'as-it-stands' : 'there';
}

const INVITED: readonly (Part | undefined)[] = ['agreed', 'half-scored', 'barred'];
type Gone = { at: RegExp; from: (target: Target, who: Who) => boolean };

/** What is not there though one may read such things: by what the thing is, or who one is to it. */
const GONE: readonly Gone[] = [
  // Nothing is scored where references are asked for, or at a stage that is not open yet.
  { at: /\/stages\/:stage\/scores/, from: (target) => !isAtStage(target, 0, 1) },
  { at: /\/stages\/:stage\/languages/, from: (target) => !isAtStage(target, 0, 1, 2) },
  { at: /\/stages\/:stage\/tests/, from: (target) => !isAtStage(target, 0) },
  // A panel has before it those who were invited.
  { at: /:stage\/(scores|tests)\/:number/, from: ({ part }) => !INVITED.includes(part) },
  // One of them asked for another time, and is answered.
  { at: /:stage\/people\/:number/, from: ({ part }) => part !== 'agreed' },
  // Who is recused neither judges nor reads what is judged by.
  {
    at: /:stage\/(scores|tests)\/:number/,
    from: ({ part, isOwn }, who) => isOwn && who === 'recused' && part === 'barred',
  },
  {
    at: /\/references\/:referee/,
    from: ({ path, competition: { found }, isOwn }, who) =>
      isOwn && who === 'recused' && path.includes(found['referee']?.[1] ?? '–'),
  },
  // Who decides reads the report once it is submitted.
  { at: /\/report\.pdf/, from: (_, who) => who === 'authority' },
  // Nothing is reported of the one case yet.
  { at: /\/report\/cases\/:case\.pdf/, from: () => true },
  // Whoever opens a document sees whose it is.
  { at: /\/screening\/transcriptions/, from: ({ isOwn }, who) => isOwn && who === 'recruiter-who-screens' },
  // Nobody counted the answers by stage yet.
  { at: /\/balance\/by-stage\.csv/, from: () => true },
  // Nobody is chosen in these competitions: who sees an appointment has a test of its own.
  { at: /\/appointments\/:number/, from: () => true },
  // A sheet is for the two whose it is, a file as it was sent for none of them; a passage is of one sheet.
  { at: /\/screening\/:number(?!\/settlement)/, from: (_, who) => who === 'recruiter-who-screens' },
  { at: /\/screening\/:number\/files/, from: () => true },
  { at: /\/screening\/:number\/passages/, from: ({ part }) => part !== 'half-screened' },
  { at: /\/screening\/:number\/settlement/, from: ({ part }) => part === 'half-screened' },
  // Nobody sent a file for a condition.
  { at: /\/conditions\/:condition\/documents/, from: () => true },
  { at: /\/screening\/likenesses/, from: ({ isOwn }, who) => isOwn && who === 'recruiter-who-screens' },
];

const isAtStage = ({ path, competition: { found } }: Target, ...stages: number[]) =>
  stages.some((at) => path.includes(`/${found['stage']?.[at]}`));

/** What of an address is there for somebody. */
export function expectedOf(target: Target, someone: Someone): Expected {
  const permitted = permittedTo(target, someone);
  if (permitted !== 'there') return permitted;
  const gone = GONE.some(({ at, from }) => at.test(target.route.url) && from(target, someone.who));
  return gone ? 'not-there' : 'there';
}

/** What an answer comes to. */
export function shownBy({ status, location }: Answer): Expected | number {
  if (status === 401 || (status === 303 && location?.includes('/sign-in?back='))) return 'signed-out';
  if (status === 403) return 'closed';
  if (status === 404) return 'not-there';
  return status < 400 || status === 422 ? 'there' : status;
}
