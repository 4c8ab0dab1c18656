import type { Language } from '../platform/language.ts';
import type { Db } from '../schema.ts';
import type { PageLink } from '../site/page-context.ts';
import type { Own } from './application-queries.ts';

/** What a later stage has to show beside a submitted application: its own pages, where there is something on them. */
export type LinksBeside = (db: Db, own: Own, language: Language) => Promise<PageLink[]>;
