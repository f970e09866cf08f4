import { tenant } from "../../settings.ts";
import * as calendarRoutes from "../../shared/contract/calendar-routes.ts";
import * as deskRoutes from "../../shared/contract/desk-routes.ts";
import * as exchangeRoutes from "../../shared/contract/exchange-routes.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openS3 } from "../../shared/storage/s3.ts";
import { api } from "../runtime/api.ts";
import { openStores } from "../runtime/open-stores.ts";
import { tenantInForce } from "../runtime/tenant-in-force.ts";
import { administration } from "./administration.ts";
import * as openers from "./stores.ts";

const { slotsReadOnly, ...stores } = openStores("administration", { table: openDynamoDb(), bucket: openS3() }, openers);

export const handler = api(
  { ...deskRoutes, ...exchangeRoutes, ...calendarRoutes },
  tenantInForce(tenant, stores.calendarBook, (tenantNow) =>
    administration({ ...stores, appointmentSlots: slotsReadOnly, tenant: tenantNow }),
  ),
);
