import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { sweep } from "../../../../functions/sweep/sweep.ts";
import { caseNow } from "../../../../shared/casework/case/case-at.ts";
import type { Decision } from "../../../../shared/casework/case/record.ts";
import { caseFaults } from "../../../../shared/casework/check/case-faults.ts";
import { listedView, summaryAt, summaryOf } from "../../../../shared/casework/claim/claim-summary.ts";
import { seedOf } from "../../../../shared/casework/term/calendars-in-force.ts";
import { isOver } from "../../../../shared/domain/case/claim-states.ts";
import { addDays, type CalendarDay, calendarDay, limaInstant } from "../../../../shared/domain/term/calendar-day.ts";
import { queuePositionOf, type StoredHead } from "../../../../shared/storage/case/case-head.ts";
import { openCalendars } from "../../../../shared/storage/term/calendars.ts";
import type { WorkerTask } from "../../../../shared/storage/worker-tasks.ts";
import { maria, person } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { type CaseworkWorld, caseworkWorld, steps } from "../../casework/casework-world.ts";
import { captureLog, type LogLine } from "../../log-lines.ts";

let local: TestTables;
let world: CaseworkWorld;
let files: Map<string, string>;
let tasks: WorkerTask[];
let lines: () => readonly LogLine[];
beforeAll(async () => {
  local = await testTables();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  world = await caseworkWorld(local);
  files = new Map();
  tasks = [];
  lines = captureLog();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const sweepAt = (now: string, deps: Partial<CaseworkWorld> = {}) =>
  sweep({
    ...world,
    ...deps,
    calendarBook: openCalendars(world.claims, seedOf(world.tenant)),
    exchangeFiles: { write: async (fileName, text) => void files.set(fileName, text) },
    uploadTasks: { send: async () => {} },
    documentWork: { send: async (task) => void tasks.push(task) },
    now: () => now,
  })();
const headOf = async (claimId: string) => {
  const [head] = await world.caseFiles.heads([claimId]);
  if (!head) throw new Error("the claim is gone");
  return head;
};
const caseOf = async (claimId: string, now: string) => {
  const file = await world.caseFiles.read(claimId);
  if (!file) throw new Error("the claim is gone");
  return caseNow(file, world.tenant, now);
};
const faultsOf = async (claimId: string, now: string) => {
  const file = await world.caseFiles.read(claimId);
  if (!file) throw new Error("the claim is gone");
  const wrong = { ...file, head: { ...file.head, hold: { ...file.head.hold, held: !file.head.hold.held } } };
  expect(caseFaults(wrong, world.tenant, now)).toMatchObject([{ rule: "held" }]);
  return caseFaults(file, world.tenant, now);
};
const openClaims = async () =>
  (await world.staffRegister.list("MOQ")).reduce((total, { openClaims: some }) => total + some, 0);

const observation = (now: string): Decision["entries"][number] => ({
  type: "defect-observed",
  effectiveAt: now,
  by: person("clerk-1", "clerk"),
  details: { defects: ["Falta la firma."] },
});
const notified = (now: string): Decision["entries"][number] => ({
  type: "defect-notified",
  effectiveAt: now,
  by: person("clerk-1", "clerk"),
  details: { how: "tacit-notification" },
});
async function observed(): Promise<string> {
  const { claimId, now } = await steps.filed(world);
  await world.elsewhere(claimId, now, [observation(now), notified(now)]);
  return claimId;
}
async function visited(): Promise<string> {
  const { claimId } = await steps.accepted(world);
  const now = "2026-11-26T16:00:00.000Z";
  await world.elsewhere(claimId, now, [
    {
      type: "inspection-reported",
      effectiveAt: now,
      by: person("inspector-1", "inspector"),
      outcome: "whole",
      details: {
        inspectionId: `${claimId}-1`,
        startedAt: now,
        external: { leakAtBox: false, premises: "CASA FICTICIA" },
        observations: "",
        photos: [],
      },
    },
  ]);
  return claimId;
}
const lived = (step: keyof typeof steps) => async () => (await steps[step](world)).claimId;

describe("a claim whose term lapsed", () => {
  it.each([
    ["T04, nobody remedied it", observed, ["not-filed"]],
    ["its hearing came", visited, ["hearing-due", "positive-silence"]],
    ["T10, nobody decided it", lived("filed"), ["positive-silence"]],
    ["T10 with a delivery on its way", lived("dispatched"), ["silence-to-confirm", "positive-silence"]],
    ["T11, nobody appealed", lived("notified"), ["firm"]],
    ["T17, the tribunal was silent", lived("elevated"), ["negative-silence"]],
  ])("%s: stands where it belongs from that day's first hour on, once", async (_, live, states) => {
    const claimId = await live();
    for (const state of states) {
      const before = await headOf(claimId);
      const next = before.steps.find((step) => step.state !== before.steps[0]?.state);
      if (!next) throw new Error("nothing lapses");
      expect(next.state).toBe(state);
      await sweepAt(limaInstant(addDays(next.from, -1), "23:59"));
      const evening = await headOf(claimId);
      expect([evening.steps[0]?.state, evening.hold]).toEqual([before.steps[0]?.state, before.hold]);

      const now = limaInstant(next.from, "00:05");
      await Promise.all([sweepAt(now), sweepAt(now)]);
      await sweepAt(limaInstant(next.from, "01:05"));
      const after = await headOf(claimId);
      expect(after.steps[0]).toMatchObject({ from: next.from, state });
      expect(after.version).toBe(evening.version + (["not-filed", "negative-silence", "firm"].includes(state) ? 1 : 0));
      await expectNotified(claimId, next.from, before.hold.held);
    }
  });

  it("that confirmed the receipt is of no list and no open claim of its owner", async () => {
    const { claimId } = await steps.heard(world);
    await world.sign(claimId, "2026-12-28T15:00:00.000Z", "rejected");
    const now = "2026-12-29T15:00:00.000Z";
    const by = { kind: "staff", sub: "clerk-1", roles: ["clerk"] } as const;
    const sent = { noticeId: "notice-1", to: "CALLE FICTICIA 101" };
    const given = { noticeId: "notice-1", how: "delivered", photos: [] } as const;
    await world.elsewhere(claimId, now, [
      { type: "resolution-dispatched", effectiveAt: now, by, channel: "personal", details: sent },
      { type: "resolution-notified", effectiveAt: now, by, evidence: [], details: given },
    ]);
    expect(await openClaims()).toBe(1);
    const firm = (await headOf(claimId)).steps.find(({ state }) => state === "firm");
    const atNight = limaInstant(firm?.from ?? calendarDay(""), "00:05");
    // Its receipt is still held by its head, which is no fault: the sweep has not come.
    expect(await faultsOf(claimId, atNight)).toEqual([]);
    await sweepAt(atNight);
    expect(await faultsOf(claimId, atNight)).toEqual([]);
    const after = await headOf(claimId);
    expect(after.steps[0]).toMatchObject({ state: "firm", queue: "over" });
    const { law } = await caseOf(claimId, atNight);
    expect(listedView(after, law, atNight)).toMatchObject({ state: "firm", ended: "rejected" });
    const appealed = after.steps.map((step) => ({ ...step, state: "in-appeal" as const }));
    expect(listedView({ ...after, steps: appealed }, law, atNight)).not.toHaveProperty("ended");
    expect(await openClaims()).toBe(0);
  });

  it("and not its state: says the next day it owes something to its claimant, and stands on its list by what is lost", async () => {
    const claimId = await lived("filed")();
    const [now, next] = (await headOf(claimId)).steps;
    if (!now?.dueOn || !next?.dueOn) throw new Error("nothing is owed");
    expect([next.state, next.from]).toEqual([now.state, addDays(now.dueOn, 1)]);
    for (const at of [limaInstant(next.from, "00:01"), limaInstant(next.from, "01:05")]) {
      const read = await caseOf(claimId, at);
      expect(summaryAt(read).dueOn).toBe(next.dueOn);
      const head = await headOf(claimId);
      expect({ ...summaryOf(head, read.law, at), version: head.version }).toEqual(summaryAt(read));
      await sweepAt(at);
    }
    expect(queuePositionOf(await headOf(claimId))).toEqual({ dueOn: "2027-01-15", claimId });
  });

  async function expectNotified(claimId: string, day: CalendarDay, wasHeld: boolean): Promise<void> {
    const { steps: forecast, hold } = await headOf(claimId);
    const { state, queue } = forecast[0] ?? { state: "closed", queue: "over" };
    // What silence grants, or a firm decision upholds, is corrected first.
    const held = state !== "not-filed";
    expect(hold.held).toBe(held);
    const changes = await world.holds.ofDay(day);
    expect(changes.map(({ action, version }) => [action, version])).toEqual(wasHeld && !held ? [["released", 2]] : []);
    expect(await openClaims()).toBe(isOver(state) ? 0 : 1);
    for (const list of ["user", "admission", "investigation", "conciliation", "execution", "tribunal"] as const) {
      const listed = await world.workLists.inQueue("MOQ", list, 50);
      expect(listed.map((head) => head.claimId)).toEqual(list === queue ? [claimId] : []);
    }
  }

  it("on a day the desk was down stands again where it was once that is known, and moves on a working day later", async () => {
    const claimId = await lived("notified")();
    const firm = (await headOf(claimId)).steps.find(({ state }) => state === "firm");
    const last = addDays(firm?.from ?? calendarDay(""), -1);
    await sweepAt(limaInstant(addDays(last, 1), "00:05"));
    expect((await headOf(claimId)).steps[0]?.state).toBe("firm");
    const [from, to] = [limaInstant(last, "23:00"), limaInstant(last, "23:50")];
    const recordedAt = limaInstant(addDays(last, 1), "00:06");
    await world.outages.record({
      outageId: "1Down",
      number: "CAIDA-1",
      source: "Down",
      evidence: "",
      from,
      to,
      recordedAt,
    });
    await sweepAt(limaInstant(addDays(last, 1), "00:07"));
    expect((await headOf(claimId)).steps[0]?.state).toBe("firm");
    await sweepAt(limaInstant(addDays(last, 1), "00:08"));
    // The last day, a Wednesday, moved to Thursday.
    const foreseen = (await headOf(claimId)).steps.map(({ state, from: since }) => [state, since]);
    expect(foreseen).toEqual([
      ["notified", addDays(last, 1)],
      ["firm", addDays(last, 2)],
    ]);
    await sweepAt(limaInstant(addDays(last, 2), "00:05"));
    expect((await headOf(claimId)).steps[0]?.state).toBe("firm");
  });

  it("is found on whatever page of its list", async () => {
    for (let at = 0; at < 51; at += 1) await observed();
    expect(await world.workLists.inQueue("MOQ", "user", 50)).toHaveLength(50);
    await sweepAt("2026-11-28T05:05:00.000Z");
    expect(lines().find(({ event }) => event === "swept")).toMatchObject({ refreshed: 51, failed: 0 });
    expect(await world.workLists.inQueue("MOQ", "user", 50)).toEqual([]);
    expect(await openClaims()).toBe(0);
  }, 60_000);

  it("that met another's write is swept in the same run", async () => {
    const claims = [await observed(), await observed()];
    const crossed = new Set(claims);
    const read: CaseworkWorld["caseFiles"]["read"] = async (claimId) => {
      if (crossed.delete(claimId)) throw new Error("busy");
      return world.caseFiles.read(claimId);
    };
    await sweepAt("2026-11-28T05:05:00.000Z", { caseFiles: { ...world.caseFiles, read } });
    for (const claimId of claims) expect((await headOf(claimId)).steps[0]?.state).toBe("not-filed");
    expect(lines().find(({ event }) => event === "swept")).toMatchObject({ refreshed: 2, failed: 0 });
  });

  it("that breaks holds up no other, and fails the run", async () => {
    const [bad, good] = [await observed(), await observed()];
    const read: CaseworkWorld["caseFiles"]["read"] = async (claimId) => {
      if (claimId === bad) throw new Error("broken");
      return world.caseFiles.read(claimId);
    };
    await expect(sweepAt("2026-11-28T05:05:00.000Z", { caseFiles: { ...world.caseFiles, read } })).rejects.toThrow("1");
    expect((await headOf(good)).steps[0]?.state).toBe("not-filed");
    expect(files.size).toBe(22);
  });
});

describe("a claim deemed granted", () => {
  const silenceOf = ({ steps: foreseen }: StoredHead): CalendarDay => {
    const silence = foreseen.find(({ state }) => state === "positive-silence");
    if (!silence) throw new Error("nothing lapses");
    return silence.from;
  };
  const certify = (claimId: string, now: string) => {
    const by = { kind: "system", name: "render-documents" } as const;
    return world.elsewhere(claimId, now, [
      { type: "silence-certified", effectiveAt: now, by, details: { corrected: [] } },
    ]);
  };

  it("has its certificate asked for each hour until it is there, and reads as granted all the while", async () => {
    const { claimId } = await steps.filed(world);
    const from = silenceOf(await headOf(claimId));
    const asked = { claimId, certify: "silence" };
    await sweepAt(limaInstant(addDays(from, -1), "23:59"));
    expect(tasks).toEqual([]);
    await sweepAt(limaInstant(from, "00:05"));
    await sweepAt(limaInstant(from, "01:05"));
    expect(tasks).toEqual([asked, asked]);

    await certify(claimId, limaInstant(from, "01:30"));
    await sweepAt(limaInstant(from, "02:05"));
    expect(tasks).toHaveLength(2);
    expect((await headOf(claimId)).steps[0]?.dueOn).not.toBe(from);
  });

  it("is read until its certificate is there, however many wait for something else, and then no more", async () => {
    const certified = [];
    for (let at = 0; at < 50; at += 1) certified.push((await steps.filed(world)).claimId);
    const from = silenceOf(await headOf(certified[0] ?? ""));
    await sweepAt(limaInstant(from, "00:05"));
    for (const claimId of certified) await certify(claimId, limaInstant(from, "01:30"));
    const { claimId: waiting } = await steps.filed(world);
    await sweepAt(limaInstant(from, "02:05"));
    tasks = [];

    const read = vi.fn(world.caseFiles.read);
    await sweepAt(limaInstant(from, "03:05"), { caseFiles: { ...world.caseFiles, read } });
    expect(read.mock.calls.map(([claimId]) => claimId)).toEqual([waiting]);
    expect(tasks).toEqual([{ claimId: waiting, certify: "silence" }]);
  }, 60_000);

  it("keeps what it was granted by a holiday declared too late, and its certificate is asked for as before", async () => {
    const { claimId } = await steps.filed(world);
    const from = silenceOf(await headOf(claimId));
    await sweepAt(limaInstant(from, "00:05"));
    const book = openCalendars(world.claims, seedOf(world.tenant));
    const date = addDays(from, -2);
    const change = { action: "add", reason: "decreed", date, name: "Día", source: "DS", scope: ["COMPANY"] } as const;
    const inForceFrom = limaInstant(from, "08:00");
    const next = { number: 2, inForceFrom, by: "m", why: "Lo dispone el decreto.", changes: [change] };
    await book.add(await book.versions(), next, { key: "late", contentHash: "" });
    for (const time of ["08:05", "09:05"]) await sweepAt(limaInstant(from, time));
    expect((await headOf(claimId)).steps).toMatchObject([{ state: "positive-silence", since: from, dueOn: from }]);
    expect(tasks).toHaveLength(3);
  });
});

describe("beside somebody who writes", () => {
  it("holds, count and list end as the history says, whoever was first", async () => {
    const now = "2026-11-28T05:05:00.000Z";
    for (let round = 1; round <= 6; round += 1) {
      const claimId = await observed();
      const remedied: Decision["entries"][number] = {
        type: "remedied",
        effectiveAt: "2026-11-26T20:00:00.000Z",
        by: maria,
        details: { answer: "Va firmado.", attachments: [] },
      };
      await Promise.all([sweepAt(now), world.elsewhere(claimId, now, [remedied]), sweepAt(now)]);
      const { steps: forecast, hold } = await headOf(claimId);
      expect(forecast[0]).toMatchObject({ state: "under-investigation", queue: "investigation" });
      const mine = (await world.holds.ofDay("2026-11-28")).filter((change) => change.claimId === claimId);
      const last = mine.toSorted((a, b) => a.version - b.version).at(-1);
      expect(hold).toEqual({ held: true, version: last?.version ?? 1 });
      expect(last?.action ?? "set").toBe("set");
      expect(await openClaims()).toBe(round);
    }
  });
});

describe("the exchange files", () => {
  it("of the last days say what was set and released, and how many", async () => {
    await steps.filed(world);
    await sweepAt("2026-11-24T15:00:00.000Z");
    expect(files.size).toBe(22);
    expect([...files.keys()].slice(-4)).toEqual([
      "bloqueos_20261123.csv",
      "notas_20261123.csv",
      "bloqueos_20261124.csv",
      "notas_20261124.csv",
    ]);
    // The fixed charge is not disputed: with its IGV it is due at once.
    expect(files.get("notas_20261123.csv")?.split("\r\n").slice(1, 2)).toEqual([
      expect.stringMatching(/^00012345;2026-10;S001;00045001;1;EXIGIBLE_DESDE;(;)+4\.84;2026-11-23;/),
    ]);
    const [header, row, control, end] = files.get("bloqueos_20261123.csv")?.split("\r\n") ?? [];
    expect(header).toBe("nroinscripcion;periodo;serie;correlativo;version;accion;fecha_hora;cod_reclamo");
    expect(row).toMatch(/^00012345;2026-10;S001;00045001;1;BLOQUEAR;2026-11-23T15:00:00\.000Z;RE-2026-\d{6}-\d$/);
    expect(control).toBe("CONTROL;1;BLOQUEAR;1;LIBERAR;0;;");
    expect(end).toBe("");
    expect(files.get("bloqueos_20261124.csv")).toBe(`${header}\r\nCONTROL;0;BLOQUEAR;0;LIBERAR;0;;\r\n`);
  });
});

describe("a task of the hour that fails", () => {
  it("stops no other, and fails the run at its end by name", async () => {
    await observed();
    const exchangeFiles = { write: () => Promise.reject(new Error("the bucket is away")) };
    const submissions = { ...world.submissions, listed: () => Promise.reject(new Error("the index is away")) };
    const now = "2027-03-01T13:00:00.000Z";
    const run = sweep({
      ...world,
      submissions,
      calendarBook: openCalendars(world.claims, seedOf(world.tenant)),
      exchangeFiles,
      uploadTasks: { send: async () => {} },
      documentWork: { send: async (task) => void tasks.push(task) },
      now: () => now,
    });
    await expect(run()).rejects.toThrow(/: exchange files, lapsed submissions, unanswered submissions;/);
    const [swept] = lines().filter(({ event }) => event === "swept");
    expect(swept).toMatchObject({ refreshed: 1, unscanned: 0, moved: 0, hearings: 0, acts: 0 });
    expect(swept).not.toHaveProperty("lapsed");
  });
});
