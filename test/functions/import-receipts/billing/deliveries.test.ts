import { createHash } from "node:crypto";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Importer } from "../../../../functions/import-receipts/importer.ts";
import { memoryImportWork } from "../../../doubles/import-work.ts";
import { type Death, mortal } from "../../../doubles/mortal.ts";
import { captureLog } from "../../log-lines.ts";
import { arrivalMessage, deliver, type ImportWorld, importedAt, importWorker, importWorld } from "../import-world.ts";
import { changed, corrected, fileOf, numbered, sampleRows } from "../sample-file.ts";

beforeEach(() => {
  captureLog();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const [measured, , , leak] = sampleRows;
const before = fileOf([numbered(1), numbered(2), leak]);
/** New, corrected, unchanged, refused, repeated and warned rows, in four ranges of two. */
const file = fileOf([
  measured,
  numbered(1, corrected),
  numbered(2),
  changed(measured, { imp_agua: "x" }),
  measured,
  numbered(3, { cod_tarifa: "HUARAL-2031-A7" }),
  numbered(1),
]);

/** A world in which one file was imported and another has arrived. */
async function arrived(text = file): Promise<ImportWorld> {
  const world = importWorld({ rowsPerRange: 2 });
  await world.import(before, { importId: "i0" });
  await world.arrive(text);
  return world;
}

async function uninterrupted(): Promise<unknown> {
  const world = await arrived();
  await world.run();
  return world.state();
}

/** The importer of a world, with each of its stores changed alike. */
function withStores({ importer }: ImportWorld, change: <Store extends object>(store: Store) => Store): Importer {
  const { register, files, reports, work, ledger, notes, ...rest } = importer;
  return {
    ...rest,
    register: change(register),
    files: change(files),
    reports: change(reports),
    work: change(work),
    ledger: change(ledger),
    notes: change(notes),
  };
}

describe("an import that is not disturbed", () => {
  it("finds of each row what it is, and keeps what it replaced", async () => {
    const world = await arrived();
    await world.run();
    expect(await world.register.find("i1")).toMatchObject({
      state: "done",
      rows: 7,
      ranges: 4,
      accepted: 3,
      unchanged: 1,
      refused: 1,
      repeatedCopies: 1,
      repeatedOther: 1,
      superseded: 0,
      warned: 1,
    });
    const corrections = world.table.all().filter(([, sk]) => sk.startsWith("V#"));
    expect(corrections).toEqual([
      ["S#00050001", "V#2026-10#S001-00045001#i0", expect.objectContaining({ importId: "i0", replacedBy: "i1" })],
    ]);
    const [found] = await world.reader.lastMonths("00050001", 13);
    expect(found?.receipt.billedM3).toBe(20);
  });
});

describe("a worker that is killed", () => {
  /**
   * Lets a process handle messages until it dies, and another take over what is left; how many calls the first made.
   */
  async function survived(death?: Death, redelivered: "first" | "last" = "last") {
    const world = await arrived();
    const life = mortal(death);
    const dying = importWorker(withStores(world, life.wrap));
    for (let died = false; !died && world.queue.length > 0; ) {
      const failed = await deliver(dying, [world.queue.shift() ?? ""]);
      died = failed.length > 0;
      if (redelivered === "last") world.queue.push(...failed);
      else world.queue.unshift(...failed);
    }
    await world.run();
    return { state: await world.state(), calls: life.calls };
  }

  it("before or after any of its calls changes nothing of the end", async () => {
    const expected = await uninterrupted();
    const { calls } = await survived();
    expect(calls).toBeGreaterThan(50);
    for (let nth = 1; nth <= calls; nth += 1) {
      for (const when of ["before", "after"] as const) {
        for (const redelivered of ["first", "last"] as const) {
          const { state } = await survived({ nth, when }, redelivered);
          expect(state, `killed ${when} call ${nth}, its message redelivered ${redelivered}`).toEqual(expected);
        }
      }
    }
  });
});

describe("messages that come more than once, at the same moment and out of order", () => {
  /** Delivers each message `copies` times as soon as it is queued, all calls to stores in an order drawn at random. */
  async function hurried(world: ImportWorld, scheduler: fc.Scheduler, copies: number): Promise<void> {
    const under: Promise<void>[] = [];
    const spawn = (body: string, delivery = 1): void => {
      if (delivery > 20) throw new Error(`${body} fails for ever`);
      const delivered = deliver(handler, [body]).then(([failed]) => {
        if (failed !== undefined) spawn(failed, delivery + 1);
      });
      under.push(delivered);
    };
    const scheduled = withStores(world, (store) => {
      const calls = Object.entries(store).map(([name, call]) => [name, scheduler.scheduleFunction(call)]);
      return Object.fromEntries(calls);
    });
    const work = memoryImportWork((task) => {
      for (let copy = 1; copy <= copies; copy += 1) spawn(JSON.stringify(task));
    });
    const handler = importWorker({ ...scheduled, work });
    for (const body of world.queue.splice(0)) for (let copy = 1; copy <= copies; copy += 1) spawn(body);
    const drained = async (): Promise<void> => {
      for (let some = under.splice(0); some.length > 0; some = under.splice(0)) await Promise.all(some);
    };
    await scheduler.waitFor(drained());
  }

  it("end as if each had come once", async () => {
    const expected = await uninterrupted();
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 1, max: 3 }), async (scheduler, copies) => {
        const world = await arrived();
        await hurried(world, scheduler, copies);
        expect(await world.state()).toEqual(expected);
      }),
      { numRuns: 60, seed: 20_261_124 },
    );
  });

  it("of two imports, end with the later one, and keep what stood before", async () => {
    const rows = (m3: typeof corrected) => fileOf([measured, ...[1, 2, 3, 4].map((at) => numbered(at, m3)), leak]);
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const world = importWorld({ rowsPerRange: 2 });
        await world.import(fileOf([numbered(1), numbered(2), leak]), { importId: "i0" });
        await world.arrive(rows({ direccion: "CALLE FICTICIA 201" }), { importId: "i1" });
        await world.arrive(rows(corrected), { importId: "i2" });
        await hurried(world, scheduler, 1);

        for (const importId of ["i1", "i2"]) {
          const record = await world.register.find(importId);
          expect(record).toMatchObject({ state: "done", rows: 6, refused: 0 });
          const { accepted = 0, unchanged = 0, superseded = 0 } = record ?? {};
          expect(accepted + unchanged + superseded).toBe(6);
        }
        for (const at of [1, 2, 3, 4]) {
          const [found] = await world.reader.lastMonths(`0005000${at}`, 13);
          expect(found?.receipt).toMatchObject({ billedM3: 20, address: "CALLE FICTICIA 101" });
        }
        const written = world.table.all().filter(([, sk]) => sk.startsWith("V#"));
        expect(written.filter(([, , { importId }]) => importId === "i0")).toHaveLength(2);
        for (const [, , { importId, replacedBy = "" }] of written) expect(importId < replacedBy).toBe(true);
      }),
      { numRuns: 60, seed: 20_261_124 },
    );
  });

  it("a range to check that comes before it is stored goes back to the queue, and the end is the same", async () => {
    const world = await arrived();
    const handler = importWorker(world.importer);
    await deliver(handler, [world.queue.shift() ?? ""]);
    const early = JSON.stringify({ importId: "i1", step: "checking", index: 0 });
    expect(await deliver(handler, [early])).toEqual([early]);
    world.queue.push(early);
    await world.run();
    expect(await world.state()).toEqual(await uninterrupted());
  });

  it("the last range may be checked before the import is said to be checking", async () => {
    const world = await arrived();
    const handler = importWorker(world.importer);
    const { register } = world.importer;
    const late = {
      ...register,
      move: async (...given: Parameters<typeof register.move>) => {
        if (given[2] === "checking") await world.run(handler);
        return register.move(...given);
      },
    };
    await world.run(importWorker({ ...world.importer, register: late }));
    expect(await world.state()).toEqual(await uninterrupted());
  });

  it("after the end, nothing moves any more", async () => {
    const world = await arrived();
    await world.run();
    const state = await world.state();
    const handler = importWorker(world.importer);
    for (const step of ["storing", "checking"])
      for (const index of [3, 0, 2, 1]) await deliver(handler, [JSON.stringify({ importId: "i1", step, index })]);
    await deliver(handler, [arrivalMessage("i1", "v2")]);
    await world.run();
    expect(await world.state()).toEqual(state);
  });
});

