import type { Taking } from './birth-dates.ts';
import type { XmlElement } from './xml-tree.ts';
import type { Found } from './proposal.ts';

export type EuropassReader = { take: TakeText; date: TakeDate; taking: Taking };

/** What reads an element's words, and marks them as taken. */
export type TakeText = (
  element: XmlElement | undefined,
  read?: (text: string) => string | undefined,
) => Found | undefined;

/** Reads the month that stands in an element's attributes, or the day of a birth. */
export type TakeDate = (
  element: XmlElement | undefined,
  read?: (found: Found) => string | undefined,
) => Found | undefined;
