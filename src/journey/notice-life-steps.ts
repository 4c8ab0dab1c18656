import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { otherLanguages, type Language, type Localized } from '../platform/language.ts';
import { APPROVAL_TEXTS } from '../vacancies/approval/approval-texts.ts';
import { BEGIN_TEXTS } from '../vacancies/editing/begin-texts.ts';
import { CORRECTION_TEXTS } from '../vacancies/editing/correction-texts.ts';
import { NOTE_FIELD, REASON_FIELD } from '../vacancies/editing/correction-form.ts';
import { EDIT_TEXTS } from '../vacancies/editing/edit-texts.ts';
import { NAMES } from '../vacancies/field-texts.ts';
import type { Part } from '../vacancies/notice-fields.ts';
import { TRANSLATION_TEXTS } from '../vacancies/translation/translation-texts.ts';
import { fillIn, VACANCY_TEXTS } from '../vacancies/vacancy-texts.ts';
import { fills, follows, link, opens, presses, reads, type Person } from './person-testing.ts';

/** A notice that people write: from which post, under which reference, in which language first. */
export type LivingNotice = { reference: string; post: string; title: Localized; original: Language };

/**
 * What is typed into a field of the form: into its one text, into the texts whose headings the post brings, or in rows
 * after those that it brings.
 */
type Typed = {
  part: Part;
  path: string;
  kind: 'text' | 'below-headings' | 'more-rows';
  texts: Localized<readonly string[]>;
};

/** What people write in a notice begun from the post, in the order of the form and of the translator’s page. */
export const WRITTEN: readonly Typed[] = [
  {
    part: 'summary',
    path: 'summary',
    kind: 'more-rows',
    texts: {
      en: ['The Section warns the river towns of floods, by day and by night.'],
      fr: ['La Section avertit les villes riveraines des crues, de jour comme de nuit.'],
    },
  },
  {
    part: 'qualifications',
    path: 'essential',
    kind: 'more-rows',
    texts: {
      en: ['hold a university degree in hydrology', 'have at least 4 years of experience in forecasting'],
      fr: [
        'être titulaire d’un diplôme universitaire en hydrologie',
        'avoir au moins quatre ans d’expérience de la prévision',
      ],
    },
  },
  {
    part: 'qualifications',
    path: 'desirable',
    kind: 'more-rows',
    texts: { en: ['knowledge of the lower river'], fr: ['la connaissance du cours inférieur'] },
  },
  {
    part: 'accountabilities',
    path: 'accountabilities',
    kind: 'below-headings',
    texts: {
      en: [
        'Teaches the towns to read a forecast.',
        'Keeps the record of each flood.',
        'Meets the towns before each spring.',
      ],
      fr: [
        'Apprend aux villes à lire une prévision.',
        'Tient le registre de chaque crue.',
        'Rencontre les villes avant chaque printemps.',
      ],
    },
  },
  {
    part: 'interrelationships',
    path: 'interrelationships',
    kind: 'text',
    texts: {
      en: ['The incumbent reports to the Head of the Section.'],
      fr: ['La personne titulaire du poste relève de la/du chef de la Section.'],
    },
  },
];

const textsIn = (language: Language): string[] => WRITTEN.flatMap(({ texts }) => texts[language]);

/** Begins a vacancy from a post, in the language that its author writes first. */
export async function begins(author: Person, { reference, post, title, original }: LivingNotice): Promise<void> {
  const { language } = author.reader;
  const t = BEGIN_TEXTS[language];
  await opens(author, `/${language}/staff/vacancies`);
  await follows(author, t.button);
  await fills(author, t.reference, reference);
  await author.page.getByLabel(t.post, { exact: true }).selectOption(post);
  await author.page.locator(`[name="original"][value="${original}"]`).check();
  await presses(author, t.submit);
  await reads(author, title[language]);
}

/** Writes what the post does not say, in the original language alone, part by part; last the deadline. */
export async function writes(author: Person, { original }: LivingNotice, deadline: Date): Promise<void> {
  const parts = new Set(WRITTEN.map(({ part }) => part));
  for (const part of parts) {
    await opensPart(author, part);
    for (const typed of WRITTEN.filter((one) => one.part === part)) await writesTexts(author, typed, original);
    await saves(author);
  }
  await opensPart(author, 'header');
  await setsDeadline(author, deadline);
  await saves(author);
}

