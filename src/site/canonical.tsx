import { addressIn, type PageContext } from './page-context.ts';

/** The one address under which search engines are to keep this page in this language, whatever led to it. */
export const Canonical = ({ page, query = '' }: { page: PageContext; query?: string }) => (
  <link rel="canonical" href={page.publicUrl + addressIn(page, page.language) + query} />
);
