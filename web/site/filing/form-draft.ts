/**
 * Returns the id under which a form without an account sends its files. It is drawn at random the first time, and stays
 * until the tab is closed or the item `${form}.draft` is removed from sessionStorage.
 */
export function draftOf(form: string): string {
  const key = `${form}.draft`;
  const kept = sessionStorage.getItem(key);
  if (kept !== null) return kept;
  const draftId = crypto.randomUUID();
  sessionStorage.setItem(key, draftId);
  return draftId;
}
