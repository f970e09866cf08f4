/**
 * Text that makes a spreadsheet run a cell: `=`, `+`, `-`, `@` and characters that look like them (full width, small,
 * superscript, the minus sign), a tab or a line break, also after blanks or invisible marks. A leading apostrophe is
 * included, so that a guarded cell differs from one that began with an apostrophe.
 */
const runs = /^(?:'|[\s\p{Z}\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋−]|[\t\r\n])/u;

/**
 * Returns the text such that a spreadsheet shows it and never runs it. An apostrophe is put before text that could be
 * run, and before text that begins with an apostrophe; any other text is unchanged.
 */
export function guardedFromFormulas(text: string): string {
  return runs.test(text) ? `'${text}` : text;
}
