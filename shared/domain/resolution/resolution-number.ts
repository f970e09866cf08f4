/** A series of numbers: an office's resolutions or letters of a year. */
export interface NumberSeries {
  /** The code of the office, such as `MOQ`. */
  readonly office: string;
  readonly year: number;
  /** Absent for resolutions. */
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
 * Returns a number of a series as it is written, with at least five digits.
 * @param format the tenant's: `{number}-{year}-{office}` gives `00001-2026-MOQ`
 */
export function writtenNumber(format: string, series: NumberSeries, number: number): string {
  return around(format, series).join(String(number).padStart(digits, "0"));
}

/**
 * Returns the number in a text that `writtenNumber` wrote, such as 1 for `00001-2026-MOQ`. Undefined if the text is not
 * written in `format` for the office and year of the series. Ignores `series.of`: only different formats distinguish
 * letters from resolutions.
 */
export function placeOfNumber(format: string, series: NumberSeries, written: string): number | undefined {
  const [before, after] = around(format, series);
  const number = Number(written.slice(before.length, written.length - after.length));
  return Number.isInteger(number) && writtenNumber(format, series, number) === written ? number : undefined;
}
