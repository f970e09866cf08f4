import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { ApiHandler } from "../../../../functions/runtime/api.ts";
import { refusalWords } from "../../../../shared/casework/case/law-refusal-words.ts";
import { type Decision, record } from "../../../../shared/casework/case/record.ts";
import { acknowledgeExchange, listNotes, listUnanswered } from "../../../../shared/contract/billing/exchange-routes.ts";
import { recordTribunal } from "../../../../shared/contract/recourse/recourse-routes.ts";
import { cents } from "../../../../shared/domain/receipt/money.ts";
import { receiptKey } from "../../../../shared/domain/receipt/receipt.ts";
import { person } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { call, staff } from "../../api-call.ts";
import { type CaseworkWorld, caseworkWorld, filedAt, steps } from "../../casework/casework-world.ts";
import { captureLog } from "../../log-lines.ts";
import { deskWorld } from "../desk-world.ts";

const certifiedAt = "2027-01-18T15:00:00.000Z";
const date = "2027-01-18";
const number = "S001-00045001";
const figures = { m3: 20, amount: cents(5_808) };

let local: TestTables;
let world: CaseworkWorld;
let handler: ApiHandler;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2027-01-18T16:00:00.000Z") });
  captureLog();
  world = await caseworkWorld(local);
  ({ handler } = deskWorld(world));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const notes = async (on = date) =>
  (await call(handler, listNotes, { claims: staff("billing"), query: { date: on } })).body;
const unanswered = async () => (await call(handler, listUnanswered, { claims: staff("manager") })).body.unanswered;
const answer = (role: "billing" | "manager", ...acknowledgements: readonly object[]) =>
  call(handler, acknowledgeExchange, { claims: staff(role), body: { date, of: "notes", acknowledgements } });
const headOf = async (claimId: string) => (await world.caseFiles.read(claimId))?.head;

/** A claim deemed granted: its receipt is to be left at 20 m³, or September's at 10. */
async function granted(september = false) {
  const [october, before] = await world.receiptReader.lastMonths("00012345", 2);
  const receipt = september ? before : october;
  if (!receipt) throw new Error("not billed");
  const { claimId } = (await world.fileOne(filedAt, { receipts: [receipt] })).file.head;
  const { number: receiptNumber, period } = receiptKey(receipt.receipt);
  const corrected = [{ receiptNumber, period, ...(september ? { m3: 10, amount: cents(2_500) } : figures) }];
  const by = { kind: "system", name: "render-documents" } as const;
  await world.elsewhere(claimId, certifiedAt, [
    { type: "silence-certified", effectiveAt: certifiedAt, by, details: { corrected } },
  ]);
  const code = (await headOf(claimId))?.code ?? "";
  return { claimId, reported: { receiptNumber, code, version: 2, reference: "SIC-9" } };
}

describe("the notes of a day", () => {
  it("are its rows, and its file with a control row", async () => {
    const { reported } = await granted();
    const { fileName, csv, receipts } = await notes();
    expect(fileName).toBe("notas_20270118.csv");
    expect(receipts).toMatchObject([
      {
        receiptNumber: number,
        code: reported.code,
        version: 2,
        notes: [
          { kind: "rebill", before: { m3: 45, amount: "156.61" }, after: { m3: 20, amount: "58.08" } },
          { kind: "credit-note", amount: "98.53" },
          { kind: "payable-from", from: date, amount: "58.08" },
        ],
      },
    ]);
    const rows = csv.split("\r\n");
    expect(rows[1]).toBe(
      `00012345;2026-10;S001;00045001;2;REFACTURAR;TOTAL;45;20;156.61;58.08;;;;;${certifiedAt};${reported.code}`,
    );
    expect(rows.at(-2)).toMatch(/^CONTROL;8;REFACTURAR;1;NOTA_CREDITO;1;DEVOLVER;0;EXIGIBLE_DESDE;1;+$/);
  });

  it("say at filing what of the receipt is due all the same, and report a re-billing once whoever writes after it", async () => {
    const { claimId } = await granted();
    expect((await notes("2026-11-23")).receipts).toMatchObject([
      { version: 1, notes: [{ kind: "payable-from", from: "2026-11-23", amount: "4.84" }] },
    ]);
    const now = "2027-01-18T15:30:00.000Z";
    const by = { kind: "system", name: "sweep" } as const;
    await world.elsewhere(claimId, now, [
      { type: "manager-alerted", effectiveAt: now, by, details: { reason: "Se mira." } },
    ]);
    expect((await notes()).receipts).toHaveLength(1);
  });
});

