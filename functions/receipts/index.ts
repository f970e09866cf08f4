import { setTimeout } from "node:timers/promises";
import { tenant } from "../../settings.ts";
import * as receiptRoutes from "../../shared/contract/receipt-routes.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { api } from "../runtime/api.ts";
import { cacheFor } from "../runtime/cache-for.ts";
import { openStores } from "../runtime/open-stores.ts";
import { tenantInForce } from "../runtime/tenant-in-force.ts";
import { explainReceipt } from "./explain-receipt.ts";
import { linkSupply } from "./link-supply.ts";
import { listReceipts } from "./list-receipts.ts";
import { listSupplies } from "./list-supplies.ts";
import { lookUpCredential } from "./look-up-credential.ts";
import { lookUpReceipt, lookUpReceiptSignedIn } from "./look-up-receipt.ts";
import type { ReceiptDeps } from "./receipt-deps.ts";
import { receiptRules } from "./receipt-rules.ts";
import { showReceipt } from "./show-receipt.ts";
import * as openers from "./stores.ts";
import { unlinkSupply } from "./unlink-supply.ts";

const stores = openStores("receipts", { table: openDynamoDb() }, openers);
const tenantAt = tenantInForce(tenant, stores.calendars, (tenantNow) => tenantNow);

const deps: ReceiptDeps = {
  ...stores,
  lookUpCredential: lookUpCredential({ ...stores, pause: (ms) => setTimeout(ms) }, tenant.supplyCodeLength.value),
  rulesAt: async (now) => receiptRules(await tenantAt(now), now),
  countLookUp: (now) =>
    stores.contactCounter.count(tenant.office.code.value, { channel: "web", what: "receipt-look-up" }, now),
  loadedAt: cacheFor(stores.lastLoad.read, 60),
};

export const handler = api(receiptRoutes, {
  lookUpReceipt: lookUpReceipt(deps),
  lookUpReceiptSignedIn: lookUpReceiptSignedIn(deps),
  listSupplies: listSupplies(deps),
  linkSupply: linkSupply(deps),
  unlinkSupply: unlinkSupply(deps),
  listReceipts: listReceipts(deps),
  showReceipt: showReceipt(deps),
  explainReceipt: explainReceipt(deps),
});
