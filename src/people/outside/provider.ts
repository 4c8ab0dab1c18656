import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
} from 'openid-client';
import type { Config } from '../../platform/config.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';

type Outside = NonNullable<Organisation['signIn']['outside']>;
type Settings = Pick<Config, 'OIDC_CLIENT_SECRET' | 'MODE'>;

const known = new Map<string, Promise<Configuration>>();

/** The provider as it describes itself, asked once; a failure is not kept. Without https only while developing. */
function provider({ issuer, clientId }: Outside, { OIDC_CLIENT_SECRET, MODE }: Settings): Promise<Configuration> {
  const key = `${issuer} ${clientId}`;
  const insecure = MODE === 'development' && issuer.startsWith('http:');
  const found =
    known.get(key) ??
    discovery(new URL(issuer), clientId, OIDC_CLIENT_SECRET, undefined, {
      execute: insecure ? [allowInsecureRequests] : [],
      timeout: 10,
    });
  known.set(key, found);
  found.catch(() => known.delete(key));
  return found;
}

/** What the browser's step keeps, to be compared with the answer: the answer is to this question, of this browser. */
export type Question = { state: string; nonce: string; verifier: string };

export type Asked = { outside: Outside; settings: Settings; redirect: string };

/** Somebody who is signed in already is asked anew, however recently they signed in there; the nonce holds what they confirm. */
export type Again = { nonce: string };
const ASKED_ANEW = { prompt: 'login', max_age: '0' };
/** As long as the step of a browser lives: whether it was since we asked is compared more closely by who asked. */
const LONGEST_SECONDS = 15 * 60;

/** Where the person goes to show who they are, by authorization code with PKCE, state and nonce. */
export async function ask(
  { outside, settings, redirect }: Asked,
  again?: Again,
): Promise<{ question: Question; address: string }> {
  const configuration = await provider(outside, settings);
  const question = { state: randomState(), nonce: again?.nonce ?? randomNonce(), verifier: randomPKCECodeVerifier() };
  const address = buildAuthorizationUrl(configuration, {
    redirect_uri: redirect,
    scope: 'openid email profile',
    code_challenge: await calculatePKCECodeChallenge(question.verifier),
    code_challenge_method: 'S256',
    state: question.state,
    nonce: question.nonce,
    ...(again && ASKED_ANEW),
  });
  return { question, address: address.href };
}

/** What the provider says of the person: its signature, issuer, audience, state and nonce are checked; throws where one is wrong. */
export async function answerTo(
  { outside, settings }: Asked,
  { state, nonce, verifier, again }: Question & { again?: boolean | undefined },
  answered: URL,
): Promise<{ issuer: string; subject: string; claims: Record<string, unknown> }> {
  const configuration = await provider(outside, settings);
  const tokens = await authorizationCodeGrant(configuration, answered, {
    pkceCodeVerifier: verifier,
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
    ...(again && { maxAge: LONGEST_SECONDS }),
  });
  const claims = tokens.claims();
  if (!claims) throw new Error('The provider gave no ID token.');
  const more = configuration.serverMetadata().userinfo_endpoint
    ? await fetchUserInfo(configuration, tokens.access_token, claims.sub)
    : {};
  return { issuer: claims.iss, subject: claims.sub, claims: { ...more, ...claims } };
}
