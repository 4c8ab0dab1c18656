import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseForm } from '../platform/web.ts';
import { readName } from './account.ts';
import { networkOf } from './attempt-limits.ts';
import { deviceOf } from './device.ts';
import { readAddress } from './email-address.ts';
import { carried, keepForm, readCarried } from './kept-form.ts';
import { localAddress } from './local-address.ts';
import { MIN_PASSWORD, refusePassword } from './password-rules.ts';
import { provesSignUp, signUpProof } from './sign-up-proof.ts';

const PERSON = { email: 'ana.lindqvist.long@people.example', name: 'Ana Maria Lindqvist' };

test.each([
  ['eleven char', 'too-short'],
  ['x'.repeat(201), 'too-long'],
  ['anamarialindqvist', 'is-own-name'],
  ['Ana Maria Lindqvist', 'is-own-name'],
  ['ana.lindqvist.long', 'is-own-name'],
  ['ANA.LINDQVIST.LONG@people.example', 'is-own-name'],
  ['Password1234', 'too-common'],
  ['motdepasse123', 'too-common'],
  ['zzzzzzzzzzzzzz', 'too-common'],
  ['seven herons', undefined],
  ['ana maria lindqvist likes rain', undefined],
])('the password %j is refused as %s', (password, refusal) => {
  expect(refusePassword(password, PERSON)).toBe(refusal);
});

test('nothing is asked of the characters of a password', () => {
  const words = fc.string({ unit: 'grapheme', minLength: MIN_PASSWORD, maxLength: 40 }).filter((text) => {
    const plain = text.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();
    return new Set(plain).size > 3 && !/^[a-z0-9]+$/.test(plain) && Array.from(text).length <= 200;
  });

  fc.assert(
    fc.property(words, (password) => {
      expect(refusePassword(password, PERSON)).toBeUndefined();
    }),
  );
});

test.each([
  [' Ana.Lindqvist@People.Example ', 'ana.lindqvist@people.example'],
  ['a+b@sub.people.example', 'a+b@sub.people.example'],
  ["o'brien@people.example", "o'brien@people.example"],
])('%j is the address %s', (typed, address) => {
  expect(readAddress(typed)).toBe(address);
});

test.each([
  'ana@people.example\r\nBcc: all@people.example',
  'ana@people.example\n',
  '\tana@people.example',
  'ana@people.example, eva@people.example',
  'ana@people.example;eva@people.example',
  'Ana <ana@people.example>',
  '"ana eva"@people.example',
  'ana@people',
  'ana@[192.0.2.1]',
  'ana@people..example',
  '@people.example',
  'ana@@people.example',
  'ána@people.example',
  'ana@people.example\u0000',
  `${'a'.repeat(65)}@people.example`,
  `ana@${'a.'.repeat(130)}example`,
  '',
])('%j is no address', (typed) => {
  expect(readAddress(typed)).toBeUndefined();
});

test('an address that is accepted has no way out of its line, and reads the same again', () => {
  fc.assert(
    fc.property(fc.oneof(fc.emailAddress(), fc.string()), (typed) => {
      const address = readAddress(typed);
      if (address === undefined) return;
      expect(address).toMatch(/^[\x21-\x7e]+$/);
      expect(address).not.toMatch(/[,;<>()[\]"\\]/);
      expect(readAddress(address)).toBe(address);
    }),
  );
});

test.each(['/en/vacancies', '/fr/my/applications/3?step=2', '/en', '/en/vacancies?q=%2F%2Fevil.example'])(
  '%s is an address of ours',
  (said) => {
    expect(localAddress(said)).toBe(said);
  },
);

test.each([
  'https://evil.example/en/vacancies',
  '//evil.example/en',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example/en',
  '/en\\..\\..\\evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  '/%2Fevil.example',
  '/%5Cevil.example',
  '%2F%2Fevil.example',
  '/en/..//evil.example',
  '/en/../\tevil',
  '/en/%2e%2e//evil.example',
  '/\t/evil.example',
  '/en\r\nSet-Cookie: session=x',
  '/eng/vacancies',
  '/assets/site.css',
  'en/vacancies',
  '',
  undefined,
  ['/en', '/fr'],
  `/en/${'a'.repeat(3000)}`,
])('%j leads nowhere', (said) => {
  expect(localAddress(said)).toBeUndefined();
});

test('whatever is said, a redirect stays on this site', () => {
  const risky = fc.array(
    fc.constantFrom(
      '/',
      '\\',
      '..',
      'en',
      'fr',
      '%2F',
      '%5C',
      '//',
      '@',
      'evil.example',
      ':',
      '?',
      '#',
      '\t',
      '.',
      'http:',
    ),
    { maxLength: 9 },
  );
  fc.assert(
    fc.property(risky, (parts) => {
      const address = localAddress(parts.join(''));
      if (address === undefined) return;
      expect(new URL(address, 'https://here.example/en/sign-in').origin).toBe('https://here.example');
    }),
  );
});

test('a form carried through the sign-in page comes out as it went in', () => {
  const field = fc.tuple(fc.string({ minLength: 1 }), fc.string({ unit: 'grapheme' }));
  fc.assert(
    fc.property(fc.array(field, { maxLength: 8 }), (fields) => {
      fc.pre(fields.every(([name, value]) => !/password/i.test(name) && !/[\0\uFFFD]/.test(name + value)));
      const sent = parseForm(new URLSearchParams(fields).toString());
      const kept = keepForm('/en/my/applications/1', sent);

      const hidden = parseForm(new URLSearchParams(carried(kept, undefined)).toString());

      expect(readCarried(hidden).kept).toEqual(kept);
      expect(parseForm(new URLSearchParams(kept?.fields).toString())).toEqual(sent);
    }),
  );
});

test('a form with a password is not kept', () => {
  expect(keepForm('/en/my/account/password', { currentPassword: 'x', name: 'Ana' })).toBeUndefined();
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('the network of %s is %s', (ip, network) => {
  expect(networkOf(ip)).toBe(network);
});

test('a name is one line, whatever was pasted', () => {
  expect(readName('  Ana\r\n\tMaria\u2028Lindqvist ')).toBe('Ana Maria Lindqvist');
  expect(readName(' \n ')).toBeUndefined();
  expect(readName('x'.repeat(201))).toBeUndefined();
});

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox · Linux'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36 Edg/142.0', 'Edge · Windows'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile Safari/604.1', 'Safari · iOS'],
  [undefined, ''],
])('a browser that says %s is called %j', (userAgent, device) => {
  expect(deviceOf(userAgent)).toBe(device);
});

test('the proof of a sign-up fits its own link and key, and no other', () => {
  const proof = signUpProof('token', 'key');

  expect(provesSignUp(proof, 'token', 'key')).toBe(true);
  expect(provesSignUp(proof, 'another', 'key')).toBe(false);
  expect(provesSignUp(proof, 'token', 'another')).toBe(false);
  expect(provesSignUp(undefined, 'token', 'key')).toBe(false);
});
