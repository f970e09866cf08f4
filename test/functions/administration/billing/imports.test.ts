import { beforeEach, describe, expect, it } from "vitest";
import { downloadReport, listImports, showImport, startImport } from "../../../../shared/contract/desk-routes.ts";
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
