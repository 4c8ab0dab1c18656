const LIGATURES: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ı: 'i' };

/** Parts that many names have and that say nothing of who is related to whom. */
const PARTICLES = new Set(
  'de du des d della dello di da do dos das del van von vom zu zum der den het ter ten la le les el al bin ibn ben y e af av und'.split(
    ' ',
  ),
);

/** The words of a name without accents, in small letters; hyphens and apostrophes part them. */
export const namePartsOf = (name: string): string[] =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[œæßøłđı]/g, (letter) => LIGATURES[letter] ?? letter)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');

const tellingPartsOf = (name: string): string[] =>
  namePartsOf(name).filter((part) => part.length > 1 && !PARTICLES.has(part));

/** The part of a family name that somebody else's name has too, if there is one. Of a full name, the first part is a given one. */
export function sharedFamilyName(fullName: string, familyName: string): string | undefined {
  const all = tellingPartsOf(fullName);
  const others = all.length > 1 ? all.slice(1) : all;
  return tellingPartsOf(familyName).find((part) => others.includes(part));
}

/**
 * Whether a name that somebody typed is this person's: each of its words is one of theirs, and it has two of them at least,
 * in whatever order; a person of one name is known by it.
 */
export function isNamed(
  typed: string,
  { givenNames, familyName }: { givenNames: string; familyName: string },
): boolean {
  const parts = namePartsOf(typed);
  const own = namePartsOf(`${givenNames} ${familyName}`);
  return parts.length >= Math.min(2, own.length) && parts.length > 0 && parts.every((part) => own.includes(part));
}

/** Words at the end of an employer's name that say nothing of which one it is. */
const LEGAL_FORMS = new Set(
  'ltd limited plc inc llc gmbh ag sa sarl sas srl spa nv bv asbl vzw aisbl oy ab as'.split(' '),
);

const employerParts = (name: string): string[] =>
  namePartsOf(name).filter((part) => !LEGAL_FORMS.has(part) && !PARTICLES.has(part));

/** Whether two names are of one employer, by its words alone: “River Authority SA” is “the river authority”. */
export function isSameEmployer(one: string, other: string): boolean {
  const [a, b] = [employerParts(one), employerParts(other)].map((parts) =>
    parts.filter((part) => part !== 'the').join(' '),
  );
  return a !== '' && a === b;
}
