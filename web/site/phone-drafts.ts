import { apiNow } from "../api-clock.ts";
import type { Explanation, Month, Receipt } from "../words/receipt.ts";
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
  readonly savedAt: string;
  readonly answers: Answers;
  /** Whether the account has these answers too. */
  readonly saved: boolean;
  readonly carried?: CarriedReceipt | undefined;
}

/** Days a draft is kept on a phone after the last change, as long as an account keeps it. */
export const keptDays = 30;
const keptMs = keptDays * 86_400_000;
const prefix = "caudal.draft.";

/** The answer that is kept until the tab is closed and no longer: a phone that is lent or lost must not show whose it is. */
const untilTheTabCloses = "number";

/** The instant from which a draft is not shown any more: 30 days after it was last kept. */
export function endOf({ savedAt }: Pick<PhoneDraft, "savedAt">): string {
  return new Date(Date.parse(savedAt) + keptMs).toISOString();
}

/** Keeps a draft on this phone for 30 days from now. Returns false if the phone has no room for it or lets no page keep things. */
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

/** A draft this phone keeps; undefined if there is none or its 30 days are over, which also erases it. */
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

/** The drafts this phone keeps, the last kept first. Erases those whose 30 days are over. */
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

/** Erases what was answered in a draft from this phone, but not its photos. */
export function eraseTextFromPhone(draftId: string): void {
  try {
    sessionStorage.removeItem(prefix + draftId);
    localStorage.removeItem(prefix + draftId);
  } catch {
    // A browser that lets no page keep things has nothing to erase.
  }
}

/** Erases a draft from this phone, with its photos. */
export function eraseFromPhone(draftId: string): void {
  eraseTextFromPhone(draftId);
  import("./phone-photos.ts").then(({ erasePhotos }) => erasePhotos(draftId)).catch(() => undefined);
}
