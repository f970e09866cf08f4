import type { ReceiptRules } from "../../shared/casework/receipt/receipt-sheet.ts";
import type { ReceiptReader } from "../../shared/storage/billing/receipt-reader.ts";
import type { AccountContacts } from "../../shared/storage/claim/account-contacts.ts";
import type { SupplyLinks } from "../../shared/storage/supply/supply-links.ts";
import type { LookUpCredential } from "./look-up-credential.ts";

export interface ReceiptDeps {
  readonly receiptReader: ReceiptReader;
  readonly supplyLinks: SupplyLinks;
  readonly accountContacts: AccountContacts;
  readonly lookUpCredential: LookUpCredential;
  readonly rulesAt: (now: string) => Promise<ReceiptRules>;
  /**
   * Returns when the commercial system was last loaded, read at most once a minute; `undefined` before the first load.
   */
  readonly loadedAt: (now: string) => Promise<string | undefined>;
}
