import { isLanguage } from '../platform/language.ts';

const MAX_ADDRESS = 2000;
/** Any host does: what is left after parsing is only a path. */
const HERE = 'http://here.invalid';

/**
 * An address on this site, as path and query, from what a link or a form says; undefined for anything that could lead
 * elsewhere. It is judged after the parsing that browsers do, so that `/\evil`, `//evil` and `/en/..//evil` are seen through.
 */
export function localAddress(said: unknown): string | undefined {
  if (typeof said !== 'string' || said.length > MAX_ADDRESS || !/^\/[\x21-\x7e]*$/.test(said)) return undefined;
  if (said.includes('\\') || !URL.canParse(said, HERE)) return undefined;
  const { origin, pathname, search } = new URL(said, HERE);
  const [, language = ''] = pathname.split('/');
  return origin === HERE && isLanguage(language) ? pathname + search : undefined;
}