describe("one file after another", () => {
  const again = (world: ImportWorld, text: string, importId: string) => world.import(text, { importId });

  it("the same file changes nothing and writes nothing", async () => {
    const world = importWorld();
    await world.import(fileOf(sampleRows));
    const { writes } = world.table;
    expect(await again(world, fileOf(sampleRows), "i2")).toMatchObject({ state: "done", accepted: 0, unchanged: 5 });
    expect(await again(world, fileOf(sampleRows.toReversed(), "\r\n"), "i3")).toMatchObject({ unchanged: 5 });
    expect(world.table.writes).toBe(writes);
  });

  it("a corrected file replaces what it corrects, whose content is kept", async () => {
    const world = importWorld();
    await world.import(fileOf([numbered(1), numbered(2)]));
    const row = world.table.get({ pk: "S#00050001", sk: "M#2026-10#S001-00045001" })?.row;
    const { writes } = world.table;
    const record = await again(world, fileOf([numbered(1, corrected), numbered(2)]), "i2");
    expect(record).toMatchObject({ accepted: 1, unchanged: 1, superseded: 0 });
    expect(world.table.writes).toBe(writes + 2);
    expect(world.table.get({ pk: "S#00050001", sk: "V#2026-10#S001-00045001#i1" })).toEqual({
      row,
      importId: "i1",
      line: 2,
      replacedBy: "i2",
    });
    const found = await world.reader.lastMonths("00050001", 13);
    expect(found.map(({ receipt }) => receipt.totalDue)).toEqual([5_808]);
  });

  it("each of several corrections is kept", async () => {
    const world = importWorld();
    const texts = ["101", "102", "103", "101"].map((number) =>
      fileOf([numbered(1, { direccion: `CALLE FICTICIA ${number}` })]),
    );
    for (const [at, text] of texts.entries()) await again(world, text, `i${at + 1}`);
    const stored = world.table.all().map(([, sk, { importId, replacedBy, row }]) => {
      return [sk.slice(0, 2), importId, replacedBy, /FICTICIA (\d+)/.exec(row)?.[1]];
    });
    expect(stored).toEqual([
      ["M#", "i4", undefined, "101"],
      ["V#", "i1", "i2", "101"],
      ["V#", "i2", "i3", "102"],
      ["V#", "i3", "i4", "103"],
    ]);
  });

  it("an older file that arrives after a newer one changes nothing, and its report says so", async () => {
    const world = importWorld();
    await again(world, fileOf([numbered(1, corrected), numbered(2)]), "i2");
    const state = world.table.all();
    const record = await again(world, fileOf([numbered(1), numbered(2), numbered(1)]), "i1");
    expect(world.table.all()).toEqual(state);
    expect(record).toMatchObject({ state: "done", accepted: 0, unchanged: 0, superseded: 2, repeatedCopies: 1 });
    expect(world.report("i1").map((line) => line.split(";").slice(0, 3).join(";"))).toEqual([
      "linea;resultado;motivo",
      "2;reemplazada por una importación posterior;",
      "3;reemplazada por una importación posterior;",
      "4;repetida: copia exacta;cuenta la línea 2",
    ]);
  });
});

