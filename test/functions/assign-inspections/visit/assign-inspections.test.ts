import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { assignInspections } from "../../../../functions/assign-inspections/assign-inspections.ts";
import { record } from "../../../../shared/casework/case/record.ts";
import { visitCapacity } from "../../../../shared/casework/visit/free-slots.ts";
import { entriesOf } from "../../../../shared/domain/case/case-events.ts";
import type { CaseFiles } from "../../../../shared/storage/case/case-files.ts";
import { type Death, mortal } from "../../../doubles/mortal.ts";
import { type CaseWorld, caseWorld, maria, person } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { captureLog, type LogLine } from "../../log-lines.ts";

let local: TestTables;
let world: CaseWorld;
let lines: () => readonly LogLine[];
beforeAll(async () => {
  local = await testTables();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  world = await caseWorld(local);
  lines = captureLog();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const morning = "2026-11-23T15:00:00.000Z";
const later = "2026-11-23T15:01:00.000Z";

/** The worker, whose stores fail where a test asks. */
function assign({ death, at = later }: { death?: Death; at?: string } = {}) {
  const life = mortal(death);
  const { read, append } = world.caseFiles;
  const { list } = world.staffRegister;
  const caseFiles: CaseFiles = { ...world.caseFiles, ...life.wrap({ read, append }) };
  const agenda = { ...world.agenda, ...life.wrap({ of: world.agenda.of }) };
  const staffRegister = { ...world.staffRegister, ...life.wrap({ list }) };
  return {
    life,
    of: (claimId: string, seq = 1) =>
      assignInspections({ ...world, caseFiles, agenda, staffRegister, now: () => at })({ claimId, seq }),
  };
}

async function newClaim(): Promise<string> {
  return (await world.fileOne(morning)).file.head.claimId;
}

async function fileOf(claimId: string) {
  const file = await world.caseFiles.read(claimId);
  if (!file) throw new Error("no file");
  const assigned = entriesOf(file.events, "inspection-assigned");
  return { file, assigned, alerts: entriesOf(file.events, "manager-alerted"), inspector: file.visits[0]?.inspector };
}

async function duty(sub: string, onDuty: boolean): Promise<void> {
  const staff = await world.staffRegister.list("MOQ");
  const one = staff.find((record) => record.sub === sub);
  if (!one) throw new Error("nobody");
  const { openClaims: _, ...known } = one;
  await world.staffRegister.save("MOQ", { ...known, onDuty });
}

describe("assigning a visit", () => {
  it("gives it to an inspector, in the file and in their day", async () => {
    const claimId = await newClaim();
    await assign().of(claimId);
    const { assigned, inspector, file } = await fileOf(claimId);
    expect(inspector).toEqual({ sub: "inspector-1", name: "PERSONA DE PRUEBA INSPECTOR-1" });
    expect(assigned).toMatchObject([
      {
        by: { kind: "system", name: "assign-inspections" },
        recordedAt: later,
        details: { inspectionId: `${claimId}-1`, inspector: "inspector-1", name: "PERSONA DE PRUEBA INSPECTOR-1" },
      },
    ]);
    const on = file.visits[0]?.on ?? "";
    expect(await world.agenda.of("inspector-1", on)).toMatchObject([{ claimId }]);
  });

  it("goes round: no second visit at one hour while somebody is free, then the fewest of the day", async () => {
    const perSlot = visitCapacity(world.tenant, "180101");
    for (let at = 0; at <= perSlot; at += 1) await assign().of(await newClaim());
    const [one = [], two = []] = await Promise.all(
      ["inspector-1", "inspector-2"].map((sub) => world.agenda.of(sub, "2026-11-26")),
    );
    const early = [one, two].map((visits) => visits.filter(({ from }) => from === "08:00").length);
    expect(early).toEqual([perSlot / 2, perSlot / 2]);
    expect([...one, ...two].filter(({ from }) => from === "10:00")).toHaveLength(1);
  });

  it("passes over who is not on duty", async () => {
    await duty("inspector-1", false);
    const claimId = await newClaim();
    await assign().of(claimId);
    expect((await fileOf(claimId)).inspector?.sub).toBe("inspector-2");
  });

  it("is done once, however often it is delivered and at the same moment", async () => {
    const claimId = await newClaim();
    await Promise.all(Array.from({ length: 5 }, () => assign().of(claimId)));
    await assign().of(claimId);
    const { assigned, inspector } = await fileOf(claimId);
    expect(assigned).toHaveLength(1);
    expect(inspector?.sub).toBe(assigned[0]?.details.inspector);
    expect(lines()).toContainEqual({ level: "info", event: "not-needed", claimId });
  });

  it("is done once when it was killed at any step, and tried again", async () => {
    const { life, of } = assign();
    await of(await newClaim());
    expect(life.calls).toBeGreaterThanOrEqual(6);
    for (let nth = 1; nth <= life.calls; nth += 1)
      for (const when of ["before", "after"] as const) {
        const claimId = await newClaim();
        await expect(assign({ death: { nth, when } }).of(claimId)).rejects.toThrow("killed");
        await assign().of(claimId);
        const { assigned, inspector } = await fileOf(claimId);
        expect([assigned.length, inspector?.sub]).toEqual([1, assigned[0]?.details.inspector]);
      }
  });
});

describe("no inspector on duty", () => {
  it("alerts the manager once, and the message fails until there is one", async () => {
    for (const sub of ["inspector-1", "inspector-2"]) await duty(sub, false);
    const claimId = await newClaim();
    for (let attempt = 1; attempt <= 3; attempt += 1)
      await expect(assign().of(claimId)).rejects.toThrow("no inspector on duty");
    expect((await fileOf(claimId)).alerts).toMatchObject([
      { details: { reason: "No hay inspector de turno para la visita del 26 de noviembre de 2026." } },
    ]);
    const { marks = [] } = (await world.caseFiles.read(claimId)) ?? {};
    expect(marks.at(-1)?.key).toBe(`assign-inspections ${claimId}-1 nobody on 2026-11-26`);
    await duty("inspector-2", true);
    await assign().of(claimId);
    const { inspector, alerts } = await fileOf(claimId);
    expect(inspector?.sub).toBe("inspector-2");
    expect(alerts).toHaveLength(1);
  });
});

describe("a message that came late", () => {
  it("assigns to nobody a visit whose day is over, and alerts the manager once", async () => {
    const claimId = await newClaim();
    for (let attempt = 1; attempt <= 2; attempt += 1) await assign({ at: "2026-11-27T05:00:00.000Z" }).of(claimId);
    const { assigned, alerts } = await fileOf(claimId);
    expect(assigned).toEqual([]);
    expect(alerts).toMatchObject([{ details: { reason: expect.stringContaining("pasó sin inspector") } }]);
  });

  it("still gives a visit its inspector on its last moment", async () => {
    const claimId = await newClaim();
    await assign({ at: "2026-11-27T04:59:59.999Z" }).of(claimId);
    expect((await fileOf(claimId)).assigned).toHaveLength(1);
  });

  it("does nothing for a claim withdrawn meanwhile", async () => {
    const claimId = await newClaim();
    const signer = person("signer-1", "signer");
    await record(world, { claimId, now: later }, () => ({
      ok: true,
      value: {
        entries: [
          {
            type: "withdrawal-requested",
            effectiveAt: later,
            by: maria,
            of: "claim",
            standing: { as: "holder" },
            details: { reason: "Ya no." },
          },
          { type: "withdrawal-accepted", effectiveAt: later, by: signer, details: { reason: "Pedido." } },
        ],
      },
    }));
    await assign().of(claimId);
    const { assigned, alerts } = await fileOf(claimId);
    expect([assigned, alerts]).toEqual([[], []]);
  });

  it("gives the repeated visit one too, and keeps the first as it was reported", async () => {
    const claimId = await newClaim();
    await assign().of(claimId);
    const [first] = (await fileOf(claimId)).file.visits;
    if (!first) throw new Error("no visit");
    const retry = { ...first, inspectionId: `${claimId}-2`, inspector: undefined };
    await record(world, { claimId, now: later }, () => ({
      ok: true,
      value: { entries: [], also: [world.visits.report(first, later), ...world.visits.plan(retry)] },
    }));
    await assign().of(claimId, 3);
    const { assigned } = await fileOf(claimId);
    expect(assigned.map(({ details }) => details.inspectionId)).toEqual([`${claimId}-1`, `${claimId}-2`]);
  });
});

describe("a message that is wrong", () => {
  it.each<[unknown, string]>([
    [{ claimId: "nobody", seq: 1 }, "a claim that does not exist"],
    [{ claimId: "nobody" }, "no entry"],
    [{ submissionId: "f1" }, "a submission"],
    ["claim", "no message"],
  ])("%j fails, for the dead letters (%s)", async (body) => {
    await expect(assignInspections({ ...world, now: () => later })(body)).rejects.toThrow();
  });
});
