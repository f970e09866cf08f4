import { apiNow } from "../../api-clock.ts";
import type { Explanation, Month, Receipt } from "../../words/receipt.ts";
import type { Answers } from "./answers.ts";

/** What a draft keeps of the receipt it began from, so that nothing is looked up or typed twice. */
export interface CarriedReceipt {
  readonly receipt: Pick<Receipt, "supplyCode" | "number" | "period" | "billingType" | "category" | "claimUntil">;
  readonly explanation: Explanation;
  /** The receipt's month and the twelve before it, the oldest first. */
  readonly history: readonly Month[];
}

/** A claim being written, as this phone keeps it: all but the number of the identity document. */
export interface PhoneDraft {
  readonly draftId: string;
  /** The instant it was last kept. */
  readonly savedAt: string;
  readonly answers: Answers;
  /** Whether the account has these answers too. */
  readonly saved: boolean;
  /** The receipt it began from, if it was looked up on this phone. */
  readonly carried?: CarriedReceipt | undefined;
}

/** Days a draft is kept on a phone after the last change, as long as an account keeps it. */
export const keptDays = 30;
const keptMs = keptDays * 86_400_000;
const prefix = "caudal.draft.";

/**
 * The answer that is kept until the tab is closed and no longer: a phone that is lent or lost must not show whose it
 * is.
 */
const untilTheTabCloses = "number";

/** Returns the instant, ISO 8601 in UTC, at which this phone stops keeping a draft: 30 days after it was last kept. */
export function endOf({ savedAt }: Pick<PhoneDraft, "savedAt">): string {
  return new Date(Date.parse(savedAt) + keptMs).toISOString();
}

/**
 * Keeps a draft on this phone for 30 days from now. The number of the identity document is kept only until the tab is
 * closed. Returns false if the phone has no room or the browser lets no page keep things.
 */
export function keepOnPhone({ draftId, answers, ...draft }: Omit<PhoneDraft, "savedAt">): boolean {
  const { [untilTheTabCloses]: number, ...others } = answers;
  const savedAt = new Date(apiNow()).toISOString();
  try {
    if (typeof number === "string") sessionStorage.setItem(prefix + draftId, number);
    localStorage.setItem(prefix + draftId, JSON.stringify({ ...draft, savedAt, answers: others }));
    return true;
  } catch {
    return false;
  }
}

/**
 * Returns a draft that this phone keeps, with the number of the identity document if this tab has it. Undefined if
 * there is none, or if its 30 days are over: it is then erased with its photos.
 */
export function keptOnPhone(draftId: string): PhoneDraft | undefined {
  try {
    const kept: Omit<PhoneDraft, "draftId"> | null = JSON.parse(localStorage.getItem(prefix + draftId) ?? "null");
    if (!kept) return undefined;
    if (Date.parse(kept.savedAt) + keptMs < apiNow()) {
      eraseFromPhone(draftId);
      return undefined;
    }
    const number = sessionStorage.getItem(prefix + draftId);
    return { ...kept, draftId, answers: { ...kept.answers, ...(number !== null && { number }) } };
  } catch {
    return undefined;
  }
}

/**
 * Returns the drafts that this phone keeps, the last kept first, those of accounts too. Erases those whose 30 days are
 * over. Empty if the browser lets no page keep things.
 */
export function draftsOnPhone(): readonly PhoneDraft[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .flatMap((key) => keptOnPhone(key.slice(prefix.length)) ?? [])
      .toSorted((a, b) => b.savedAt.localeCompare(a.savedAt));
  } catch {
    return [];
  }
}

/** Erases the answers of a draft from this phone, but not its photos. Never throws. */
export function eraseTextFromPhone(draftId: string): void {
  try {
    sessionStorage.removeItem(prefix + draftId);
    localStorage.removeItem(prefix + draftId);
  } catch {
    // A browser that lets no page keep things has nothing to erase.
  }
}

/** Erases the answers of a draft from this phone at once, and its photos soon after. Never throws. */
export function eraseFromPhone(draftId: string): void {
  eraseTextFromPhone(draftId);
  import("../attachment/phone-photos.ts").then(({ erasePhotos }) => erasePhotos(draftId)).catch(() => undefined);
}
