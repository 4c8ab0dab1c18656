import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Localized } from '../platform/language.ts';
import { ROOT } from '../testing.ts';
import type { JourneyNotice } from './journey-organisations.ts';

/** A notice in both languages that asks for a letter, under a reference of its own. */
export type JourneyVacancy = { reference: string; title: Localized; essential: number; text: string };

type Printed = { reference: string; now: Date; daysLeft?: number };

/** The notice with another reference, a deadline that is `daysLeft` after `now`, and its changes made. */
export function journeyVacancy(notice: JourneyNotice, { reference, now, daysLeft = 27 }: Printed): JourneyVacancy {
  const { file, title, essential, changes } = notice;
  const deadline = new Date(now.getTime() + daysLeft * 24 * 3_600_000);
  const original = readFileSync(join(ROOT, 'organisations', file), 'utf8')
    .replaceAll(/\(\d{6}\)/g, `(${reference})`)
    .replace(/^(Application Deadline: ).*$/m, `$1${printed(deadline, 'en-US')}`)
    .replace(/^(Date limite de candidature\s: ).*$/m, `$1${printed(deadline, 'fr-FR')}`);
  const text = changes.reduce((before, [from, to]) => before.replace(from, to), original);
  return { reference, title, essential, text };
}

/** As notices print a date: `19-Dec-2026`, `19-déc.-2026`. */
function printed(date: Date, locale: string): string {
  const month = date.toLocaleDateString(locale, { month: 'short', timeZone: 'UTC' });
  return `${String(date.getUTCDate()).padStart(2, '0')}-${month}-${date.getUTCFullYear()}`;
}
