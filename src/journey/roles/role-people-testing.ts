import { insertAccount } from '../../people/people-testing.ts';
import type { AnyRole, Role } from '../../people/permissions.ts';
import type { Language } from '../../platform/language.ts';
import type { Client, TestApp } from '../../testing.ts';

/** What each is called here; with roles of the house, and what they are named for in the competition. */
const PEOPLE = {
  visitor: {},
  referee: {},
  applicant: {},
  'applicant-elsewhere': {},
  recruiter: { house: 'recruiter' },
  manager: { house: 'recruitment-manager' },
  'recruiter-who-applies': { house: 'recruiter' },
  'recruiter-who-screens': { house: 'recruiter', there: 'screener' },
  'hiring-manager': { house: 'hiring-manager' },
  translator: { house: 'translator' },
  'budget-officer': { house: 'budget-officer' },
  auditor: { house: 'auditor' },
  administrator: { house: 'administrator' },
  'staff-member': { house: 'staff-member' },
  'accommodation-officer': { house: 'accommodation-officer' },
  'first-screener': { house: 'staff-member', there: 'screener' },
  'second-screener': { house: 'staff-member', there: 'screener' },
  chair: { house: 'staff-member', there: 'panel-chair' },
  member: { house: 'staff-member', there: 'panel-member' },
  /** Of the panel, and recused from one candidate. */
  recused: { house: 'staff-member', there: 'panel-member' },
  'former-member': { house: 'staff-member' },
  secretary: { house: 'staff-member', there: 'panel-secretary' },
  observer: { house: 'staff-member', there: 'observer' },
  authority: { house: 'staff-member', there: 'appointing-authority' },
  /** Named for one review. */
  reviewer: { house: 'staff-member', there: 'reviewer' },
  /** Of the panel, and named to act for its chair. */
  acting: { house: 'staff-member', there: ['panel-member', 'acting-chair'] },
} as const satisfies Record<string, { house?: Role; there?: AnyRole | readonly AnyRole[] }>;
export type Who = keyof typeof PEOPLE;
export const EVERYBODY = Object.keys(PEOPLE) as Who[];

export type Someone = {
  who: Who;
  client: Client;
  accountId: string;
  email: string;
  name: string;
  language: Language;
  /** Held wherever they are. */
  house: Role[];
  /** Held in their own competition alone. */
  there: AnyRole[];
};
export type People = Record<Who, Someone>;

/** One browser for each, every second of them in French. */
export async function makePeople(app: TestApp): Promise<People> {
  const made = EVERYBODY.map(async (who, at): Promise<[Who, Someone]> => {
    const { house, there = [] }: { house?: Role; there?: AnyRole | readonly AnyRole[] } = PEOPLE[who];
    const language = at % 2 === 0 ? 'en' : 'fr';
    const own = { who, language, house: house ? [house] : [], there: [there].flat() } satisfies Partial<Someone>;
    if (who === 'visitor' || who === 'referee')
      return [who, { ...own, client: app.visitor(language), accountId: '', email: '', name: '' }];
    const client = await app.signedInAs(house ?? 'applicant', language);
    const accountId = client.accountId ?? '';
    const { name, email } = await app.db
      .updateTable('accounts')
      .set({ name: `Zqstaff ${who}` })
      .where('id', '=', accountId)
      .returning(['name', 'email'])
      .executeTakeFirstOrThrow();
    return [who, { ...own, client, accountId, email, name }];
  });
  return Object.fromEntries(await Promise.all(made)) as People;
}

/** Somebody who works on another competition. */
export const insertColleague = (app: TestApp, name: string) => insertAccount(app.db, { name, roles: ['staff-member'] });
