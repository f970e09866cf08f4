import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { listOpenings } from "../../../../shared/contract/register/report-routes.ts";
import type { Opening } from "../../../../shared/domain/counter/openings.ts";
import { openOpenings } from "../../../../shared/storage/counter/openings.ts";
import { memoryDynamoDb } from "../../../doubles/memory-dynamodb.ts";
import { call, staff } from "../../api-call.ts";
import { captureLog } from "../../log-lines.ts";
import { type ReportWorld, reportWorld } from "../report-world.ts";

const filedAt = "2026-11-23T14:00:00.000Z";
let world: ReportWorld;
let claimId = "";
let code = "";

beforeEach(() => {
  captureLog();
});
beforeAll(async () => {
  captureLog();
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(filedAt) });
  const { client } = memoryDynamoDb(async (made) => made());
  world = await reportWorld({ table: async (name) => ({ client, name }), stop: async () => {} });
  ({ claimId, code } = (await world.fileOne(filedAt)).file.head);
  const person = { extension: "1", roles: ["clerk"], onDuty: true } as const;
  await world.staffRegister.save("MOQ", { ...person, sub: "clerk-9", name: "JOSÉ DE PRUEBA" });
  await world.staffRegister.save("MOQ", { ...person, sub: "clerk-8", name: "ANA DE PRUEBA" });
  const opened = (at: string, by: string, what: Opening["what"], id: string, part?: string): Opening => ({
    ...{ at, by, what, id, part },
  });
  const openings = openOpenings(world.claims);
  // The last instant of the 23rd in Lima, and the first of the 24th.
  for (const opening of [
    opened("2026-11-23T15:00:00.000Z", "clerk-9", "claim", claimId),
    opened("2026-11-24T04:59:59.999Z", "clerk-8", "claim", claimId, "d1"),
    opened("2026-11-24T05:00:00.000Z", "clerk-8", "supply", "00012345"),
    opened("2026-11-25T15:00:00.000Z", "gone-1", "log", "openings 2026-11"),
    opened("2026-12-01T04:00:00.000Z", "clerk-9", "register", "reclamos_2026-10.csv"),
  ])
    await openings.note("MOQ", [opening]);
  return () => vi.useRealTimers();
});

async function listed(query: Record<string, string>) {
  const { body, status } = await call(world.reports, listOpenings, {
    claims: { ...staff("manager"), sub: "m-1" },
    query: { month: "2026-11", ...query },
  });
  expect(status).toBe(200);
  return body;
}
const idsOf = ({ openings }: { openings: { id: string }[] }) => openings.map(({ id }) => id);

describe("who opened what", () => {
  it("is listed with names and numbers, the last first", async () => {
    expect((await listed({})).openings).toEqual([
      { at: "2026-12-01T04:00:00.000Z", name: "JOSÉ DE PRUEBA", what: "register", id: "reclamos_2026-10.csv" },
      { at: "2026-11-25T15:00:00.000Z", what: "log", id: "openings 2026-11" },
      { at: "2026-11-24T05:00:00.000Z", name: "ANA DE PRUEBA", what: "supply", id: "00012345" },
      { at: "2026-11-24T04:59:59.999Z", name: "ANA DE PRUEBA", what: "claim", id: claimId, number: code, part: "d1" },
      { at: "2026-11-23T15:00:00.000Z", name: "JOSÉ DE PRUEBA", what: "claim", id: claimId, number: code },
    ]);
  });

  it.each<[string, () => Record<string, string>, () => readonly string[]]>([
    ["of a day in Lima", () => ({ day: "2026-11-23" }), () => [claimId, claimId]],
    ["of the day after", () => ({ day: "2026-11-24" }), () => ["00012345"]],
    [
      "of a person by part of the name, without its accent",
      () => ({ who: "jose" }),
      () => ["reclamos_2026-10.csv", claimId],
    ],
    ["of nobody by that name", () => ({ who: "zzz" }), () => []],
    ["of a claim by its number, however it was typed", () => ({ about: code.toLowerCase() }), () => [claimId, claimId]],
    ["of a supply by its code without zeros", () => ({ about: "12345" }), () => ["00012345"]],
    ["of a claim by a person on a day", () => ({ about: code, who: "ana", day: "2026-11-23" }), () => [claimId]],
    ["of nothing by that number", () => ({ about: "RE-2026-999999-9" }), () => []],
  ])("%s", async (_, query, ids) => {
    expect(idsOf(await listed(query()))).toEqual(ids());
  });

  it("goes on where its page ends, and refuses a page that there is not", async () => {
    const first = await listed({ limit: "2" });
    const rest = await listed({ limit: "50", cursor: first.cursor });
    expect([...idsOf(first), ...idsOf(rest)]).toEqual(idsOf(await listed({})));
    expect(rest.cursor).toBeUndefined();
    const wrong = await call(world.reports, listOpenings, {
      claims: staff("manager"),
      query: { month: "2026-11", cursor: "!" },
    });
    expect(wrong).toMatchObject({ status: 400, body: { type: "urn:caudal:malformed-cursor" } });
  });

  it("is one line, whichever functions answer parts of one page, and another in the next quarter of an hour", async () => {
    const openings = openOpenings(world.claims);
    const look = { by: "clerk-9", what: "claim", id: "one-look" } as const;
    for (const at of ["15:29:59.100", "15:29:58.900", "15:29:59.500"])
      await openings.note("MOQ", [{ ...look, at: `2026-10-05T${at}Z` }]);
    await openings.note("MOQ", [
      { ...look, at: "2026-10-05T15:30:00.000Z" },
      { ...look, by: "clerk-8", at: "2026-10-05T15:30:00.000Z" },
      { ...look, part: "d1", at: "2026-10-05T15:30:01.000Z" },
    ]);
    const { openings: noted } = await openings.list("MOQ", { month: "2026-10" }, 50);
    expect(noted.filter(({ id }) => id === "one-look").map(({ at, by, part }) => [at, by, part])).toEqual([
      ["2026-10-05T15:30:01.000Z", "clerk-9", "d1"],
      ["2026-10-05T15:30:00.000Z", expect.any(String), undefined],
      ["2026-10-05T15:30:00.000Z", expect.any(String), undefined],
      ["2026-10-05T15:29:59.100Z", "clerk-9", undefined],
    ]);
  });

  it("is deleted two years later", async () => {
    const { Items = [] } = await world.claims.client.send(
      new QueryCommand({
        TableName: world.claims.name,
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": "OPENINGS#MOQ#2026-11" },
        Limit: 1,
      }),
    );
    expect(Items[0]?.["expiresAt"]).toBe(Date.parse("2028-11-22T15:00:00.000Z") / 1000);
  });
});

it("whoever leaves the staff keeps their name and has no role", async () => {
  expect(await world.staffRegister.leave("MOQ", "clerk-8")).toBe(true);
  expect(await world.staffRegister.list("MOQ")).toContainEqual(
    expect.objectContaining({ sub: "clerk-8", name: "ANA DE PRUEBA", roles: [], onDuty: false }),
  );
  expect(await world.staffRegister.leave("MOQ", "nobody-1")).toBe(false);
});