describe("a ticket used twice", () => {
  it("imports the file that came first, also when the second comes while that is scanned", async () => {
    const world = importWorld();
    const importId = await world.arrive(fileOf(sampleRows));
    const ticket = await world.bucket.tickets.issue(importId, 3, sha256("abc"), importedAt);
    const second = await world.bucket.upload(ticket, Buffer.from("abc"), importedAt);
    const dying = importWorker(withStores(world, mortal({ nth: 3, when: "before" }).wrap));
    const [first = ""] = world.queue.splice(0);
    expect(await deliver(dying, [first])).toEqual([first]);
    expect(await world.register.find(importId)).toMatchObject({ state: "scanning", versionId: "v1" });
    world.queue.push(arrivalMessage(importId, second ?? ""), first);
    await world.run();
    expect(await world.register.find(importId)).toMatchObject({ state: "done", versionId: "v1", accepted: 5 });
  });
});

describe("a message that is not from us", () => {
  it.each<[string, string, "passed over" | "failed"]>([
    ["a task of an import nobody opened", '{"importId":"i9","step":"storing","index":0}', "passed over"],
    ["a task named to reach into objects", '{"importId":"__proto__","step":"storing","index":0}', "passed over"],
    ["the arrival of a file nobody asked for", arrivalMessage("i9", "v1"), "passed over"],
    [
      "the arrival of a report",
      '{"Records":[{"s3":{"object":{"key":"reports/i1.csv","versionId":"v1"}}}]}',
      "passed over",
    ],
    ["a path that climbs", '{"Records":[{"s3":{"object":{"key":"files/../i1.csv","versionId":"v1"}}}]}', "passed over"],
    ["no arrival at all", '{"Records":[]}', "passed over"],
    ["the store's own test", '{"Service":"Amazon S3","Event":"s3:TestEvent","Bucket":"imports"}', "passed over"],
    ["an event of another kind", '{"Event":"s3:Other"}', "failed"],
    ["no JSON", "hola", "failed"],
    ["nothing", "", "failed"],
    ["an empty object", "{}", "failed"],
    ["null", "null", "failed"],
    ["a step there is not", '{"importId":"i1","step":"deleting","index":0}', "failed"],
    ["a range there is not", '{"importId":"i1","step":"storing","index":99}', "failed"],
    ["a range before the first", '{"importId":"i1","step":"storing","index":-1}', "failed"],
    ["half a range", '{"importId":"i1","step":"storing","index":0.5}', "failed"],
    ["a key that is not one", '{"Records":[{"s3":{"object":{"key":"%E0%A4%A","versionId":"v1"}}}]}', "failed"],
    ["no version", '{"Records":[{"s3":{"object":{"key":"files/i1.csv"}}}]}', "failed"],
  ])("%s (%s) is %s and changes nothing", async (_, body, expected) => {
    const world = await arrived();
    await deliver(importWorker(world.importer), world.queue.splice(0, 1));
    const state = await world.state();
    const failed = await deliver(importWorker(world.importer), [body]);
    expect(failed).toEqual(expected === "failed" ? [body] : []);
    expect(await world.state()).toEqual(state);
  });

  it("a key is read as the store writes it", async () => {
    const world = importWorld();
    await world.arrive(fileOf(sampleRows), { importId: "20261124T154512123Z-0a1b2c3d" });
    world.queue[0] = (world.queue[0] ?? "").replace("files/", "files%2F");
    await world.run();
    expect(await world.register.find("20261124T154512123Z-0a1b2c3d")).toMatchObject({ state: "done" });
  });
});