async function opensPart(author: Person, part: Part): Promise<void> {
  const { language } = author.reader;
  await follows(author, `${VACANCY_TEXTS[language].review.edit} ${NAMES[language][part]}`);
}

async function saves(author: Person): Promise<void> {
  const t = VACANCY_TEXTS[author.reader.language].edit;
  await presses(author, t.save);
  await reads(author, t.saved);
}

async function writesTexts(author: Person, { path, kind, texts }: Typed, original: Language): Promise<void> {
  const { page, reader } = author;
  const field = (name: string) => page.locator(`[name="${name}"]`);
  const add = fillIn(EDIT_TEXTS[reader.language].addRow, { field: NAMES[reader.language][path] ?? path });
  for (const [index, text] of texts[original].entries()) {
    // The last row of a list is empty, to be written in; another comes by the button.
    if (kind === 'more-rows' && index > 0) await presses(author, add);
    const row = kind === 'more-rows' ? Number(await field(`${path}.rows`).inputValue()) - 1 : index;
    await field(kind === 'text' ? `${path}.${original}` : `${path}.${row}.${original}`).fill(text);
  }
}

async function setsDeadline({ page }: Person, day: Date): Promise<void> {
  const parts = { day: day.getUTCDate(), month: day.getUTCMonth() + 1, year: day.getUTCFullYear() };
  for (const [part, value] of Object.entries(parts))
    await page.locator(`[name="deadline-${part}"]`).fill(String(value));
}

/** Comes by the link of a mail, sees that it is their turn, and takes the step by the button named. */
export async function approvesFromMail(person: Person, mail: string, wanted: string): Promise<void> {
  const t = APPROVAL_TEXTS[person.reader.language];
  const [address = ''] = /https?:\/\/\S+/.exec(mail) ?? [];
  await opens(person, address.replace(person.origin, ''));
  await reads(person, t.yourTurn);
  await presses(person, wanted);
}

/** Finds the notice among the translations, translates every text that is left and saves. */
export async function translates(translator: Person, { title, original }: LivingNotice): Promise<void> {
  const { language } = translator.reader;
  const t = TRANSLATION_TEXTS[language];
  const [target] = otherLanguages(original);
  if (!target) throw new Error('There is a language to translate into');
  await opens(translator, `/${language}/staff/translations`);
  await follows(translator, title[language]);
  const fields = translator.page.locator('form.translation textarea');
  const texts = textsIn(target);
  expect(await fields.count()).toBe(texts.length);
  for (const [index, text] of texts.entries()) await fields.nth(index).fill(text);
  await presses(translator, t.save);
  await reads(translator, t.noneLeft);
}

/** Reads the public notice, in both languages, and sees what is pending printed on it; takes it away as a PDF. */
export async function readsThePublicNotice(visitor: Person, notice: LivingNotice, pending: Localized): Promise<void> {
  const { language } = visitor.reader;
  for (const each of [...otherLanguages(language), language]) {
    await opens(
      { ...visitor, reader: { ...visitor.reader, language: each } },
      `/${each}/vacancies/${notice.reference}`,
    );
    for (const text of textsIn(each)) await reads(visitor, text);
    await reads(visitor, new RegExp(pending[each], 'i'));
  }
  const download = visitor.page.waitForEvent('download');
  await link(visitor, 'PDF').click();
  const file = await download;
  expect(file.suggestedFilename()).toContain(notice.reference);
  expect(
    readFileSync(await file.path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
}

/** Puts the deadline off, is asked what the public is to be told and why, and says it. */
export async function putsDeadlineOff(manager: Person, to: Date, note: Localized): Promise<void> {
  const { language } = manager.reader;
  const t = CORRECTION_TEXTS[language];
  await opensPart(manager, 'header');
  await setsDeadline(manager, to);
  await presses(manager, VACANCY_TEXTS[language].edit.save);
  await reads(manager, t.notYet);
  for (const side of ['en', 'fr'] as const) await manager.page.locator(`[name="${NOTE_FIELD[side]}"]`).fill(note[side]);
  await manager.page.locator(`[name="${REASON_FIELD}"]`).fill('Two town councils asked for more time.');
  await presses(manager, t.save);
  await reads(manager, fillIn(t.toldPublic, { note: note[language] }));
}
