export interface BarRow {
  readonly label: string;
  /** Decides the length. */
  readonly count: number;
  /** The count as it is written. */
  readonly printed: string;
}

interface RowBarsProps {
  readonly rows: readonly BarRow[];
  /** What the chart shows, in one sentence for screen readers. The page has a table with every number. */
  readonly sentence: string;
}

const width = 290;
const rowHeight = 36;
const barHeight = 12;
/** Kept free to the right of the longest bar for its number. */
const numberWidth = 46;
const longestLabel = 42;

const shortened = (label: string): string =>
  label.length > longestLabel ? `${label.slice(0, longestLabel - 1).trimEnd()}…` : label;

/**
 * Draws a chart of horizontal bars, each under its label and with `printed` at its end. A label over 42 characters is
 * cut.
 */
export function RowBars({ rows, sentence }: RowBarsProps) {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <svg class="chart" viewBox={`0 0 ${width} ${rows.length * rowHeight}`} role="img" aria-label={sentence}>
      {rows.map(({ label, count, printed }, at) => {
        const length = (count / most) * (width - numberWidth);
        const top = at * rowHeight;
        return (
          <g key={label}>
            <text x="0" y={top + 13}>
              {shortened(label)}
            </text>
            <rect x="0" y={top + 18} width={length} height={barHeight} rx="1.5" />
            <text x={length + 5} y={top + 28}>
              {printed}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
