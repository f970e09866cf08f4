import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { receiptRow } from "../../../../local/seed/receipt-row.ts";
import type { CaseAt } from "../../../../shared/casework/case/case-at.ts";
import { type Decision, record } from "../../../../shared/casework/case/record.ts";
import { controlledMonths } from "../../../../shared/casework/reading/controlled-months.ts";
import { consumptionMonths } from "../../../../shared/casework/receipt/consumption-months.ts";
import { consumptionView } from "../../../../shared/casework/receipt/consumption-view.ts";
import { evidenceOf } from "../../../../shared/casework/resolution/evidence-checklist.ts";
import type { MonthDecision } from "../../../../shared/domain/case/fact-details.ts";
import { cents } from "../../../../shared/domain/receipt/money.ts";
import { receiptKey } from "../../../../shared/domain/receipt/receipt.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { openReceiptLedger } from "../../../../shared/storage/billing/receipt-ledger.ts";
import { billedMonth, ledgerRow, paymentCells } from "../../storage/billing/billed-rows.ts";
import { type TestTables, testTables } from "../../storage/test-tables.ts";
import { type CaseWorld, caseWorld, form, person } from "../case-world.ts";

let local: TestTables;
let world: CaseWorld;
beforeAll(async () => {
  local = await testTables();
  world = await caseWorld(local);
}, 60_000);
afterAll(() => local.stop());

const filedAt = "2026-11-23T15:00:00.000Z";
const later = "2026-12-14T15:00:00.000Z";
let supplies = 70_000;

/** A supply with the six valid months of example 3 and an October of 62 m³, claimed; `control` is a row of file E. */
async function claimed({
  control,
  paid,
  october = 62,
  volumes = [14, 15, 13, 17, 16, 14],
  average,
}: {
  control?: string;
  paid?: string;
  october?: number;
  volumes?: readonly number[];
  /** What the receipt prints. */
  average?: number;
} = {}) {
  supplies += 1;
  const supplyCode = String(supplies).padStart(8, "0");
  const ledger = openReceiptLedger(world.billing);
  const months = [
    billedMonth({ supplyCode, m3: october, number: supplies, ...(average !== undefined && { average }) }),
    ...volumes.map((m3, at) =>
      billedMonth({ supplyCode, period: `2026-0${9 - at}`, number: supplies - 1000 * (at + 1), m3 }),
    ),
  ];
  for (const month of months) await ledger.store(ledgerRow("receipts", receiptRow(month)), "i1", undefined);
  if (paid)
    await ledger.store(
      ledgerRow("payments", paymentCells({ supplyCode, number: supplies, amount: paid })),
      "i1",
      undefined,
    );
  if (control) await ledger.store(ledgerRow("controls", `01;${supplyCode};2026-10;${control}`), "i1", undefined);
  const [receipt] = await world.receiptReader.lastMonths(supplyCode, 1);
  if (!receipt) throw new Error("no receipt");
  return world.fileOne(filedAt, { receipts: [receipt], form: { ...form, supplyCode } });
}

const rulesOf = async (at: CaseAt) =>
  consumptionMonths(world, at, await world.receiptReader.lastMonths(at.file.head.supplyCode, 24));

const notice = "2026-10-21;09:00;PERSONAL;CLIENTE DE PRUEBA UNO";
const seen = (outcome: string, leak: string) => `${notice};2026-10-23;09:00-11:00;${outcome};${leak};470;L`;

async function wrote(at: CaseAt, now: string, ...entries: Decision["entries"]): Promise<CaseAt> {
  const recorded = await record(world, { claimId: at.file.head.claimId, now }, () => ({
    ok: true,
    value: { entries },
  }));
  if (!recorded.ok) throw new Error(`not recorded: ${recorded.error} ${recorded.detail ?? ""}`);
  return recorded.value;
}

const required = (effectiveAt: string): Decision["entries"][number] => ({
  type: "leak-repair-required",
  effectiveAt,
  by: person("analyst-1", "analyst"),
  details: { text: "Fuga bajo el piso del baño." },
});
const verified = (effectiveAt: string, repaired: boolean): Decision["entries"][number] => ({
  type: "leak-verified",
  effectiveAt,
  by: person("inspector-1", "inspector"),
  repaired,
  details: { observations: "Con los puntos cerrados.", photos: [] },
});

