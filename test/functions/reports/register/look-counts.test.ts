import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { countOpenings } from "../../../../shared/contract/register/report-routes.ts";
import type { Opening } from "../../../../shared/domain/counter/openings.ts";
import { comparedLooks, countLooks, type LookCount } from "../../../../shared/domain/register/look-counts.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { isOwnQueue } from "../../../../shared/domain/work/own-queues.ts";
import { type StaffRole, staffRoles } from "../../../../shared/domain/work/people.ts";
import { queues } from "../../../../shared/domain/work/work-list.ts";
import { openOpenings } from "../../../../shared/storage/counter/openings.ts";
import { queuesFor } from "../../../../web/desk/work/work-queues.ts";
import { memoryDynamoDb } from "../../../doubles/memory-dynamodb.ts";
import { call, staff } from "../../api-call.ts";
import { captureLog } from "../../log-lines.ts";
import { type ReportWorld, reportWorld } from "../report-world.ts";

const filedAt = "2026-11-16T14:00:00.000Z";
const now = "2026-11-25T15:00:00.000Z";
let world: ReportWorld;
const claims: string[] = [];

beforeEach(() => {
  captureLog();
});
beforeAll(async () => {
  captureLog();
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(filedAt) });
  const { client } = memoryDynamoDb(async (made) => made());
  world = await reportWorld({ table: async (name) => ({ client, name }), stop: async () => {} });
  for (let at = 0; at < 12; at += 1) claims.push((await world.fileBeside(filedAt)).file.head.claimId);
  const person = { extension: "1", onDuty: true } as const;
  const people: readonly (readonly [string, ...StaffRole[]])[] = [
    ["op-1", "operator"],
    ["op-2", "operator"],
    ["op-3", "operator"],
    ["an-1", "analyst"],
  ];
  for (const [sub, ...roles] of people)
    await world.staffRegister.save("MOQ", { ...person, sub, roles, name: `${sub} DE PRUEBA` });
  vi.setSystemTime(new Date(now));
  return () => vi.useRealTimers();
});

async function counted(query: Record<string, string> = {}) {
  const { body, status } = await call(world.reports, countOpenings, {
    claims: { ...staff("manager"), sub: "m-1" },
    query,
  });
  expect(status).toBe(200);
  return body;
}
const opened = (at: string, by: string, what: Opening["what"], id: string, part?: string): Opening => ({
  at,
  by,
  what,
  id,
  part,
});

