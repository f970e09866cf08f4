export interface BarRow {
  readonly label: string;
  readonly count: number;
  readonly printed: string;
}

interface RowBarsProps {
  readonly rows: readonly BarRow[];
  /** What the chart shows, in one sentence for screen readers; its table has every number. */
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

/** A chart of bars that lie, each under its label and with its number at its end. */
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
