import type { Dot } from './pdf-page.ts';

type Matrix = readonly [number, number, number, number, number, number];
type Operators = { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] };
type Codes = {
  readonly save: number;
  readonly restore: number;
  readonly transform: number;
  readonly constructPath: number;
};

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f,
];

/** The size of a drawn list mark, in points. */
const SMALLEST = 1.2;
const LARGEST = 9;
/** More are a drawing. */
const MOST = 5000;

/** Small shapes about as wide as high, where they are drawn: discs, circles and squares before the items of a list. */
export function dotsIn({ fnArray, argsArray }: Operators, codes: Codes): Dot[] {
  const dots: Dot[] = [];
  const saved: Matrix[] = [];
  let matrix = IDENTITY;
  for (const [index, code] of fnArray.entries()) {
    if (code === codes.save && saved.length < MOST) saved.push(matrix);
    else if (code === codes.restore) matrix = saved.pop() ?? IDENTITY;
    else if (code === codes.transform) matrix = times(matrix, matrixOf(argsArray[index]));
    else if (code === codes.constructPath && dots.length < MOST) dots.push(...dotOf(argsArray[index], matrix));
  }
  return dots;
}

const matrixOf = (args: unknown): Matrix => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = Array.from(args as ArrayLike<number>);
  return [a, b, c, d, e, f];
};

/** The arguments of a path end with its bounds: left, bottom, right, top. */
function dotOf(args: unknown, matrix: Matrix): Dot[] {
  const bounds = Array.isArray(args) ? (args[2] as ArrayLike<number> | null | undefined) : undefined;
  if (!bounds || bounds.length < 4) return [];
  const [left = 0, bottom = 0, right = 0, top = 0] = Array.from(bounds);
  const [a, b, c, d, e, f] = matrix;
  const xs = [a * left + c * bottom + e, a * right + c * top + e];
  const ys = [b * left + d * bottom + f, b * right + d * top + f];
  const width = Math.abs((xs[1] ?? 0) - (xs[0] ?? 0));
  const height = Math.abs((ys[1] ?? 0) - (ys[0] ?? 0));
  if (width < SMALLEST || width > LARGEST || Math.abs(width - height) > width / 2) return [];
  return [{ x: Math.min(...xs), y: (Math.min(...ys) + Math.max(...ys)) / 2, width }];
}
