import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ShardRecord } from "../../../../functions/runtime/shard-stream.ts";
import { openAttentions } from "../../../../shared/storage/counter/attentions.ts";
import { openLookUpTrails } from "../../../../shared/storage/receipt/look-up-trails.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { office, type TotalsWorld, totalsWorld } from "../totals-world.ts";

let local: TestTables;
let world: TotalsWorld;
let records: ShardRecord[];
beforeAll(async () => {
  local = await testTables();
}, 60_000);
beforeEach(async () => {
  world = await totalsWorld(local);
  records = [];
});
afterAll(() => local.stop());

const at = "2026-11-24T15:45:12.123Z";
const midnight = "2026-11-25T05:00:00.000Z";
const source = "address 203.0.113.9";
const step = (supplyCode: string, right = true, counts = true) => ({ supplyCode, right, counts });

/** Does something to the trails, and keeps what the stream brings of it. */
async function followed(does: (trails: ReturnType<typeof openLookUpTrails>) => Promise<unknown>): Promise<void> {
  const { claims } = world;
  const images = async () => {
    const { Items = [] } = await claims.client.send(new ScanCommand({ TableName: claims.name }));
    return new Map(Items.filter(({ sk }) => sk === "T").map((item) => [String(item["pk"]), marshall(item)]));
  };
  const before = await images();
  await does(openLookUpTrails(claims, "a test's key"));
  for (const [key, image] of await images()) {
    if (JSON.stringify(before.get(key)) === JSON.stringify(image)) continue;
    records.push({ sequence: String(records.length + 1).padStart(21, "9"), image, before: before.get(key) });
  }
}

const counts = async () =>
  (await openAttentions(world.claims).counts(office, "2026-11"))
    .map(({ day, channel, what, count }) => `${day} ${channel} ${what} ${count}`)
    .toSorted();

describe("the day's look-ups", () => {
  it("are those that were answered: no link, no wrong one, none that was refused", async () => {
    await followed((trails) => trails.note(source, step("00012345"), at));
    await followed((trails) => trails.note(source, step("00012346", false), at));
    await followed((trails) => trails.note("account ana", step("00012345", true, false), at));
    await followed((trails) => trails.note("address 198.51.100.1", step("00012345"), at));
    await followed((trails) => trails.note(source, step("00012347"), at));
    await followed((trails) => trails.refuse(source, step("00012347"), at, true));
    await world.count(records);
    expect(await counts()).toEqual(["2026-11-24 web receipt-look-up 2"]);
  });

  it("are of the day in Lima, though one trail has both", async () => {
    await followed((trails) => trails.note(source, step("00012345"), "2026-11-25T04:59:59.999Z"));
    await followed((trails) => trails.note(source, step("00012345"), midnight));
    await world.count(records);
    expect(await counts()).toEqual(["2026-11-24 web receipt-look-up 1", "2026-11-25 web receipt-look-up 1"]);
  });

  it("are counted once, however the records are brought again, by each shard and beside what was counted before", async () => {
    await world.contactCounter.count(office, { channel: "web", what: "receipt-look-up" }, at);
    for (let asked = 0; asked < 4; asked += 1) await followed((trails) => trails.note(source, step("00012345"), at));
    await world.count(records.slice(0, 3));
    await world.count(records.slice(0, 2));
    await world.count(records.slice(1));
    expect(await counts()).toEqual(["2026-11-24 web receipt-look-up 5"]);
    await world.count(records.slice(3), "shard-2");
    expect(await counts()).toEqual(["2026-11-24 web receipt-look-up 6"]);
  });

  it("lose nothing when a trail expires", async () => {
    await followed((trails) => trails.note(source, step("00012345"), at));
    await world.count([...records, { sequence: "9".repeat(22), image: undefined, before: records[0]?.image }]);
    expect(await counts()).toEqual(["2026-11-24 web receipt-look-up 1"]);
  });
});
