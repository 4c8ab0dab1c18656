import { HAND_OVER_FIELDS } from './hand-over-schema.ts';
import type { Slips } from './organisation-testing.ts';

/** One slip for each file of an organisation, of each kind, with what the loader says of it. */
export const MISSING_KEY: Slips = {
  'organisation.yaml': {
    from: '    country: MA\n',
    to: '',
    at: '- code: rabat',
    says: 'dutyStations, entry 3, country: This key is missing. Expected a text',
  },
  'member-nations.yaml': {
    from: "  - { country: MT, from: '1994-01-01' }",
    to: '  - { country: MT }',
    says: 'nations, entry 8, from: This key is missing. Expected a date as YYYY-MM-DD',
  },
  'languages.yaml': {
    from: 'scheme: cefr\n',
    to: '',
    at: 'official:',
    says: 'scheme: This key is missing. Expected a text',
  },
  'grades.yaml': {
    from: 'twinGrade: []\n',
    to: '',
    at: 'scheme:',
    says: 'twinGrade: This key is missing. Expected a list',
  },
  'salaries.yaml': {
    from: "step: 2, country: PT, from: '2026-01-01', until: null,",
    to: "country: PT, from: '2026-01-01', until: null,",
    says: 'rows, entry 20, step: This key is missing. Expected a number',
  },
  'clearances.yaml': {
    from: `  source:
    en: Staff Regulations, article 25(4)
    fr: Statut du personnel, article 25, paragraphe 4
    es: Estatuto del personal, artículo 25, apartado 4
`,
    to: '',
    at: 'issuers:',
    says: 'issuers, source: This key is missing. Expected a text in each language, such as { en: …, fr: … }, or a web address alone',
  },
  'eligibility.yaml': {
    from: '    partTime: in-full\n',
    to: '',
    at: '- from: null\n    rule: E6',
    says: 'experience, entry 1, partTime: This key is missing. Expected one of pro-rata, in-full',
  },
  'education.yaml': {
    from: "    isced: ['8']\n",
    to: '',
    at: '- code: doctorate',
    says: 'kinds, entry 1, isced: This key is missing. Expected a list',
  },
  'contracts.yaml': {
    from: '{ rule: SR-C4, months: 24, agreedBy: [organisation, applicant] }',
    to: '{ rule: SR-C4, agreedBy: [organisation, applicant] }',
    says: 'clauses, entry 2, terms, entry 1, non-seconded, first, months: This key is missing. Expected a whole number of months, one or more',
  },
  'applications.yaml': {
    from: '  maxBytes: 3000000\n',
    to: '',
    at: 'documents:',
    says: 'documents, maxBytes: This key is missing. Expected a number',
  },
  'accommodation.yaml': {
    from: '  maxFiles: 5\n',
    to: '',
    at: 'evidence:',
    says: 'evidence, maxFiles: This key is missing. Expected a number',
  },
  'equality.yaml': {
    from: 'smallestShown: 5\n',
    to: '',
    at: 'rule: O4',
    says: 'smallestShown: This key is missing. Expected a number',
  },
  'integrity.yaml': {
    from: 'examined: false\n',
    to: '',
    at: 'rule: A4',
    says: 'examined: This key is missing. Expected true or false',
  },
  'working-days.yaml': {
    from: '    - year: 2026\n      source:\n',
    to: '    - source:\n',
    says: 'calendar, years, entry 1, year: This key is missing. Expected a number',
  },
  'selection.yaml': {
    from: '    channel: remote\n',
    to: '',
    at: '- code: reasoning-tests',
    says: 'stages, entry 2, channel: This key is missing. Expected one of online, remote, on-site',
  },
  'panel.yaml': {
    from: 'quorum: 3\n',
    to: '',
    at: 'source: &setting',
    says: 'quorum: This key is missing. Expected a number',
  },
  'scoring.yaml': {
    from: 'passMark: 60\n',
    to: '',
    at: 'source: &setting',
    says: 'passMark: This key is missing. Expected a number',
  },
  'decision.yaml': {
    from: '    subject:\n      en: Your application for “[title]” ([reference])\n      fr: Votre candidature au poste « [title] » ([reference])\n      es: Su candidatura para «[title]» ([reference])\n',
    to: '',
    at: 'selected:\n',
    says: 'letters, selected, subject: This key is missing. Expected keys with their values',
  },
  'appointment.yaml': {
    from: '  months: 24\n',
    to: '',
    at: 'reserveList:',
    says: 'reserveList, months: This key is missing. Expected a whole number of months, one or more',
  },
  'hand-over.yaml': {
    from: '    events: [appointment.made, appointment.ended]\n',
    to: '',
    at: '- code: badge-office',
    says: 'neighbours, entry 4, events: This key is missing. Expected a list',
  },
  'standard-paragraphs.yaml': {
    from: '    section: contract\n    text:',
    to: '    text:',
    at: '- code: probation',
    says: 'paragraphs, entry 1, section: This key is missing. Expected one of contract, application, additional',
  },
  'notices.yaml': {
    from: '    days: 28\n',
    to: '',
    at: '- from: null',
    says: 'minimumOpen, entry 1, days: This key is missing. Expected a number',
  },
  'posts.yaml': {
    from: '    dutyStation: lisbon\n',
    to: '',
    at: '- code: for-003',
    says: 'posts, entry 1, dutyStation: This key is missing. Expected a text',
  },
  'retention.yaml': {
    from: '    counts: closing-date\n',
    to: '',
    at: '- code: draft-applications',
    says: 'periods, entry 1, counts: This key is missing. Expected one of closing-date, decision, end-of-appointment, last-sign-in, event, accommodation-decision, end-of-selection, end-of-competition',
  },
};

