import { scheduled } from "../runtime/scheduled.ts";
import { deps } from "./stores.ts";
import { sweep } from "./sweep.ts";

export const handler = scheduled(sweep(deps));
