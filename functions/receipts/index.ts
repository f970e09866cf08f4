import { setTimeout } from "node:timers/promises";
import { tenant } from "../../settings.ts";
import { seedOf, tenantWith } from "../../shared/casework/calendars-in-force.ts";
import * as receiptRoutes from "../../shared/contract/receipt-routes.ts";
import { wired } from "../../shared/permissions.ts";
import { openAttemptCounter } from "../../shared/storage/attempt-counter.ts";
import { openContactCounter } from "../../shared/storage/attentions.ts";
import { openCalendars } from "../../shared/storage/calendars.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openLastLoad } from "../../shared/storage/load-notes.ts";
import { openLookUpTrails } from "../../shared/storage/look-up-trails.ts";
import { openReceiptReader } from "../../shared/storage/receipt-reader.ts";
import { openSupplyLinks } from "../../shared/storage/supply-links.ts";
import { api } from "../runtime/api.ts";
import { cacheFor } from "../runtime/cache-for.ts";
import { environment } from "../runtime/environment.ts";
import { inForce } from "../runtime/in-force.ts";
import { explainReceipt } from "./explain-receipt.ts";
import { linkSupply } from "./link-supply.ts";
import { listReceipts } from "./list-receipts.ts";
import { listSupplies } from "./list-supplies.ts";
import { lookUpCredential } from "./look-up-credential.ts";
import { lookUpReceipt, lookUpReceiptSignedIn } from "./look-up-receipt.ts";
import type { ReceiptDeps } from "./receipt-deps.ts";
import { receiptRules } from "./receipt-rules.ts";
import { showReceipt } from "./show-receipt.ts";
import { unlinkSupply } from "./unlink-supply.ts";

const client = openDynamoDb();
const names = wired("receipts", process.env);
const receiptReader = openReceiptReader({ client, name: names.receiptReader }, tenant.code);
const { originKey } = environment();
const calendars = openCalendars({ client, name: names.calendars }, seedOf(tenant));
const tenantAt = inForce(calendars.known, ({ versions, outages }) => tenantWith(tenant, versions, outages));

const contacts = openContactCounter({ client, name: names.contactCounter });

const deps: ReceiptDeps = {
  receiptReader,
  supplyLinks: openSupplyLinks({ client, name: names.supplyLinks }),
  lookUpCredential: lookUpCredential(
    {
      receiptReader,
      attemptCounter: openAttemptCounter({ client, name: names.attemptCounter }),
      // The one secret this function has: with a new one, trails begin anew.
      lookUpTrails: openLookUpTrails({ client, name: names.lookUpTrails }, originKey),
      pause: (ms) => setTimeout(ms),
    },
    tenant.supplyCodeLength.value,
  ),
  rulesAt: async (now) => receiptRules(await tenantAt(now), now),
  countLookUp: (now) => contacts.count(tenant.office.code.value, { channel: "web", what: "receipt-look-up" }, now),
  loadedAt: cacheFor(openLastLoad({ client, name: names.lastLoad }).read, 60),
};

export const handler = api(
  receiptRoutes,
  {
    lookUpReceipt: lookUpReceipt(deps),
    lookUpReceiptSignedIn: lookUpReceiptSignedIn(deps),
    listSupplies: listSupplies(deps),
    linkSupply: linkSupply(deps),
    unlinkSupply: unlinkSupply(deps),
    listReceipts: listReceipts(deps),
    showReceipt: showReceipt(deps),
    explainReceipt: explainReceipt(deps),
  },
  { originKey },
);
