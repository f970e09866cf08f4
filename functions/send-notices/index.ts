import { workerInForce } from "../runtime/worker.ts";
import { sendNotices } from "./send-notices.ts";
import { deps } from "./stores.ts";

export const handler = workerInForce(deps, sendNotices);
