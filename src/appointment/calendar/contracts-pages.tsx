import { titleIn } from '../../applications/application.ts';
import type { Language } from '../../platform/language.ts';
import { formatMonths } from '../../regulations/contracts/contract-texts.ts';
import type { Office } from '../../regulations/organisation/appointment-schema.ts';
import { Breakable } from '../../site/breakable.tsx';
import { DataTable } from '../../site/data-table.tsx';
import { formatDate } from '../../site/dates.ts';
import { Select, SubmitButton, TextField } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import { plural } from '../../site/numbers.ts';
import type { PageContext } from '../../site/page-context.ts';
import { EmptyState, Pagination, Tag } from '../../site/parts.tsx';
import { CONDITIONS_TEXTS } from '../conditions/conditions-texts.ts';
import { contractAddress, CONTRACTS, FEED_PAGE } from './contract-address.ts';
import type { LastDay } from './contract.ts';
import { actsOn } from './contract-days.ts';
import { WITHIN_MONTHS, type Asked, type ListedContract } from './contract-list.ts';
import { CONTRACT_TEXTS } from './contract-texts.ts';

export const PAGE_SIZE = 25;

type ContractsProps = {
  page: PageContext;
  /** Whether anybody is appointed of whom the reader may see. */
  isEmpty: boolean;
  contracts: readonly ListedContract[];
  asked: Asked;
  current: number;
  /** The office that acts on dates. */
  office: Office;
};

/** Everybody who is appointed, with the next date of their contract and who acts on it. */
export function ContractsPage(props: ContractsProps) {
  const { page, isEmpty, contracts, asked, current } = props;
  const { language } = page;
  const t = CONTRACT_TEXTS[language];
  const query = (to: number) => `?within=${asked.within}&q=${encodeURIComponent(asked.q)}&page=${to}`;
  return (
    <StaffLayout page={page} title={t.title} nav={page.actor?.links ?? []}>
      <h1>{t.title}</h1>
      <p class="lede">{t.lede}</p>
      <p>
        <a href={`/${language}${FEED_PAGE}`}>{t.yourCalendar}</a>
      </p>
      {isEmpty ? (
        <EmptyState title={t.none}>
          <p>{t.noneNote}</p>
        </EmptyState>
      ) : (
        <>
          <AskedForm language={language} asked={asked} />
          <Found {...props} />
          <Pagination
            current={current}
            total={Math.ceil(contracts.length / PAGE_SIZE)}
            href={(to) => `/${language}${CONTRACTS}${query(to)}`}
          />
        </>
      )}
    </StaffLayout>
  );
}

function AskedForm({ language, asked }: { language: Language; asked: Asked }) {
  const t = CONTRACT_TEXTS[language];
  const options = WITHIN_MONTHS.map((months) => ({
    value: String(months),
    text: formatMonths(months, language),
  }));
  return (
    <form method="get" action={`/${language}${CONTRACTS}`}>
      <TextField name="q" type="search" label={t.search} value={asked.q} width="medium" />
      <Select name="within" label={t.within} options={options} value={String(asked.within || '')} empty={t.whenever} />
      <p class="actions">
        <SubmitButton tone="quiet">{t.find}</SubmitButton>
      </p>
    </form>
  );
}

function Found({ page: { language }, contracts, current, office }: ContractsProps) {
  const t = CONTRACT_TEXTS[language];
  if (contracts.length === 0)
    return (
      <EmptyState title={t.nothingFound}>
        <p>{t.nothingFoundNote}</p>
      </EmptyState>
    );
  return (
    <DataTable
      caption={plural(contracts.length, t.count, language)}
      columns={[
        { heading: t.person, rowHeader: true },
        { heading: t.post },
        { heading: t.next },
        { heading: t.acts },
        { heading: t.lastDay },
      ]}
      rows={contracts.slice((current - 1) * PAGE_SIZE, current * PAGE_SIZE).map((one) => ({
        key: one.appointmentId,
        cells: [
          <a href={`/${language}${contractAddress(one.chosen)}`}>
            {one.chosen.name} <span class="nowrap">{one.chosen.number}</span>
          </a>,
          <Post language={language} one={one} />,
          <Next language={language} one={one} />,
          whoActs(one, { language, office }),
          lastDayText(one.last, language),
        ],
      }))}
    />
  );
}

function Post({ language, one: { chosen } }: { language: Language; one: ListedContract }) {
  const title = titleIn(chosen.title, language);
  return (
    <>
      {chosen.reference}{' '}
      <span lang={title.language}>
        <Breakable text={title.text} />
      </span>
    </>
  );
}

function Next({ language, one: { next, overdue, waiting } }: { language: Language; one: ListedContract }) {
  const t = CONTRACT_TEXTS[language];
  return (
    <>
      {waiting.map((what) => (
        <p key={what}>
          <Tag tone="warning">{t.waiting[what]}</Tag>
        </p>
      ))}
      {next && (
        <>
          {t.nextOn(formatDate(next.day, language), t.days[next.kind])} {overdue && <Tag tone="error">{t.overdue}</Tag>}
        </>
      )}
      {!next && waiting.length === 0 && t.nothingNext}
    </>
  );
}

function whoActs(
  { next, waiting }: ListedContract,
  { language, office }: { language: Language; office: Office },
): string {
  const byOffice = CONDITIONS_TEXTS[language].offices[office];
  if (waiting.length > 0) return byOffice;
  if (!next) return '–';
  return actsOn(next.kind) === 'person' ? CONTRACT_TEXTS[language].thePerson : byOffice;
}

export function lastDayText(last: LastDay, language: Language): string {
  const t = CONTRACT_TEXTS[language];
  if (last.kind === 'day') return formatDate(last.day, language);
  return last.kind === 'indefinite' ? t.indefinite : t.notEntered;
}
