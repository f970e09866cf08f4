import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { receiptRow } from "../../../../local/seed/receipt-row.ts";
import { type CaseAt, caseNow } from "../../../../shared/casework/case/case-at.ts";
import { record } from "../../../../shared/casework/case/record.ts";
import { consumptionMonths } from "../../../../shared/casework/receipt/consumption-months.ts";
import {
  type EvidenceView,
  evidenceOf,
  missingNames,
} from "../../../../shared/casework/resolution/evidence-checklist.ts";
import { actaDoubts } from "../../../../shared/casework/visit/acta-doubts.ts";
import type { CaseFact, CaseNote, FactOf } from "../../../../shared/domain/case/case-events.ts";
import type { VisitOutcome } from "../../../../shared/domain/case/claim-events.ts";
import { ok } from "../../../../shared/domain/case/result.ts";
import { dateOf } from "../../../../shared/domain/receipt/spanish-months.ts";
import { addDays, type CalendarDay, calendarDay, limaInstant } from "../../../../shared/domain/term/calendar-day.ts";
import { openReceiptLedger } from "../../../../shared/storage/billing/receipt-ledger.ts";
import { billedMonth, ledgerRow } from "../../storage/billing/billed-rows.ts";
import { type TestTables, testTables } from "../../storage/test-tables.ts";
import { type CaseWorld, caseWorld, form, person } from "../case-world.ts";

let local: TestTables;
let world: CaseWorld;
beforeAll(async () => {
  local = await testTables();
  world = await caseWorld(local);
}, 60_000);
afterAll(() => local.stop());

const morning = "2026-11-23T15:00:00.000Z";
const find = (evidence: readonly EvidenceView[], item: EvidenceView["item"]) =>
  evidence.find((one) => one.item === item);
const statusOf = (evidence: readonly EvidenceView[], item: EvidenceView["item"]) => find(evidence, item)?.status;
const histories = ["readings-history", "billing-history", "payments-history"] as const;

/** The case after some entries, each at the instant it took effect. */
async function grown(at: CaseAt, ...entries: readonly (CaseFact | CaseNote)[]): Promise<CaseAt> {
  let last = at;
  for (const entry of entries) {
    const { claimId } = at.file.head;
    const written = await record(world, { claimId, now: entry.effectiveAt }, () => ok({ entries: [entry] }));
    if (!written.ok) throw new Error(`not written: ${written.error} ${written.detail ?? ""}`);
    last = written.value;
  }
  return last;
}

const analyst = person("analyst-1", "analyst");
const accepted: CaseFact = { type: "claim-accepted", effectiveAt: morning, by: analyst, details: {} };
const visited = (
  outcome: VisitOutcome,
  on: string,
  inspectionId = "visit",
  seen: { readonly meterNumber?: string; readonly reading?: number } = {},
): FactOf<"inspection-reported"> => ({
  type: "inspection-reported",
  effectiveAt: `${on}T15:00:00.000Z`,
  by: person("inspector-1", "inspector"),
  outcome,
  details: {
    inspectionId,
    startedAt: `${on}T15:00:00.000Z`,
    external: { leakAtBox: false, premises: "Casa de un piso.", ...seen },
    observations: "",
    photos: [],
  },
});

describe("the evidence of consumo medido", () => {
  it("has its histories as far back as the ledger goes, lacks them with a gap, and those of cuts until they are added", async () => {
    const at = await world.fileOne(morning);
    const held = await world.receiptReader.lastMonths("00012345", 24);
    const few = await evidenceOf(world, at, held);
    for (const item of histories)
      expect(find(few, item)).toMatchObject({ status: "short", detail: "El sistema tiene 2 de los 24 meses." });
    expect(statusOf(few, "bills")).toBe("present");
    expect(missingNames(few)).not.toContain(find(few, "billing-history")?.name);
    const apart = held.map((one, last) =>
      last === 0 ? one : { ...one, receipt: { ...one.receipt, period: "2026-05" } },
    );
    const gap = await evidenceOf(world, at, apart);
    for (const item of histories)
      expect(find(gap, item)).toMatchObject({
        status: "missing",
        detail: "El sistema tiene 2 de los 24 meses: faltan meses en medio.",
      });
    expect(statusOf(await evidenceOf(world, at, []), "billing-history")).toBe("missing");

    const ledger = openReceiptLedger(world.billing);
    for (let month = 0; month < 22; month += 1) {
      const period = `${2026 - Math.floor((month + 4) / 12)}-${String(12 - ((month + 4) % 12)).padStart(2, "0")}`;
      const row = receiptRow(billedMonth({ period, number: 43_000 - month }));
      await ledger.store(ledgerRow("receipts", row), "i1", undefined);
    }
    const all = await evidenceOf(world, at, await world.receiptReader.lastMonths("00012345", 24));
    for (const item of histories) expect(statusOf(all, item)).toBe("present");
    expect(missingNames(all)).toEqual([
      "Historial de cortes y reaperturas",
      "Inspección externa",
      "Inspección interna",
    ]);
  });

  it("lacks the receipt claimed when the ledger does not hold it", async () => {
    expect(statusOf(await evidenceOf(world, await world.fileOne(morning), []), "bills")).toBe("missing");
  });

  it.each([
    ["asked for", true, "present", "missing"],
    ["declined", false, "present", "not-asked"],
    ["never offered", undefined, "missing", "not-asked"],
  ] as const)("with a meter test %s", async (_, meterTest, right, test) => {
    const evidence = await evidenceOf(world, await world.fileOne(morning, { form: { ...form, meterTest } }), []);
    expect([statusOf(evidence, "meter-test-right"), statusOf(evidence, "meter-test")]).toEqual([right, test]);
  });
});