describe("who opens more than others in a week", () => {
  it("is counted from Monday to Sunday in Lima, with what is outside their work", async () => {
    const first = claims[0] ?? "";
    await world.elsewhere(first, now, [
      {
        type: "work-noted",
        effectiveAt: now,
        by: { kind: "staff", sub: "op-2", roles: ["operator"] },
        details: { text: "Llamó." },
      },
    ]);
    const openings = openOpenings(world.claims);
    for (const one of [
      ...claims.map((claimId) => opened("2026-11-23T15:00:00.000Z", "op-1", "claim", claimId)),
      // The first instant of the Monday, and the last of the Sunday.
      opened("2026-11-23T05:00:00.000Z", "op-1", "supply", "00012345"),
      opened("2026-11-30T04:59:59.999Z", "op-1", "supply", "00012346"),
      opened("2026-11-23T04:59:59.999Z", "op-1", "supply", "00012347"),
      opened("2026-11-30T05:00:00.000Z", "op-1", "supply", "00012348"),
      // The same thing later is one; a file of it is a file.
      opened("2026-11-24T15:00:00.000Z", "op-1", "supply", "00012345"),
      opened("2026-11-24T15:00:00.000Z", "op-2", "claim", first, "d1"),
      opened("2026-11-24T15:00:00.000Z", "op-3", "claim", claims[1] ?? ""),
      opened("2026-11-24T15:00:00.000Z", "an-1", "claim", claims[1] ?? ""),
      opened("2026-11-24T15:00:00.000Z", "an-1", "log", "openings 2026-11"),
      opened("2026-11-24T15:00:00.000Z", "gone-1", "submission", "s1"),
    ])
      await openings.note("MOQ", [one]);
    expect(await counted()).toEqual({
      ...{ from: "2026-11-23", until: "2026-11-29", isWhole: true },
      staff: [
        {
          ...{ name: "op-1 DE PRUEBA", roles: ["operator"], cases: 12, people: 2, files: 0, outside: 12 },
          ...{ median: { opened: 1, outside: 1 }, standsOut: true },
        },
        // Nothing of it is theirs: they neither have it, nor a list it is on, nor recorded anything.
        {
          ...{ name: "op-3 DE PRUEBA", roles: ["operator"], cases: 1, people: 0, files: 0, outside: 1 },
          ...{ median: { opened: 1, outside: 1 }, standsOut: false },
        },
        // A filed claim waits for an analyst.
        { name: "an-1 DE PRUEBA", roles: ["analyst"], cases: 1, people: 0, files: 0, outside: 0, standsOut: false },
        { roles: [], cases: 1, people: 0, files: 0, outside: 0, standsOut: false },
        // They recorded a call in it.
        {
          ...{ name: "op-2 DE PRUEBA", roles: ["operator"], cases: 1, people: 0, files: 1, outside: 0 },
          ...{ median: { opened: 1, outside: 1 }, standsOut: false },
        },
      ],
    });
  });

  it("is asked for by any day of it, over the end of a month too", async () => {
    const openings = openOpenings(world.claims);
    await openings.note("MOQ", [opened("2026-12-01T15:00:00.000Z", "op-2", "supply", "00012345")]);
    const week = await counted({ week: "2026-12-06" });
    expect([
      week.from,
      week.until,
      week.staff.map(({ name, people }: { name: string; people: number }) => [name, people]),
    ]).toEqual([
      "2026-11-30",
      "2026-12-06",
      [
        ["op-1 DE PRUEBA", 1],
        ["op-2 DE PRUEBA", 1],
      ],
    ]);
    expect((await counted({ week: "2026-10-01" })).staff).toEqual([]);
  });

  it("says so where a week has more than one answer counts, and reads no more than ten pages of it", async () => {
    let pages = 0;
    // A month without an end: each page is full and another follows.
    const endless = {
      send: async ({ input }: { readonly input: { readonly ExpressionAttributeValues: Record<string, string> } }) => {
        pages += 1;
        expect(input.ExpressionAttributeValues[":from"]).toBe("2026-11-23T05:00:00.000Z");
        const sk = `2026-11-24T15:00:00.000Z#${pages}#0`;
        return { Items: [{ sk, at: now, by: "a", what: "supply", id: String(pages) }], LastEvaluatedKey: { sk } };
      },
    };
    const table = { client: endless as unknown as ReportWorld["claims"]["client"], name: "claims" };
    const week = await openOpenings(table).between("MOQ", calendarDay("2026-11-23"), calendarDay("2026-11-29"));
    expect([week.isWhole, week.openings.length, pages]).toEqual([false, 10, 10]);
  });
});

describe("who stands out", () => {
  const count = (by: string, cases: number, outside: number): LookCount => ({
    by,
    cases,
    people: 0,
    files: 0,
    outside,
  });
  it.each<[string, readonly LookCount[], readonly string[]]>([
    ["nobody by a few", [count("a", 9, 9), count("b", 1, 0), count("c", 1, 0)], []],
    ["nobody at twice the median", [count("a", 20, 0), count("b", 10, 0), count("c", 8, 0)], []],
    ["who is above it", [count("a", 21, 0), count("b", 10, 0), count("c", 8, 0)], ["a"]],
    ["by what is outside their work alone", [count("a", 20, 11), count("b", 20, 5), count("c", 20, 5)], ["a"]],
    ["of two, by the lower one", [count("a", 40, 0), count("b", 10, 0)], ["a"]],
    ["nobody who is alone in their role", [count("alone", 90, 90), count("a", 1, 0)], []],
  ])("%s", (_, counts, names) => {
    const roles = (by: string): readonly StaffRole[] => (by === "alone" ? ["billing"] : ["clerk"]);
    expect(comparedLooks(counts, roles).flatMap(({ by, standsOut }) => (standsOut ? [by] : []))).toEqual(names);
  });

  it("counts an import, a register and a file as files, a call as a person, and no log", () => {
    const looks = (["import", "register", "attachment", "call-back", "problem", "log"] as const).map((what) =>
      opened(now, "a", what, "1"),
    );
    expect(countLooks(looks, () => false)).toEqual([{ by: "a", cases: 1, people: 1, files: 3, outside: 0 }]);
  });
});

it.each(staffRoles)("the lists that %s works on are those that their desk shows", (role) => {
  const own = queues.filter((queue) => isOwnQueue([role], queue));
  // Who has no list of their own sees all of them, and works on none by that.
  const isShown = role === "manager" ? queues : queuesFor([role]).length === queues.length - 1 ? [] : queuesFor([role]);
  expect([...own].toSorted()).toEqual([...isShown].toSorted());
});