const accepted = (effectiveAt: string): Decision["entries"][number] => ({
  type: "claim-accepted",
  effectiveAt,
  by: person("clerk-1", "clerk"),
  details: {},
});
const heard = (effectiveAt: string): Decision["entries"][number] => ({
  type: "conciliation-held",
  effectiveAt,
  by: person("conciliator-1", "conciliator"),
  agreement: "none",
  details: {
    startedAt: effectiveAt,
    companyProposal: "",
    claimantProposal: "",
    agreed: "",
    disagreed: "",
    observations: "",
    missing: [],
  },
});
/** A resolution sent to signature, and its signature. */
const resolution = (
  months: readonly MonthDecision[],
): readonly [Decision["entries"][number], Decision["entries"][number]] => {
  const effectiveAt = "2026-12-23T18:00:00.000Z";
  const number = "000077-2026-MOQ";
  const document = {
    documentId: "d",
    kind: "resolution",
    fileName: "d.pdf",
    sizeBytes: 1,
    sha256: "0".repeat(64),
    verificationCode: "0000-0000-0000-0000",
  } as const;
  const seal = { signature: "s", keyId: "k", algorithm: "ECDSA_SHA_256", statement: "{}" } as const;
  return [
    {
      type: "resolution-issued",
      effectiveAt,
      by: person("resolver-1", "resolver"),
      number,
      outcome: "upheld",
      checklist: "complete",
      details: { reasons: "", decision: "", months, evidence: [], document },
    },
    {
      type: "resolution-signed",
      effectiveAt,
      by: person("signer-1", "signer"),
      details: { number, signer: "PERSONA DE PRUEBA", authenticatedAt: effectiveAt, seal },
    },
  ];
};

it("takes the office's own control of an atypical reading, unless file E has an inspection", async () => {
  const visit = { on: "2026-10-23", hours: "09:00-11:00" };
  const controlled = async (control: string) => {
    const at = await claimed({ control });
    const { supplyCode } = at.file.head;
    const by = { kind: "system", name: "test" } as const;
    await world.atypicalReadings.open({
      ...{ readingId: `${supplyCode}-2026-10`, office: "MOQ", supplyCode, period: "2026-10", readOn: "2026-10-20" },
      ...{ reading: 470, m3: 62, averageM3: 15, assignmentM3: 20, issueOn: "2026-10-31" },
      entries: [
        { at: filedAt, by, type: "notified", notice: { on: "2026-10-20", at: "09:00", means: "PERSONAL" }, visit },
        { at: filedAt, by, type: "visited", inspection: { ...visit, outcome: "REALIZADA", leak: "VISIBLE" } },
      ],
    });
    return (await rulesOf(at))[0]?.control;
  };
  expect(await controlled(";;;;;;;;;L")).toMatchObject({ done: true, inspection: { leak: "visible" } });
  expect(await controlled(seen("REALIZADA", "NINGUNA"))).toMatchObject({ inspection: { leak: "none" } });
});

it("takes the control in the case where file E asks for it and where nobody visited the atypical reading", async () => {
  const at = await claimed({ control: `${notice};;;;;;L` });
  const { supplyCode } = at.file.head;
  const by = { kind: "system", name: "test" } as const;
  const visit = { on: "2026-10-23", hours: "09:00-11:00" };
  const given = { on: "2026-10-20", at: "09:00", means: "PERSONAL" } as const;
  await world.atypicalReadings.open({
    ...{ readingId: `${supplyCode}-2026-10`, office: "MOQ", supplyCode, period: "2026-10", readOn: "2026-10-20" },
    ...{ reading: 470, m3: 62, averageM3: 15, assignmentM3: 20, issueOn: "2026-10-31" },
    entries: [{ at: filedAt, by, type: "notified", notice: given, visit }],
  });
  const details = {
    ...({ period: "2026-10", notice: given, billedBy: "L" } as const),
    inspection: { ...visit, outcome: "REALIZADA", leak: "VISIBLE" },
  } as const;
  expect((await rulesOf(at))[0]?.control.flaws).toEqual(["no-inspection"]);
  const effectiveAt = filedAt;
  const recorded = await wrote(at, filedAt, {
    type: "control-recorded",
    effectiveAt,
    by: person("a1", "analyst"),
    details,
  });
  expect((await rulesOf(recorded))[0]?.control).toMatchObject({ done: true, inspection: { leak: "visible" } });
});

