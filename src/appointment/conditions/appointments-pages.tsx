import { titleIn } from '../../applications/application.ts';
import type { Language } from '../../platform/language.ts';
import { Breakable } from '../../site/breakable.tsx';
import { DataTable } from '../../site/data-table.tsx';
import { formatDate } from '../../site/dates.ts';
import { StaffLayout } from '../../site/layout.tsx';
import { formatNumber } from '../../site/numbers.ts';
import type { PageContext } from '../../site/page-context.ts';
import { EmptyState, Tag } from '../../site/parts.tsx';
import { offerAddress } from '../offer/offer-address.ts';
import { OFFER_TEXTS } from '../offer/offer-texts.ts';
import { whoseStep } from '../offer/offer-waiting.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import type { Chosen } from './appointment-queries.ts';
import { caseAddress } from './case-address.ts';
import { CONDITIONS_TEXTS } from './conditions-texts.ts';
import { isSettled } from './track.ts';
import type { Case, Waiting } from './waiting.ts';

type AppointmentsProps = {
  page: PageContext;
  waiting: Waiting[];
  cases: Case[];
  /** Whether what is of the reader's office alone is shown; undefined where they have none. */
  mine: boolean | undefined;
  /** Who approves an offer, and in which order. */
  rules: OfferRules;
};

type OfferRules = Organisation['appointment']['offer'];

/** All appointments under way: first what waits, the oldest first, then everybody. */
export function AppointmentsPage({ page, waiting, cases, mine, rules }: AppointmentsProps) {
  const { language } = page;
  const t = CONDITIONS_TEXTS[language];
  return (
    <StaffLayout page={page} title={t.title} nav={page.actor?.links ?? []}>
      <h1>{t.title}</h1>
      <p class="lede">{t.lede}</p>
      {cases.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneNote}</p>
        </EmptyState>
      ) : (
        <>
          {mine !== undefined && <Shown language={language} mine={mine} />}
          <h2>{t.waiting}</h2>
          {waiting.length === 0 ? (
            <EmptyState title={t.nothingWaits}>
              <p>{t.nothingWaitsNote}</p>
            </EmptyState>
          ) : (
            <WaitingTable {...{ language, waiting, rules }} />
          )}
          <h2>{t.people}</h2>
          <CaseTable language={language} cases={cases} />
        </>
      )}
    </StaffLayout>
  );
}

function Shown({ language, mine }: { language: Language; mine: boolean }) {
  const t = CONDITIONS_TEXTS[language];
  const address = `/${language}/staff/appointments`;
  return (
    <nav aria-label={t.show}>
      <ul class="links">
        <li>
          <a href={address} aria-current={mine ? undefined : 'page'}>
            {t.all}
          </a>
        </li>
        <li>
          <a href={`${address}?show=mine`} aria-current={mine ? 'page' : undefined}>
            {t.mine}
          </a>
        </li>
      </ul>
    </nav>
  );
}

type WaitingProps = { language: Language; waiting: Waiting[]; rules: OfferRules };

function WaitingTable({ language, waiting, rules }: WaitingProps) {
  const t = CONDITIONS_TEXTS[language];
  return (
    <DataTable
      caption={t.waiting}
      hiddenCaption
      columns={[
        { heading: t.what, rowHeader: true },
        { heading: t.person },
        { heading: t.office },
        { heading: t.since },
        { heading: t.usuallyBy },
      ]}
      rows={waiting.map((one, index) => ({
        key: index,
        cells: [
          <Told language={language} one={one} />,
          <PersonLink language={language} chosen={one.chosen} />,
          <With {...{ language, one, rules }} />,
          formatDate(one.since, language),
          <UsuallyBy language={language} one={one} />,
        ],
      }))}
    />
  );
}

function Told({ language, one }: { language: Language; one: Waiting }) {
  const t = CONDITIONS_TEXTS[language];
  if (one.kind === 'to-begin') return <>{t.toBegin}</>;
  if (one.kind === 'no-longer-chosen') return <>{t.noLongerChosen}</>;
  if (one.kind === 'offer') {
    const words = OFFER_TEXTS[language];
    return (
      <>
        <a href={`/${language}${offerAddress(one.chosen)}`}>
          {words.title}
          <span class="hidden"> ({one.chosen.number})</span>
        </a>{' '}
        <Tag>{words.states[one.offer.state]}</Tag>
      </>
    );
  }
  const name = one.condition.name[language];
  if (one.kind === 'runs-out') return <>{t.runsOut(name, formatDate(one.until, language))}</>;
  return (
    <>
      {name} <Tag tone={one.state === 'not-met' ? 'error' : 'plain'}>{t.states[one.state]}</Tag>{' '}
      {one.waitsForCandidate && <Tag tone="info">{t.waitsForCandidate}</Tag>}
    </>
  );
}

/** Whose step it is. */
function With({ language, one, rules }: { language: Language; one: Waiting; rules: OfferRules }) {
  if (one.kind === 'offer') return <>{whoseStep(one.offer, rules, language) ?? '–'}</>;
  return <>{'condition' in one ? CONDITIONS_TEXTS[language].offices[one.condition.office] : '–'}</>;
}

function UsuallyBy({ language, one }: { language: Language; one: Waiting }) {
  const t = CONDITIONS_TEXTS[language];
  if (one.kind !== 'condition' || one.clock.begunOn === null) return <>–</>;
  const { usuallyBy, unknownYear, isLate } = one.clock;
  if (usuallyBy === null) return <>{unknownYear === null ? t.noUsual : t.yearUnknown(String(unknownYear))}</>;
  return (
    <>
      {formatDate(usuallyBy, language)} {isLate && <Tag tone="warning">{t.late}</Tag>}
    </>
  );
}

function PersonLink({ language, chosen }: { language: Language; chosen: Chosen }) {
  return (
    <a href={`/${language}${caseAddress(chosen)}`}>
      {chosen.name} <span class="nowrap">{chosen.number}</span>
    </a>
  );
}

function CaseTable({ language, cases }: { language: Language; cases: Case[] }) {
  const t = CONDITIONS_TEXTS[language];
  return (
    <DataTable
      caption={t.people}
      hiddenCaption
      columns={[
        { heading: t.person, rowHeader: true },
        { heading: t.post },
        { heading: t.firstDay },
        { heading: t.met, numeric: true },
      ]}
      rows={cases.map(({ chosen, tracks }) => {
        const title = titleIn(chosen.title, language);
        const startsOn = chosen.appointment?.startsOn;
        const number = (count: number) => formatNumber(count, language);
        return {
          key: `${chosen.number} ${chosen.reference}`,
          cells: [
            <PersonLink language={language} chosen={chosen} />,
            <>
              {chosen.reference}{' '}
              <span lang={title.language}>
                <Breakable text={title.text} />
              </span>
            </>,
            startsOn ? formatDate(startsOn, language) : t.notPlanned,
            chosen.appointment ? t.metOf(number(tracks.filter(isSettled).length), number(tracks.length)) : t.toBegin,
          ],
        };
      })}
    />
  );
}
