import { z } from 'zod';
import type { FormValues } from './editing/section-form.ts';
import { valueOf } from './editing/section-form.ts';

const FORM = z.record(z.string(), z.union([z.string(), z.array(z.string())])).catch({});

/** The fields of a form, whatever was sent. */
export const formOf = (body: unknown): FormValues => FORM.parse(body ?? {});

/** The version of the vacancy that the person had before them; none where the form says none. */
export function versionOf(values: FormValues): number | undefined {
  const typed = valueOf(values, 'version');
  return /^\d{1,9}$/.test(typed) ? Number(typed) : undefined;
}

/** A text of a query, without the spaces around it; nothing where it is empty, repeated or no text. */
export const queryText = z
  .string()
  .trim()
  .max(200)
  .transform((text) => (/[\0\uFFFD]/.test(text) ? '' : text) || undefined)
  .catch(undefined);
