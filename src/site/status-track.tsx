import { useLanguage } from './language-context.tsx';
import type { Step } from './parts.tsx';
import { SITE_TEXTS } from './site-texts.ts';

/** The middle of the line, in pixels; across, everything is in parts of the width, so that it fits any screen. */
const MIDDLE = 16;
const RADIUS = 9;

/**
 * The status track drawn: what is behind filled and ticked, today's stage ringed, what is to come open. Each state has a
 * form of its own, so that no colour is needed to tell them. The list of steps beneath says all of it in words, so a
 * screen reader hears only which of how many it is.
 */
export function StatusTrack({ steps }: { steps: readonly Step[] }) {
  const t = SITE_TEXTS[useLanguage()];
  const current = steps.findIndex(({ state }) => state === 'current');
  if (steps.length < 2 || current < 0) return null;
  const across = (index: number) => `${((index + 0.5) * 100) / steps.length}%`;
  const said = t.stepOf.replace('{n}', String(current + 1)).replace('{total}', String(steps.length));
  return (
    <figure class="track">
      <svg aria-hidden="true" focusable="false">
        <line x1={across(0)} x2={across(steps.length - 1)} y1={MIDDLE} y2={MIDDLE} />
        <line class="behind" x1={across(0)} x2={across(current)} y1={MIDDLE} y2={MIDDLE} />
        {steps.map(({ state }, index) => (
          <svg key={index} x={across(index)} y={MIDDLE} class={state} overflow="visible">
            <circle r={RADIUS} />
            {state === 'done' && <path d="M-4 0l3 3 5-6" />}
            {state === 'current' && <circle class="today" r={4} />}
          </svg>
        ))}
      </svg>
      <figcaption>
        {said} · <b>{steps[current]?.title}</b>
      </figcaption>
    </figure>
  );
}
