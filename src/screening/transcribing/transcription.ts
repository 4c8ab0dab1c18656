import { ok, refuse, type Result } from '../../platform/result.ts';

/** A page of a document on which a program reads nothing, as somebody asked for it to be written down. */
export type AskedPage = {
  kind: string;
  page: number;
  /** Why it has to be read, as its screener says. */
  reason: string;
  askedAt: Date;
  /** What stands on it, by hand; empty where nothing can be read, undefined as long as nobody has looked. */
  transcription: string | undefined;
};

export const MAX_TRANSCRIPTION = 10_000;

export type TranscriptionRefusal =
  { kind: 'nothing-said' } | { kind: 'both-said' } | { kind: 'too-long'; length: number };

/** What was written down of a page, or that there is nothing to read; never both, and never silently neither. */
export function transcribe({
  text,
  nothing,
}: {
  text: string;
  nothing: boolean;
}): Result<string, TranscriptionRefusal> {
  const written = text.trim();
  if (nothing) return written === '' ? ok('') : refuse({ kind: 'both-said' });
  if (written === '') return refuse({ kind: 'nothing-said' });
  return written.length > MAX_TRANSCRIPTION ? refuse({ kind: 'too-long', length: written.length }) : ok(written);
}