describe("what is made of each way a claim ends", () => {
  it.each([
    [
      "an upheld decision in figures, once firm",
      "upheld",
      { m3: 20, amount: cents(5_808) },
      ["rebill", "credit-note", "payable-from"],
    ],
    ["a rejected one, once firm: due as billed", "rejected", undefined, ["payable-from"]],
    ["an upheld one that nobody put in figures: by hand", "upheld", undefined, []],
  ] as const)("%s", async (_, outcome, corrected, kinds) => {
    const { claimId } = await steps.heard(world);
    const at = "2026-12-28T15:00:00.000Z";
    await world.sign(claimId, at, outcome, [{ receiptNumber: number, period: "2026-10", outcome, corrected }]);
    const notifiedAt = "2026-12-29T15:00:00.000Z";
    await world.elsewhere(claimId, notifiedAt, [
      {
        type: "resolution-notified",
        effectiveAt: notifiedAt,
        by: person("clerk-1", "clerk"),
        evidence: [],
        details: { noticeId: "n", how: "delivered", photos: [] },
      },
    ]);
    expect((await world.holds.notesOfDay("2026-12-29")).length).toBe(0);
    const firmOn = (await headOf(claimId))?.steps.find(({ state }) => state === "firm")?.from ?? "";
    const now = `${firmOn}T15:00:00.000Z`;
    const by = { kind: "system", name: "sweep" } as const;
    await world.elsewhere(claimId, now, [
      { type: "manager-alerted", effectiveAt: now, by, details: { reason: "Quedó firme." } },
    ]);
    const reported = (await world.holds.notesOfDay(firmOn)).flatMap((receipt) => receipt.notes);
    expect(reported.map(({ kind }) => kind)).toEqual(kinds);
    if (kinds.length > 0) expect(reported.at(-1)).toMatchObject({ kind: "payable-from", from: firmOn });
  });
});

describe("what the tribunal puts in figures", () => {
  const decide = async (months: readonly object[]) => {
    const { claimId, now } = await steps.elevated(world);
    vi.setSystemTime(new Date(now));
    const body = {
      outcome: "decided",
      number: "TRASS-7",
      receivedAt: now,
      summary: "Fundado.",
      months,
      cause: "evidence",
      uploadIds: [],
    };
    return world.as(["clerk-1", "clerk"], recordTribunal, { params: { claimId }, body });
  };

  it("is ordered with the act that records it", async () => {
    const { status } = await decide([{ receiptNumber: number, outcome: "upheld", correctedM3: 20 }]);
    expect(status).toBe(200);
    const [reported] = await world.holds.notesOfDay("2027-01-20");
    expect(reported?.notes[0]).toMatchObject({ kind: "rebill", after: { m3: 20, amount: 5_808 } });
  });

  it("is refused of a receipt that is named twice", async () => {
    const month = { receiptNumber: number, outcome: "upheld", correctedM3: 20 };
    const { status, body } = await decide([month, { ...month, correctedM3: 10 }]);
    expect([status, body.type]).toEqual([400, "urn:caudal:invalid-request"]);
    expect(await world.holds.notesOfDay("2027-01-20")).toEqual([]);
  });

  it.each([
    ["a receipt that is not claimed", { receiptNumber: "S001-00099999", outcome: "upheld" }, "receipt-not-found"],
    ["more than was billed", { receiptNumber: number, outcome: "upheld", correctedM3: 99 }, "cannot-price"],
  ])("is refused of %s", async (_, month, kind) => {
    expect((await decide([month])).body.type).toBe(`urn:caudal:${kind}`);
    expect(await world.holds.notesOfDay("2027-01-20")).toEqual([]);
  });
});

describe("a claim deemed granted", () => {
  it.each<[string, Decision["entries"][number]]>([
    [
      "withdraw it",
      {
        type: "withdrawal-requested",
        effectiveAt: certifiedAt,
        by: { kind: "customer", sub: "maria" },
        of: "claim",
        standing: { as: "holder" },
        details: { reason: "Ya no." },
      },
    ],
    [
      "send a resolution to signature",
      {
        type: "resolution-issued",
        effectiveAt: certifiedAt,
        by: person("resolver-1", "resolver"),
        number: "000009-2027-MOQ",
        outcome: "rejected",
        checklist: "complete",
        details: {
          reasons: "Tarde.",
          decision: "Tarde.",
          months: [],
          evidence: [],
          document: {
            documentId: "d",
            kind: "resolution",
            fileName: "d.pdf",
            sizeBytes: 1,
            sha256: "0".repeat(64),
            verificationCode: "0000-0000-0000-0000",
          },
        },
      },
    ],
    [
      "sign one",
      {
        type: "resolution-signed",
        effectiveAt: certifiedAt,
        by: person("signer-1", "signer"),
        details: {
          number: "000009-2027-MOQ",
          signer: "PERSONA DE PRUEBA",
          authenticatedAt: certifiedAt,
          seal: { signature: "s", keyId: "k", algorithm: "ECDSA_SHA_256", statement: "{}" },
        },
      },
    ],
    [
      "record a delivery",
      {
        type: "resolution-notified",
        effectiveAt: certifiedAt,
        by: person("clerk-1", "clerk"),
        evidence: [],
        details: { noticeId: "n", how: "delivered", photos: [] },
      },
    ],
  ])("lets nobody %s any more, certified or not", async (_, entry) => {
    const { claimId } = await steps.filed(world);
    const attempt = () =>
      record(world, { claimId, now: certifiedAt }, () => ({ ok: true, value: { entries: [entry] } }));
    expect(await attempt()).toMatchObject({ ok: false, error: "not-now", detail: refusalWords["positive-silence"] });
    const by = { kind: "system", name: "render-documents" } as const;
    await world.elsewhere(claimId, certifiedAt, [
      { type: "silence-certified", effectiveAt: certifiedAt, by, details: { corrected: [] } },
    ]);
    expect(await attempt()).toMatchObject({ ok: false, error: "not-now", detail: refusalWords["positive-silence"] });
  });
});

