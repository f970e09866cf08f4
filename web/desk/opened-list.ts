import { addressOf } from "./page.tsx";

/** A claim of a list, as the list named it. */
export type ListedClaim = { readonly claimId: string; readonly code: string };

interface OpenedList {
  readonly address: string;
  readonly claims: readonly ListedClaim[];
}

const key = "caudal.work";

/** Keeps in the tab the list that was shown last, for `placeInList`: its address and its rows, in order. */
export function keepOpenedList(address: string, rows: readonly ListedClaim[]): void {
  const claims = rows.map(({ claimId, code }) => ({ claimId, code }));
  const list: OpenedList = { address, claims };
  sessionStorage.setItem(key, JSON.stringify(list));
}

function openedList(): OpenedList {
  return JSON.parse(sessionStorage.getItem(key) ?? "null") ?? { address: addressOf("work"), claims: [] };
}

/**
 * Returns the address of the list that `keepOpenedList` kept last, and the claims before and after this claim on it.
 * `before` is undefined at the top of the list, `next` at the end, both if the claim is not on the list. Without a kept
 * list, the address is that of the work list.
 */
export function placeInList(claimId: string): {
  readonly address: string;
  readonly before: ListedClaim | undefined;
  readonly next: ListedClaim | undefined;
} {
  const { address, claims } = openedList();
  const at = claims.findIndex((claim) => claim.claimId === claimId);
  return { address, before: claims[at - 1], next: at < 0 ? undefined : claims[at + 1] };
}
