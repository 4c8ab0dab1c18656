import { Fragment } from 'preact';
import type { Language } from '../../platform/language.ts';
import { addMonths } from '../../regulations/civil-dates.ts';
import { ContractTimeline } from '../../regulations/contracts/contract-timeline.tsx';
import { planContract } from '../../regulations/contracts/contracts.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { ruleAnchor } from '../../regulations/rule-link.tsx';
import { DataTable } from '../../site/data-table.tsx';
import { DateField, type DateParts } from '../../site/date-field.tsx';
import { formatDate } from '../../site/dates.ts';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { errorOf, SubmitButton, type FieldError } from '../../site/forms.tsx';
import { PublicLayout } from '../../site/layout.tsx';
import { LinkedText } from '../../site/linked-text.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { Why } from '../../site/parts.tsx';
import type { Chapter, RowsInForce, RuleEntry, RuleTable } from './rule-entry.ts';
import { RULEBOOK_TEXTS } from './rulebook-texts.ts';

export type RulebookProps = {
  page: PageContext;
  organisation: Organisation;
  chapters: Chapter[];
  /** The civil day whose rows are shown, and today's. */
  on: string;
  today: string;
  /** The day asked for as it was typed, where it is none. */
  typed?: DateParts | undefined;
  errors?: FieldError[];
};

