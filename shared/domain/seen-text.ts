/** Whether a text has a sign that is seen: one of blanks and marks without width alone looks like no text. */
export function isSeen(text: string): boolean {
  return /[^\s\p{Default_Ignorable_Code_Point}]/u.test(text);
}

/**
 * Returns a text as one line: breaks, tabs and controls are blanks, several blanks are one, and signs that are not seen
 * (without width, of direction) are left out, so that it prints and reads as it was seen.
 */
export function oneLine(text: string): string {
  if (!/[^!-~¡-¬®-ž]/.test(text)) return text;
  return text
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .replace(/[\s\p{Cc}\u2800]+/gu, " ")
    .trim();
}
