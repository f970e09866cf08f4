interface MeterDrawingProps {
  /** What the drawing shows, for screen readers. */
  readonly sentence: string;
}

/**
 * Draws a water meter as it looks in its box: the black figures, which one reads, in a frame; the red figures; and the
 * wheel that turns.
 */
export function MeterDrawing({ sentence }: MeterDrawingProps) {
  return (
    <svg viewBox="0 0 240 150" role="img" aria-label={sentence}>
      <rect x="0" y="62" width="240" height="26" fill="#b9c4cc" />
      <circle cx="120" cy="75" r="68" fill="#fff" stroke="#12394a" stroke-width="6" />
      <rect x="58" y="40" width="88" height="30" fill="#fff" stroke="#0a6b3d" stroke-width="4" />
      {["0", "2", "2", "9", "1"].map((figure, at) => (
        <text
          key={String(at)}
          x={68 + at * 17}
          y="62"
          font-size="20"
          font-weight="700"
          text-anchor="middle"
          fill="#111"
        >
          {figure}
        </text>
      ))}
      {["4", "7"].map((figure, at) => (
        <text key={figure} x={155 + at * 13} y="62" font-size="16" text-anchor="middle" fill="#b3261e">
          {figure}
        </text>
      ))}
      <path d="M120 88l5 11 12 1-9 8 3 12-11-6-11 6 3-12-9-8 12-1z" fill="#b3261e" />
    </svg>
  );
}
