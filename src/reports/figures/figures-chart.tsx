/* oxlint-disable jsx-a11y/prefer-tag-over-role -- one picture made of drawings and of text that wraps: no <img> holds it */
import type { Bar, FigureTable } from './report.ts';

type Chart = NonNullable<FigureTable['chart']>;

/**
 * Bars drawn from a table that stands after it and says the same in words: to who hears the page it is one picture with a
 * name. Labels and figures are text beside each bar, so that they wrap and grow as the reader has it, and no colour says
 * anything alone.
 */
export function Chart({ chart, about }: { chart: Chart; about: string }) {
  const longest = Math.max(1, ...chart.bars.map(({ value, to = value }) => Math.max(value, to)));
  return (
    <figure class="chart">
      <figcaption>
        <span class="chart-title">{chart.title}</span>
        <span class="chart-note">{chart.description}</span>
      </figcaption>
      <div role="img" aria-label={`${chart.title}. ${about}`}>
        {chart.bars.map((bar) => (
          <BarRow key={bar.key} bar={bar} longest={longest} />
        ))}
      </div>
    </figure>
  );
}

function BarRow({ bar: { label, value, to, text }, longest }: { bar: Bar; longest: number }) {
  const share = (number: number) => `${((number / longest) * 100).toFixed(2)}%`;
  return (
    <div class="chart-row">
      <span class="chart-label">{label}</span>
      <svg class="chart-bar" width="100%" height="20" aria-hidden="true" focusable="false">
        <line class="base" x1="0" x2="0" y1="0" y2="20" />
        <rect x="0" y="4" width={share(value)} height="12" />
        {to !== undefined && to > value && (
          <>
            <line class="on" x1={share(value)} x2={share(to)} y1="10" y2="10" />
            <line class="on" x1={share(to)} x2={share(to)} y1="4" y2="16" />
          </>
        )}
      </svg>
      <span class="chart-figure">{text}</span>
    </div>
  );
}
