import { expect, test } from 'vitest';
import { assertNever, ok, refuse } from './result.ts';

test('a result tells value and refusal apart', () => {
  expect(ok(3)).toEqual({ ok: true, value: 3 });
  expect(refuse('late')).toEqual({ ok: false, refusal: 'late' });
});

test('an impossible value is a fault that names it', () => {
  expect(() => assertNever('x' as never)).toThrow('"x"');
});
