import { workerInForce } from "../runtime/worker.ts";
import { deps } from "./stores.ts";
import { uploadMessages } from "./upload-messages.ts";

export const handler = workerInForce(deps, uploadMessages);
