import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { DataTable } from '../../site/data-table.tsx';
import { Select, SubmitButton } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { EmptyState, Tag } from '../../site/parts.tsx';
import { HAND_OVER_STATES } from './hand-over.ts';
import { endpointAddress, handOverAddress, QUEUE_ADDRESS } from './hand-over-address.ts';
import { LISTED, type KeptHandOver, type Wanted } from './hand-over-queries.ts';
import { HAND_OVER_TEXTS } from './hand-over-texts.ts';
import { aboutMessage, listedWords, MessageActions, MessageState, neighbourName, NextTry } from './message-parts.tsx';

export type QueueProps = {
  page: PageContext;
  organisation: Pick<Organisation, 'handOver'>;
  messages: KeptHandOver[];
  wanted: Wanted;
  /** Neighbours for which an address is set. */
  addressed: readonly string[];
  /** In which instants are told (IANA). */
  zone: string;
  mayRead: boolean;
  maySend: boolean;
  mayConfigure: boolean;
};

/** All that is handed over: what needs a person first. */
export function QueuePage(props: QueueProps) {
  const { page, organisation, messages, wanted } = props;
  const { language } = page;
  const t = HAND_OVER_TEXTS[language];
  const isFiltered = wanted.neighbour !== undefined || wanted.state !== undefined;
  return (
    <StaffLayout page={page} title={t.title} nav={page.actor?.links ?? []}>
      <h1>{t.title}</h1>
      <p class="lede">{t.lede}</p>
      {organisation.handOver.neighbours.length === 0 ? (
        <EmptyState title={t.noNeighbours}>
          <p>{t.noNeighboursNote}</p>
        </EmptyState>
      ) : (
        <Neighbours {...props} />
      )}
      <h2>{t.messages}</h2>
      {(messages.length > 0 || isFiltered) && <Filter {...props} />}
      {messages.length === 0 ? (
        <EmptyState title={isFiltered ? t.noneFound : t.none}>
          <p>{isFiltered ? t.noneFoundNote : t.noneNote}</p>
        </EmptyState>
      ) : (
        <Messages {...props} />
      )}
      {messages.length === LISTED && <p>{listedWords(LISTED, language)}</p>}
    </StaffLayout>
  );
}

function Neighbours({ page: { language }, organisation, addressed, mayConfigure }: QueueProps) {
  const t = HAND_OVER_TEXTS[language];
  return (
    <>
      <h2>{t.neighbours}</h2>
      <ul>
        {organisation.handOver.neighbours.map(({ code, name }) => (
          <li key={code}>
            {mayConfigure ? <a href={`/${language}${endpointAddress(code)}`}>{name[language]}</a> : name[language]}{' '}
            <Tag tone={addressed.includes(code) ? 'success' : 'warning'}>
              {addressed.includes(code) ? t.addressSet : t.addressMissing}
            </Tag>
          </li>
        ))}
      </ul>
    </>
  );
}

function Filter({ page: { language }, organisation, wanted }: QueueProps) {
  const t = HAND_OVER_TEXTS[language];
  return (
    <form method="get" action={`/${language}${QUEUE_ADDRESS}`} class="filters" aria-label={t.filter}>
      <Select
        name="neighbour"
        label={t.columns.to}
        empty={t.allNeighbours}
        value={wanted.neighbour}
        options={organisation.handOver.neighbours.map(({ code, name }) => ({ value: code, text: name[language] }))}
      />
      <Select
        name="state"
        label={t.columns.state}
        empty={t.allStates}
        value={wanted.state}
        options={HAND_OVER_STATES.map((state) => ({ value: state, text: t.states[state] }))}
      />
      <p class="actions">
        <SubmitButton tone="quiet">{t.filterButton}</SubmitButton>
      </p>
    </form>
  );
}

function Messages({ page: { language }, organisation, messages, addressed, zone, mayRead, maySend }: QueueProps) {
  const t = HAND_OVER_TEXTS[language];
  return (
    <DataTable
      caption={t.messages}
      hiddenCaption
      columns={[
        { heading: t.columns.what, rowHeader: true },
        { heading: t.columns.to },
        { heading: t.columns.state },
        { heading: t.columns.next },
        ...(maySend ? [{ heading: t.columns.actions }] : []),
      ]}
      rows={messages.map((message) => {
        const { id, event, neighbour, number, reference } = message;
        const named = `${t.events[event]}, ${reference}, ${number}`;
        const isAddressed = addressed.includes(neighbour);
        return {
          key: id,
          cells: [
            mayRead ? <a href={`/${language}${handOverAddress(message)}`}>{named}</a> : named,
            neighbourName(organisation, neighbour, language),
            <MessageState {...{ language, message, zone, addressed: isAddressed }} />,
            <NextTry message={message} zone={zone} addressed={isAddressed} />,
            ...(maySend
              ? [
                  <MessageActions
                    {...{ language, message, about: aboutMessage(organisation, message, language) }}
                    toQueue
                  />,
                ]
              : []),
          ],
        };
      })}
    />
  );
}
