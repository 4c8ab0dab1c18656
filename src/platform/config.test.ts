import { expect, test } from 'vitest';
import { describeConfig, readConfig } from './config.ts';

test('an empty environment gives a development server on the demonstration organisation', () => {
  const config = readConfig({});

  expect(config).toMatchObject({
    ok: true,
    value: { ORGANISATION: 'northern-rivers', MODE: 'development', PUBLIC_URL: 'http://localhost:8080' },
  });
});

test('all problems are told at once, without the values', () => {
  const config = readConfig({ PORT: 'http', LOG_LEVEL: 'loud', SECRET: 'short', MODE: 'production' });

  const problems = config.ok ? [] : config.refusal;
  expect(problems.map(({ setting }) => setting).toSorted()).toEqual([
    'LOG_LEVEL',
    'PORT',
    'PUBLIC_URL',
    'SECRET',
    'SMTP_URL',
  ]);
  expect(JSON.stringify(problems)).not.toContain('short');
});

test('secrets are redacted wherever the settings are shown', () => {
  const config = readConfig({
    DATABASE_URL: 'postgres://concours:hunter2@db.example/concours',
    SECRET: 'x'.repeat(40),
  });

  const shown = config.ok ? describeConfig(config.value).join('\n') : '';
  expect(shown).toContain('db.example');
  expect(shown).not.toMatch(/hunter2|xxxx/);
});