describe("October of 62 m³ against example 3's average of 15 and an assignment of 20", () => {
  it.each([
    ["no control on record", undefined, "control-skipped", 15, "39.85"],
    ["no leak", seen("REALIZADA", "NINGUNA"), "no-leak", 15, "39.85"],
    ["a visible leak", seen("REALIZADA", "VISIBLE"), "visible-leak", 62, "223.61"],
    ["a leak whose repair nobody required", seen("REALIZADA", "NO_VISIBLE"), "repair-not-required", 15, "39.85"],
    ["nobody there", seen("AUSENTE", ""), "absent", 62, "223.61"],
    ["a notice and no visit", `${notice};;;;;;L`, "control-skipped", 15, "39.85"],
  ])("%s", async (_, control, reason, m3, after) => {
    const at = await claimed(control === undefined ? {} : { control });
    const [month] = consumptionView(at, await rulesOf(at))?.months ?? [];
    expect(month).toMatchObject({ averageM3: 15, assignmentM3: 20, atypical: true, reason, m3, after });
    expect(month?.averageMonths).toHaveLength(6);
  });

  it("leaves a leak that was repaired and verified in time at the average, and says so from the first figure to the last", async () => {
    const at = await claimed({ control: seen("REALIZADA", "NO_VISIBLE"), paid: "223.61" });
    const asked = await wrote(at, "2026-11-24T15:00:00.000Z", required("2026-11-24T15:00:00.000Z"));
    const waiting = consumptionView(asked, await rulesOf(asked));
    // 24 November and fifteen calendar days: the 9th of December is a holiday.
    expect(waiting?.repair).toMatchObject({ status: "awaiting-repair", due: "2026-12-10", verifyBy: "2026-12-11" });
    expect(waiting?.months[0]).toMatchObject({ reason: "leak-open", verdict: "rejected" });
    const done = await wrote(asked, later, verified("2026-12-10T15:00:00.000Z", true));
    const [month] = consumptionView(done, await rulesOf(done))?.months ?? [];
    expect(month).toMatchObject({
      reason: "leak-repaired",
      verdict: "upheld",
      m3: 15,
      credit: "183.76",
      overpaid: "183.76",
    });
    expect(month?.concepts).toContainEqual({ concept: "AGUA", before: "144.32", after: "23.09" });
    expect(month?.explanation[0]).toContain("suman 89 m³, y 89 entre 6 es 15 m³ redondeado");
    expect(month?.explanation.at(-1)).toContain("se devuelven o se abonan en los próximos recibos S/ 183.76");
  });

  it("does not hold against the user a repair the company never verified, and names the visit it owes", async () => {
    const at = await claimed({ control: seen("REALIZADA", "NO_VISIBLE") });
    const asked = await wrote(at, "2026-11-24T15:00:00.000Z", required("2026-11-24T15:00:00.000Z"));
    const visitOf = async (of: CaseAt) =>
      (await evidenceOf(world, of, [], controlledMonths(await rulesOf(of)))).find(
        ({ item }) => item === "repair-verification",
      );
    const over = { ...asked, now: "2026-12-11T15:00:00.000Z" };
    const [month] = await rulesOf(over);
    expect(month?.outcome).toMatchObject({ reason: "repair-not-verified", m3: 15, verdict: "upheld" });
    expect(await visitOf(over)).toMatchObject({
      name: "Verificación de la reparación",
      status: "missing",
      detail: expect.stringContaining("debe verificar la reparación"),
    });
    const done = await wrote(asked, later, verified(later, false));
    expect((await visitOf(done))?.status).toBe("present");
    expect(await visitOf(await claimed({ control: seen("REALIZADA", "NINGUNA") }))).toBeUndefined();
  });

  it("takes the repair that was required and verified before the month was billed", async () => {
    const at = await claimed({ control: seen("REALIZADA", "NO_VISIBLE") });
    const { supplyCode } = at.file.head;
    const by = { kind: "system", name: "test" } as const;
    const inspection = { on: "2026-10-23", hours: "09:00-11:00", outcome: "REALIZADA", leak: "NO_VISIBLE" } as const;
    const handed = { on: "2026-10-24", at: "09:00", means: "PERSONAL" } as const;
    const verification = {
      ...{ on: calendarDay("2026-11-05"), hours: "09:00-09:30", repaired: true },
      ...{ before: 470, after: 470, minutes: 20 },
    };
    await world.atypicalReadings.open({
      ...{ readingId: `${supplyCode}-2026-10`, office: "MOQ", supplyCode, period: "2026-10", readOn: "2026-10-20" },
      ...{ reading: 470, m3: 62, averageM3: 15, assignmentM3: 20, issueOn: "2026-10-31" },
      entries: [
        { at: filedAt, by, type: "visited", inspection },
        { at: filedAt, by, type: "repair-required", notice: handed },
        { at: filedAt, by, type: "repair-verified", verification, status: "repaired-in-time", remark: "Se cambió." },
      ],
    });
    const rulings = await rulesOf(at);
    expect(consumptionView(at, rulings)).toMatchObject({
      months: [{ reason: "leak-repaired", m3: 15, verdict: "upheld" }],
      repair: { status: "repaired-in-time", due: "2026-11-09" },
    });
    const items = await evidenceOf(world, at, [], controlledMonths(rulings));
    expect(items.find(({ item }) => item === "repair-verification")).toMatchObject({
      status: "present",
      detail: expect.stringContaining("24 de octubre de 2026"),
    });
    const asked = await wrote(at, "2026-11-24T15:00:00.000Z", required("2026-11-24T15:00:00.000Z"));
    expect((await rulesOf(asked))[0]?.repair.status).toBe("awaiting-repair");
  });

  it("bills as read a leak found open after the term", async () => {
    const at = await claimed({ control: seen("REALIZADA", "NO_VISIBLE") });
    const asked = await wrote(at, "2026-11-24T15:00:00.000Z", required("2026-11-24T15:00:00.000Z"));
    const [month] = await rulesOf(await wrote(asked, later, verified(later, false)));
    expect(month?.outcome).toMatchObject({ reason: "leak-open", verdict: "rejected" });
  });

  it("bills by average, and replaces, a meter that over-registers", async () => {
    const at = await claimed({ control: seen("REALIZADA", "VISIBLE") });
    const by = person("analyst-1", "analyst");
    const ordered = await wrote(at, filedAt, {
      type: "meter-test-ordered",
      effectiveAt: filedAt,
      by,
      testOn: calendarDay("2026-12-01"),
      details: { tester: "LABORATORIO DE PRUEBA", at: "09:00", place: "En el predio." },
    });
    const tested = await wrote(ordered, later, {
      type: "meter-test-reported",
      effectiveAt: later,
      by,
      result: "over-registers",
      details: { certificate: "C-1", payer: "company", attachments: [] },
    });
    const [month] = await rulesOf(tested);
    expect(month?.outcome).toMatchObject({ reason: "meter-over-registers", m3: 15, replaceMeter: true });
    const testIn = async (of: CaseAt) =>
      (await evidenceOf(world, of, [])).find(({ item }) => item === "meter-test")?.status;
    expect([await testIn(at), await testIn(ordered), await testIn(tested)]).toEqual([
      "not-asked",
      "missing",
      "present",
    ]);
  });
});

