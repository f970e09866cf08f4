import { tenant } from "../../settings.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openAgenda, openVisits } from "../../shared/storage/visit/visits.ts";
import { calendarsOf } from "../runtime/calendars-of.ts";
import { now } from "../runtime/now.ts";
import { openStores } from "../runtime/open-stores.ts";
import { recording } from "../runtime/recording.ts";

const clients = { table: openDynamoDb() };
const stores = openStores("assign-inspections", clients, {
  ...recording,
  visits: openVisits,
  agenda: openAgenda,
  calendars: calendarsOf(tenant),
});

export const deps = { ...stores, tenant, now };
