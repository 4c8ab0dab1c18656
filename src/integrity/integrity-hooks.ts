import type { LinksBeside } from '../applications/application-links.ts';
import { ownCases } from './integrity-case-queries.ts';
import { INTEGRITY_TEXTS } from './integrity-texts.ts';

/** On the page of an application about which there is, or was, a question: the way to it. */
export const linkToCase: LinksBeside = async (db, own, language) =>
  (await ownCases(db, own)).length === 0
    ? []
    : [{ href: `/${language}/my/applications/${own.number}/integrity`, text: INTEGRITY_TEXTS[language].mineLink }];
