import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { newWebhookSecret, signatureHeaders } from '../../platform/webhooks/signature.ts';
import { HAND_OVER_FIELDS } from '../../regulations/organisation/hand-over-schema.ts';
import { ROOT } from '../../testing.ts';
import { OVERLAP_DAYS } from './endpoint.ts';
import { MAX_TRIES, waitMs } from './hand-over.ts';
import { HAND_OVER_SCHEMA_PATH, handOverJsonSchema } from './hand-over-record.ts';
import { FIELD_TEXTS } from './hand-over-record-texts.ts';
import { TIMEOUT_MS } from './hand-over-tasks.ts';

const DOCS = readFileSync(`${ROOT}/docs/hand-over.md`, 'utf8');
const plain = (text: string) => text.replaceAll(/\s+/g, ' ').replaceAll(/-{3,}/g, '---');

/** Of headers, body, secret, and the instant in milliseconds. */
type Verify = (...given: [Record<string, string>, string, string, number]) => unknown;

type Property = {
  type?: string | string[];
  format?: string;
  enum?: string[];
  anyOf?: Property[];
  'x-personal'?: boolean;
};

/** What a developer has to expect, in a word. */
function kindOf({ type, format, enum: options, anyOf }: Property): string {
  if (anyOf) return kindOf(anyOf.find((one) => one.type !== 'null') ?? {});
  if (options) return options.map((option) => `\`${option}\``).join(', ');
  if (format === 'date') return '`YYYY-MM-DD`';
  const [one = ''] = [type].flat();
  return { string: 'text', integer: 'whole number', array: 'list', object: 'by language' }[one] ?? '?';
}

test('the fields that are described are those that there are, each with its type and what it means', () => {
  const { properties } = handOverJsonSchema('') as unknown as { properties: Record<string, Property> };
  const rows = HAND_OVER_FIELDS.map((field) => {
    const property = properties[field] ?? {};
    const { en, fr } = FIELD_TEXTS[field].meaning;
    const never = property.anyOf || Array.isArray(property.type) ? '' : ' Never null.';
    return `| \`${field}\` | ${kindOf(property)} | ${property['x-personal'] ? 'yes' : ''} | ${en}${never} | ${fr} |`;
  });
  const table = ['| field | type | personal | meaning | signification |', '| --- | --- | --- | --- | --- |', ...rows];

  expect(plain(DOCS)).toContain(plain(table.join('\n')));
  expect(DOCS).toContain(HAND_OVER_SCHEMA_PATH);
});

test('a neighbour verifies a message with the lines that are printed there', async () => {
  const [, lines = ''] = /```js\n([^]*?)```/.exec(DOCS) ?? [];
  const folder = mkdtempSync(join(tmpdir(), 'hand-over-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'verify.mjs'), lines);
  const { verify } = (await import(pathToFileURL(join(folder, 'verify.mjs')).href)) as { verify: Verify };
  const [old, secret] = [newWebhookSecret(), newWebhookSecret()];
  const at = new Date('2026-11-22T12:00:00Z');
  const body = '{"type":"appointment.made","data":{"family_name":"Müller"}}';
  const headers = signatureHeaders({ id: 'one', at, body }, [secret, old]);
  const [now, late, early] = [0, 301_000, -301_000].map((ms) => at.getTime() + ms) as [number, number, number];

  for (const known of [old, secret]) expect(verify(headers, body, known, now)).toEqual(JSON.parse(body));
  expect(() => verify(headers, body, newWebhookSecret(), now)).toThrow('not ours');
  expect(() => verify(headers, `${body} `, secret, now)).toThrow('not ours');
  expect(() => verify(headers, body, secret, late)).toThrow('too old');
  expect(() => verify(headers, body, secret, early)).toThrow('from the future');
  expect(lines.trim().split('\n').length).toBeLessThanOrEqual(12);
});

test('the figures that are printed are those that count', () => {
  const hours = [5, 6, 7].map((tries) => Math.round(waitMs(tries, 0.5) / 3_600_000));

  expect(plain(DOCS)).toContain(`tried ${MAX_TRIES} times`);
  expect(plain(DOCS)).toContain(`after 1, 4, 16 and 64 minutes and ${hours[0]}, ${hours[1]} and ${hours[2]} hours`);
  expect(DOCS).toContain(`for ${OVERLAP_DAYS} days messages are signed with both`);
  expect(DOCS).toContain(`within ${TIMEOUT_MS / 1000} seconds`);
});
