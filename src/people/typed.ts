import { z } from 'zod';

/** One field of a form as text; nothing, or a list, is empty. */
export const typed = z.string().catch('');

/** The fields of a request; none when it brought something that is no form. */
export const fieldsOf = (body: unknown): object =>
  typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {};
