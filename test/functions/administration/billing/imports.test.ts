import { beforeEach, describe, expect, it } from "vitest";
import {
  decideImport,
  downloadReport,
  listImports,
  showImport,
  startImport,
} from "../../../../shared/contract/desk-routes.ts";
import { call, staff } from "../../api-call.ts";
import { type DeskWorld, deskWorld } from "../desk-world.ts";

let world: DeskWorld;
beforeEach(() => {
  world = deskWorld();
});

const claims = staff("billing");
const announced = { kind: "receipts", fileName: "recibos_202610.csv", sizeBytes: 12, sha256: "a".repeat(64) };
const start = (body: unknown = announced) => call(world.handler, startImport, { claims, body });

/** Opens an import whose id is of a minute of 24 November 2026. */
async function opened(minute: number): Promise<string> {
  const importId = `20261124T15${String(minute).padStart(2, "0")}00000Z-0000000a`;
  await world.register.open({
    ...announced,
    kind: "receipts",
    importId,
    by: "staff-1",
    createdAt: "2026-11-24T15:00:00.000Z",
  });
  return importId;
}

describe("a ticket", () => {
  it("is for exactly the announced file, and the import waits for it", async () => {
    const { status, body } = await start();
    expect(status).toBe(201);
    expect(body.upload.fields.key).toBe(`files/${body.importId}.csv`);
    const shown = await call(world.handler, showImport, { claims, params: { importId: body.importId } });
    expect(shown.body).toMatchObject({ state: "waiting", fileName: "recibos_202610.csv", by: "staff-1" });
    expect(shown.body.progress).toEqual({ done: 0, of: 0, withError: 0 });
  });

  it("is another one each time, and ids grow", async () => {
    const [first, second] = [await start(), await start()];
    expect(second.body.importId).not.toBe(first.body.importId);
    expect(second.body.importId.slice(0, 19) >= first.body.importId.slice(0, 19)).toBe(true);
  });

  it.each([
    [{ ...announced, kind: "padron" }, "body.kind", "a kind that is not imported"],
    [{ ...announced, fileName: " " }, "body.fileName", "no name"],
    [{ ...announced, fileName: "x".repeat(121) }, "body.fileName", "a name without end"],
    [{ ...announced, sizeBytes: 0 }, "body.sizeBytes", "an empty file"],
    [{ ...announced, sizeBytes: 1_000_000_001 }, "body.sizeBytes", "more than one gigabyte"],
    [{ ...announced, sizeBytes: 1.5 }, "body.sizeBytes", "half a byte"],
    [{ ...announced, sha256: "abc" }, "body.sha256", "no SHA-256"],
    [{ ...announced, by: "somebody else" }, "body", "a field of our own"],
  ])("is refused for %j: %s (%s)", async (body, field, _reason) => {
    const answer = await start(body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((each: { field: string }) => each.field)).toContain(field);
    expect(await world.register.list(10)).toEqual([]);
  });
});

describe("the list", () => {
  it("is empty before the first import", async () => {
    expect((await call(world.handler, listImports, { claims })).body).toEqual({ imports: [] });
  });

  it("goes from the newest to the oldest, page by page, and ends", async () => {
    const ids = [await opened(1), await opened(2), await opened(3)];
    const page = async (query: Record<string, string>) =>
      (await call(world.handler, listImports, { claims, query })).body;
    const first = await page({ limit: "2" });
    const second = await page({ limit: "2", cursor: first.cursor });
    const shown = [...first.imports, ...second.imports].map(({ importId }: { importId: string }) => importId);
    expect(shown).toEqual(ids.reverse());
    expect(second.cursor).toBeUndefined();
  });

  it.each([
    [{ cursor: "!!" }, 400, "no position at all"],
    [{ cursor: Buffer.from("IMPORTS#x").toString("base64url") }, 400, "a key of the table"],
    [{ limit: "0" }, 400, "no rows"],
    [{ limit: "51" }, 400, "more rows than a page has"],
    [{ limit: "x" }, 400, "no number"],
  ])("refuses %j with %i (%s)", async (query, status, _reason) => {
    expect((await call(world.handler, listImports, { claims, query })).status).toBe(status);
  });
});

