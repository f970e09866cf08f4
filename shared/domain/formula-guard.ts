/**
 * What makes a spreadsheet run a cell: `=`, `+`, `-`, `@` and what look like them (full width, small, superscript, the
 * minus sign), a tab or a line break, also behind blanks or marks nobody sees. A cell that begins with the apostrophe
 * itself gets another, so that what was defused can be told from what was not.
 */
const runs = /^(?:'|[\s\p{Z}\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋−]|[\t\r\n])/u;

/** Text that a spreadsheet shows and never runs. */
export function guardedFromFormulas(text: string): string {
  return runs.test(text) ? `'${text}` : text;
}
