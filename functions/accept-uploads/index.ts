import { worker } from "../runtime/worker.ts";
import { deps } from "./stores.ts";
import { uploadMessages } from "./upload-messages.ts";

export const handler = worker(uploadMessages(deps));
