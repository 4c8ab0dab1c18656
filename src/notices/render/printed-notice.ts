import type { OrganisationFolder } from '../organisation-folder.ts';

/** Whose words a notice is printed in, and in which colour where the organisation has its own. */
export type House = Pick<OrganisationFolder, 'organisation' | 'vocabulary'> & { readonly accent?: string };

export type PrintedField = { readonly label: string; readonly value: string };

/** The items of a list have the marks they end with. */
export type NoticeBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'subheading'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | ({ readonly kind: 'fact' } & PrintedField)
  /** Parts the stages of the provisional schedule from what follows them. */
  | { readonly kind: 'rule' };

export type PrintedSection = {
  readonly number: number;
  readonly heading: string;
  readonly blocks: readonly NoticeBlock[];
};