describe("the evidence each type asks for", () => {
  it.each([
    ["a payment not processed asks for both receipts and no visit", "F08", ["paid-bill", "billed-again"]],
    ["the tariff asks for the inside", "F09", ["bills", "units-history", "internal-inspection"]],
    ["a charge asks for what supports it", "F10", ["bills", "cuts-history", "collection-notices", "concept-support"]],
  ] as const)("%s", async (_, claimType, items) => {
    const at = await world.fileOne(morning, { claimType });
    const evidence = await evidenceOf(world, at, []);
    expect(evidence.map(({ item }) => item)).toEqual([...items, "claims-history"]);
  });

  it("names the other claims of the supply", async () => {
    const { file } = await world.fileOne(morning);
    const other = find(await evidenceOf(world, await world.fileOne(morning), []), "claims-history");
    expect(other).toMatchObject({ status: "present", detail: expect.stringContaining(file.head.code) });
  });

  it("counts the lines of the claimed receipts once the system has them", async () => {
    const at = await world.fileOne(morning, { claimType: "F10" });
    expect(statusOf(await evidenceOf(world, at, []), "concept-support")).toBe("missing");
    const line = {
      order: 1,
      conceptCode: "AGUA",
      label: "Agua potable",
      amount: world.receipt.receipt.totalDue,
    } as const;
    const receiptReader = { ...world.receiptReader, linesOf: async () => [{ ...line, taxed: true }] };
    expect(find(await evidenceOf({ ...world, receiptReader }, at, []), "concept-support")).toMatchObject({
      status: "present",
      detail: "Conceptos de los recibos: Agua potable.",
    });
  });

  it("counts the register for the units of use, as of its day", async () => {
    const at = await world.fileOne(morning, { claimType: "F11" });
    expect(statusOf(await evidenceOf(world, at, []), "units-report")).toBe("missing");
    const { receipt } = world.receipt;
    const registeredOf = async () => ({ ...receipt, useUnits: 2, updatedOn: "2026-10-31" });
    const deps = { ...world, receiptReader: { ...world.receiptReader, registeredOf } };
    expect(find(await evidenceOf(deps, at, []), "units-report")).toMatchObject({
      status: "present",
      detail: "Padrón al 31 de octubre de 2026: unidades de uso, 2; categoría, domestico.",
    });
  });

  it.each([
    ["attended", [{ at: morning, text: "Se destapó una parte." }], "present"],
    ["that nobody attended", [], "missing"],
  ] as const)("of a problem %s", async (_, attentions, status) => {
    const problem = { problemId: "p1", code: "SA-1", attentions };
    const at = await world.fileOne(morning, { claimType: "O-S1", receipts: [], problem });
    const evidence = await evidenceOf(world, at, []);
    expect([statusOf(evidence, "problem-report"), statusOf(evidence, "attention-report")]).toEqual(["present", status]);
  });
});

