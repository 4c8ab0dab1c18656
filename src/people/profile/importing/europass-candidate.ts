import { PARTS, type Part } from '../profile.ts';
import { asBirthDate } from './birth-dates.ts';
import { countryCode, languageCode } from './country-words.ts';
import { asMonth, ownOf, ownRecord } from './europass-entries.ts';
import type { EuropassReader } from './europass-reader.ts';
import { htmlWords } from './html-words.ts';
import { entryWith, type FoundFields, type ProposedEntry } from './proposal.ts';
import { below, named, type XmlElement } from './xml-tree.ts';

/** The entries of a `Candidate` document (HR Open Standards, as Europass uses them). */
export function candidateEntries(root: XmlElement, reader: EuropassReader): ProposedEntry[] {
  const person = below(root, 'CandidatePerson');
  const profile = below(root, 'CandidateProfile');
  const within = (list: string, item: string) => named(below(profile, list), item);
  return [
    ...entryWith('person', personOf(person, reader), ownPerson(person, reader)),
    ...named(person, 'NationalityCode').flatMap((code) =>
      entryWith('nationalities', { country: reader.take(code, countryCode) }, ownOf(code)),
    ),
    ...within('EmploymentHistory', 'EmployerHistory').flatMap((employer) => postsOf(employer, reader)),
    ...within('EducationHistory', 'EducationOrganizationAttendance').flatMap((studies) =>
      entryWith('education', studiesOf(studies, reader), ownOf(studies)),
    ),
    ...named(person, 'PrimaryLanguageCode').flatMap((code) =>
      entryWith('languages', motherTongue(code, reader), ownOf(code)),
    ),
    ...within('PersonQualifications', 'PersonCompetency').flatMap((language) =>
      entryWith('languages', languageOf(language, reader), ownOf(language)),
    ),
    ...ownParts(root),
  ];
}

/** What one of our own exports says beside a name; no birth date where none is asked for. */
function ownPerson(person: XmlElement | undefined, { taking }: EuropassReader): Record<string, string> {
  const { bornOn, ...own } = ownOf(below(person, 'PersonName'));
  return bornOn !== undefined && taking.birthDate ? { ...own, bornOn } : own;
}

function personOf(person: XmlElement | undefined, { take, taking }: EuropassReader): FoundFields {
  const channels = named(person, 'Communication');
  const telephone = channels.find((channel) => below(channel, 'DialNumber'));
  const home = channels.map((channel) => below(channel, 'Address', 'CountryCode')).find((code) => code !== undefined);
  const number = take(below(telephone, 'DialNumber'));
  const dialling = take(below(telephone, 'CountryDialing'));
  const whole = dialling &&
    number && { value: `+${dialling.value} ${number.value}`, passage: `${dialling.passage} ${number.passage}` };
  return {
    givenNames: take(below(person, 'PersonName', 'GivenName')),
    familyName: take(below(person, 'PersonName', 'FamilyName')),
    bornOn: taking.birthDate ? take(below(person, 'BirthDate'), asBirthDate) : undefined,
    residence: take(home, countryCode),
    telephone: whole ?? number ?? dialling,
  };
}

/** One employer may have several posts. */
function postsOf(employer: XmlElement, { take }: EuropassReader): ProposedEntry[] {
  const posts = named(employer, 'PositionHistory');
  const name = take(below(employer, 'OrganizationName'));
  const country = take(below(employer, 'OrganizationContact', 'Communication', 'Address', 'CountryCode'), countryCode);
  return (posts.length > 0 ? posts : [employer]).flatMap((post) => {
    const period = below(post, 'EmploymentPeriod') ?? below(employer, 'EmploymentPeriod');
    const current = take(below(period, 'CurrentIndicator') ?? below(post, 'CurrentIndicator'), (text) =>
      text === 'true' ? 'yes' : undefined,
    );
    const fields = {
      title: take(below(post, 'PositionTitle')),
      employer: name,
      country: take(below(post, 'Country'), countryCode) ?? country,
      from: dateOf(below(period, 'StartDate'), take),
      to: dateOf(below(period, 'EndDate'), take),
      current,
      tasks: take(below(post, 'Description'), htmlWords),
    };
    return entryWith('experience', fields, ownOf(post));
  });
}

/** A date stands in an element of its own, or directly. */
const dateOf = (element: XmlElement | undefined, take: EuropassReader['take']) =>
  take(below(element, 'FormattedDateTime') ?? element, asMonth);

function studiesOf(studies: XmlElement, { take }: EuropassReader): FoundFields {
  const period = below(studies, 'AttendancePeriod');
  const degree = below(studies, 'EducationDegree');
  const end = dateOf(below(period, 'EndDate'), take);
  const ongoing = take(below(period, 'Ongoing') ?? below(period, 'CurrentIndicator'), (text) =>
    text === 'true' ? 'in-progress' : undefined,
  );
  return {
    degree: take(below(degree, 'DegreeName') ?? below(studies, 'DegreeName')),
    institution: take(below(studies, 'OrganizationName')),
    country: take(below(studies, 'OrganizationContact', 'Communication', 'Address', 'CountryCode'), countryCode),
    from: dateOf(below(period, 'StartDate'), take),
    to: end,
    completed: ongoing,
    details: take(below(degree, 'OccupationalSkillsCovered'), htmlWords),
  };
}

const motherTongue = (code: XmlElement, { take }: EuropassReader): FoundFields => {
  const language = take(code, languageCode);
  return { language, motherTongue: language && { value: 'yes', passage: language.passage } };
};

/** Europass gives a CEFR level for each skill: told as they are, for the scale here may be another. */
function languageOf(language: XmlElement, { take }: EuropassReader): FoundFields {
  if (!take(below(language, 'TaxonomyID'), (text) => (text === 'language' ? text : undefined))) return {};
  const told = named(language, 'CompetencyDimension')
    .flatMap((dimension) => {
      const skill = take(below(dimension, 'CompetencyDimensionTypeCode'), (text) =>
        text.replace(/^CEF-/, '').replaceAll('-', ' '),
      );
      const score = take(below(dimension, 'Score', 'ScoreText'));
      return [skill?.value ?? [], score?.value ?? []].flat().join(' ');
    })
    .filter((words) => words !== '')
    .join(' · ');
  return {
    language: take(below(language, 'CompetencyID'), languageCode),
    description: told === '' ? undefined : { value: told, passage: told },
  };
}

/** The parts that Europass has no place for, as our own exports keep them: an instruction each, with its part. */
function ownParts(root: XmlElement): ProposedEntry[] {
  return root.own.flatMap((body) => {
    const { part: name, ...fields } = ownRecord(body);
    const part = PARTS.find((one): one is Part => one === name);
    const found = Object.fromEntries(
      Object.entries(fields).map(([field, value]) => [field, { value, passage: value }]),
    );
    return part ? entryWith(part, found) : [];
  });
}