export const WRONG_TYPE: Slips = {
  'organisation.yaml': {
    from: '  en: SRC\n',
    to: '  en: 5\n',
    says: 'shortName, en: Expected a text, and found the number 5: put it in quotation marks',
  },
  'member-nations.yaml': {
    from: 'rule: E1',
    to: 'rule: true',
    says: 'rule: Expected a text, and found “true”: put it in quotation marks',
  },
  'languages.yaml': {
    from: 'official: [en, fr, es]',
    to: 'official: en',
    says: 'official: Expected a list, and found “en”',
  },
  'grades.yaml': {
    from: 'comparableAcrossFamilies: false',
    to: 'comparableAcrossFamilies: never',
    says: 'comparableAcrossFamilies: Expected true or false, and found “never”',
  },
  'salaries.yaml': {
    from: "amount: '2310.40',",
    to: 'amount: 2310.40,',
    says: 'rows, entry 1, amount: Expected a text, and found the number 2310.4: put it in quotation marks',
  },
  'clearances.yaml': {
    from: 'levels: []',
    to: 'levels: none',
    says: 'levels: Expected a list, and found “none”',
  },
  'eligibility.yaml': {
    from: '    minimum: 21',
    to: '    minimum: twenty-one',
    says: 'age, entry 1, minimum: Expected a number, and found “twenty-one”',
  },
  'education.yaml': {
    from: "    isced: ['8']\n",
    to: '    isced: 8\n',
    says: 'kinds, entry 1, isced: Expected a list, and found the number 8',
  },
  'contracts.yaml': {
    from: 'upToMonths: 60',
    to: 'upToMonths: five years',
    says: 'clauses, entry 1, terms, entry 2, non-seconded, renewal, upToMonths: Expected a whole number of months, one or more, and found “five years”',
  },
  'applications.yaml': {
    from: 'formats: [pdf]',
    to: 'formats: pdf',
    says: 'documents, formats: Expected a list, and found “pdf”',
  },
  'accommodation.yaml': {
    from: 'maxFiles: 5',
    to: 'maxFiles: some',
    says: 'evidence, maxFiles: Expected a number, and found “some”',
  },
  'equality.yaml': {
    from: 'smallestShown: 5',
    to: 'smallestShown: few',
    says: 'smallestShown: Expected a number, and found “few”',
  },
  'integrity.yaml': {
    from: 'examined: false',
    to: 'examined: perhaps',
    says: 'examined: Expected true or false, and found “perhaps”',
  },
  'working-days.yaml': {
    from: 'closed: [saturday, sunday]',
    to: 'closed: [saturday, weekend]',
    says: 'calendar, weekdays, entry 1, closed, entry 2: Expected one of monday, tuesday, wednesday, thursday, friday, saturday, sunday, and found “weekend”',
  },
  'selection.yaml': {
    from: 'channel: remote',
    to: 'channel: by post',
    says: 'stages, entry 2, channel: Expected one of online, remote, on-site, and found “by post”',
  },
  'panel.yaml': {
    from: 'grade: null',
    to: 'grade: { atLeast: post, below: perhaps, source: *setting }',
    says: 'grade, below: Expected one of blocks, reason, shown, and found “perhaps”',
  },
  'scoring.yaml': {
    from: 'passMark: 60',
    to: 'passMark: most',
    says: 'passMark: Expected a number, and found “most”',
  },
  'decision.yaml': {
    from: '      en: We have not retained your application for this post. [reason] We thank you for the time you gave to this selection.\n',
    to: '      en: 12\n',
    says: 'letters, not-retained, body, en: Expected a text, and found the number 12: put it in quotation marks',
  },
  'appointment.yaml': {
    from: '  months: 24',
    to: '  months: two years',
    says: 'reserveList, months: Expected a whole number of months, one or more, and found “two years”',
  },
  'hand-over.yaml': {
    from: '{ field: salaryMinor, as: salary_minor }',
    to: '{ field: bankAccount, as: salary_minor }',
    says: `neighbours, entry 2, fields, entry 6, field: Expected one of ${HAND_OVER_FIELDS.join(', ')}, and found “bankAccount”`,
  },
  'standard-paragraphs.yaml': {
    from: 'section: contract',
    to: 'section: contracts',
    says: 'paragraphs, entry 1, section: Expected one of contract, application, additional, and found “contracts”',
  },
  'notices.yaml': {
    from: 'role: recruitment-manager',
    to: 'role: director',
    says: 'approval, steps, entry 1, role: Expected one of hiring-manager, translator, recruitment-manager, budget-officer, and found “director”',
  },
  'posts.yaml': {
    from: 'grades: [AD7]',
    to: 'grades: AD7',
    says: 'posts, entry 1, grades: Expected a list, and found “AD7”',
  },
  'retention.yaml': {
    from: 'months: 3\n',
    to: 'months: 0\n',
    says: 'periods, entry 1, months: Expected a whole number of months, one or more, and found the number 0',
  },
};

