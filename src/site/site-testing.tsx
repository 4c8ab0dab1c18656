import type { ComponentChildren } from 'preact';
import type { Language } from '../platform/language.ts';
import { BilingualRows, type BilingualRow } from './bilingual-rows.tsx';
import { DataTable } from './data-table.tsx';
import { DateField } from './date-field.tsx';
import { formatDate, formatInstant } from './dates.ts';
import { ErrorSummary } from './error-summary.tsx';
import { Checkboxes, FileField, Radios, Select, SubmitButton, TextArea, TextField } from './forms.tsx';
import { PublicLayout, StaffLayout } from './layout.tsx';
import type { PageContext } from './page-context.ts';
import {
  BackLink,
  EmptyState,
  Facts,
  Notice,
  Pagination,
  Steps,
  SummaryList,
  Tag,
  TaskList,
  Why,
  type Tone,
} from './parts.tsx';
import { ReceiptSheet } from './receipt-sheet.tsx';

/** A page of a visitor, unless told otherwise. */
export const aPage = (language: Language, overrides: Partial<PageContext> = {}): PageContext => ({
  language,
  path: '/vacancies/260114',
  organisation: {
    name: { en: 'Northern Rivers Commission', fr: 'Commission des rivières du Nord' },
    footerNote: {
      en: 'No fee is ever asked for an application.',
      fr: 'Aucuns frais ne sont jamais demandés pour une candidature.',
    },
  },
  actor: undefined,
  publicUrl: 'https://jobs.example.int',
  development: false,
  ...overrides,
});

const WORDS = {
  en: {
    title: 'Officer, River Basin Data',
    long: 'Principal Assistant, Interdepartmental Hydrometeorological Telecommunications',
    text: 'The Division gathers what gauges, satellites and ship logs say about the water.',
    status: 'Received in time',
    error: 'Enter a year of four figures',
  },
  fr: {
    title: 'Administratrice/Administrateur (données fluviales)',
    long: 'Assistante principale/Assistant principal, Télécommunications hydrométéorologiques interdépartementales',
    text: 'La Division rassemble ce que disent de l’eau les jauges, les satellites et les journaux de bord.',
    status: 'Reçue dans les délais',
    error: 'Saisissez une année à quatre chiffres',
  },
};

/** Every part on one page, with long words and every state. */
export function EveryPart({ language }: { language: Language }) {
  const t = WORDS[language];
  const actor = { name: 'Zoë Lefèvre', staff: false, links: [{ href: `/${language}/my`, text: t.status }] };
  return (
    <PublicLayout page={aPage(language, { actor, notice: t.status, development: true })} title={t.title} inError>
      <BackLink href="#back">{t.title}</BackLink>
      <ErrorSummary errors={[{ field: 'born', message: t.error }]} />
      <p class="eyebrow">
        <b>260114</b> <span>{t.text}</span> <Tag tone="warning">{t.status}</Tag>
      </p>
      <h1>{t.long}</h1>
      <p class="lede">{t.text}</p>
      <PartsOnShow language={language} />
      <FieldsOnShow language={language} />
    </PublicLayout>
  );
}

const TONES: Tone[] = ['plain', 'info', 'success', 'warning', 'error'];

function PartsOnShow({ language }: { language: Language }) {
  const t = WORDS[language];
  const deadline = formatInstant(new Date('2027-01-18T22:59:59Z'), 'Europe/Brussels', language);
  const facts = TONES.map((tone) => ({ term: tone, value: t.title, note: deadline }));
  return (
    <>
      <Facts facts={facts} />
      {TONES.map((tone) => (
        <Notice key={tone} tone={tone} title={t.title}>
          <p>
            {t.text} <a href="#more">{t.title}</a> <Tag tone={tone}>{tone}</Tag>
          </p>
        </Notice>
      ))}
      <Why>
        <p>{t.text}</p>
      </Why>
      <TaskList
        tasks={[
          { title: t.title, href: '#a', tone: 'success', status: t.status },
          { title: t.long, tone: 'plain', status: t.status, hint: t.text },
        ]}
      />
      <SummaryList rows={[{ term: t.title, value: t.text, action: { href: '#b', text: t.status, about: t.title } }]} />
      <Steps
        steps={[
          { title: t.title, state: 'done', when: formatDate('2027-01-18', language) },
          { title: t.title, state: 'current', when: deadline, children: <p>{t.text}</p> },
          { title: t.title, state: 'to-do' },
        ]}
      />
      <EmptyState title={t.title}>
        <p>{t.text}</p>
      </EmptyState>
      <Pagination current={7} total={20} href={(page) => `?page=${page}`} />
    </>
  );
}

