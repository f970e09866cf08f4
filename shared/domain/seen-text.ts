/** Whether a text has a sign that is seen: one of blanks and marks without width alone looks like no text. */
export function isSeen(text: string): boolean {
  return /[^\s\p{Default_Ignorable_Code_Point}]/u.test(text);
}
