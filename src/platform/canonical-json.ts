export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/**
 * The one JSON text of a value (RFC 8785): names in the order of their UTF-16 code units, no space, numbers and strings
 * as ECMAScript writes them. Throws on what that standard has no text for: NaN, infinity, half a surrogate pair.
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const names = Object.keys(value).toSorted(byCodeUnits);
    return `{${names.map((name) => `${canonicalJson(name)}:${canonicalJson(value[name] ?? null)}`).join(',')}}`;
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError('No JSON number');
  if (typeof value === 'string' && !value.isWellFormed()) throw new RangeError('No Unicode text');
  return JSON.stringify(value);
}

const byCodeUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
