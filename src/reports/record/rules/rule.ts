import type { EventSubject } from '../../../people/event-queries.ts';
import type { TableFile } from '../record.ts';
import type { WordsOfRow } from './words.ts';
import type { ToldEvent } from '../format/told-events.ts';

export type Cells = Readonly<Record<string, string>>;

/** An event that must stand in the chain because a row says so. An instant or a person that the row leaves empty is not asked for. */
export type Expected = {
  /** One of these. */
  actions: readonly string[];
  subjectId: string;
  at: string;
  by: string;
  details: Readonly<Record<string, unknown>>;
  /** Where several rows tell of one event. */
  shared?: true;
  /** Where another row has the event for its own, and this one must not say otherwise. */
  witness?: true;
  /** For what a row tells of how something stands, and not since when: of these events, the last alone can be the one. */
  last?: { among: readonly string[]; of: Readonly<Record<string, unknown>> };
  /** Words that the event holds by their hash. */
  words?: WordsOfRow;
};

/** What the rows of a table say happened. */
export type Rule = {
  file: TableFile;
  subject: EventSubject;
  /** Actions that are compared beside those that last. */
  actions?: readonly string[];
  expects: (cells: Cells, reference: string) => readonly Expected[];
  /** Actions of which each event has its row, unless it was taken back. */
  lasting?: Readonly<Record<string, TakenBack>>;
  /** The same of events that hold words: what is older may have gone without a trace. */
  lastingWords?: Readonly<Record<string, TakenBack>>;
};

/** What is asked of the other events of a competition. */
export type OtherEvents = {
  /** About the same, and after it. */
  after: (event: ToldEvent) => readonly ToldEvent[];
  /** Whether an application is one of those that the competition still has. */
  isHere: (application: string) => boolean;
};
export type TakenBack = (event: ToldEvent, others: OtherEvents) => boolean;

type When = { at: string | undefined; by?: string | undefined; details?: Expected['details'] } & Pick<
  Expected,
  'shared' | 'witness' | 'last' | 'words'
>;

/** The event that a row tells of; none where it says of no instant that it was. */
export const told = (
  subjectId: string | undefined,
  action: string | readonly string[],
  { at = '', by = '', details = {}, ...more }: When,
): Expected[] =>
  at === ''
    ? []
    : [
        {
          actions: typeof action === 'string' ? [action] : action,
          subjectId: subjectId ?? '',
          at,
          by,
          details,
          ...more,
        },
      ];

const never = () => false;
export const lasting = (...actions: string[]) => Object.fromEntries(actions.map((action) => [action, never]));
/** Taken back by a later event of this kind about the same, as these details say. */
export const until =
  (action: string, ...details: string[]): TakenBack =>
  (event, { after }) =>
    after(event).some(
      (later) => later.action === action && details.every((one) => later.details[one] === event.details[one]),
    );

/** Where a row says that something happened, and not when. */
export const ANY = 'any time';

/** What is no JSON any more agrees with nothing. */
export function jsonOf(text = ''): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
