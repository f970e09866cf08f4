import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openUploads, type UploadRecord, type Uploads } from "../../../../shared/storage/attachment/uploads.ts";
import { type Table, transact } from "../../../../shared/storage/dynamodb.ts";
import { type ServedTables, servedTables } from "../served-tables.ts";

let local: ServedTables;
let table: Table;
let uploads: Uploads;
beforeAll(async () => {
  local = await servedTables();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  table = await local.table("claims");
  uploads = openUploads(table);
});

const upload = (documentId: string, more: Partial<UploadRecord> = {}): UploadRecord => ({
  documentId,
  by: "maria",
  createdAt: "2026-11-23T15:00:00.000Z",
  fileName: "carta.pdf",
  contentType: "application/pdf",
  sizeBytes: 10,
  sha256: "a".repeat(64),
  state: "pending",
  ...more,
});

describe("announcing", () => {
  it("ends with a day of Lima, also when all come at once", async () => {
    const all = await Promise.all(Array.from({ length: 110 }, (_, at) => uploads.announce(upload(`u${at}`), 100)));
    expect(all.filter(Boolean)).toHaveLength(100);
    expect(await uploads.announce(upload("late", { createdAt: "2026-11-24T04:59:59.999Z" }), 100)).toBe(false);
    expect(await uploads.announce(upload("next", { createdAt: "2026-11-24T05:00:00.000Z" }), 100)).toBe(true);
    expect(await uploads.announce(upload("hers", { by: "eva" }), 100)).toBe(true);
  });
});

describe("filing with a request for attention", () => {
  it("is once, and leaves the file to the claim that is made of it", async () => {
    await uploads.announce(upload("u1"), 100);
    const [own] = (await uploads.ofPerson("maria", ["u1"])) ?? [];
    if (!own) throw new Error("not hers");
    const filing = [uploads.attach(own, { problemId: "p1" })];
    expect((await transact(table.client, filing)).done).toBe(true);
    expect((await transact(table.client, filing)).done).toBe(false);
    expect(await uploads.ofPerson("maria", ["u1"])).toBeUndefined();
    const [filed] = await uploads.named(["none", "u1"]);
    if (!filed) throw new Error("it is not there");
    expect(filed).toMatchObject({ problemId: "p1" });
    expect((await transact(table.client, [uploads.attach(filed, { claimId: "c1" })])).done).toBe(true);
    expect((await transact(table.client, [uploads.attach(filed, { claimId: "c2" })])).done).toBe(false);
    expect(await uploads.find("u1")).toMatchObject({ problemId: "p1", claimId: "c1" });
  });
});

describe("the check of a file", () => {
  it("settles it once, and returns what it was filed with", async () => {
    await uploads.announce(upload("u1"), 100);
    await transact(table.client, [uploads.attach(upload("u1"), { claimId: "c1", submissionId: "f1" })]);
    const settled = await uploads.settle("u1", "refused", "Está incompleto.");
    expect(settled).toMatchObject({ state: "refused", reason: "Está incompleto.", claimId: "c1", submissionId: "f1" });
    expect(await uploads.settle("u1", "received")).toEqual(settled);
  });

  it.each(["received", "refused"] as const)("of what could not be read may still end as %s", async (state) => {
    await uploads.announce(upload("u1"), 100);
    await uploads.settle("u1", "unreadable", "No se pudo revisar.");
    expect(await uploads.settle("u1", state)).toMatchObject({ state });
  });

  it("of what was never announced settles nothing", async () => {
    expect(await uploads.settle("nobodys", "received")).toBeUndefined();
    expect(await uploads.find("nobodys")).toBeUndefined();
  });
});

describe("filing a file", () => {
  it.each([
    ["its check ended since it was read", () => uploads.settle("u1", "received")],
    ["it was filed elsewhere", () => transact(table.client, [uploads.attach(upload("u1"), { submissionId: "f0" })])],
  ])("is refused when %s", async (_, before) => {
    await uploads.announce(upload("u1"), 100);
    await before();
    const result = await transact(table.client, [uploads.attach(upload("u1"), { claimId: "c1" })]);
    expect(result).toEqual({ done: false, refused: [0] });
    expect((await uploads.find("u1"))?.claimId).toBeUndefined();
  });

  it("names a person's own, in their order, each once; or none", async () => {
    for (const id of ["u1", "u2"]) await uploads.announce(upload(id), 100);
    await uploads.announce(upload("hers", { by: "eva" }), 100);
    const own = await uploads.ofPerson("maria", ["u2", "u1", "u2"]);
    expect(own?.map(({ documentId }) => documentId)).toEqual(["u2", "u1"]);
    expect(await uploads.ofPerson("maria", [])).toEqual([]);
    expect(await uploads.ofPerson("maria", ["u1", "hers"])).toBeUndefined();
    expect(await uploads.ofPerson("maria", ["u1", "nobodys"])).toBeUndefined();
    await transact(table.client, [uploads.attach(upload("u1"), { claimId: "c1" })]);
    expect(await uploads.ofPerson("maria", ["u1", "u2"])).toBeUndefined();
  });
});
