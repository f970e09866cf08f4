import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Table, Write } from "../../../../shared/storage/dynamodb.ts";
import { type AppointmentSlots, openAppointmentSlots } from "../../../../shared/storage/visit/appointment-slots.ts";
import { type ServedTables, servedTables } from "../served-tables.ts";

let local: ServedTables;
let table: Table;
let places: AppointmentSlots;
beforeAll(async () => {
  local = await servedTables();
  table = await local.table("claims");
  places = openAppointmentSlots(table);
}, 60_000);
afterAll(() => local.stop());

const day = "2026-11-24";
const write = (...writes: readonly Write[]) =>
  table.client.send(new TransactWriteCommand({ TransactItems: [...writes] }));
const refused = { name: "TransactionCanceledException" };

describe("the claims of a day, counted on a table", () => {
  it("names the first of a supply with the account that filed each, and refuses a count that was another's", async () => {
    await write(...places.countOf(day, "00000001", { claimId: "c1", sub: "maria", after: 0 }));
    await write(...places.countOf(day, "00000001", { claimId: "c2", sub: undefined, after: 1 }));
    await expect(
      write(...places.countOf(day, "00000001", { claimId: "c3", sub: "jorge", after: 1 })),
    ).rejects.toMatchObject(refused);
    expect(await places.filedOf(day, "00000001")).toEqual({
      filed: 2,
      claims: [{ claimId: "c1", sub: "maria" }, { claimId: "c2" }],
    });
  });

  it("of an account stops at its limit, past the first claim of each supply", async () => {
    for (const isMore of [false, true, true]) await write(places.countBy(day, "maria", { isMore, below: 2 }));
    await expect(write(places.countBy(day, "maria", { isMore: true, below: 2 }))).rejects.toMatchObject(refused);
    await write(places.countBy(day, "maria", { isMore: true, below: undefined }));
    expect(await places.filedBy(day, "maria")).toEqual({ filed: 4, more: 3 });
  });

  it("takes as many appointments of a slot as it has", async () => {
    const of = { kind: "hearing", zone: "MOQ", day } as const;
    for (let each = 0; each < 2; each += 1) await write(places.take(of, "08:00", 2));
    await expect(write(places.take(of, "08:00", 2))).rejects.toMatchObject(refused);
    expect(await places.taken(of)).toEqual(new Map([["08:00", 2]]));
  });
});
