import { ok, refuse, type Result } from '../platform/result.ts';

/** What a person has opened of an application, by the events of it. */
export type OpenedByPerson = { application: boolean; documents: readonly string[] };

export type ReadingRefusal =
  /** Applications still come in: all are looked at together, once the last can have come. */
  { kind: 'still-open' } | { kind: 'not-opened' } | { kind: 'documents-not-opened'; documents: string[] };

/**
 * Whether somebody can say that they have read an application: they opened its page, and each document that can be
 * opened, those that answer questions among them. What a program finds in it is shown to nobody before they have said so.
 */
export function confirmReading({
  documents: there,
  opened,
  stillTaking,
}: {
  documents: readonly string[];
  opened: OpenedByPerson;
  stillTaking: boolean;
}): Result<true, ReadingRefusal> {
  if (stillTaking) return refuse({ kind: 'still-open' });
  if (!opened.application) return refuse({ kind: 'not-opened' });
  const documents = there.filter((kind) => !opened.documents.includes(kind));
  return documents.length > 0 ? refuse({ kind: 'documents-not-opened', documents }) : ok(true);
}
