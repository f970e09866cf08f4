import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { reportMessages } from "../../../../functions/build-reports/report-messages.ts";
import { registers } from "../../../../settings.ts";
import * as routes from "../../../../shared/contract/register/report-routes.ts";
import { registerFields, registerNames } from "../../../../shared/domain/register/register.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { form } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { call, staff } from "../../api-call.ts";
import { steps } from "../../casework/casework-world.ts";
import { captureLog } from "../../log-lines.ts";
import { type ReportWorld, reportWorld } from "../../reports/report-world.ts";

let local: TestTables;
let world: ReportWorld;
beforeAll(async () => {
  local = await testTables();
  world = await reportWorld(local);
}, 60_000);
beforeEach(() => {
  captureLog();
});
afterAll(async () => {
  vi.useRealTimers();
  await local.stop();
});

const manager = staff("manager");
const at = (now: string): void => void vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });

const build = (month: string, key?: string) =>
  call(world.reports, routes.buildRegister, { claims: manager, body: { month }, ...(key && { key }) });
const show = async (month: string) =>
  (await call(world.reports, routes.showRegister, { claims: manager, query: { month } })).body;

type Row = Readonly<Record<string, string>>;

/** The claims of a month's CSV, each cell by its field. */
function claimsOf(month: string): Row[] {
  const [, ...rows]: string[][] = parse(world.text(`reclamos_${month}.csv`), { delimiter: ";", bom: true });
  const columns = registers.claims.value;
  return rows.map((cells) => Object.fromEntries(columns.map(({ field }, index) => [field, cells[index] ?? ""])));
}

describe("the layout of this utility", () => {
  it.each(registerNames)("has every field of the register of %s once, each by a name of its own", (name) => {
    const columns = registers[name].value;
    expect(columns.map(({ field }) => field).toSorted()).toEqual([...registerFields[name]].toSorted());
    expect(new Set(columns.map((column) => column.name)).size).toBe(columns.length);
  });

  it("says that a term that stopped no longer runs, not that what it was for happened", () => {
    const names = registers.claims.value.filter(({ field }) => /^T\d\d-done$/.test(field)).map(({ name }) => name);
    expect(names.filter((name) => !name.endsWith(": dejó de correr"))).toEqual([]);
  });
});

describe("a month without anything", () => {
  it("was never made, then is, with heads alone", async () => {
    at("2026-08-03T15:00:00.000Z");
    expect(await show("2026-07")).toEqual({ month: "2026-07" });
    expect((await build("2026-07")).status).toBe(202);
    await world.work();
    const { build: made } = await show("2026-07");
    expect(made).toMatchObject({ state: "done", done: 0, of: 0 });
    expect(made.files.map(({ fileName, rows }: { fileName: string; rows: number }) => [fileName, rows])).toEqual([
      ["registros_2026-07.xlsx", 0],
      ["reclamos_2026-07.csv", 0],
      ["solicitudes_2026-07.csv", 0],
      ["observaciones_2026-07.csv", 0],
    ]);
  });
});

