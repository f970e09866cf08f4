import { scheduled } from "../runtime/scheduled.ts";
import { redeliver } from "./redeliver.ts";
import { deps } from "./stores.ts";

export const handler = scheduled(redeliver(deps));
