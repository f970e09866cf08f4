/** Whose numbers: an office's of a year, of its resolutions or of its letters. */
export interface NumberSeries {
  readonly office: string;
  readonly year: number;
  /** Absent: its resolutions. */
  readonly of?: "letters" | undefined;
}

const digits = 5;

function around(format: string, { office, year }: NumberSeries): readonly [before: string, after: string] {
  const [before = "", after = ""] = format
    .replace("{year}", String(year))
    .replace("{office}", office)
    .split("{number}");
  return [before, after];
}

/**
 * A number as it is written.
 * @param format the tenant's: `{number}-{year}-{office}` gives `00001-2026-MOQ`
 */
export function writtenNumber(format: string, series: NumberSeries, number: number): string {
  return around(format, series).join(String(number).padStart(digits, "0"));
}

/** The place in its series of a number as it is written; nothing if it is not of that series. */
export function placeOfNumber(format: string, series: NumberSeries, written: string): number | undefined {
  const [before, after] = around(format, series);
  const place = Number(written.slice(before.length, written.length - after.length));
  return Number.isInteger(place) && writtenNumber(format, series, place) === written ? place : undefined;
}
