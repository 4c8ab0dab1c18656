import type { Language, Localized } from '../platform/language.ts';

export type PageLink = {
  href: string;
  text: string;
  /** What waits there, as a figure and in words. */
  waiting?: { count: number; words: string } | undefined;
};

/** Who is reading: the header greets them and lists what is theirs. */
export type PageActor = { name: string; staff: boolean; links: PageLink[] };

/** What every page needs to know of the request and of the organisation it stands in. */
export type PageContext = {
  language: Language;
  /** Without the language prefix and without the query: `/vacancies/260114`. */
  path: string;
  /** The address of the header's link that this page stands under, where its own address does not say so. */
  section?: string | undefined;
  /** The query of this page with its `?`, kept when the language is switched. */
  query?: string | undefined;
  organisation: {
    name: Localized;
    wordmark?: string | undefined;
    footerNote: Localized;
    /** The organisation's own provider of sign-in, by its name. */
    signIn?: { outside: { name: Localized } | null } | undefined;
  };
  actor: PageActor | undefined;
  /** Where the installation is reached, without a slash at the end: `https://jobs.example.int`. */
  publicUrl: string;
  development: boolean;
  /** What the last request achieved, said once at the top of the page. */
  notice?: string | undefined;
};

/** The same page in a language, from the root of the site. */
export const addressIn = (page: PageContext, language: Language): string =>
  `/${language}${page.path === '/' ? '' : page.path}`;
