import type { Form } from '../../testing.ts';
import { pdfOfPages } from '../../platform/pdf/pdf-testing.ts';
import type { Language } from '../../platform/language.ts';
import type { Field, PageForm } from '../form-testing.ts';
import { follows, formTo, looksAt, opens, sends, type Walker } from './walker.ts';

/** Applies for a vacancy, from the question whether they may to the receipt; the number of the application. */
export async function applies(
  candidate: Walker,
  { reference, internal = false, clearance }: { reference: string; internal?: boolean; clearance?: Form },
): Promise<string> {
  const entrance = internal ? '/internal/vacancies' : '/vacancies';
  await opens(candidate, `${entrance}/${reference}/eligibility`);
  await looksAt(candidate, { form: /\/eligibility$/, typed: { 'nationality-1': 'NO', ...clearance } });
  await sends(candidate, { form: /\/my\/applications$/ });
  const [, number = ''] = /\/my\/applications\/([^/?]+)/.exec(candidate.page.address) ?? [];
  await follows(candidate, /\/identity$/);
  while (!formTo(candidate, /\/submission$/)) await fillsIn(candidate);
  await sends(candidate, { form: /\/submission$/ });
  if (!candidate.page.address.includes('/receipt')) throw new Error(`No receipt, but ${candidate.page.address}`);
  return number;
}

/** The longest letter that the notices ask for. */
const LETTER_PAGES = 2;

/** The step of the form that stands there, as somebody fills it in who can answer everything. */
async function fillsIn(candidate: Walker): Promise<void> {
  const { address, forms, links } = candidate.page;
  if (/\/documents(\?|$)/.test(address)) return attaches(candidate);
  const form = forms.find(({ action }) => address.replace(/\?.*$/, '') === action.replace(/\?.*$/, ''));
  if (!form) throw new Error(`${address} has no form to fill in, but ${links.map(({ href }) => href).join(' ')}`);
  await sends(candidate, { form, typed: filled(form, candidate.language) });
}

async function attaches(candidate: Walker): Promise<void> {
  const form = candidate.page.forms.find(({ multipart }) => multipart);
  const field = form?.fields.find(({ kind }) => kind === 'file')?.name;
  if (form && field !== undefined) {
    const content = await pdfOfPages(LETTER_PAGES);
    await sends(candidate, { form, file: { field, name: 'letter.pdf', type: 'application/pdf', content } });
  }
  await follows(candidate, /\/declarations$/);
}

/** What somebody types into a step: what stands there already stays. */
const filled = ({ fields }: PageForm, language: Language): Form =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = valueFor(field, language);
      return value === undefined ? [] : [[field.name, value]];
    }),
  );

const WORDS: Record<Language, string> = {
  en: 'For seven years, in a team of five, as the certificates say.',
  fr: 'Pendant sept ans, dans une équipe de cinq, comme le disent les certificats.',
};
/** By the end of the name of a field, where words would not do. */
const FIGURES: readonly (readonly [RegExp, string])[] = [
  [/^bornOn-day$/, '14'],
  [/^bornOn-month$/, '3'],
  [/^bornOn-year$/, '1980'],
  [/from-month$/, '9'],
  [/from-year$/, '2003'],
  [/to-month$/, '6'],
  [/to-year$/, '2019'],
  [/telephone$/, '+47 22 00 00 00'],
];
const NAMES: Record<string, string> = { givenNames: 'Sigrid', familyName: 'Nørgaard' };
/** What is for those who have no studies, still hold the post, work part-time, are of several nations. */
const OTHERWISE = /-none$|-current$|-hours$|^nationality-[23]$/;
const CHOSEN: readonly (readonly [RegExp, string])[] = [
  [/country$|residence$|^nationality-1$/, 'NO'],
  [/-kind$/, 'master'],
];

function valueFor({ name, kind, values, options }: Field, language: Language): string | string[] | undefined {
  if (kind === 'hidden' || kind === 'file' || values.some((value) => value !== '')) return undefined;
  if (OTHERWISE.test(name)) return undefined;
  if (kind === 'checkbox') return options;
  if (kind === 'radio') return name.startsWith('question-') ? options.at(-1) : options[0];
  if (kind === 'text') return NAMES[name] ?? FIGURES.find(([ending]) => ending.test(name))?.[1] ?? WORDS[language];
  const wanted = CHOSEN.find(([ending]) => ending.test(name))?.[1];
  if (wanted !== undefined && options.includes(wanted)) return wanted;
  // Levels stand from the lowest to the highest, and after them that somebody has none.
  return name.startsWith('level-') ? options.at(-2) : options.find((option) => option !== '');
}
