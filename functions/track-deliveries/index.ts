import { instantOf } from "../runtime/now.ts";
import { workerInForce } from "../runtime/worker.ts";
import { deps } from "./stores.ts";
import { trackDeliveries } from "./track-deliveries.ts";

export const handler = workerInForce(
  deps,
  (depsNow) =>
    (body, { attributes }) =>
      trackDeliveries(depsNow)(body, instantOf(Number(attributes.SentTimestamp) / 1000)),
);
