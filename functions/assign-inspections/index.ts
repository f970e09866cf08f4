import { workerInForce } from "../runtime/worker.ts";
import { assignInspections } from "./assign-inspections.ts";
import { deps } from "./stores.ts";

export const handler = workerInForce(deps, assignInspections);
