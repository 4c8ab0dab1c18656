import { z } from 'zod';

/** One field of a form as text; nothing, or a list, is empty. */
export const typed = z.string().catch('');
