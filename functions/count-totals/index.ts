import { now } from "../runtime/now.ts";
import { shardStream } from "../runtime/shard-stream.ts";
import { tenantInForce } from "../runtime/tenant-in-force.ts";
import { countRecords } from "./count-records.ts";
import { deps } from "./stores.ts";

const countAt = tenantInForce(deps, countRecords);

export const handler = shardStream(async (shard, records) => (await countAt(now()))(shard, records, now()));
