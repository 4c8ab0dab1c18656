import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** A person as the provider of a test knows them. */
export type OutsidePerson = {
  sub: string;
  email: string;
  email_verified: boolean;
  name: string;
  given_name?: string;
  family_name?: string;
  groups: string[];
};

export type TestProvider = {
  issuer: string;
  /** Goes through the provider as a browser does whose person agrees to everything; answers where it sends them back to. */
  goThrough: (address: string, person: OutsidePerson) => Promise<string>;
  close: () => Promise<void>;
};

/** A standards-speaking provider on a port of its own: real HTTP, real keys, PKCE demanded. */
export async function testProvider(redirect: string): Promise<TestProvider> {
  const people = new Map<string, OutsidePerson>();
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'concours', client_secret: 'a secret', redirect_uris: [redirect] }],
    cookies: { keys: ['a key of the test'] },
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      profile: ['name', 'given_name', 'family_name', 'groups'],
    },
    conformIdTokenClaims: false,
    findAccount: (_, id) => ({ accountId: id, claims: async () => people.get(id) ?? { sub: id } }),
  });
  server.on('request', provider.callback());
  return {
    issuer,
    goThrough: async (address, person) => {
      people.set(person.sub, person);
      return goThrough(address, { redirect, sub: person.sub });
    },
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

/** Follows redirects with a jar of cookies, and fills in the provider's forms for development. */
async function goThrough(address: string, { redirect, sub }: { redirect: string; sub: string }): Promise<string> {
  const jar = new Map<string, string>();
  let next: { url: string; body?: URLSearchParams } = { url: address };
  for (let steps = 0; steps < 15; steps += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer: Response = await fetch(next.url, {
      redirect: 'manual',
      headers: { cookie },
      ...(next.body && { method: 'POST', body: next.body }),
    });
    for (const set of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=');
      jar.set(name, value);
    }
    const location = answer.headers.get('location');
    if (location?.startsWith(redirect)) return location;
    if (location) {
      next = { url: new URL(location, next.url).href };
      continue;
    }
    next = formOf(await answer.text(), next.url, sub);
  }
  throw new Error('The provider did not send anybody back.');
}

function formOf(html: string, here: string, sub: string): { url: string; body: URLSearchParams } {
  const action = /action="([^"]+)"/.exec(html)?.[1] ?? '';
  const prompt = /name="prompt" value="(\w+)"/.exec(html)?.[1] ?? '';
  return { url: new URL(action, here).href, body: new URLSearchParams({ prompt, login: sub, password: 'any' }) };
}
