import type { XmlElement } from './xml-tree.ts';
import type { Found } from './proposal.ts';

export type EuropassReader = { take: TakeText; date: TakeDate };

/** What reads an element's words, and marks them as taken. */
export type TakeText = (
  element: XmlElement | undefined,
  read?: (text: string) => string | undefined,
) => Found | undefined;

/** Reads the date that stands in an element's attributes. */
export type TakeDate = (element: XmlElement | undefined) => Found | undefined;