/** All that an organisation has laid down, chapter by chapter; every rule has its place, to which answers lead. */
export function RulebookPage(props: RulebookProps) {
  const { page, organisation, chapters, on, today, errors = [] } = props;
  const { language } = page;
  const t = RULEBOOK_TEXTS[language];
  const places = placesOf(chapters);
  return (
    <PublicLayout page={page} title={t.title} inError={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <h1>{t.title}</h1>
      <p class="lede">{t.lede.replace('{organisation}', organisation.name[language])}</p>
      <p class="in-force">
        <b>{t.inForceOn.replace('{date}', formatDate(on, language))}</b>
        {on !== today && (
          <>
            {' '}
            <a href={`/${language}/regulations`}>{t.today}</a>
          </>
        )}
      </p>
      <AnotherDay {...props} />
      <div class="rulebook">
        <Contents chapters={chapters} language={language} />
        {chapters.map((chapter) => (
          <section key={chapter.code} id={chapter.code}>
            <h2>{chapter.title}</h2>
            {chapter.entries.map((entry, index) => (
              <Entry key={index} {...{ entry, places, organisation, on, page }} />
            ))}
          </section>
        ))}
      </div>
    </PublicLayout>
  );
}

/** Which rules have their place at an entry or at a row: the first that is about them. */
type Places = Map<RuleEntry | RuleTable['rows'][number], readonly string[]>;

function placesOf(chapters: readonly Chapter[]): Places {
  const taken = new Set<string>();
  const places: Places = new Map();
  const take = (holder: RuleEntry | RuleTable['rows'][number]) => {
    const own = (holder.rules ?? []).filter((rule) => !taken.has(rule));
    for (const rule of own) taken.add(rule);
    places.set(holder, own);
  };
  for (const { entries } of chapters)
    for (const entry of entries) {
      take(entry);
      for (const row of entry.table?.rows ?? []) take(row);
    }
  return places;
}

function AnotherDay({ page, typed, errors = [] }: RulebookProps) {
  const t = RULEBOOK_TEXTS[page.language];
  const error = errorOf(errors, 'on');
  return (
    <details class="another-day" open={error !== undefined}>
      <summary>{t.anotherDay}</summary>
      <form method="get" action={`/${page.language}/regulations`}>
        <DateField name="on" label={t.anotherDay} hint={t.anotherDayHint} value={typed} error={error} hiddenLabel />
        <SubmitButton tone="quiet">{t.show}</SubmitButton>
      </form>
    </details>
  );
}

function Contents({ chapters, language }: { chapters: Chapter[]; language: Language }) {
  const t = RULEBOOK_TEXTS[language];
  return (
    <nav class="contents" aria-label={t.contents}>
      <ul>
        {chapters.map(({ code, title }) => (
          <li key={code}>
            <a href={`#${code}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type EntryProps = Pick<RulebookProps, 'page' | 'organisation' | 'on'> & { entry: RuleEntry; places: Places };

function Entry({ entry, places, organisation, on, page }: EntryProps) {
  const { language } = page;
  const t = RULEBOOK_TEXTS[language];
  const { title, rules, decides, table, source, rows, clause } = entry;
  return (
    <article class="rule">
      <h3>
        {title} <RuleNames rules={rules} places={places.get(entry) ?? []} />
      </h3>
      {decides.length > 0 && (
        <div class="rule-text">
          {decides.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      )}
      <div class="rule-source">
        <p>
          {t.sourceLabel} <Source text={source} />
        </p>
        {rows && <InForce rows={rows} language={language} />}
      </div>
      {table && <RuleRows table={table} title={title} places={places} language={language} />}
      {clause !== undefined && <Example {...{ clause, organisation, on, page }} />}
    </article>
  );
}

/** The names of rules; those that have their place here can be led to. */
function RuleNames({ rules, places }: { rules: readonly string[]; places: readonly string[] }) {
  return (
    <>
      {rules.map((rule) => (
        <span key={rule} class="rule-name" id={places.includes(rule) ? ruleAnchor(rule) : undefined}>
          {rule}
        </span>
      ))}
    </>
  );
}

/** A source as it was written, its web addresses to be followed. */
const Source = ({ text }: { text: string }) => (
  <cite>
    <LinkedText text={text} />
  </cite>
);

/** Lists that are longer than this are folded. */
const LONG = 12;

type RowsProps = { table: RuleTable; title: string; places: Places; language: Language };

function RuleRows({ table, title, places, language }: RowsProps) {
  const t = RULEBOOK_TEXTS[language];
  const withRules = table.rows.some(({ rules }) => rules !== undefined);
  const withSources = table.rows.some(({ source }) => source !== undefined);
  const columns = [
    ...table.columns.map((heading, index) => ({ heading, rowHeader: index === 0 && table.columns.length > 1 })),
    ...(withRules ? [{ heading: t.rule }] : []),
    ...(withSources ? [{ heading: t.source }] : []),
  ];
  const rows = table.rows.map((row, key) => ({
    key,
    cells: [
      ...row.cells.map((text, index) => inLanguage(text, table.languages?.[index] ?? language, language)),
      ...(withRules ? [<RuleNames rules={row.rules ?? []} places={places.get(row) ?? []} />] : []),
      ...(withSources ? [<Source text={row.source ?? ''} />] : []),
    ],
  }));
  const list = <DataTable caption={title} hiddenCaption columns={columns} rows={rows} />;
  return rows.length > LONG && !withRules ? (
    <Why summary={t.showList.replace('{n}', String(rows.length))}>{list}</Why>
  ) : (
    list
  );
}

const inLanguage = (text: string, own: Language, page: Language) =>
  own === page || text === RULEBOOK_TEXTS[page].notGiven ? text : <span lang={own}>{text}</span>;

function InForce({ rows: { from, others }, language }: { rows: RowsInForce; language: Language }) {
  const t = RULEBOOK_TEXTS[language];
  if (from === null && others.length === 0) return null;
  return (
    <p>
      {from === null ? t.always : t.since.replace('{date}', formatDate(from, language))}
      {others.length > 0 && ` ${t.otherRows}`}
      {others.map((other) => (
        <Fragment key={other}>
          {' '}
          <a href={`/${language}/regulations?on=${other ?? BEFORE_ALL}`}>
            {other === null ? t.before : t.fromDay.replace('{date}', formatDate(other, language))}
          </a>
        </Fragment>
      ))}
    </p>
  );
}

/** A day before every row that has one. */
const BEFORE_ALL = '1900-01-01';
/** How long after the day that counts the example begins: time for a selection. */
const EXAMPLE_MONTHS = 6;

/** What the clause comes to for somebody from outside who starts some months later. */
function Example({ clause, organisation, on, page }: Omit<EntryProps, 'entry' | 'places'> & { clause: string }) {
  const { language } = page;
  const t = RULEBOOK_TEXTS[language];
  const startsOn = `${addMonths(on, EXAMPLE_MONTHS).slice(0, 7)}-01`;
  const planned = planContract(organisation, { clause, person: 'non-seconded', startsOn, on });
  if (!planned.ok) return null;
  return (
    <Why summary={t.example.replace('{date}', formatDate(startsOn, language))}>
      <ContractTimeline answer={planned.value} language={language} caption={t.exampleNote} />
      {page.actor?.staff && (
        <p>
          <a href={`/${language}/staff/contract-planner?clause=${clause}`}>{t.plan}</a>
        </p>
      )}
    </Why>
  );
}
