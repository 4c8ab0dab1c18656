import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Localized } from '../platform/language.ts';
import { ROOT } from '../testing.ts';

/** A notice of the demonstration in both languages that asks for a letter of two pages, under a reference of its own. */
export type JourneyVacancy = { reference: string; title: Localized; essential: number; text: string };

const ORIGINAL = {
  reference: '260114',
  deadline: { en: '19-Dec-2026', fr: '19-déc.-2026' },
  title: { en: 'Officer, River Basin Data', fr: 'Administratrice/Administrateur (données de bassin)' },
};

/** The notice with another reference, a deadline that is `daysLeft` after `now`, and a gap: it names no clearance. */
export function journeyVacancy(reference: string, now: Date, daysLeft = 27): JourneyVacancy {
  const file = join(ROOT, `organisations/northern-rivers/demonstration/${ORIGINAL.reference}.txt`);
  const deadline = new Date(now.getTime() + daysLeft * 24 * 3_600_000);
  const text = readFileSync(file, 'utf8')
    .replaceAll(ORIGINAL.reference, reference)
    .replace(/^Clearance Level: .*\n/m, '')
    .replace(/^Niveau de l’habilitation de sécurité.*\n\n?/m, '')
    .replace(ORIGINAL.deadline.en, printed(deadline, 'en-US'))
    .replace(ORIGINAL.deadline.fr, printed(deadline, 'fr-FR'));
  return { reference, title: ORIGINAL.title, essential: 6, text };
}

/** As notices print a date: `19-Dec-2026`, `19-déc.-2026`. */
function printed(date: Date, locale: string): string {
  const month = date.toLocaleDateString(locale, { month: 'short', timeZone: 'UTC' });
  return `${String(date.getUTCDate()).padStart(2, '0')}-${month}-${date.getUTCFullYear()}`;
}
