import type { Language } from '../../platform/language.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { SubmitButton } from '../../site/forms.tsx';
import { Instant } from '../../site/instant.tsx';
import { formatNumber, plural } from '../../site/numbers.ts';
import { Tag, type Tone } from '../../site/parts.tsx';
import { actionsFor, type HandOverState } from './hand-over.ts';
import { handOverAddress } from './hand-over-address.ts';
import type { KeptHandOver } from './hand-over-queries.ts';
import { explainAttempt, HAND_OVER_TEXTS } from './hand-over-texts.ts';

/** What a neighbour is called; one that the data name no more, by its code. */
export const neighbourName = ({ handOver }: Pick<Organisation, 'handOver'>, code: string, language: Language): string =>
  handOver.neighbours.find((one) => one.code === code)?.name[language] ??
  HAND_OVER_TEXTS[language].unknownNeighbour(code);

const TONES: Record<HandOverState, Tone> = {
  waiting: 'info',
  'given-up': 'error',
  delivered: 'success',
  stopped: 'plain',
};

type MessageProps = {
  language: Language;
  message: KeptHandOver;
  /** In which instants are told (IANA). */
  zone: string;
  /** Whether its neighbour has an address. */
  addressed: boolean;
};

/** Where a message stands, and what can be done about what was in its way. */
export function MessageState({ language, message, zone, addressed }: MessageProps) {
  const t = HAND_OVER_TEXTS[language];
  const { state, attempts, last, settledAt, stopReason } = message;
  const why = last && state !== 'delivered' ? explainAttempt(last, t) : '';
  return (
    <>
      <Tag tone={TONES[state]}>{t.states[state]}</Tag>{' '}
      {attempts > 0 && <span class="nowrap">{plural(attempts, t.attempts, language)}</span>}
      {state === 'delivered' && settledAt && (
        <p>
          <Instant at={settledAt} zone={zone} toMinute />
        </p>
      )}
      {state === 'stopped' && (
        <p>
          {t.stoppedFor} {stopReason}
        </p>
      )}
      {state === 'waiting' && !addressed && <p>{t.noAddress}</p>}
      {why !== '' && <p>{why}</p>}
    </>
  );
}

/** Nothing is tried while nobody has said where to. */
export function NextTry({ message: { nextTryAt }, zone, addressed }: Omit<MessageProps, 'language'>) {
  return nextTryAt && addressed ? <Instant at={nextTryAt} zone={zone} toMinute /> : <>–</>;
}

type ActionsProps = {
  language: Language;
  message: KeptHandOver;
  /** What it is, for those who hear a button alone. */
  about: string;
  /** Whether who presses a button is led back to the list of all. */
  toQueue?: boolean;
};

/** What a person may do with a message: send it now or once more, or stop it with a reason. */
export function MessageActions({ language, message, about, toQueue = false }: ActionsProps) {
  const t = HAND_OVER_TEXTS[language];
  const actions = actionsFor(message);
  const address = `/${language}${handOverAddress(message)}/messages/${message.id}`;
  return (
    <>
      {actions.includes('send') && (
        <form method="post" action={`${address}/sending`}>
          <input type="hidden" name="version" value={message.version} />
          {toQueue && <input type="hidden" name="back" value="queue" />}
          <SubmitButton tone="quiet">
            {message.state === 'waiting' || message.state === 'given-up' ? t.send : t.again}
            <span class="hidden"> ({about})</span>
          </SubmitButton>
        </form>
      )}
      {actions.includes('stop') && (
        <p>
          <a href={`${address}/stopping`}>
            {t.stop}
            <span class="hidden"> ({about})</span>
          </a>
        </p>
      )}
    </>
  );
}

/** What a message is, in a few words: nobody is named. */
export const aboutMessage = (
  organisation: Pick<Organisation, 'handOver'>,
  { event, neighbour, number }: Pick<KeptHandOver, 'event' | 'neighbour' | 'number'>,
  language: Language,
): string => {
  const t = HAND_OVER_TEXTS[language];
  return t.of(t.events[event], neighbourName(organisation, neighbour, language), number);
};

export const listedWords = (count: number, language: Language): string =>
  HAND_OVER_TEXTS[language].listed(formatNumber(count, language));
