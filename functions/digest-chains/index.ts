import { scheduled } from "../runtime/scheduled.ts";
import { digestChains } from "./digest-chains.ts";
import { deps } from "./stores.ts";

export const handler = scheduled(digestChains(deps));