describe("a visit", () => {
  it.each<[string, readonly VisitOutcome[], string, string]>([
    ["never made weighs against the company once its term is over", [], "missing", "pesa contra ella"],
    ["with nobody there is tried again", ["absent"], "missing", "falta repetir la visita"],
    ["with nobody there twice is the user's", ["absent", "absent"], "present", "atribuible al usuario"],
    ["not let in is the user's", ["opposed"], "present", "atribuible al usuario"],
  ])("%s", async (_, outcomes, status, words) => {
    const days = ["2026-11-26", "2026-11-30"];
    const filed = await world.fileOne(morning);
    const { inspectionId } = filed.filing.details.visit ?? {};
    const visits = outcomes.map((outcome, at) => visited(outcome, days[at] ?? "", inspectionId));
    const { file } = await grown(filed, accepted, ...visits);
    const evidence = await evidenceOf(world, caseNow(file, world.tenant, "2026-12-02T15:00:00.000Z"), []);
    expect(find(evidence, "internal-inspection")).toMatchObject({ status, detail: expect.stringContaining(words) });
    expect(find(evidence, "internal-inspection")?.dueOn).toBeUndefined();
    expect(statusOf(evidence, "external-inspection")).toBe(outcomes.length > 0 ? "present" : "missing");
  });

  it("is not due before its day, nor before its term is over: the day is said", async () => {
    const { file, filing } = await grown(await world.fileOne(morning), accepted);
    const on = calendarDay(filing.details.visit?.on ?? "");
    const term = calendarDay("2026-11-30");
    const dueIn = async (day: CalendarDay) => {
      const evidence = await evidenceOf(world, caseNow(file, world.tenant, limaInstant(day, "10:00")), []);
      const found = (["external-inspection", "internal-inspection"] as const).map((item) => find(evidence, item));
      expect(found.map((one) => one?.status)).toEqual(["missing", "missing"]);
      return found.map((one) => [one?.dueOn, one?.detail]);
    };
    const planned = [on, `La visita es el ${dateOf(on)}.`];
    expect(await dueIn(addDays(on, -1))).toEqual([planned, planned]);
    expect(await dueIn(on)).toEqual([planned, planned]);
    const owed = [term, "La empresa tiene hasta el 30 de noviembre de 2026 para hacer la visita."];
    expect(await dueIn(addDays(on, 1))).toEqual([owed, owed]);
    const lacking = [undefined, "La empresa no hizo la visita: pesa contra ella."];
    expect(await dueIn(addDays(term, 1))).toEqual([lacking, lacking]);
  });

  it.each([
    [{ meterNumber: "FX99999999" }, /: El acta dice medidor FX99999999, y el de sus recibos es \w+\.$/],
    [
      { reading: 1 },
      /^Visita del 26 de noviembre de 2026\. .*: La lectura del acta, 1, es menos que la última facturada, \d+\.$/,
    ],
    [{ reading: 99_999 }, /La lectura del acta, 99999, está muy por encima de la última facturada, \d+\.$/],
  ])("whose meter or reading is not the receipts' is to be cleared up: %o", async (seen, words) => {
    const held = await world.receiptReader.lastMonths("00012345", 24);
    const filed = await world.fileOne(morning);
    const { inspectionId } = filed.filing.details.visit ?? {};
    const visit = visited("whole", "2026-11-26", inspectionId, seen);
    const at = await grown(filed, accepted, visit);
    const view = find(await evidenceOf(world, at, held), "external-inspection");
    expect(view).toMatchObject({ status: "doubtful", detail: expect.stringMatching(words) });
    const [{ explanation } = { explanation: [] }] = await consumptionMonths(world, at, held);
    expect(explanation.join(" ")).not.toContain("la lectura se sostiene");
  });

  it("that says nothing of the meter is there, and its missing signature is to be cleared up", async () => {
    const held = await world.receiptReader.lastMonths("00012345", 24);
    const visit = visited("whole", "2026-11-26");
    const at = await grown(await world.fileOne(morning), accepted, visit);
    expect(statusOf(await evidenceOf(world, at, held), "external-inspection")).toBe("present");
    expect(actaDoubts(visit, held)).toEqual(["Nadie firmó el acta, y no dice por qué."]);
    expect(actaDoubts({ ...visit, details: { ...visit.details, unsigned: "Tiene prisa." } }, held)).toEqual([]);
    expect(actaDoubts({ ...visit, outcome: "absent" }, held)).toEqual([]);
  });

  it("made at last is the inspection", async () => {
    const at = await grown(
      await world.fileOne(morning),
      accepted,
      visited("absent", "2026-11-26"),
      visited("whole", "2026-11-30"),
    );
    expect(find(await evidenceOf(world, at, []), "internal-inspection")).toEqual({
      item: "internal-inspection",
      name: "Inspección interna",
      status: "present",
    });
  });
});

describe("a claim that is to be dismissed", () => {
  const dismissed: CaseFact = {
    type: "dismissal-proposed",
    effectiveAt: morning,
    by: analyst,
    ground: "late",
    details: { reason: "Fuera de plazo." },
  };
  const draft = { decision: "Se decide.", reasons: "Por esto.", months: [], savedAt: morning, by: "resolver-1" };
  const itemsOf = async (at: CaseAt) => (await evidenceOf(world, at, [])).map(({ item }) => item);

  it("owes the bills alone, until a draft decides its matter after all", async () => {
    const at = await grown(await world.fileOne(morning), dismissed);
    const only = ["bills", "claims-history"];
    expect(await itemsOf(at)).toEqual(only);
    const drafted = (outcome: "dismissed" | "rejected") => ({
      ...at,
      file: { ...at.file, draft: { ...draft, outcome } },
    });
    expect(await itemsOf(drafted("dismissed"))).toEqual(only);
    expect(await itemsOf(drafted("rejected"))).toContain("internal-inspection");
  });

  it("about a problem has no bills", async () => {
    const problem = { problemId: "p1", code: "SA-1" };
    const at = await grown(await world.fileOne(morning, { claimType: "O-S1", receipts: [], problem }), dismissed);
    expect(await itemsOf(at)).toEqual(["claims-history"]);
  });
});
