import { addressOf } from "./page.tsx";

/** A claim of a list, as the list named it. */
type ListedClaim = { readonly claimId: string; readonly code: string };

interface OpenedList {
  readonly address: string;
  readonly claims: readonly ListedClaim[];
}

const key = "caudal.work";

/** Keeps in the tab which list was last shown: cases opened from it lead to its next one, and back to it. */
export function keepOpenedList(address: string, rows: readonly ListedClaim[]): void {
  const claims = rows.map(({ claimId, code }) => ({ claimId, code }));
  const list: OpenedList = { address, claims };
  sessionStorage.setItem(key, JSON.stringify(list));
}

function openedList(): OpenedList {
  return JSON.parse(sessionStorage.getItem(key) ?? "null") ?? { address: addressOf("work"), claims: [] };
}

/** The list a case was opened from, and the cases before and after it there; neither if it is not on that list. */
export function placeInList(claimId: string): {
  readonly address: string;
  readonly before: ListedClaim | undefined;
  readonly next: ListedClaim | undefined;
} {
  const { address, claims } = openedList();
  const at = claims.findIndex((claim) => claim.claimId === claimId);
  return { address, before: claims[at - 1], next: at < 0 ? undefined : claims[at + 1] };
}
