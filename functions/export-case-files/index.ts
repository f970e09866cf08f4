import { workerInForce } from "../runtime/worker.ts";
import { exportMessages } from "./export-messages.ts";
import { deps } from "./stores.ts";

export const handler = workerInForce(deps, exportMessages);