describe("the months that are judged", () => {
  it("are controlled where they are atypical, or a control is on record", async () => {
    const skipped = controlledMonths(await rulesOf(await claimed()));
    expect(skipped).toMatchObject([{ period: "2026-10", check: { done: false, flaws: ["no-record"] } }]);
    expect(controlledMonths(await rulesOf(await claimed({ october: 18 })))).toEqual([]);
    const kept = await claimed({ october: 18, control: seen("REALIZADA", "NINGUNA") });
    expect(controlledMonths(await rulesOf(kept))).toMatchObject([{ check: { done: true } }]);
  });

  it("are assigned where there are fewer than two valid months: the printed average only says that they are atypical", async () => {
    const at = await claimed({ volumes: [14], average: 15 });
    const [month] = consumptionView(at, await rulesOf(at))?.months ?? [];
    expect(month).toMatchObject({ atypical: true, averageM3: undefined, regime: "ASSIGNMENT", m3: 20 });
    expect(month?.explanation.join(" ")).toContain(
      "el promedio que figura en el recibo, 15 m³; para facturar no se usa",
    );
  });

  it("count as averaged once a resolution of this office left one so, and not before it is signed", async () => {
    const first = await claimed({
      control: seen("REALIZADA", "NINGUNA"),
      october: 70,
      volumes: [62, 15, 13, 17, 16, 14],
    });
    const { supplyCode } = first.file.head;
    const receipts = await world.receiptReader.lastMonths(supplyCode, 24);
    const [october, september] = receipts;
    if (!october || !september) throw new Error("not billed");
    // August is no month of the event: it was not atypical.
    const ruledAs = async () => {
      const at = await world.fileOne(filedAt, { receipts: [october], form: { ...form, supplyCode } });
      const [month] = await rulesOf(at);
      return month?.explanation.find((line) => line.includes("ya se facturaron por promedio"));
    };
    expect(await ruledAs()).toContain("0 meses");
    const other = await world.fileOne(filedAt, { receipts: [september], form: { ...form, supplyCode } });
    const { claimId } = other.file.head;
    const { number: receiptNumber, period } = receiptKey(september.receipt);
    const months: readonly MonthDecision[] = [
      { receiptNumber, period, outcome: "upheld", corrected: { m3: 15, amount: cents(3_985) }, byLeakRule: true },
    ];
    const [issued, signed] = resolution(months);
    const heldAt = "2026-12-23T18:00:00.000Z";
    await wrote(other, heldAt, accepted(heldAt), heard(heldAt), issued);
    expect(await ruledAs()).toContain("0 meses");
    const at = await world.caseFiles.read(claimId);
    if (!at) throw new Error("no case");
    await wrote({ ...other, file: at }, heldAt, signed);
    expect(await ruledAs()).toContain("1 meses");
  });

  it("are none of a claim of another type", async () => {
    const at = await world.fileOne(filedAt, { claimType: "F10" });
    expect(consumptionView(at, await rulesOf(at))).toBeUndefined();
  });

  it("say by when a meter test that was asked for fits: before day 30, with two days of notice", async () => {
    const at = await claimed();
    const asking = {
      ...at,
      filing: { ...at.filing, details: { ...at.filing.details, form: { ...at.filing.details.form, meterTest: true } } },
    };
    expect(consumptionView(asking, await rulesOf(at))?.meterTest).toEqual([
      // Filed on Monday 23 November: day 30 is Friday 8 January, less Christmas, New Year and two of December.
      "El reclamo se decide a más tardar el 8 de enero de 2027: la contrastación debe hacerse a más tardar el 7 de enero de 2027 y avisarse a más tardar el 5 de enero de 2027.",
    ]);
    expect(consumptionView(at, await rulesOf(at))?.meterTest).toBeUndefined();
  });

  it("leave a month that another open claim is about out of the average", async () => {
    const at = await claimed();
    const { supplyCode } = at.file.head;
    const september = (await world.receiptReader.lastMonths(supplyCode, 24)).filter(
      ({ receipt }) => receipt.period === "2026-09",
    );
    await world.fileOne(filedAt, { receipts: september, form: { ...form, supplyCode } });
    const [month] = await rulesOf(at);
    expect(month?.average.months.find(({ period }) => period === "2026-09")?.leftOut).toBe("claim-pending");
    // 15 + 13 + 17 + 16 + 14 = 75, over five.
    expect(month?.average.m3).toBe(15);
  });
});