const LACKS = 'This text lacks “es”, an official language';
/** A text in each file; a source is one as well. */
export const MISSING_LANGUAGE: Slips = {
  'organisation.yaml': { from: '  es: Comisión de los Ríos del Sur\n', to: '', at: 'name:', says: `name: ${LACKS}` },
  'member-nations.yaml': {
    from: '  es: Estatuto del personal, artículo 5, apartado 1; Convenio sobre los ríos del Sur, artículos 2 y 31\n',
    to: '',
    at: 'source:',
    says: `source: ${LACKS}`,
  },
  'languages.yaml': {
    from: ', es: umbral',
    to: '',
    at: 'name: { en: Threshold',
    says: `levels, entry 3, name: ${LACKS}`,
  },
  'grades.yaml': {
    from: ', es: Asistentes',
    to: '',
    at: 'name: { en: Assistants',
    says: `families, entry 2, name: ${LACKS}`,
  },
  'salaries.yaml': {
    from: '    es: Estatuto del personal, artículo 61\n',
    to: '',
    at: '  source:\n    en: Staff Regulations, article 61',
    says: `appointmentStep, source: ${LACKS}`,
  },
  'clearances.yaml': {
    from: '  es: Estatuto del personal, artículo 25, apartado 4, que prohíbe exigirla\n',
    to: '',
    at: 'source:',
    says: `source: ${LACKS}`,
  },
  'eligibility.yaml': {
    from: '      es: Acepto viajar por razones de servicio a cualquier país miembro.\n',
    to: '\n',
    at: '      text:\n        en: I am willing to travel',
    says: `willingness, declarations, entry 1, text: ${LACKS}`,
  },
  'education.yaml': {
    from: ', es: Doctorado',
    to: '',
    at: 'name: { en: Doctorate',
    says: `kinds, entry 1, name: ${LACKS}`,
  },
  'contracts.yaml': {
    from: '      es: Agente temporal\n',
    to: '',
    at: '    name:\n      en: Temporary agent',
    says: `clauses, entry 1, name: ${LACKS}`,
  },
  'applications.yaml': {
    from: ', es: Otro documento',
    to: '',
    at: 'name: { en: Other document',
    says: `documents, kinds, entry 3, name: ${LACKS}`,
  },
  'accommodation.yaml': {
    from: '      es: Más tiempo\n',
    to: '',
    at: 'name:\n      en: More time',
    says: `kinds, entry 1, name: ${LACKS}`,
  },
  'equality.yaml': {
    from: '      es: ¿Qué le describe?\n',
    to: '',
    at: 'question:\n      en: Which describes you?',
    says: `questions, entry 1, question: ${LACKS}`,
  },
  'integrity.yaml': {
    from: '  es: Una candidatura es obra de quien la presenta. El Estatuto no prevé ningún examen al respecto, y no lo hay.\n',
    to: '',
    at: 'text:',
    says: `text: ${LACKS}`,
  },
  'working-days.yaml': {
    from: ', es: Viernes Santo',
    to: '',
    at: 'name: { en: Good Friday',
    says: `calendar, years, entry 1, closed, entry 2, name: ${LACKS}`,
  },
  'selection.yaml': {
    from: ', es: Entrevista estructurada',
    to: '',
    at: 'name: { en: Structured interview',
    says: `stages, entry 4, name: ${LACKS}`,
  },
  'panel.yaml': {
    from: '      es: Amistad o relación cercana\n',
    to: '',
    at: 'name:\n      en: Friendship, or close acquaintance',
    says: `conflicts, entry 4, name: ${LACKS}`,
  },
  'scoring.yaml': {
    from: '      es: No demostrado\n',
    to: '',
    at: 'name:\n      en: Not shown',
    says: `scale, entry 1, name: ${LACKS}`,
  },
  'decision.yaml': {
    from: '      es: Su candidatura para este puesto no ha sido elegida. [reason] Le agradecemos el tiempo que ha dedicado a este proceso.\n',
    to: '',
    at: 'body:\n      en: We have not',
    says: `letters, not-retained, body: ${LACKS}`,
  },
  'appointment.yaml': {
    from: ', es: Dos referencias',
    to: '',
    at: 'name: { en: Two references',
    says: `conditions, entry 2, name: ${LACKS}`,
  },
  'hand-over.yaml': {
    from: '      es: Nóminas\n',
    to: '',
    at: 'name:\n      en: Payroll',
    says: `neighbours, entry 2, name: ${LACKS}`,
  },
  'standard-paragraphs.yaml': {
    from: '      es: Los nueve primeros meses son un período de prueba.\n',
    to: '',
    at: '    text:\n      en: The first nine months',
    says: `paragraphs, entry 1, text: ${LACKS}`,
  },
  'notices.yaml': {
    from: '        es: Aprobación de recursos humanos\n',
    to: '',
    at: '      name:\n        en: Approval by human',
    says: `approval, steps, entry 1, name: ${LACKS}`,
  },
  'posts.yaml': {
    from: '      es: la Sección de Previsión de Sequías\n',
    to: '',
    at: '    unit:',
    says: `posts, entry 1, unit: ${LACKS}`,
  },
  'retention.yaml': {
    from: ', es: Cuentas sin candidatura',
    to: '',
    at: 'name: { en: Accounts without',
    says: `periods, entry 5, name: ${LACKS}`,
  },
};
