import type { ComponentChildren } from 'preact';
import type { Language } from '../../platform/language.ts';
import { DataTable } from '../../site/data-table.tsx';
import { formatDate } from '../../site/dates.ts';
import { PublicLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { Why } from '../../site/parts.tsx';
import { FIELD_TEXTS, OPERATION_TEXTS, PARAMETER_TEXTS, PROBLEM_TEXTS, type ParameterName } from './api-texts.ts';
import { DEVELOPERS_TEXTS } from './developers-texts.ts';
import { LOG_ADDRESSES } from './log-addresses.ts';
import { API, type Operation } from './operation.ts';
import { OPERATIONS } from './operations.ts';
import { PROBLEM_KINDS, PROBLEM_STATUSES } from './problem.ts';
import { DEFAULT_LIMIT } from './vacancies-operation.ts';

/** A question, as it stands in the address, and what it was answered. */
export type Example = { path: string; answer: unknown };

type Props = {
  page: PageContext;
  /** By the path of the operation; nothing where no vacancy is open to be shown. */
  examples: Readonly<Record<string, Example | undefined>>;
  misuse: Example;
};

/** The interface for programs, for the people who write them: made from what checks its questions and answers. */
export function DevelopersPage({ page, examples, misuse }: Props) {
  const { language } = page;
  const t = DEVELOPERS_TEXTS[language];
  return (
    <PublicLayout page={page} title={t.title} description={t.lede}>
      <h1>{t.title}</h1>
      <p class="lede">{t.lede}</p>
      <p>
        <a href={`${API}/openapi.json`}>{t.description}</a>
      </p>
      <h2>{t.ask}</h2>
      {OPERATIONS.map((operation) => (
        <Address key={operation.path} page={page} operation={operation}>
          <ExampleOf example={examples[operation.path]} language={language} />
        </Address>
      ))}
      <h2>{t.log}</h2>
      <p>
        <Marked text={t.logText} />
      </p>
      {LOG_ADDRESSES.map((address) => (
        <Address key={address.path} page={page} operation={address} />
      ))}
      <h2>{t.values}</h2>
      <DataTable
        caption={t.values}
        hiddenCaption
        columns={[{ heading: t.value, rowHeader: true }, { heading: t.meaning }]}
        rows={Object.entries(FIELD_TEXTS).map(([name, text]) => ({
          key: name,
          cells: [<code key={name}>{name}</code>, <Marked key={name} text={text[language]} />],
        }))}
      />
      <Part title={t.pages} texts={t.pagesText.map((text) => text.replace('{limit}', String(DEFAULT_LIMIT)))} />
      <Part id="versions" title={t.versions} texts={[...t.versionsText, ...leavingTexts(language)]} />
      <Part title={t.caching} texts={t.cachingText} />
      <Problems page={page} misuse={misuse} />
      <Feeds page={page} />
    </PublicLayout>
  );
}

/** What is to go, and when; or that nothing is. */
function leavingTexts(language: Language): string[] {
  const t = DEVELOPERS_TEXTS[language];
  const texts = OPERATIONS.flatMap((operation) => {
    const { leaving } = operation;
    if (!leaving) return [];
    const on = formatDate(leaving.goesOn.toISOString().slice(0, 10), language);
    return [t.goes.replace('{path}', addressOf(operation)).replace('{date}', on)];
  });
  return texts.length > 0 ? texts : [t.nothingGoes];
}

type Described = Pick<Operation, 'name' | 'path' | 'inPath' | 'inQuery'>;
type AddressProps = { page: PageContext; operation: Described; children?: ComponentChildren };

function Address({ page: { language }, operation, children }: AddressProps) {
  const t = DEVELOPERS_TEXTS[language];
  const path = addressOf(operation);
  const parameters = Object.keys({ ...operation.inPath, ...operation.inQuery }) as ParameterName[];
  return (
    <section>
      <h3>
        <code>{path}</code>
      </h3>
      <p>{OPERATION_TEXTS[operation.name][language]}</p>
      {parameters.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <DataTable
          caption={t.parameters.replace('{path}', path)}
          hiddenCaption
          columns={[{ heading: t.parameter, rowHeader: true }, { heading: t.meaning }]}
          rows={parameters.map((name) => ({
            key: name,
            cells: [
              <code key={name}>{name}</code>,
              <Marked
                key={name}
                text={`${PARAMETER_TEXTS[name].says[language]} ${PARAMETER_TEXTS[name].mend[language]}`}
              />,
            ],
          }))}
        />
      )}
      {children}
    </section>
  );
}

function ExampleOf({ example, language }: { example: Example | undefined; language: Language }) {
  return example ? <Shown example={example} language={language} /> : <p>{DEVELOPERS_TEXTS[language].noneOpen}</p>;
}

const addressOf = ({ path }: Pick<Operation, 'path'>): string =>
  `${API}${path === '/' ? '' : path.replaceAll(/:(\w+)/g, '{$1}')}`;

function Shown({ example, language }: { example: Example; language: PageContext['language'] }) {
  return (
    <Why summary={DEVELOPERS_TEXTS[language].example.replace('{path}', () => example.path)}>
      <pre class="as-typed">
        <code>{JSON.stringify(example.answer, null, 2)}</code>
      </pre>
    </Why>
  );
}

function Part({
  id,
  title,
  texts,
  children,
}: {
  id?: string;
  title: string;
  texts: readonly string[];
  children?: ComponentChildren;
}) {
  return (
    <section>
      <h2 id={id}>{title}</h2>
      {texts.map((text) => (
        <p key={text}>
          <Marked text={text} />
        </p>
      ))}
      {children}
    </section>
  );
}

function Problems({ page: { language }, misuse }: Pick<Props, 'page' | 'misuse'>) {
  const t = DEVELOPERS_TEXTS[language];
  return (
    <Part title={t.problems} texts={t.problemsText}>
      <DataTable
        caption={t.problems}
        hiddenCaption
        columns={[{ heading: t.problem, rowHeader: true }, { heading: t.status }, { heading: t.meaning }]}
        rows={PROBLEM_KINDS.map((kind) => ({
          key: kind,
          cells: [
            <code key={kind} id={kind}>
              {kind}
            </code>,
            String(PROBLEM_STATUSES[kind]),
            `${PROBLEM_TEXTS[kind][language].title}.`,
          ],
        }))}
      />
      <Shown example={misuse} language={language} />
    </Part>
  );
}

function Feeds({ page: { language } }: { page: PageContext }) {
  const t = DEVELOPERS_TEXTS[language];
  const links = [
    { href: `/${language}/vacancies.atom`, text: t.atom },
    { href: `/${language}/vacancies.rss`, text: t.rss },
    { href: `/${language}/deadlines.ics`, text: t.calendar },
    { href: '/sitemap.xml', text: t.siteMap },
  ];
  return (
    <Part title={t.feeds} texts={t.feedsText}>
      <ul>
        {links.map(({ href, text }) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
      <p>{t.jsonLd}</p>
    </Part>
  );
}

/** A text in which what stands between grave accents is a name in a program. */
function Marked({ text }: { text: string }) {
  return <>{text.split('`').map((piece, index) => (index % 2 === 1 ? <code key={index}>{piece}</code> : piece))}</>;
}
