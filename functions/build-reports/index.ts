import { workerInForce } from "../runtime/worker.ts";
import { reportMessages } from "./report-messages.ts";
import { deps } from "./stores.ts";

export const handler = workerInForce(deps, reportMessages);
