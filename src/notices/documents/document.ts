import type { OtherFormat } from '../../platform/documents/file-format.ts';

/** What a notice may be written in. */
export const DOCUMENT_FORMATS = ['text', 'pdf', 'docx', 'html', 'record'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** What the text of a notice was made of; `hiddenText`: some of it was hidden from readers, and was left out. */
export type DocumentText = { readonly text: string; readonly format: DocumentFormat; readonly hiddenText: boolean };

/** Why no text was made of a file. */
export type DocumentRefusal =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-large'; readonly bytes: number; readonly maxBytes: number }
  | { readonly kind: 'broken-text'; readonly line: number }
  | { readonly kind: 'other-format'; readonly format: OtherFormat }
  | { readonly kind: 'unknown-format' }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'no-text'; readonly pages: number }
  | { readonly kind: 'too-many-pages'; readonly pages: number; readonly maxPages: number }
  | { readonly kind: 'macros' }
  | { readonly kind: 'too-much-inside' }
  | { readonly kind: 'unsafe-xml' }
  | { readonly kind: 'damaged'; readonly format: 'pdf' | 'docx' | 'html' }
  | { readonly kind: 'took-too-long' }
  | { readonly kind: 'not-limited' };

/** The longest notices are under 100 kB of text; with its pictures and fonts a document stays under 2 MB. */
export const MAX_TEXT_BYTES = 1_000_000;
export const MAX_DOCUMENT_BYTES = 10_000_000;
/** Notices have 2 to 20 pages; a file of more is something else, or meant to keep us busy. */
export const MAX_PAGES = 200;
