import { logLines } from "../runtime/log-lines.ts";
import { deps } from "./stores.ts";
import { trackTextDeliveries } from "./track-text-deliveries.ts";

export const handler = logLines(trackTextDeliveries(deps));
