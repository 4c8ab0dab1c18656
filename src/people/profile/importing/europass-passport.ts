import { asBirthDate } from './birth-dates.ts';
import { countryCode, languageCode } from './country-words.ts';
import type { EuropassReader } from './europass-reader.ts';
import { htmlWords } from './html-words.ts';
import { entryWith, type Found, type FoundFields, type ProposedEntry } from './proposal.ts';
import { below, named, type XmlElement } from './xml-tree.ts';

/** The entries of a `SkillsPassport`, the Europass XML of Cedefop until 2020 (version 3). */
export function passportEntries(root: XmlElement, reader: EuropassReader): ProposedEntry[] {
  const learner = below(root, 'LearnerInfo');
  const identification = below(learner, 'Identification');
  const nationalities = named(below(identification, 'Demographics', 'NationalityList'), 'Nationality');
  const linguistic = below(learner, 'Skills', 'Linguistic');
  const tongues = named(below(linguistic, 'MotherTongueList'), 'MotherTongue');
  const foreign = named(below(linguistic, 'ForeignLanguageList'), 'ForeignLanguage');
  return [
    ...entryWith('person', personOf(identification, reader)),
    ...nationalities.flatMap((one) => entryWith('nationalities', { country: coded(one, countryCode, reader) })),
    ...named(below(learner, 'WorkExperienceList'), 'WorkExperience').flatMap((work) =>
      entryWith('experience', postOf(work, reader)),
    ),
    ...named(below(learner, 'EducationList'), 'Education').flatMap((studies) =>
      entryWith('education', studiesOf(studies, reader)),
    ),
    ...tongues.flatMap((one) => entryWith('languages', tongueOf(one, reader))),
    ...foreign.flatMap((one) => entryWith('languages', foreignOf(one, reader))),
  ];
}

/** A thing by its code and its label: the code is read, the label is what it says. */
function coded(
  element: XmlElement | undefined,
  read: (text: string) => string | undefined,
  { take }: EuropassReader,
): Found | undefined {
  const code = take(below(element, 'Code'), read);
  const label = take(below(element, 'Label'), read);
  return code && label ? { value: code.value, passage: `${label.passage} (${code.passage})` } : (code ?? label);
}

function personOf(identification: XmlElement | undefined, reader: EuropassReader): FoundFields {
  const { take } = reader;
  const contact = below(identification, 'ContactInfo');
  return {
    givenNames: take(below(identification, 'PersonName', 'FirstName')),
    familyName: take(below(identification, 'PersonName', 'Surname')),
    bornOn: reader.taking.birthDate
      ? reader.date(below(identification, 'Demographics', 'Birthdate'), ({ passage }) => asBirthDate(passage))
      : undefined,
    residence: coded(below(contact, 'Address', 'Contact', 'Country'), countryCode, reader),
    telephone: take(below(contact, 'TelephoneList', 'Telephone', 'Contact')),
  };
}

function postOf(work: XmlElement, reader: EuropassReader): FoundFields {
  const { take } = reader;
  const employer = below(work, 'Employer');
  return {
    title: take(below(work, 'Position', 'Label')),
    employer: take(below(employer, 'Name')),
    country: coded(below(employer, 'ContactInfo', 'Address', 'Contact', 'Country'), countryCode, reader),
    from: reader.date(below(work, 'Period', 'From')),
    to: reader.date(below(work, 'Period', 'To')),
    current: take(below(work, 'Period', 'Current'), (text) => (text === 'true' ? 'yes' : undefined)),
    tasks: take(below(work, 'Activities'), htmlWords),
  };
}

function studiesOf(studies: XmlElement, reader: EuropassReader): FoundFields {
  const { take } = reader;
  const organisation = below(studies, 'Organisation');
  return {
    degree: take(below(studies, 'Title')),
    institution: take(below(organisation, 'Name')),
    country: coded(below(organisation, 'ContactInfo', 'Address', 'Contact', 'Country'), countryCode, reader),
    from: reader.date(below(studies, 'Period', 'From')),
    to: reader.date(below(studies, 'Period', 'To')),
    completed: take(below(studies, 'Period', 'Current'), (text) => (text === 'true' ? 'in-progress' : undefined)),
    details: take(below(studies, 'Activities'), htmlWords),
  };
}

function tongueOf(tongue: XmlElement, reader: EuropassReader): FoundFields {
  const language = coded(below(tongue, 'Description'), languageCode, reader);
  return { language, motherTongue: language && { value: 'yes', passage: language.passage } };
}

/** Five CEFR levels, told as they are: the scale here may be another. */
function foreignOf(foreign: XmlElement, reader: EuropassReader): FoundFields {
  const levels = below(foreign, 'ProficiencyLevel')?.children ?? [];
  const told = levels
    .flatMap((level) => {
      const score = reader.take(level);
      return score ? [`${level.name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')} ${score.value}`] : [];
    })
    .join(' · ');
  return {
    language: coded(below(foreign, 'Description'), languageCode, reader),
    description: told === '' ? undefined : { value: told, passage: told },
  };
}
