import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { entryPrint, isOpenTo } from "../../../../shared/casework/case/entry-record.ts";
import { givenDelivery } from "../../../../shared/casework/work/hand-over.ts";
import { showCase } from "../../../../shared/contract/case/case-routes.ts";
import { changeOwner } from "../../../../shared/contract/work/staff-routes.ts";
import { person } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { type CaseworkWorld, caseworkWorld, filedAt, type Worker } from "../casework-world.ts";

let local: TestTables;
let world: CaseworkWorld;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
beforeEach(async () => {
  world = await caseworkWorld(local);
});
afterAll(() => local.stop());

const reason = "Descanso médico.";
const by = person("manager-1", "manager");
const to = { sub: "inspector-2", name: "INSPECTOR DOS" };

/** A claim of which a visit and a delivery were given to somebody else. */
const given = async () => {
  const { claimId } = (await world.fileOne(filedAt)).file.head;
  return world.elsewhere(claimId, filedAt, [
    { type: "work-noted", effectiveAt: filedAt, by, details: givenDelivery("n", to, reason) },
    {
      ...{ type: "inspection-assigned", effectiveAt: filedAt, by },
      details: { inspectionId: "i", inspector: to.sub, name: to.name, reason },
    },
  ]);
};

describe("why work was handed over", () => {
  it("is read by the claim's owner and managers; others read from whom, to whom and when", async () => {
    const { claimId } = (await given()).file.head;
    const body = { to: "analyst-2", reason };
    const passed = await world.as(["analyst-3", "analyst"], changeOwner, { params: { claimId }, body });
    expect(passed.status).toBe(200);
    expect(passed.text).not.toContain("médico");
    const shown = async (who: Worker) => (await world.as(who, showCase, { params: { claimId } })).text;
    for (const who of [["analyst-2", "analyst"] as const, ["manager-9", "manager"] as const])
      expect((await shown(who)).match(/Descanso médico/g)).toHaveLength(4);
    for (const role of ["operator", "analyst", "conciliator", "signer", "external-supervisor"] as const) {
      const text = await shown([`${role}-9`, role]);
      expect(text).not.toContain("médico");
      for (const said of [
        "De PERSONA DE PRUEBA ANALYST-1 a PERSONA",
        "a cargo de INSPECTOR DOS.",
        '"handedOver":{"on"',
      ])
        expect(text).toContain(said);
    }
  });

  it("is in no copy of the case file, neither printed nor in its manifest", async () => {
    const at = await given();
    const [event, envelope] = [at.file.events.at(-1), at.file.envelopes.at(-1)];
    if (!event || !envelope) throw new Error("no entry");
    for (const copy of ["tribunal", "print", "claimant"] as const) {
      const text = JSON.stringify(entryPrint(at, event, envelope, copy).lines);
      expect(text).toContain("INSPECTOR DOS");
      expect(text).not.toContain("médico");
      expect(isOpenTo(at, event, copy)).toBe(false);
    }
  });
});