describe("a month of claims", () => {
  const month = "2026-11";
  const codes: string[] = [];
  beforeAll(async () => {
    for (let day = 2; day <= 6; day += 1) {
      const hostile = { ...form, claimant: { ...form.claimant, givenNames: '=HYPERLINK("http://example.pe")' } };
      const { file } = await world.fileOne(`2026-11-0${day}T15:00:00.000Z`, day === 3 ? { form: hostile } : {});
      codes.push(file.head.code);
    }
    await world.fileOne("2026-12-01T15:00:00.000Z");
  }, 60_000);

  it("is read step by step and shows its progress", async () => {
    at("2026-12-02T15:00:00.000Z");
    const begun = await build(month, "the-first-key-of-a-build");
    expect(begun.body.build).toMatchObject({ state: "reading", done: 0, of: 5 });
    expect((await build(month, "the-first-key-of-a-build")).body.build.asOf).toBe("2026-12-02T15:00:00.000Z");
    at("2026-12-02T15:05:00.000Z");
    expect((await build(month)).body.build.asOf).toBe("2026-12-02T15:00:00.000Z");
    // Its own key again queues its first step again: the run that began it may have ended before. Joining in queues
    // nothing.
    const [first] = world.queue;
    expect(first).toMatchObject({ month, part: 0 });
    expect(world.queue).toEqual([first, first]);
    await reportMessages(world.builder)(world.queue.shift());
    expect((await show(month)).build).toMatchObject({ state: "reading", done: 2, of: 5 });
    await world.work();
    expect((await show(month)).build).toMatchObject({ state: "done", done: 5, of: 5 });
    expect(claimsOf(month).map(({ code }) => code)).toEqual(codes);
  });

  it("has a claim's row whole, hostile names guarded", () => {
    const [first, second] = claimsOf(month);
    expect(first).toMatchObject({
      channel: "por la web",
      "filed-on": "2026-11-02",
      "claimant-name": "CLIENTE DE PRUEBA UNO",
      "claimant-document": "DNI 00000001",
      "supply-code": "00012345",
      type: "F01",
      "claimed-m3": "45",
      state: "PRESENTADO",
      silence: "no",
      entries: "1",
      "T10-done": "",
    });
    expect(first?.["T08-due"]).toMatch(/^2026-12-\d\d$/);
    expect(first?.["history"]).toMatch(/^1 2026-11-02T15:00:00.000Z reclamo presentado \(usuario\)$/);
    // Of 43 characters, any of which may be `-`: behind its name it is no formula, and stands as the chain has it.
    expect(claimsOf(month).map((row) => row["chain-head"])).toEqual(
      codes.map(() => expect.stringMatching(/^sha256:[\w-]{43}$/)),
    );
    expect(second?.["claimant-name"]).toBe(`'=HYPERLINK("http://example.pe") DE PRUEBA UNO`);
  });

  it("is the same bytes when every step is handled twice", async () => {
    at("2026-12-03T15:00:00.000Z");
    await build(month);
    const [first] = world.queue;
    await world.work();
    const { files } = (await show(month)).build;
    const forgetful = reportMessages({
      ...world.builder,
      builds: {
        ...world.builder.builds,
        find: async (...of) => {
          const found = await world.builder.builds.find(...of);
          return found && { ...found, state: "reading", part: 0 };
        },
      },
    });
    world.bucket.clear();
    await forgetful(first);
    for (let task = world.queue.shift(); task; task = world.queue.shift()) await forgetful(task);
    expect((await show(month)).build.files).toEqual(files);
    expect(world.bucket.size).toBeGreaterThan(files.length);
  });

  it("shows everything as it was at its instant: what was filed or written since is not in it", async () => {
    at("2026-11-04T20:00:00.000Z");
    await build(month);
    await world.work();
    expect(claimsOf(month).map(({ code }) => code)).toEqual(codes.slice(0, 3));
  });

  it("drops a message of another build, and one that is far behind", async () => {
    at("2026-12-04T15:00:00.000Z");
    await build(month);
    const [task] = world.queue.splice(0);
    if (!task) throw new Error("nothing was queued");
    await reportMessages(world.builder)({ ...task, buildId: "another" });
    expect(world.queue).toEqual([]);
    await reportMessages(world.builder)(task);
    const next = world.queue.splice(0);
    for (const one of next) await reportMessages(world.builder)(one);
    const rest = world.queue.splice(0);
    await reportMessages(world.builder)(task);
    expect(world.queue).toEqual([]);
    world.queue.push(...rest);
    await world.work();
    expect((await show(month)).build).toMatchObject({ state: "done", done: 5 });
  });

  it("gives up one that died, an hour later", async () => {
    at("2026-12-05T15:00:00.000Z");
    await build(month);
    world.queue.splice(0);
    at("2026-12-05T16:00:00.001Z");
    expect((await build(month)).body.build.asOf).toBe("2026-12-05T16:00:00.001Z");
    await world.work();
    expect((await show(month)).build.state).toBe("done");
  });

  it("is downloaded by an address of a minute, only once it is made and by a name it has", async () => {
    at("2026-12-05T17:00:00.000Z");
    const get = (fileName: string, of = month) =>
      call(world.reports, routes.downloadRegister, { claims: manager, params: { fileName }, query: { month: of } });
    const link = await get("reclamos_2026-11.csv");
    expect(link.body).toMatchObject({
      url: "https://imports.example.pe/2026-11/reclamos_2026-11.csv",
      expiresAt: "2026-12-05T17:01:00.000Z",
    });
    expect((await get("otros_2026-11.csv")).status).toBe(409);
    expect((await get("reclamos_2026-02.csv", "2026-02")).status).toBe(409);
  });
});

describe("a decision that goes to an address", () => {
  it("is tried each time somebody goes there, and not yet when it is sent", async () => {
    const { claimId, params } = await steps.dispatched(world);
    const noticeId = params?.["noticeId"] ?? "";
    const by = { kind: "staff", sub: "inspector-1", roles: ["inspector"] } as const;
    const attempts = async (now: string) => {
      at(now);
      await build("2026-11");
      await world.work();
      const code = (await world.caseFiles.read(claimId))?.head.code;
      return claimsOf("2026-11").find((row) => row["code"] === code)?.["notice-attempts"];
    };
    expect(await attempts("2026-12-28T17:00:00.000Z")).toBe("0");
    const absent = "2026-12-28T18:00:00.000Z";
    const attempt = {
      noticeId,
      outcome: "absent",
      premises: "Casa cerrada.",
      nextOn: calendarDay("2026-12-29"),
    } as const;
    await world.elsewhere(claimId, absent, [
      { type: "delivery-attempted", effectiveAt: absent, by, details: { ...attempt, photos: [] } },
    ]);
    expect(await attempts("2026-12-28T19:00:00.000Z")).toBe("1");
    const handed = "2026-12-29T15:00:00.000Z";
    const details = { noticeId, how: "delivered", photos: [] } as const;
    await world.elsewhere(claimId, handed, [
      { type: "resolution-notified", effectiveAt: handed, by, evidence: [], details },
    ]);
    expect(await attempts("2026-12-29T16:00:00.000Z")).toBe("2");
  });
});
