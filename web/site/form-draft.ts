/** The id of the draft that a form without an account sends its files under: drawn once, and kept in the tab with the form. */
export function draftOf(form: string): string {
  const key = `${form}.draft`;
  const kept = sessionStorage.getItem(key);
  if (kept !== null) return kept;
  const draftId = crypto.randomUUID();
  sessionStorage.setItem(key, draftId);
  return draftId;
}
