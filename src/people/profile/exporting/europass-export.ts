import { threeLetters } from '../importing/country-words.ts';
import { readEuropass } from '../importing/europass.ts';
import { OWN_INSTRUCTION } from '../importing/xml-tree.ts';
import { isBlank, valueIn, type Entry, type Part, type Profile } from '../profile.ts';

const NAMESPACES =
  'xmlns="http://www.europass.eu/1.0" xmlns:oa="http://www.openapplications.org/oagis/9" ' +
  'xmlns:eures="http://www.europass_eures.eu/1.0" xmlns:hr="http://www.hr-xml.org/3"';

/**
 * A profile as the `Candidate` document that Europass reads. What that format cannot say stands in processing
 * instructions, which other readers pass over, so that the file read again is the same profile.
 */
export function europassOf({ parts }: Pick<Profile, 'parts'>): string {
  const of = (part: Part) => parts[part].filter((entry) => !isBlank(entry)).map((entry) => withOwn(part, entry));
  const tongues = parts.languages.filter((entry) => !isBlank(entry) && isTongue(entry));
  const others = parts.languages.filter((entry) => !isBlank(entry) && !isTongue(entry));
  const own = OWN_PARTS.flatMap((part) =>
    parts[part].filter((entry) => !isBlank(entry)).map((entry) => ({ ...entry.fields, part })),
  );
  return documentOf({
    own: own.map((record) => instruction(filled(record))).join(''),
    person: [...of('person'), ...of('nationalities'), ...tongues.map((entry) => withOwn('languages', entry))].join(''),
    work: of('experience').join(''),
    studies: of('education').join(''),
    languages: others.map((entry) => withOwn('languages', entry)).join(''),
  });
}

/** Parts that Europass has no place for, or one that says too little. */
const OWN_PARTS: Part[] = ['clearances', 'willingness', 'memberships', 'references'];

type Content = { own?: string; person?: string; work?: string; studies?: string; languages?: string };

