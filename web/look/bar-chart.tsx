export interface Bar {
  /** Stands below the bar. */
  readonly label: string;
  /** Decides the height. */
  readonly value: number;
  /** The value as it is written above the bar. */
  readonly printed: string;
}

interface BarChartProps {
  /** Oldest first: the last bar is the one `lastName` names. */
  readonly bars: readonly Bar[];
  readonly average: { readonly value: number; readonly label: string } | undefined;
  readonly lastName: string;
  readonly unit: string;
  /** What the chart shows, in one sentence for screen readers. */
  readonly sentence: string;
}

/** The width is divided in at least this many slots, so that one or two bars are not drawn as wide as the chart. */
const fewestSlots = 6;
const width = 320;
const top = 46;
const height = 130;
const bottom = top + height;

/** How far a printed value reaches above its baseline, and below. */
const tall = 13;
const deep = 3;

/** The baseline of the value printed over a bar: above the line of the average if that would cross it. */
function baselineOf(level: number, average: number | undefined): number {
  const baseline = level - 4;
  const isCrossed = average !== undefined && average > baseline - tall && average < baseline + deep;
  return isCrossed ? average - deep - 1 : baseline;
}

/** The longest value that fits over each of thirteen bars. */
const longest = 3;

/**
 * The bars whose value is printed: all, or, if one is too long to stand beside the next, only the last and the highest.
 */
function printedOf(bars: readonly Bar[]): ReadonlySet<number> {
  if (bars.every(({ printed }) => printed.length <= longest)) return new Set(bars.keys());
  const last = bars.length - 1;
  const highest = bars.findIndex(({ value }) => value === Math.max(...bars.map((bar) => bar.value)));
  return new Set(last - highest < 2 ? [last] : [highest, last]);
}

/**
 * Draws a bar chart, with the average as a dashed line and `lastName` under the last bar. Each bar has its `printed`
 * value above it. If one of these values has more than three characters, only the last and the highest bar have theirs,
 * and only the last if the two stand side by side.
 */
export function BarChart({ bars, average, lastName, unit, sentence }: BarChartProps) {
  const slot = width / Math.max(bars.length, fewestSlots);
  const most = Math.max(1, average?.value ?? 0, ...bars.map(({ value }) => value));
  const levelOf = (value: number) => bottom - (value / most) * height;
  const printed = printedOf(bars);
  return (
    <div class="chart" role="img" aria-label={sentence}>
      {/* Some readers read what is in a picture too: the table after it says the same. */}
      <svg viewBox={`0 0 ${width} ${bottom + 38}`} aria-hidden="true">
        <text x="0" y="12">
          {unit}
        </text>
        {average && (
          <>
            <line class="average" x1="0" x2="22" y1="25" y2="25" />
            <text x="28" y="29">
              {average.label}
            </text>
          </>
        )}
        {bars.map(({ label, value }, at) => {
          const middle = (at + 0.5) * slot;
          const last = at === bars.length - 1;
          return (
            <g key={label + String(at)} class={last ? "now" : undefined}>
              <rect
                x={middle - slot * 0.36}
                width={slot * 0.72}
                y={levelOf(value)}
                height={bottom - levelOf(value)}
                rx="1.5"
              />
              <text class="value" x={middle} y={bottom + 15}>
                {label}
              </text>
            </g>
          );
        })}
        {average && <line class="average" x1="0" x2={width} y1={levelOf(average.value)} y2={levelOf(average.value)} />}
        {bars.map(({ label, value, printed: text }, at) =>
          printed.has(at) ? (
            <text
              key={label + String(at)}
              class="value"
              x={(at + 0.5) * slot}
              y={baselineOf(levelOf(value), average && levelOf(average.value))}
            >
              {text}
            </text>
          ) : null,
        )}
        <line class="base" x1="0" x2={width} y1={bottom} y2={bottom} />
        <text class="end" x={Math.max(bars.length, 3) * slot} y={bottom + 32}>
          {lastName} ↑
        </text>
      </svg>
    </div>
  );
}