describe("an answer to what was asked for", () => {
  it("of billing is the execution: the claim closes and the receipt is released", async () => {
    const { claimId, reported } = await granted();
    expect((await answer("billing", reported)).body).toEqual({ acknowledged: 1, unknown: [] });
    const events = (await world.caseFiles.read(claimId))?.events ?? [];
    expect(events.slice(-2)).toMatchObject([
      { type: "adjustment-acknowledged", details: { receiptNumber: number, version: 2, reference: "SIC-9" } },
      { type: "executed", details: { reference: "SIC-9" } },
    ]);
    expect((await headOf(claimId))?.steps[0]?.state).toBe("closed");
    expect((await world.holds.ofDay(date)).map(({ action }) => action)).toEqual(["released"]);
  });

  it("of somebody else is noted and executes nothing; sent again it changes nothing", async () => {
    const { claimId, reported } = await granted();
    await answer("manager", reported);
    await answer("manager", { ...reported, reference: "SIC-10" });
    const events = (await world.caseFiles.read(claimId))?.events ?? [];
    expect(events.filter(({ type }) => type === "adjustment-acknowledged")).toHaveLength(1);
    expect(events.some(({ type }) => type === "executed")).toBe(false);
    expect((await notes()).receipts[0].acknowledged.reference).toBe("SIC-9");
  });

  it("is noted in every case, though one cannot be written in", async () => {
    const { claimId: broken, reported: first } = await granted();
    const { claimId, reported: second } = await granted(true);
    const caseFiles = {
      ...world.caseFiles,
      read: async (id: string) => (id === broken ? undefined : world.caseFiles.read(id)),
    };
    let read = 0;
    const holds = {
      ...world.holds,
      notesOfDay: (day: string) => {
        read += 1;
        return world.holds.notesOfDay(day);
      },
    };
    const { status } = await call(deskWorld({ ...world, caseFiles, holds }).handler, acknowledgeExchange, {
      claims: staff("billing"),
      body: { date, of: "notes", acknowledgements: [first, second] },
    });
    expect([status, read]).toEqual([500, 1]);
    const typesOf = async (id: string) => (await world.caseFiles.read(id))?.events.map(({ type }) => type);
    expect(await typesOf(claimId)).toContain("executed");
    expect(await typesOf(broken)).not.toContain("adjustment-acknowledged");
  });

  it("of a hold's version is unknown among the notes", async () => {
    const { reported } = await granted();
    expect((await answer("billing", { ...reported, version: 3 })).body.unknown).toHaveLength(1);
  });
});

describe("what stays unanswered", () => {
  it("is listed however long ago it was asked for, the oldest first", async () => {
    await granted();
    vi.setSystemTime(new Date("2027-06-18T15:00:00.000Z"));
    expect((await unanswered()).map(({ day, what }: { day: string; what: string }) => [day, what])).toEqual([
      ["2026-11-23", "hold"],
      ["2026-11-23", "note"],
      [date, "note"],
    ]);
  });

  it("is the manager's once four working hours are over", async () => {
    const { reported } = await granted();
    // 10:00 in Lima: by 13:59 three whole hours.
    vi.setSystemTime(new Date("2027-01-18T18:59:00.000Z"));
    expect((await unanswered()).filter(({ day }: { day: string }) => day === date)).toEqual([]);
    vi.setSystemTime(new Date("2027-01-18T19:00:00.000Z"));
    expect((await unanswered()).filter(({ day }: { day: string }) => day === date)).toMatchObject([
      { what: "note", receiptNumber: number, version: 2, workingHours: 4 },
    ]);
    await answer("manager", reported);
    expect((await unanswered()).filter(({ day }: { day: string }) => day === date)).toEqual([]);
  });
});
