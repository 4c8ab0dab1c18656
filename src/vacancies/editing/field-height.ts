import type { BilingualField } from '../notice-fields.ts';

/** Letters in a line of a field beside its counterpart, about. */
const LINE = 55;

const lines = (value: string): number =>
  value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE)), 0);

/** The rows of a field that is high enough for what stands in it, up to the height of a screen. */
export const fieldHeight = ({ shape }: BilingualField, value: string): number =>
  Math.min(30, Math.max(shape === 'text' ? 2 : 4, lines(value) + 1));

/** The same for one item of a list. */
export const itemHeight = (value: string): number => Math.min(20, Math.max(2, lines(value)));
