import { setTimeout } from "node:timers/promises";
import { tenant } from "../../settings.ts";
import { seedOf, tenantWith } from "../../shared/casework/calendars-in-force.ts";
import * as receiptRoutes from "../../shared/contract/receipt-routes.ts";
import { openContactCounter } from "../../shared/storage/attentions.ts";
import { openCalendars } from "../../shared/storage/calendars.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openGuessCounter } from "../../shared/storage/guess-counter.ts";
import { openLastLoad } from "../../shared/storage/load-notes.ts";
import { openLookUpTrails } from "../../shared/storage/look-up-trails.ts";
import { openReceiptReader } from "../../shared/storage/receipt-reader.ts";
import { openSupplyLinks } from "../../shared/storage/supply-links.ts";
import { wired } from "../../shared/wiring.ts";
import { api } from "../runtime/api.ts";
import { environment } from "../runtime/environment.ts";
import { inForce } from "../runtime/in-force.ts";
import { remembered } from "../runtime/remembered.ts";
import { explainReceipt } from "./explain-receipt.ts";
import { linkSupply } from "./link-supply.ts";
import { listReceipts } from "./list-receipts.ts";
import { listSupplies } from "./list-supplies.ts";
import { lookUpReceipt, lookUpReceiptSignedIn } from "./look-up-receipt.ts";
import type { ReceiptDesk } from "./receipt-desk.ts";
import { receiptRules } from "./receipt-rules.ts";
import { secondDatum } from "./second-datum.ts";
import { showReceipt } from "./show-receipt.ts";
import { unlinkSupply } from "./unlink-supply.ts";

const client = openDynamoDb();
const names = wired("receipts", process.env);
const receiptReader = openReceiptReader({ client, name: names.receiptReader }, tenant.code);
const { originKey } = environment();
const calendars = openCalendars({ client, name: names.calendars }, seedOf(tenant));
const tenantAt = inForce(calendars.known, ({ versions, outages }) => tenantWith(tenant, versions, outages));

const contacts = openContactCounter({ client, name: names.contactCounter });

const desk: ReceiptDesk = {
  receiptReader,
  supplyLinks: openSupplyLinks({ client, name: names.supplyLinks }),
  secondDatum: secondDatum(
    {
      receiptReader,
      guessCounter: openGuessCounter({ client, name: names.guessCounter }),
      // The one secret this function has: with a new one, trails begin anew.
      lookUpTrails: openLookUpTrails({ client, name: names.lookUpTrails }, originKey),
      pause: (ms) => setTimeout(ms),
    },
    tenant.supplyCodeLength.value,
  ),
  rulesAt: async (now) => receiptRules(await tenantAt(now), now),
  countLookUp: (now) => contacts.count(tenant.office.code.value, { channel: "web", what: "receipt-look-up" }, now),
  loadedAt: remembered(openLastLoad({ client, name: names.lastLoad }).read, 60),
};

export const handler = api(
  receiptRoutes,
  {
    lookUpReceipt: lookUpReceipt(desk),
    lookUpReceiptSignedIn: lookUpReceiptSignedIn(desk),
    listSupplies: listSupplies(desk),
    linkSupply: linkSupply(desk),
    unlinkSupply: unlinkSupply(desk),
    listReceipts: listReceipts(desk),
    showReceipt: showReceipt(desk),
    explainReceipt: explainReceipt(desk),
  },
  { originKey },
);
