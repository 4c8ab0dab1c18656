import { entryTold, fieldLabel, partRules, valueTold } from '../../people/profile/entry-words.ts';
import { valueIn } from '../../people/profile/profile.ts';
import type { Context } from '../../people/context.ts';
import type { Language } from '../../platform/language.ts';
import { dateIn } from '../../site/dates.ts';
import { setLetter, type LetterDocument } from '../../selection/decision/letter-pdf-queries.ts';
import type { Chosen } from '../conditions/appointment-queries.ts';
import type { VerificationItem, VerifiedPart } from './verification.ts';
import { VERIFICATION_TEXTS } from './verification-texts.ts';

/** What of an entry another may be asked to confirm: what they know, and nothing that the person wrote about it. */
const ASKED: Record<VerifiedPart, readonly string[]> = {
  education: ['degree', 'from', 'to', 'completed'],
  experience: ['title', 'from', 'to', 'current', 'workingTime', 'hours'],
};
const ADDRESSEE: Record<VerifiedPart, string> = { education: 'institution', experience: 'employer' };

/** The letter to a school or an employer as PDF/UA-1, A4, in one language: it names the person, and what they stated of it alone. */
export function verificationLetter(
  { organisation, ...context }: Pick<Context, 'organisation' | 'typst' | 'clock'>,
  { chosen, item, language }: { chosen: Chosen; item: VerificationItem; language: Language },
): Promise<Buffer> {
  const t = VERIFICATION_TEXTS[language];
  const { part, entry } = item;
  const told = { rules: organisation, language };
  const facts = partRules(part, organisation)
    .filter(([field]) => ASKED[part].includes(field))
    .map(([field, { kind }]) => ({
      label: fieldLabel(part, field, told),
      value: valueTold(kind, valueIn(entry, field), told),
    }))
    .filter(({ value }) => value !== '');
  const document: LetterDocument = {
    title: `${t.letterTitle[part]}: ${entryTold(part, entry, told)}`,
    author: organisation.name[language],
    lang: language,
    date: dateIn(context.clock(), chosen.zone, language),
    to: [valueIn(entry, ADDRESSEE[part])].filter(Boolean),
    paragraphs: [...t.letterBody(part, chosen.name, organisation.name[language]), t.letterEnd],
    facts: [...facts, { label: t.letterReference, value: chosen.number }],
  };
  return setLetter(context, document);
}
