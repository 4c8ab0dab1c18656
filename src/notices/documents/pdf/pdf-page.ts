/** A piece of text as a page shows it: where its baseline starts, in points from the lower left corner. */
export type Run = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly bold: boolean;
  /** The marked content it stands in, where the document is tagged. */
  readonly content: string | undefined;
};

/** An element of the tag tree, its role as the standard names it; a leaf is marked content. */
export type Tag = { readonly role: string; readonly children: readonly (Tag | { readonly content: string })[] };

/** A small filled shape, as some programs draw the mark of a list. */
export type Dot = { readonly x: number; readonly y: number; readonly width: number };

export type PdfPage = {
  readonly number: number;
  readonly height: number;
  readonly runs: readonly Run[];
  readonly tags: Tag | undefined;
  readonly dots: readonly Dot[];
};
