import { now } from "../runtime/now.ts";
import { scheduled } from "../runtime/scheduled.ts";
import { tenantInForce } from "../runtime/tenant-in-force.ts";
import { checkRecords } from "./check-records.ts";
import { withinMinutes } from "./may-go-on.ts";
import { deps } from "./stores.ts";

const checkAt = tenantInForce(deps, checkRecords);

export const handler = scheduled(async () => (await checkAt(now()))(now(), withinMinutes()));
