import type { ComponentChildren } from 'preact';
import { Breakable } from './breakable.tsx';
import { useLanguage } from './language-context.tsx';
import { Tag, type Tone } from './parts.tsx';
import { SITE_TEXTS } from './site-texts.ts';

type ReceiptSheetProps = {
  reference: string;
  status: { tone: Tone; text: string };
  title: ComponentChildren;
  /** When it was received, in the announced zone and for the reader. */
  received: ComponentChildren;
  next?: ComponentChildren;
  /** The read-back of everything stored. */
  stored: ComponentChildren;
  /** Hexadecimal SHA-256 of the canonical content. */
  fingerprint: string;
  /** What the fingerprint is of, and how to check it. */
  proof: ComponentChildren;
};

/** A document one keeps: reference, instant, what happens next, everything that was stored, and the proof of it. */
export function ReceiptSheet(props: ReceiptSheetProps) {
  const t = SITE_TEXTS[useLanguage()];
  return (
    <article class="receipt">
      <header>
        <p class="eyebrow">
          <Tag tone={props.status.tone}>{props.status.text}</Tag> <b>{props.reference}</b>
        </p>
        <h1>{typeof props.title === 'string' ? <Breakable text={props.title} /> : props.title}</h1>
        <div class="received">{props.received}</div>
      </header>
      {props.next && (
        <section class="now">
          <h2>{t.whatNext}</h2>
          {props.next}
        </section>
      )}
      <section>
        <h2>{t.whatStored}</h2>
        {props.stored}
      </section>
      <section>
        <h2>{t.proof}</h2>
        {props.proof}
        <p class="fingerprint">
          <span>{t.fingerprint}</span> <code>{inGroups(props.fingerprint)}</code>
        </p>
      </section>
    </article>
  );
}

/** Sixteen groups of four, to be compared by eye. */
const inGroups = (hexadecimal: string): string => (hexadecimal.match(/.{1,4}/g) ?? []).join(' ');
