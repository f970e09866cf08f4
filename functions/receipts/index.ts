import { setTimeout } from "node:timers/promises";
import { tenant } from "../../settings.ts";
import * as receiptRoutes from "../../shared/contract/receipt-routes.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { api } from "../runtime/api.ts";
import { cacheFor } from "../runtime/cache-for.ts";
import { openStores } from "../runtime/open-stores.ts";
import { tenantInForce } from "../runtime/tenant-in-force.ts";
import { lookUpCredential } from "./look-up-credential.ts";
import { receiptRules } from "./receipt-rules.ts";
import { receipts } from "./receipts.ts";
import * as openers from "./stores.ts";

const stores = openStores("receipts", { table: openDynamoDb() }, openers);
const tenantAt = tenantInForce(tenant, stores.calendars, (tenantNow) => tenantNow);

export const handler = api(
  receiptRoutes,
  receipts({
    ...stores,
    lookUpCredential: lookUpCredential({ ...stores, pause: (ms) => setTimeout(ms) }, tenant.supplyCodeLength.value),
    rulesAt: async (now) => receiptRules(await tenantAt(now), now),
    countLookUp: (now) =>
      stores.contactCounter.count(tenant.office.code.value, { channel: "web", what: "receipt-look-up" }, now),
    loadedAt: cacheFor(stores.lastLoad.read, 60),
  }),
);
