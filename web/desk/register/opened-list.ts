import { deskPages } from "../../desk-paths.ts";
import { addressOf } from "../page.tsx";

/** A claim of a list, as the list named it. */
export type ListedClaim = { readonly claimId: string; readonly code: string };

interface OpenedList {
  readonly address: string;
  /** Which of the lists of its page it is; absent if the page's title says it. */
  readonly part?: string | undefined;
  readonly claims: readonly ListedClaim[];
}

const key = "caudal.work";

/**
 * Keeps in the tab the list that was shown last, for `placeInList`: its address, its rows in order and, if its page has
 * several, which `part` it is.
 */
export function keepOpenedList(address: string, rows: readonly ListedClaim[], part?: string): void {
  const claims = rows.map(({ claimId, code }) => ({ claimId, code }));
  const list: OpenedList = { address, part, claims };
  sessionStorage.setItem(key, JSON.stringify(list));
}

function openedList(): OpenedList {
  return JSON.parse(sessionStorage.getItem(key) ?? "null") ?? { address: addressOf("work"), claims: [] };
}

/** Returns what a list is called: the title of its page and, if that has several, which one it is. */
function nameOf({ address, part }: OpenedList): string {
  const { title } = Object.values(deskPages).find(({ path }) => path === address.split(/[?#]/)[0]) ?? deskPages.work;
  return part ? `${title}: ${part}` : title;
}

/**
 * Returns the address and the name of the list that `keepOpenedList` kept last, and the claims before and after this
 * claim on it. `before` is undefined at the top of the list, `next` at the end, both if the claim is not on the list.
 * Without a kept list, the address is that of the work list.
 */
export function placeInList(claimId: string): {
  readonly address: string;
  readonly name: string;
  readonly before: ListedClaim | undefined;
  readonly next: ListedClaim | undefined;
} {
  const list = openedList();
  const { address, claims } = list;
  const at = claims.findIndex((claim) => claim.claimId === claimId);
  return { address, name: nameOf(list), before: claims[at - 1], next: at < 0 ? undefined : claims[at + 1] };
}
