import { explainReceipt } from "./explain-receipt.ts";
import { linkSupply } from "./link-supply.ts";
import { listReceipts } from "./list-receipts.ts";
import { listSupplies } from "./list-supplies.ts";
import { lookUpReceipt, lookUpReceiptSignedIn } from "./look-up-receipt.ts";
import type { ReceiptDeps } from "./receipt-deps.ts";
import { showReceipt } from "./show-receipt.ts";
import { endSupplyLink, listSupplyAccounts } from "./supply-accounts.ts";
import { unlinkSupply } from "./unlink-supply.ts";

/** Returns every operation on receipts and on the supplies that an account linked, each with the stores of `deps`. */
export const receipts = (deps: ReceiptDeps) => ({
  lookUpReceipt: lookUpReceipt(deps),
  lookUpReceiptSignedIn: lookUpReceiptSignedIn(deps),
  listSupplies: listSupplies(deps),
  linkSupply: linkSupply(deps),
  unlinkSupply: unlinkSupply(deps),
  listSupplyAccounts: listSupplyAccounts(deps),
  endSupplyLink: endSupplyLink(deps),
  listReceipts: listReceipts(deps),
  showReceipt: showReceipt(deps),
  explainReceipt: explainReceipt(deps),
});
