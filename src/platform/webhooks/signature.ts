import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';
/** The recommendation of the specification: between 24 and 64. */
const SECRET_BYTES = 32;

export type WebhookMessage = {
  /** The same for each attempt: by it a receiver knows what it has got already. */
  id: string;
  /** Of this attempt. */
  at: Date;
  /** The bytes that are sent, as text. */
  body: string;
};

/** A new secret as its receiver enters it. */
export const newWebhookSecret = (): string => PREFIX + randomBytes(SECRET_BYTES).toString('base64');

/**
 * The headers by which a receiver knows who sent a message, and that nothing of it was altered (Standard Webhooks,
 * https://www.standardwebhooks.com): a signature by each of the secrets, so that one can be changed without a moment in which a
 * message is refused.
 */
export function signatureHeaders({ id, at, body }: WebhookMessage, secrets: readonly string[]): Record<string, string> {
  const seconds = String(Math.floor(at.getTime() / 1000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.replace(PREFIX, ''), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': signatures.join(' ') };
}
