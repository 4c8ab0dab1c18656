import * as fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { describe, expect, test } from 'vitest';
import { newWebhookSecret, signatureHeaders } from './signature.ts';

const at = new Date();
const message = { id: 'one', at, body: '{"type":"appointment.made"}' };

describe('a signature', () => {
  test('is that of the specification’s own example', () => {
    const example = {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      at: new Date(1_614_265_330_000),
      body: '{"test": 2432232314}',
    };

    const headers = signatureHeaders(example, ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw']);

    expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });

  test('is one that the reference library makes and accepts, whatever is signed', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.json(), (id, body) => {
        const secret = newWebhookSecret();
        const headers = signatureHeaders({ id, at, body }, [secret]);

        expect(headers['webhook-signature']).toBe(new Webhook(secret).sign(id, at, body));
        expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body));
      }),
      { numRuns: 50 },
    );
  });

  test('is refused where a byte, the id or the time is another, or the secret', () => {
    const secret = newWebhookSecret();
    const headers = signatureHeaders(message, [secret]);
    const later = { ...headers, 'webhook-timestamp': String(Number(headers['webhook-timestamp']) + 1) };

    const refused = [
      () => new Webhook(secret).verify(`${message.body} `, headers),
      () => new Webhook(secret).verify(message.body, { ...headers, 'webhook-id': 'two' }),
      () => new Webhook(secret).verify(message.body, later),
      () => new Webhook(newWebhookSecret()).verify(message.body, headers),
    ];

    for (const verify of refused) expect(verify).toThrow('No matching signature');
  });

  test('stands there for each secret, the old one as well as the new', () => {
    const [old, fresh] = [newWebhookSecret(), newWebhookSecret()];
    const headers = signatureHeaders(message, [fresh, old]);

    for (const secret of [old, fresh])
      expect(new Webhook(secret).verify(message.body, headers)).toEqual({ type: 'appointment.made' });
  });
});

test('a secret is 32 bytes that no other is', () => {
  const [one, other] = [newWebhookSecret(), newWebhookSecret()];

  expect(one).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(one).not.toBe(other);
});
