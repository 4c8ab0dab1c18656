import { plain } from './proposal.ts';
import type { Section } from './source-lines.ts';

/** What a section of a CV tells of; `top` is what stands before the first heading. */
export type CvPart =
  'experience' | 'education' | 'languages' | 'memberships' | 'references' | 'nationalities' | 'other' | 'top';

/** What the sections of a CV are called, in English and in French; `other` is what a profile has no part for. */
const HEADINGS: Record<Exclude<CvPart, 'top'>, string> = {
  experience:
    'experience|work experience|professional experience|relevant experience|employment|employment history|work history|' +
    'career|career history|positions held|professional background|' +
    'experiences|experience professionnelle|experiences professionnelles|parcours professionnel|parcours|emplois|' +
    'emplois occupes|carriere|activite professionnelle|activites professionnelles',
  education:
    'education|education and training|academic background|academic qualifications|qualifications|studies|degrees|' +
    'formation|formations|formation et diplomes|etudes|diplomes|parcours academique|parcours universitaire|cursus|' +
    'etudes et diplomes|formation academique',
  languages:
    'languages|language skills|language|langues|connaissances linguistiques|competences linguistiques|langues parlees',
  memberships:
    'memberships|professional memberships|affiliations|professional affiliations|associations|affiliations professionnelles',
  references: 'references|referees',
  nationalities: 'nationality|nationalities|citizenship|nationalite|nationalites',
  other:
    'profile|summary|professional summary|about me|objective|personal details|personal information|contact|contact details|' +
    'skills|computer skills|technical skills|key skills|it skills|digital skills|interests|hobbies|publications|awards|' +
    'certifications|certificates|training|trainings|courses|volunteering|projects|additional information|other information|' +
    'profil|resume|a propos|objectif|informations personnelles|coordonnees|etat civil|competences|competences techniques|' +
    'competences informatiques|informatique|centres d interet|loisirs|distinctions|certificats|stages|benevolat|' +
    'projets|divers|autres informations|informations complementaires',
};

const PART_OF = new Map(
  Object.entries(HEADINGS).flatMap(([part, names]) => names.split('|').map((name) => [name, part as CvPart] as const)),
);

const LONGEST_HEADING = 50;

/** What a line is the heading of; nothing where it is none. */
export function headingOf(line: string): CvPart | undefined {
  if (line.length > LONGEST_HEADING || /\d/.test(line) || /^\s*[•·▪*-]/.test(line)) return undefined;
  return PART_OF.get(plain(line));
}

export type CvSection = Section & { part: CvPart };

/** The sections of a CV, in order; `top` is what stands before the first heading. */
export function sectionsOf(lines: readonly string[]): CvSection[] {
  const headings = lines.flatMap((line, index) => {
    const part = headingOf(line);
    return part === undefined ? [] : [{ part, index }];
  });
  const sections = headings.map(({ part, index }, at): CvSection => {
    return { part, heading: index, from: index + 1, to: headings[at + 1]?.index ?? lines.length };
  });
  return [{ part: 'top', heading: undefined, from: 0, to: headings[0]?.index ?? lines.length }, ...sections];
}
