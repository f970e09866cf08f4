/** Returns a text with a point at its end, unless it ends as a sentence already: also «a. m.», «?». */
export function sentence(text: string): string {
  const written = text.trimEnd();
  return /[.!?…][»")]?$/.test(written) ? written : `${written}.`;
}
