import { tenant } from "../../settings.ts";
import { seedOf } from "../../shared/casework/calendars-in-force.ts";
import { openCalendars } from "../../shared/storage/calendars.ts";
import type { Table } from "../../shared/storage/dynamodb.ts";
import { openLookUpTrails } from "../../shared/storage/look-up-trails.ts";
import { openReceiptReader } from "../../shared/storage/receipt-reader.ts";
import { environment } from "../runtime/environment.ts";

export { openAttemptCounter as attemptCounter } from "../../shared/storage/attempt-counter.ts";
export { openContactCounter as contactCounter } from "../../shared/storage/attentions.ts";
export { openLastLoad as lastLoad } from "../../shared/storage/load-notes.ts";
export { openSupplyLinks as supplyLinks } from "../../shared/storage/supply-links.ts";

export const receiptReader = (table: Table) => openReceiptReader(table, tenant.code);
// The one secret this function has: with a new one, trails begin anew.
export const lookUpTrails = (table: Table) => openLookUpTrails(table, environment().originKey);
export const calendars = (table: Table) => openCalendars(table, seedOf(tenant));
