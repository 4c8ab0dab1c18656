import { expect, test } from 'vitest';
import { SERVE_HELP } from './cli-commands.ts';
import { SETTING_NAMES } from './platform/config.ts';

test('the help of serve tells of every setting', () => {
  expect(SETTING_NAMES.filter((name) => !new RegExp(`\\b${name}\\b`).test(SERVE_HELP))).toEqual([]);
});