describe("an import", () => {
  it("shows rows done of the present step, and the report's figures only when done", async () => {
    const importId = await opened(1);
    const show = async () => (await call(world.handler, showImport, { claims, params: { importId } })).body;
    await world.register.move(importId, ["waiting"], "storing", { ranges: 2, rows: 1500 });
    await world.register.countRange(importId, "storing", 0, 1000, {});
    expect(await show()).toMatchObject({ state: "storing", progress: { done: 1000, of: 1500, withError: 0 } });
    await world.register.move(importId, ["storing"], "checking");
    await world.register.countRange(importId, "checking", 1, 500, { accepted: 469, refused: 31 });
    expect(await show()).toMatchObject({ state: "checking", progress: { done: 500, of: 1500, withError: 31 } });
    expect(await show()).not.toHaveProperty("counts");
    await world.register.countRange(importId, "checking", 0, 1000, { accepted: 990, repeatedCopies: 10, warned: 4 });
    await world.register.move(importId, ["checking"], "done", { finishedAt: "2026-11-24T16:00:00.000Z" });
    expect((await show()).counts).toEqual({
      rows: 1500,
      accepted: 1459,
      unchanged: 0,
      repeatedCopies: 10,
      repeatedOther: 0,
      superseded: 0,
      warned: 4,
      refused: 31,
    });
  });

  it("that was refused whole says why", async () => {
    const importId = await opened(1);
    await world.register.move(importId, ["waiting"], "refused", { failure: "El archivo está vacío." });
    const { body } = await call(world.handler, showImport, { claims, params: { importId } });
    expect(body).toMatchObject({ state: "refused", failure: "El archivo está vacío." });
  });

  it("that does not exist is not found", async () => {
    expect((await call(world.handler, showImport, { claims, params: { importId: "nada" } })).status).toBe(404);
    expect((await call(world.handler, downloadReport, { claims, params: { importId: "nada" } })).status).toBe(404);
  });

  it("gives its report to download once it is done, not before", async () => {
    const importId = await opened(1);
    const download = () => call(world.handler, downloadReport, { claims, params: { importId } });
    expect((await download()).status).toBe(409);
    await world.bucket.reports.write(importId, "report.csv", "linea;resultado");
    await world.register.move(importId, ["waiting"], "done", { reportSha256: "b".repeat(64) });
    const { status, body } = await download();
    expect(status).toBe(200);
    expect(body).toMatchObject({ sha256: "b".repeat(64), fileName: `informe-${importId}.csv` });
    expect(await world.bucket.download(body.url, body.expiresAt)).toBe("linea;resultado");
  });
});

describe("an import that waits because it changes holders", () => {
  const holders = [{ supplyCode: "00012345", before: "UNO (00000001)", after: "DOS (00000002)" }];
  const refusedFor = [{ reason: "periodo falta", rows: 2, line: 7 }];
  let importId: string;
  beforeEach(async () => {
    const { body } = await start({ ...announced, asksFirst: true });
    importId = body.importId;
    await world.register.move(importId, ["waiting"], "scanning", { rows: 9, ranges: 1, refusedRows: 2, refusedFor });
    await world.register.countRange(importId, "previewing", 0, 9, { holderRows: 3 });
  });
  const wait = () =>
    world.register.move(importId, ["scanning"], "scanning", { previewedAt: "2026-11-24T16:00:00.000Z", holders });
  const show = async () => (await call(world.handler, showImport, { claims, params: { importId } })).body;
  const decide = (as: string, sub = "staff-1") =>
    call(world.handler, decideImport, { claims: { ...claims, sub }, params: { importId }, body: { as } });

  it("says how far it was looked through, then what it changes and why rows are refused", async () => {
    expect(await show()).toMatchObject({ state: "scanning", progress: { done: 9, of: 9, withError: 2 } });
    await wait();
    expect(await show()).toMatchObject({ state: "previewed", refusedFor, holders: { rows: 3, first: holders } });
    const { body } = await call(world.handler, listImports, { claims });
    expect(body.imports).toEqual([expect.not.objectContaining({ holders: expect.anything() })]);
    expect(body.imports[0].state).toBe("previewed");
  });

  it("is asked to be stored as often as somebody says so, until it begins", async () => {
    await wait();
    for (const by of ["staff-1", "staff-2"]) {
      const { status, body } = await decide("import", by);
      expect(status).toBe(200);
      expect(body.decided).toMatchObject({ as: "import", by: "FACTURADORA DE PRUEBA UNO" });
    }
    expect(world.queue).toEqual(Array(2).fill({ importId, step: "previewing", index: 0 }));
    await world.register.move(importId, ["scanning"], "storing");
    expect((await decide("import")).body).toMatchObject({ state: "storing" });
    expect(world.queue).toHaveLength(2);
  });

  it("is discarded with who did it, and nothing is asked to be stored", async () => {
    await wait();
    const { body } = await decide("discard");
    expect(body).toMatchObject({
      state: "refused",
      failure: "Se descartó antes de guardar.",
      decided: { as: "discard", by: "FACTURADORA DE PRUEBA UNO" },
    });
    expect(world.queue).toEqual([]);
  });

  it("refuses to whoever decides otherwise, with who decided and when", async () => {
    await wait();
    await decide("discard");
    const { status, body } = await decide("import", "staff-2");
    expect(status).toBe(409);
    expect(body.type).toBe("urn:caudal:import-decided");
    expect(body.detail).toMatch(/^FACTURADORA DE PRUEBA UNO decidió descartarla el \S+ \d+ de \S+ de \d{4} a las? \d/);
    expect(world.queue).toEqual([]);
  });

  it("is not decided before it waits, nor when it does not exist, nor in another way", async () => {
    expect(await decide("import")).toMatchObject({ status: 409, body: { type: "urn:caudal:import-not-waiting" } });
    expect(await show()).toMatchObject({ state: "scanning" });
    expect((await decide("maybe")).status).toBe(400);
    importId = "nada";
    expect((await decide("import")).status).toBe(404);
  });
});
