/**
 * Text that makes a spreadsheet run a cell: `=`, `+`, `-`, `@` and characters that look like them (full width, small,
 * superscript, the minus sign), a tab or a line break, also after blanks or invisible marks. A leading apostrophe is
 * included, so that a guarded cell differs from one that began with an apostrophe.
 */
const runs = /^(?:'|[\s\p{Z}\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋−]|[\t\r\n])/u;

/**
 * Returns a text that a spreadsheet shows and never runs: puts an apostrophe before a text that a spreadsheet could
 * run. Such a text begins with a tab, a line break or an apostrophe, or, blanks aside, with `=`, `+`, `-`, `@` or a
 * character that looks like them. Returns any other text unchanged.
 */
export function guardedFromFormulas(text: string): string {
  return runs.test(text) ? `'${text}` : text;
}
