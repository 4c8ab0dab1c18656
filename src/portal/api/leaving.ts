import type { Leaving } from './operation.ts';

/** Tells machines that what they ask for goes, since when that is known, and when (RFC 9745, RFC 8594). */
export function leavingHeaders(leaving: Leaving | undefined, publicUrl: string): Record<string, string> {
  if (!leaving) return {};
  return {
    deprecation: `@${Math.floor(leaving.announcedOn.getTime() / 1000)}`,
    sunset: leaving.goesOn.toUTCString(),
    link: `<${publicUrl}/en/developers#versions>; rel="deprecation"; type="text/html"`,
  };
}
