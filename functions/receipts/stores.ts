import { setTimeout } from "node:timers/promises";
import { tenant } from "../../settings.ts";
import { receiptRules } from "../../shared/casework/receipt/receipt-rules.ts";
import { openAttemptCounter } from "../../shared/storage/attempt-counter.ts";
import { openLastLoad } from "../../shared/storage/billing/load-notes.ts";
import { openReceiptReader } from "../../shared/storage/billing/receipt-reader.ts";
import { openAccountContacts, openUserPools } from "../../shared/storage/claim/account-contacts.ts";
import { openDynamoDb, type Table } from "../../shared/storage/dynamodb.ts";
import { openLookUpTrails } from "../../shared/storage/receipt/look-up-trails.ts";
import { openSupplyLinks } from "../../shared/storage/supply/supply-links.ts";
import { cacheFor } from "../runtime/cache-for.ts";
import { calendarsOf } from "../runtime/calendars-of.ts";
import { environment } from "../runtime/environment.ts";
import { openStores } from "../runtime/open-stores.ts";
import { tenantInForce } from "../runtime/tenant-in-force.ts";
import { lookUpCredential } from "./look-up-credential.ts";

const clients = { table: openDynamoDb(), pool: openUserPools() };
const stores = openStores("receipts", clients, {
  receiptReader: openReceiptReader,
  attemptCounter: openAttemptCounter,
  // The one secret this function has: with a new one, trails begin anew.
  lookUpTrails: (table: Table) => openLookUpTrails(table, environment().originKey),
  lastLoad: openLastLoad,
  supplyLinks: openSupplyLinks,
  accountContacts: openAccountContacts,
  calendars: calendarsOf(tenant),
});
const tenantAt = tenantInForce({ ...stores, tenant }, (depsNow) => depsNow.tenant);

export const deps = {
  ...stores,
  lookUpCredential: lookUpCredential({ ...stores, pause: (ms) => setTimeout(ms) }, tenant.supplyCodeLength.value),
  rulesAt: async (now: string) => receiptRules(await tenantAt(now), now),
  loadedAt: cacheFor(stores.lastLoad.read, 60),
};
