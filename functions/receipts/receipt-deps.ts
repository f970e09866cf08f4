import type { ReceiptReader } from "../../shared/storage/receipt-reader.ts";
import type { SupplyLinks } from "../../shared/storage/supply-links.ts";
import type { LookUpCredential } from "./look-up-credential.ts";
import type { ReceiptRules } from "./receipt-sheet.ts";

/** What the operations of this function work with. */
export interface ReceiptDeps {
  readonly receiptReader: ReceiptReader;
  readonly supplyLinks: SupplyLinks;
  readonly lookUpCredential: LookUpCredential;
  /** The rules on the day of an instant. */
  readonly rulesAt: (now: string) => Promise<ReceiptRules>;
  /** Counts a look-up of the day, of nobody. */
  readonly countLookUp: (now: string) => Promise<void>;
  /** The instant of the last load from the commercial system, as of a minute ago at most. */
  readonly loadedAt: (now: string) => Promise<string | undefined>;
}
