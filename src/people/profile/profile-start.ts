import { SINGLE_ID } from './profile-form.ts';
import { emptyProfile, type Entry, type Part, type Profile } from './profile.ts';

/** What a person said of themselves before there was a profile. */
export type SaidAtSignUp = { givenNames: string; familyName: string; nationalities: readonly string[] };

/** The profile of somebody who has said this and nothing else. */
export function profileStart({ givenNames, familyName, nationalities }: SaidAtSignUp): Profile {
  const { parts, revisions } = emptyProfile();
  const said: Partial<Record<Part, Entry[]>> = {
    ...(givenNames + familyName !== '' && { person: [{ id: SINGLE_ID, fields: { givenNames, familyName } }] }),
    ...(nationalities.length > 0 && {
      nationalities: nationalities.map((country, index) => ({ id: `s${index}`, fields: { country } })),
    }),
  };
  const counts = Object.fromEntries(Object.keys(said).map((part) => [part, 1]));
  return { parts: { ...parts, ...said }, revisions: { ...revisions, ...counts } };
}
