import { MeterDrawing } from "../../look/meter-drawing.tsx";
import { leakCheckWords } from "./leaks.words.ts";

/** Drawings of the three steps to look for leaks. Each only repeats what its step says, so screen readers skip them. */

/** A closed tap, with no drop. */
function ClosedTap() {
  return (
    <svg viewBox="0 0 240 120" aria-hidden="true">
      <path d="M20 60h120q30 0 30 30v14h-30V90H20z" fill="#8aa0ad" />
      <rect x="74" y="34" width="12" height="28" fill="#12394a" />
      <rect x="46" y="24" width="68" height="12" rx="6" fill="#12394a" />
      <circle cx="200" cy="46" r="26" fill="none" stroke="#b3261e" stroke-width="6" />
      <path d="M182 64l36-36" stroke="#b3261e" stroke-width="6" />
      <path d="M200 34q12 16 0 22-12-6 0-22z" fill="#1670a5" />
    </svg>
  );
}

/** A clock after one hour. */
function OneHour() {
  return (
    <svg viewBox="0 0 240 120" aria-hidden="true">
      <circle cx="120" cy="60" r="52" fill="#fff" stroke="#12394a" stroke-width="6" />
      <path d="M120 60V8a52 52 0 0 1 45 78z" fill="#cfe6f3" />
      <path d="M120 60V22M120 60l28 16" stroke="#12394a" stroke-width="6" stroke-linecap="round" />
      <path d="M176 30a64 64 0 0 1 4 56m-10-6 9 8 8-10" fill="none" stroke="#0a6b3d" stroke-width="5" />
    </svg>
  );
}

/** A toilet whose bowl is coloured by what was put in its tank. */
function ColouredToilet() {
  return (
    <svg viewBox="0 0 240 120" aria-hidden="true">
      <rect x="60" y="10" width="70" height="44" rx="4" fill="#fff" stroke="#12394a" stroke-width="5" />
      <rect x="66" y="28" width="58" height="22" fill="#7a4a12" />
      <path d="M70 58h110q0 36-44 40v14H96V98q-26-6-26-40z" fill="#fff" stroke="#12394a" stroke-width="5" />
      <path d="M82 72h88q-6 18-36 20h-22q-24-4-30-20z" fill="#c99a5b" />
      <path d="M95 4v18m-6-6 6 8 6-8" fill="none" stroke="#0a6b3d" stroke-width="5" />
    </svg>
  );
}

function Meter() {
  return <MeterDrawing sentence={leakCheckWords.meter} />;
}

export const drawings = { ClosedTap, OneHour, ColouredToilet, Meter } as const;
export type DrawingName = keyof typeof drawings;
