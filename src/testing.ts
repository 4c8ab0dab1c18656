import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance, LightMyRequestResponse, RouteOptions } from 'fastify';
import type { Kysely } from 'kysely';
import { personalDataWith } from './app-personal-data.ts';
import { createApp } from './app.tsx';
import { noticeFiles } from './notices/render/notice-files.ts';
import { openTypst } from './platform/typst/typst.ts';
import { loadVocabulary } from './notices/vocabulary.ts';
import type { Context } from './people/context.ts';
import { insertAccount } from './people/people-testing.ts';
import type { Role } from './people/permissions.ts';
import { openSession } from './people/session-queries.ts';
import { sessionCookieName } from './people/session.ts';
import { answerMemory } from './platform/answer-memory.ts';
import { readConfig, type Config } from './platform/config.ts';
import { testDatabase } from './platform/database-testing.ts';
import type { Language } from './platform/language.ts';
import { sendQueuedMails, type Mail } from './platform/mail.ts';
import { presentState } from './platform/public-changes.ts';
import { newKey, readKeys } from './platform/sealing.ts';
import { loadOrganisation } from './regulations/organisation/organisation.ts';
import type { Schema } from './schema.ts';
import { loadTheme } from './site/assets.ts';

/** The root of the checkout. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

export type Answer = {
  status: number;
  text: string;
  headers: Record<string, string | string[] | number | undefined>;
  /** Where a redirect leads. */
  location: string | undefined;
  body: Buffer;
};

export type Form = Record<string, string | string[]>;
/** `accept`: what the sender would be answered in, where that is no page. */
export type UploadedFile = { field: string; name: string; type: string; content: Buffer; accept?: string };

/** Somebody with a browser: keeps cookies, follows nothing by itself. */
export type Client = {
  accountId: string | undefined;
  get: (path: string, headers?: Record<string, string>) => Promise<Answer>;
  post: (path: string, form?: Form, headers?: Record<string, string>) => Promise<Answer>;
  upload: (path: string, form: Form, file: UploadedFile) => Promise<Answer>;
};

export type TestApp = {
  web: FastifyInstance;
  /** Every route there is. */
  routes: RouteOptions[];
  context: Context;
  db: Kysely<Schema>;
  databaseUrl: string;
  /** The time it is; tests may set it. */
  now: Date;
  visitor: (language?: Language) => Client;
  /** A verified account with a session; without a role it is an applicant's. */
  signedInAs: (role: Role | 'applicant', language?: Language) => Promise<Client>;
  /** Sends what is queued, and answers all mails so far. */
  mails: () => Promise<Mail[]>;
  close: () => Promise<void>;
};

/** The whole application on a database of its own, with the demonstration organisation or the one that the settings name. */
export async function testApp(settings: Record<string, string> = {}): Promise<TestApp> {
  const database = await testDatabase();
  const config = testConfig(settings);
  const sent: Mail[] = [];
  const typst = openTypst();
  const context = testContext({ db: database.db, config, typst, clock: () => app.now });
  const routes: RouteOptions[] = [];
  const web = await createApp(context, (route) => void routes.push(route));
  const app: TestApp = {
    web,
    routes,
    context,
    db: database.db,
    databaseUrl: database.url,
    now: new Date('2026-11-22T12:00:00Z'),
    visitor: (language = 'en') => client(web, { 'accept-language': language }, undefined),
    signedInAs: (role, language = 'en') => signedInAs(app, role, language),
    mails: async () => {
      await sendQueuedMails(database.db, async (mail) => void sent.push(mail), app.now);
      return sent;
    },
    close: async () => {
      await web.close();
      typst.close();
      await database.drop();
    },
  };
  return app;
}

function testContext(outside: Pick<Context, 'db' | 'config' | 'typst' | 'clock'>): Context {
  const { db, config, typst, clock } = outside;
  const house = houseOf(config);
  const keys = { accommodationKeys: readKeys(newKey()), equalityKeys: readKeys(newKey()) };
  return {
    ...outside,
    ...house,
    files: noticeFiles({ ...house, typst }),
    personalData: personalDataWith(keys),
    memory: answerMemory({ state: presentState(db), clock }),
    secret: 'a secret of the tests, long enough',
    ...keys,
  };
}

function houseOf({ ORGANISATION }: Config) {
  const folder = `${ROOT}/organisations/${ORGANISATION}`;
  loadTheme(folder);
  return { organisation: loadOrganisation(folder), vocabulary: loadVocabulary(folder) };
}

function testConfig(settings: Record<string, string>): Config {
  const config = readConfig({ LOG_LEVEL: 'silent', PORT: '0', PUBLIC_URL: 'http://concours.test', ...settings });
  if (!config.ok) throw new Error(JSON.stringify(config.refusal));
  return config.value;
}

async function signedInAs(app: TestApp, role: Role | 'applicant', language: Language): Promise<Client> {
  const roles = role === 'applicant' ? [] : [role];
  const account = await insertAccount(app.db, { roles, language, email: `${role}-${randomUUID()}@people.example` });
  const secret = await openSession(app.db, { accountId: account.id, device: 'test' }, app.now);
  const cookie = `${sessionCookieName(app.context.config.PUBLIC_URL)}=${secret}`;
  return client(app.web, { 'accept-language': language, cookie }, account.id);
}

function client(web: FastifyInstance, headers: Record<string, string>, accountId: string | undefined): Client {
  const cookies = new Map((headers['cookie'] ?? '').split('; ').filter(Boolean).map(pairOf));
  const send = async (method: 'GET' | 'POST', path: string, extra: { payload?: Buffer | string; headers: object }) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await web.inject({
      method,
      url: path,
      ...extra,
      headers: { ...headers, cookie, ...extra.headers },
    });
    for (const { name, value, expires, maxAge } of response.cookies) {
      if (value === '' || maxAge === 0 || (expires && expires.getTime() === 0)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return answerOf(response);
  };
  return {
    accountId,
    get: (path, more = {}) => send('GET', path, { headers: { accept: 'text/html', ...more } }),
    post: (path, form = {}, more = {}) =>
      send('POST', path, {
        payload: encodeForm(form),
        headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded', ...more },
      }),
    upload: (path, form, file) => {
      const { payload, type } = encodeUpload(form, file);
      return send('POST', path, { payload, headers: { accept: file.accept ?? 'text/html', 'content-type': type } });
    },
  };
}

const pairOf = (cookie: string): [string, string] => {
  const at = cookie.indexOf('=');
  return [cookie.slice(0, at), cookie.slice(at + 1)];
};

const answerOf = (response: LightMyRequestResponse): Answer => ({
  status: response.statusCode,
  text: response.body,
  headers: response.headers,
  location: response.headers.location,
  body: response.rawPayload,
});

const encodeForm = (form: Form): string =>
  new URLSearchParams(
    Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
  ).toString();

function encodeUpload(form: Form, file: UploadedFile): { payload: Buffer; type: string } {
  const boundary = `form-${randomUUID()}`;
  const fields = Object.entries(form).flatMap(([name, value]) =>
    [value].flat().map((one) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${one}\r\n`),
  );
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="${file.field}"; filename="${file.name}"\r\ncontent-type: ${file.type}\r\n\r\n`;
  const payload = Buffer.concat([
    Buffer.from(fields.join('') + head),
    file.content,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return { payload, type: `multipart/form-data; boundary=${boundary}` };
}
