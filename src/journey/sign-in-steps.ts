import { SIGN_IN_TEXTS } from '../people/sign-in-texts.ts';
import { fills, presses, type Person } from './person-testing.ts';

export type Credentials = { email: string; password: string };

/** Fills in the sign-in page that is before them. */
export async function signsIn(person: Person, { email, password }: Credentials): Promise<void> {
  const t = SIGN_IN_TEXTS[person.reader.language];
  await fills(person, t.email, email);
  await fills(person, t.password, password);
  await presses(person, t.submit);
}
