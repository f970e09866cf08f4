/**
 * Text that makes a spreadsheet run a cell: `=`, `+`, `-`, `@` and characters that look like them (full width, small,
 * superscript, the minus sign), a tab or a line break, also after blanks or invisible marks. A leading apostrophe is
 * included, so that a guarded cell differs from one that began with an apostrophe.
 */
const runs = /^(?:'|[\s\p{Z}\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋−]|[\t\r\n])/u;

/**
 * Returns text that a spreadsheet shows and never runs: with an apostrophe before it if it could be run or begins with
 * one.
 */
export function guardedFromFormulas(text: string): string {
  return runs.test(text) ? `'${text}` : text;
}