const documentOf = ({ own = '', person = '', work = '', studies = '', languages = '' }: Content): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Candidate ${NAMESPACES}>${own}` +
  `<CandidatePerson>${person}</CandidatePerson><CandidateProfile>` +
  `<EmploymentHistory>${work}</EmploymentHistory><EducationHistory>${studies}</EducationHistory>` +
  `<PersonQualifications>${languages}</PersonQualifications></CandidateProfile></Candidate>\n`;

const escaped = (text: string): string =>
  text
    // What XML cannot hold at all; it is kept in the instruction, as JSON writes it.
    .replaceAll(/[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

/** An element with a text; nothing where there is none. */
const element = (name: string, text: string, attributes = ''): string =>
  text === '' ? '' : `<${name}${attributes}>${escaped(text)}</${name}>`;
const around = (name: string, content: string): string => (content === '' ? '' : `<${name}>${content}</${name}>`);

const isTongue = (entry: Entry): boolean =>
  valueIn(entry, 'motherTongue') === 'yes' && valueIn(entry, 'description') === '';
const date = (name: string, value: string): string => around(name, element('hr:FormattedDateTime', value));

/** How each part is written; `own` is what goes into the element for us alone. */
const WRITE: Partial<Record<Part, (entry: Entry, own: string) => string>> = {
  person: personXml,
  nationalities: (entry, own) =>
    `<NationalityCode>${own}${escaped(valueIn(entry, 'country').toLowerCase())}</NationalityCode>`,
  experience: postXml,
  education: studiesXml,
  languages: (entry, own) => (isTongue(entry) ? tongueXml(entry, own) : languageXml(entry, own)),
};

function personXml(entry: Entry, own: string): string {
  const names =
    element('oa:GivenName', valueIn(entry, 'givenNames')) + element('hr:FamilyName', valueIn(entry, 'familyName'));
  const telephone = element('oa:DialNumber', valueIn(entry, 'telephone'));
  const country = element('CountryCode', valueIn(entry, 'residence').toLowerCase());
  return (
    `<PersonName>${own}${names}</PersonName>` +
    around('Communication', telephone && `<ChannelCode>Telephone</ChannelCode>${telephone}`) +
    around('Communication', around('Address', country)) +
    element('hr:BirthDate', valueIn(entry, 'bornOn'))
  );
}

function postXml(entry: Entry, own: string): string {
  const current = valueIn(entry, 'current') === 'yes' ? 'true' : 'false';
  const period =
    date('eures:StartDate', valueIn(entry, 'from')) +
    date('eures:EndDate', valueIn(entry, 'to')) +
    element('hr:CurrentIndicator', current);
  const post =
    element('PositionTitle', valueIn(entry, 'title'), ' typeCode="FREETEXT"') +
    around('eures:EmploymentPeriod', period) +
    element('oa:Description', asHtml(valueIn(entry, 'tasks'))) +
    element('Country', valueIn(entry, 'country').toLowerCase());
  return `<EmployerHistory>${element('hr:OrganizationName', valueIn(entry, 'employer'))}<PositionHistory>${own}${post}</PositionHistory></EmployerHistory>`;
}

function studiesXml(entry: Entry, own: string): string {
  const ongoing = valueIn(entry, 'completed') === 'in-progress' ? 'true' : 'false';
  const period =
    date('StartDate', valueIn(entry, 'from')) + date('EndDate', valueIn(entry, 'to')) + element('Ongoing', ongoing);
  const country = element('CountryCode', valueIn(entry, 'country').toLowerCase());
  const degree =
    element('hr:DegreeName', valueIn(entry, 'degree')) +
    element('OccupationalSkillsCovered', asHtml(valueIn(entry, 'details')));
  return (
    `<EducationOrganizationAttendance>${own}${element('hr:OrganizationName', valueIn(entry, 'institution'))}` +
    around('OrganizationContact', around('Communication', around('Address', country))) +
    `${around('AttendancePeriod', period)}${around('EducationDegree', degree)}</EducationOrganizationAttendance>`
  );
}

const tongueXml = (entry: Entry, own: string): string =>
  `<PrimaryLanguageCode name="NORMAL">${own}${escaped(codeOf(entry))}</PrimaryLanguageCode>`;

const languageXml = (entry: Entry, own: string): string =>
  `<PersonCompetency>${own}${element('CompetencyID', codeOf(entry))}<hr:TaxonomyID>language</hr:TaxonomyID></PersonCompetency>`;

const codeOf = (entry: Entry): string => threeLetters(valueIn(entry, 'language')) ?? valueIn(entry, 'language');

/** A line a paragraph, as the editor of Europass keeps texts. */
const asHtml = (text: string): string =>
  text === ''
    ? ''
    : text
        .split('\n')
        .map((line) => `<p>${escaped(line)}</p>`)
        .join('');

/** An instruction ends at the first `?>`, which JSON can write otherwise. */
const instruction = (record: Record<string, string>): string =>
  Object.keys(record).length === 0 ? '' : `<?${OWN_INSTRUCTION} ${asciiJson(record)}?>`;

const asciiJson = (record: Record<string, string>): string =>
  JSON.stringify(record).replaceAll(
    /[^\x20-\x7e]|[?<>&]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const filled = (record: Record<string, string>) =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== ''));

/** An entry with what is lost when it is read again, inside it. */
function withOwn(part: Part, entry: Entry): string {
  const write = WRITE[part];
  if (!write) return '';
  const read = readEuropass(documentOf(contentOf(part, entry, write(entry, ''))));
  const again = read.ok ? read.value.entries.find((one) => one.part === part) : undefined;
  const names = new Set([...Object.keys(entry.fields), ...Object.keys(again?.fields ?? {})]);
  const lost = [...names].filter((name) => valueIn(entry, name) !== (again?.fields[name]?.value ?? ''));
  return write(entry, instruction(Object.fromEntries(lost.map((name) => [name, valueIn(entry, name)]))));
}

function contentOf(part: Part, entry: Entry, xml: string): Content {
  if (part === 'experience') return { work: xml };
  if (part === 'education') return { studies: xml };
  return part === 'languages' && !isTongue(entry) ? { languages: xml } : { person: xml };
}
