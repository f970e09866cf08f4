import { worker } from "../runtime/worker.ts";
import { importMessages } from "./import-messages.ts";
import { deps } from "./stores.ts";

export const handler = worker(importMessages(deps));
