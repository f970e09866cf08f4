import { now } from "../runtime/now.ts";
import { scheduled } from "../runtime/scheduled.ts";
import { tenantInForce } from "../runtime/tenant-in-force.ts";
import { recountTotals } from "./recount-totals.ts";
import { deps } from "./stores.ts";

const recountAt = tenantInForce(deps, recountTotals);

export const handler = scheduled(async () => (await recountAt(now()))(now()));
