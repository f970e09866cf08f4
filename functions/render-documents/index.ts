import { workerInForce } from "../runtime/worker.ts";
import { renderMessages } from "./render-messages.ts";
import { deps } from "./stores.ts";

export const handler = workerInForce(deps, renderMessages);