function FieldsOnShow({ language }: { language: Language }) {
  const t = WORDS[language];
  const options = [
    { value: 'a', text: t.title, hint: t.text },
    { value: 'b', text: t.long },
  ];
  return (
    <form method="post" action="#form" novalidate>
      <TextField name="email" label={t.title} hint={t.text} type="email" autocomplete="email" value="z@example.int" />
      <TextField name="name" label={t.long} error={t.error} width="medium" optional />
      <TextArea name="text" label={t.title} hint={t.text} value={t.text} maxCharacters={400} />
      <DateField name="born" label={t.title} hint={t.text} error={t.error} birthday />
      <Select name="country" label={t.title} options={options} value="b" />
      <Radios name="level" label={t.title} hint={t.text} options={options} value="a" error={t.error} />
      <Checkboxes name="truth" label={t.title} options={options} values={['b']} />
      <FileField name="letter" label={t.title} hint={t.text} accept="application/pdf" />
      <div class="actions">
        <SubmitButton>{t.status}</SubmitButton>
        <SubmitButton tone="quiet">{t.status}</SubmitButton>
        <SubmitButton tone="danger">{t.status}</SubmitButton>
      </div>
    </form>
  );
}

const ROWS: BilingualRow[] = [
  { kind: 'heading', key: '2', number: '2', heading: 'Qualifications and experience' },
  {
    kind: 'text',
    key: '2.2',
    number: '2.2',
    sides: {
      en: {
        children: (
          <p>
            at least <mark>5</mark> years of work with environmental time series;
          </p>
        ),
      },
      fr: {
        children: (
          <p>
            au moins <mark>trois</mark> années d’expérience des séries chronologiques environnementales ;
          </p>
        ),
        mark: 'warning',
      },
    },
    findings: (
      <Finding tone="warning" text="Number differs">
        English asks for 5 years, French for 3.
      </Finding>
    ),
  },
  {
    kind: 'text',
    key: '3',
    number: '3',
    label: 'Accountability',
    sides: {
      en: {
        children: (
          <textarea class="input" aria-label="English" lang="en">
            Lead the quality control of the flow record.
          </textarea>
        ),
      },
      fr: {
        children: (
          <p>
            <mark>Lead the quality control of the flow record.</mark>
          </p>
        ),
        lang: 'en',
        mark: 'error',
      },
    },
    findings: (
      <Finding tone="error" text="Left in English">
        The French side repeats the English text.
      </Finding>
    ),
  },
  {
    kind: 'text',
    key: '8.2',
    number: '8.2',
    sides: {
      en: { children: <p>If you need an accommodation during the selection, tell us in time.</p> },
      fr: { mark: 'error' },
    },
    findings: (
      <Finding tone="error" text="Missing in French">
        Its approved text can be put in.
      </Finding>
    ),
  },
];

function Finding({ tone, text, children }: { tone: Tone; text: string; children: ComponentChildren }) {
  return (
    <>
      <p>
        <Tag tone={tone}>{text}</Tag>
      </p>
      <p>{children}</p>
    </>
  );
}

/** The signature parts of staff: the bilingual page and a table of applications. */
export function StaffParts({ language }: { language: Language }) {
  const t = WORDS[language];
  const rows = [
    { key: 1, cells: [<a href="#1">Zoë Lefèvre</a>, 'A-260114-00317', '1,204'] },
    { key: 2, cells: [<a href="#2">{t.long}</a>, 'A-260114-00318', '12'] },
  ];
  const nav = [{ href: `/${language}/staff/vacancies`, text: t.title }];
  return (
    <StaffLayout page={aPage(language, { path: '/staff/vacancies' })} title={t.title} nav={nav}>
      <h1>{t.title}</h1>
      <BilingualRows caption={t.title} role={{ en: 'original' }} rows={ROWS} />
      <DataTable
        caption={t.title}
        columns={[{ heading: t.status, rowHeader: true }, { heading: 'N°' }, { heading: 'Σ', numeric: true }]}
        rows={rows}
      />
    </StaffLayout>
  );
}

/** A receipt as an applicant keeps it. */
export function AReceipt({ language }: { language: Language }) {
  const t = WORDS[language];
  const received = formatInstant(new Date('2027-01-17T21:41:08Z'), 'Europe/Brussels', language);
  return (
    <PublicLayout page={aPage(language)} title={t.status}>
      <ReceiptSheet
        reference="A-260114-00317"
        status={{ tone: 'success', text: t.status }}
        title={t.title}
        received={<p>{received}</p>}
        next={<p>{t.text}</p>}
        stored={
          <SummaryList
            rows={[
              { term: t.title, value: t.text },
              { term: t.status, value: 'letter.pdf' },
            ]}
          />
        }
        fingerprint={'9f2c71aa05d84be1'.repeat(4)}
        proof={<p>{t.text}</p>}
      />
    </PublicLayout>
  );
}
