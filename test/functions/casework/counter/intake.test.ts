import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { receiptRow } from "../../../../local/seed/receipt-row.ts";
import { registerRow } from "../../../../local/seed/supply-register-row.ts";
import { visitCapacity } from "../../../../shared/casework/visit/free-slots.ts";
import { showCase } from "../../../../shared/contract/case/case-routes.ts";
import { checkCalledClaim, searchSupplies, takeClaim } from "../../../../shared/contract/counter/intake-routes.ts";
import { listSearches } from "../../../../shared/contract/work/work-list-routes.ts";
import { entriesOf } from "../../../../shared/domain/case/case-events.ts";
import { openReceiptLedger } from "../../../../shared/storage/billing/receipt-ledger.ts";
import { form } from "../../../shared/casework/case-world.ts";
import { billedMonth, ledgerRow, registeredSupply } from "../../../shared/storage/billing/billed-rows.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { captureLog } from "../../log-lines.ts";
import { type CaseworkWorld, caseworkWorld, filedAt, type Worker } from "../casework-world.ts";

let local: TestTables;
let world: CaseworkWorld;
beforeAll(async () => {
  local = await testTables();
  world = await newWorld();
}, 60_000);
beforeEach(() => {
  captureLog();
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(filedAt) });
});
afterAll(async () => {
  vi.useRealTimers();
  await local.stop();
});

async function newWorld(): Promise<CaseworkWorld> {
  const made = await caseworkWorld(local);
  const unnamed = billedMonth({ supplyCode: "00099999", number: 46_001, document: { type: "", number: "" } });
  await openReceiptLedger(made.billing).store(ledgerRow("receipts", receiptRow(unnamed)), "i1", undefined);
  return made;
}

const operator: Worker = ["operator-1", "operator"];
const search = (body: object) => world.as(operator, searchSupplies, { body });

describe("searching a supply", () => {
  it("shows its receipts with the last day to claim them, its claims, and never whose it is", async () => {
    const { file } = await world.fileOne(filedAt);
    const { status, body, text } = await search({ supplyCode: "12345", documentNumber: "0000 0001" });
    expect(status).toBe(200);
    expect(body).toMatchObject({ supplyCode: "00012345", holder: "matches" });
    expect(body.receipts).toMatchObject([
      { number: "S001-00045001", period: "2026-10", m3: 45, amount: "156.61", status: "IN_CLAIM" },
      { number: "S001-00044001", period: "2026-09", m3: 15 },
    ]);
    expect(body.receipts[0].claimUntil > body.receipts[0].dueDate).toBe(true);
    expect(body.claims).toMatchObject([{ code: file.head.code, state: "filed" }]);
    expect(text).not.toMatch(/CLIENTE DE PRUEBA|00000001|CALLE/);
  });

  it.each([
    ["another's document", "12345", "00000002", "does-not-match"],
    ["a supply whose holder has no document", "99999", "00000001", "not-on-record"],
  ])("of %s says so and nothing more", async (_, supplyCode, documentNumber, holder) => {
    expect(await search({ supplyCode, documentNumber })).toMatchObject({
      status: 200,
      body: { holder, shown: "masked" },
    });
  });

  it.each([
    ["nothing was given", {}],
    ["the total is another", { receiptNumber: "S001-00045001", total: "156.60" }],
    ["the receipt is another's", { receiptNumber: "S001-00046001", total: "156.61" }],
    ["the claim named is none", { claimId: "nobodys" }],
  ])("shows no figure and no claim while %s, only what can be claimed and how much is open", async (_, given) => {
    const { body, text } = await search({ supplyCode: "12345", ...given });
    expect(body).toMatchObject({ shown: "masked", claims: [], problems: [] });
    expect(body.open).toBeGreaterThan(0);
    expect(Object.keys(body.receipts[0]).toSorted()).toEqual(["claimUntil", "dueDate", "number", "period"]);
    expect(body.explained).toBeUndefined();
    expect(text).not.toMatch(/156\.61|RE-2026|ACTIVO/);
  });

  it("is whole for a receipt and its total as they are read aloud, with the explanation its customer sees", async () => {
    const { body } = await search({ supplyCode: "12345", receiptNumber: "s001 45001", total: "S/ 156,60" });
    expect(body.shown).toBe("masked");
    const right = await search({ supplyCode: "12345", receiptNumber: "S001-00045001", total: "S/ 156,61" });
    expect(right.body).toMatchObject({
      shown: "full",
      explained: { receipt: { period: "2026-10", totalDue: "156.61" }, explanation: { m3: 45, previousM3: 15 } },
    });
    expect(right.text).not.toMatch(/CLIENTE DE PRUEBA|CALLE/);
  });

  it("is masked for the receipt of a former holder", async () => {
    const fresh = await newWorld();
    const other = { holder: "OTRA PERSONA INVENTADA", document: { type: "1", number: "40000002" } };
    const november = billedMonth({ ...other, period: "2026-11", number: 47_001, m3: 20 });
    await openReceiptLedger(fresh.billing).store(ledgerRow("receipts", receiptRow(november)), "i2", undefined);
    const body = { supplyCode: "12345", receiptNumber: "S001-00045001", total: "156.61" };
    expect((await fresh.as(operator, searchSupplies, { body })).body.shown).toBe("masked");
  });

  it("explains another month if asked, and a month without a receipt not at all", async () => {
    const of = (period: string) => search({ supplyCode: "12345", documentNumber: "00000001", period });
    expect((await of("2026-09")).body.explained.receipt.period).toBe("2026-09");
    expect((await of("2020-01")).body.explained).toBeUndefined();
  });

  it("is whole from a claim of that supply, and masked from one of another", async () => {
    const { file } = await world.fileOne(filedAt);
    const { claimId } = file.head;
    expect((await search({ supplyCode: "12345", claimId })).body.shown).toBe("full");
    expect((await search({ supplyCode: "99999", claimId })).body.shown).toBe("masked");
  });

  it("shows the requests of the supply, the last first, with their state", async () => {
    const problem = await world.fileProblem(filedAt);
    const { body } = await search({ supplyCode: problem.supplyCode, documentNumber: "00000001" });
    expect(body.problems[0]).toMatchObject({ code: problem.code, state: "received" });
  });

  it("is logged: who looked at which supply, and whether they were shown figures", async () => {
    const fresh = await newWorld();
    const look = (body: object) => {
      vi.advanceTimersByTime(1000);
      return fresh.as(operator, searchSupplies, { body: { supplyCode: "12345", ...body } });
    };
    await look({});
    await look({ documentNumber: "00000001" });
    await look({ documentNumber: "00000002" });
    const { body } = await fresh.as(["m", "manager"], listSearches, { query: { month: "2026-11" } });
    expect(body.searches.map(({ how, shown }: { how: string; shown: string[] }) => [how, ...shown])).toEqual(
      expect.arrayContaining([
        ["masked", "supply 00012345"],
        ["full", "supply 00012345"],
      ]),
    );
    expect(body.searches).toHaveLength(3);
  });

  it.each([
    [{ receiptNumber: "S001-00045001" }, "Pídale también el total a pagar de ese recibo."],
    [{ receiptNumber: "S001-00045001", total: "mucho" }, "Escriba el total en soles, por ejemplo 58.90."],
  ])("refuses %j with a sentence for staff", async (given, message) => {
    const { status, body } = await search({ supplyCode: "12345", ...given });
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ message }]);
  });

  it("says nothing of the holder when no document was given", async () => {
    expect((await search({ supplyCode: "12345" })).body.holder).toBeUndefined();
  });

  it("answers an empty page of a supply that is not on record, and logs the look", async () => {
    const fresh = await newWorld();
    const { status, body } = await fresh.as(operator, searchSupplies, {
      body: { supplyCode: "777", documentNumber: "00000001" },
    });
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        ...{ supplyCode: "00000777", shown: "masked", holder: "not-on-record", open: 0 },
        ...{ receipts: [], claims: [], problems: [], contacts: [] },
      },
    });
    const { body: log } = await fresh.as(["m", "manager"], listSearches, { query: { month: "2026-11" } });
    expect(log.searches).toMatchObject([{ how: "masked", shown: ["supply 00000777"] }]);
  });

  it("answers a masked page of a supply that only the register has, whatever is given", async () => {
    const fresh = await newWorld();
    const stored = ledgerRow("register", registerRow({ ...registeredSupply, supplyCode: "00000888" }));
    await openReceiptLedger(fresh.billing).store(stored, "i1", undefined);
    const { status, body } = await fresh.as(operator, searchSupplies, {
      body: { supplyCode: "888", documentNumber: "00000077" },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ shown: "masked", holder: "matches", receipts: [], today: { category: "COMERCIAL" } });
    expect(body.today.water).toBeUndefined();
  });

  it.each(["-", "?", "ñ"])("asks again for a code without letters or digits: %s", async (supplyCode) => {
    const { status, body } = await search({ supplyCode });
    expect([status, body.errors?.[0]?.message]).toEqual([400, expect.stringContaining("con sus números")]);
  });

  it("asks for the code in Spanish, and is not for a conciliator", async () => {
    expect(await search({})).toMatchObject({
      status: 400,
      body: { errors: [{ message: "Escriba el código de suministro." }] },
    });
    const other = await world.as(["c", "conciliator"], searchSupplies, { body: { supplyCode: "12345" } });
    expect(other.status).toBe(403);
  });
});

describe("taking a claim", () => {
  // Of a supply without other claims: a claim that repeats one waits for its appointments.
  beforeEach(async () => {
    world = await newWorld();
  });
  const { claimant, grounds, request, meterTest } = form;
  const spoken = {
    claimant,
    grounds,
    request,
    meterTest,
    supplyCode: "12345",
    receipts: [{ number: "s001 45001", period: "2026-10" }],
    channel: "telephone",
  };
  const take = (body: object, key?: string) => world.as(operator, takeClaim, { body, ...(key && { key }) });

  it("answers the cargo to read aloud, without the key of the claim, and says who typed it", async () => {
    const { status, body, text } = await take(spoken);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      supplyCode: "00012345",
      receipts: [{ number: "S001-00045001", period: "2026-10", late: false }],
      notifyBy: "2027-01-15",
      visit: { on: expect.any(String) },
      hearing: { mode: "telephone" },
      owner: { name: expect.stringContaining("ANALYST") },
    });
    const file = await world.caseFiles.read(body.claimId);
    const [filing] = file?.events ?? [];
    expect(filing).toMatchObject({ type: "claim-filed", channel: "telephone", by: { sub: "operator-1" } });
    const { claimKey, holdKey } = filing?.type === "claim-filed" ? filing.details : { claimKey: "", holdKey: "" };
    expect(claimKey).not.toBe("");
    expect(text).not.toContain(claimKey);
    expect(text).not.toContain(holdKey);
    const shown = await world.as(operator, showCase, { params: { claimId: body.claimId } });
    expect(shown.text).not.toContain(claimKey);
    expect(shown.text).not.toContain(holdKey);
  });

  it("files once by its key, its files with it", async () => {
    await world.upload("operator-1", "photo-of-meter");
    const body = { ...spoken, channel: "counter", uploadIds: ["photo-of-meter"] };
    const first = await take(body, "one-key-of-its-own");
    const second = await take(body, "one-key-of-its-own");
    expect(first.status).toBe(201);
    expect(second.body.code).toBe(first.body.code);
    expect(await world.uploads.find("photo-of-meter")).toMatchObject({ claimId: first.body.claimId });
    const other = await take({ ...body, grounds: "Otra cosa." }, "one-key-of-its-own");
    expect(other).toMatchObject({ status: 409, body: { type: "urn:caudal:write-key-used" } });
    expect(await take(body)).toMatchObject({ status: 404, body: { type: "urn:caudal:upload-not-found" } });
  });

  it("shares no visit and no limit of the day under a code that nobody has", async () => {
    const said = { ...spoken, supplyCode: "00000000", receipts: [] };
    const taken = [await take(said), await take(said), await take(said), await take(said)];
    const files = await Promise.all(taken.map(({ body }) => world.caseFiles.read(body.claimId)));
    expect(files.map((file) => file?.visits.map(({ shares }) => shares))).toEqual(files.map(() => [undefined]));
  });

  const tenantOf = { ...claimant, standing: { as: "effective-user" } };
  const stranger = { ...claimant, document: { kind: "DNI", number: "00000002" } };
  it.each([
    ["a supply that is not on record", { supplyCode: "777" }],
    ["a receipt that is not on record", { receipts: [{ number: "S001-00099999", period: "2026-10" }] }],
    ["another month than the receipt's own", { receipts: [{ number: "S001-00045001", period: "2026-09" }] }],
  ])("takes %s as it is read aloud, with its visit and hearing, and holds nothing", async (_, part) => {
    const said = { ...spoken, ...part };
    const { status, body, text } = await take(said);
    expect(status, text).toBe(201);
    expect(body).toMatchObject({ receipts: said.receipts, visit: { on: expect.any(String) }, duplicates: [] });
    expect(body.receipts[0].late).toBeUndefined();
    expect(body.observed).toBeUndefined();
    const { head, events } = (await world.caseFiles.read(body.claimId)) ?? {};
    expect(events?.[0]?.details).toMatchObject({
      guest: { receipts: said.receipts, knowsSupply: true, knowsHolder: true },
      form: { receipts: [] },
    });
    expect(head?.hold.held).toBe(false);
    const shown = await world.as(operator, showCase, { params: { claimId: body.claimId } });
    expect(shown.body).toMatchObject({ unknownReceipts: said.receipts, receipts: [] });
    expect(shown.body.contactWaits).toBeUndefined();
  });

  it("takes a receipt on record beside one that is not, and names the claims about the one", async () => {
    await world.fileOne(filedAt);
    vi.advanceTimersByTime(60_000);
    const receipts = [{ number: "S001-00099999", period: "2026-08" }, ...spoken.receipts];
    const { body } = await take({ ...spoken, receipts });
    expect(body.receipts).toEqual([receipts[0], { ...receipts[1], late: false }]);
    expect(body.duplicates).toHaveLength(1);
    const { events } = (await world.caseFiles.read(body.claimId)) ?? {};
    expect(events?.[0]?.details).toMatchObject({ form: { receipts: [{ number: "S001-00045001" }] } });
  });

  it("takes a claim about no receipt, as the web does, and keeps nothing as written where all is on record", async () => {
    const bare = await take({ ...spoken, receipts: [] });
    expect(bare).toMatchObject({ status: 201, body: { receipts: [] } });
    const { body } = await take(spoken);
    const { events } = (await world.caseFiles.read(body.claimId)) ?? {};
    expect(JSON.stringify(events?.[0])).not.toContain("knowsSupply");
  });

  it("sends the visit of a supply that only the register has to its own zone", async () => {
    const row = { ...registeredSupply, supplyCode: "00000888", ubigeo: "180103" };
    await openReceiptLedger(world.billing).store(ledgerRow("register", registerRow(row)), "i1", undefined);
    const { body } = await take({ ...spoken, supplyCode: "888" });
    const file = await world.caseFiles.read(body.claimId);
    expect(file?.visits).toMatchObject([{ zone: "180103" }]);
  });

  it("is not taken as a claim by web", async () => {
    expect(await take({ ...spoken, channel: "web" })).toMatchObject({
      status: 400,
      body: { type: "urn:caudal:invalid-request" },
    });
  });

  it.each([
    ["says they are not the holder", { claimant: tenantOf }, []],
    ["gives another's document", { claimant: stranger }, ["Quien llamó dijo ser el titular"]],
  ])("files by telephone for who %s, observed on the call with one remedy", async (_, part, alerts) => {
    const { status, body } = await take({ ...spoken, declaredBy: "voice", ...part });
    expect({ status, body }).toMatchObject({
      status: 201,
      body: {
        filedOn: "2026-11-23",
        observed: { defects: [expect.stringContaining("el poder")], until: expect.stringMatching(/^2026-11-/) },
      },
    });
    const events = (await world.caseFiles.read(body.claimId))?.events ?? [];
    expect(events.slice(0, 3)).toMatchObject([
      { type: "claim-filed", channel: "telephone", filedOn: "2026-11-23" },
      { type: "defect-observed", by: { sub: "operator-1" } },
      { type: "defect-notified", by: { sub: "operator-1" }, details: { how: "notified-by-telephone" } },
    ]);
    const reasons = entriesOf(events, "manager-alerted").map(({ details }) => details.reason);
    expect(reasons).toEqual(alerts.map((says) => expect.stringContaining(says)));
    const shown = await world.as(operator, showCase, { params: { claimId: body.claimId } });
    expect(shown.body).toMatchObject({ state: "observed", next: "user", hold: "held" });
  });

  it("asks on the call, in the one observation, for all that the claim lacks, and says the file's day", async () => {
    const { document: _, address: __, ...rest } = tenantOf;
    const { body } = await take({ ...spoken, meterTest: undefined, claimant: rest });
    expect(body.observed.defects).toEqual([
      "Falta su documento de identidad.",
      "Falta la dirección donde le llevamos los papeles.",
      "Falta su declaración de que es verdad.",
      "Falta decir si quiere la prueba del medidor.",
      expect.stringMatching(/^Falta probar que usa el servicio/),
    ]);
    const shown = await world.as(operator, showCase, { params: { claimId: body.claimId } });
    expect(shown.body.defects).toHaveLength(5);
    // The day that is read aloud, and that the messages and the letters say, is the file's: its pause is counted.
    expect(body.notifyBy).toBe(shown.body.notifyBy);
    expect(body.notifyBy).toBe("2027-01-20");
  });

  it("asks an owner to prove that they are, and names the inspector only where the visit is in the days to mend it", async () => {
    const { body } = await take({
      ...spoken,
      declaredBy: "voice",
      claimant: { ...claimant, standing: { as: "owner" } },
    });
    const [defect] = body.observed.defects;
    expect(defect).toContain("es propietario");
    expect(defect.includes("déselo al inspector")).toBe(body.visit.on <= body.observed.until);
    // All the slots of the first days are taken: nobody comes in time.
    vi.setSystemTime(new Date("2026-11-23T15:00:00.000Z"));
    world = await newWorld();
    for (const day of ["2026-11-24", "2026-11-25", "2026-11-26"])
      for (const hours of ["08:00", "10:00", "12:00", "14:00"])
        for (let taken = 0; taken < visitCapacity(world.tenant, "180101"); taken += 1)
          await world.transact([world.appointmentSlots.take({ kind: "visit", zone: "180101", day }, hours)]);
    const { body: last } = await take({
      ...spoken,
      declaredBy: "voice",
      claimant: { ...claimant, standing: { as: "owner" } },
    });
    expect(last.visit.on > last.observed.until).toBe(true);
    expect(last.observed.defects[0]).not.toContain("inspector");
  });

  it.each([
    ["an address alone", { telephone: undefined, email: undefined }, false],
    ["a landline", { telephone: "053461000", email: undefined }, false],
    ["a mobile", { email: undefined }, true],
  ])("speaks of a link to prove it by only to who can be sent one: to who left %s", async (_, contact, hasLink) => {
    const { body } = await take({
      ...spoken,
      declaredBy: "voice",
      claimant: { ...tenantOf, notifyByEmail: false, ...contact },
    });
    const [defect] = body.observed.defects;
    expect(defect.includes("Envíelo por el enlace que le mandamos")).toBe(hasLink);
    expect(defect).toMatch(hasLink ? /, tráigalo a la oficina|o tráigalo a la oficina/ : /\. Tráigalo a la oficina/);
  });

  it("answers a repeat with what was observed on the call", async () => {
    const body = { ...spoken, declaredBy: "voice", claimant: tenantOf };
    const first = await take(body, "one-key-of-its-own-7");
    const second = await take(body, "one-key-of-its-own-7");
    expect(second.body).toEqual(first.body);
    expect(second.body.observed.defects).toHaveLength(1);
  });

  it("keeps what was declared as a fact: how, when, in which words", async () => {
    const answers = {
      meterTest: true,
      meterTestCostAccepted: true,
      leaflet: true,
      privacyNoticeRead: true,
      declaredBy: "voice",
    };
    const { body } = await take({ ...spoken, ...answers });
    const [filing] = (await world.caseFiles.read(body.claimId))?.events ?? [];
    expect(filing?.details).toMatchObject({
      form: {
        leaflet: true,
        privacyNoticeRead: true,
        meterTestCostAccepted: true,
        declaration: { how: "voice", at: filedAt, text: expect.stringMatching(/^Declaro/) },
      },
    });
  });

  it("answers until when a consent to e-mail can be undone, only by telephone, and a repeat the same", async () => {
    const byMail = { ...spoken, claimant: { ...claimant, email: "cliente@example.pe", notifyByEmail: true } };
    const first = await take(byMail, "one-key-of-its-own-8");
    expect(first.body.notifyByEmailAfter).toBe("2026-11-26");
    expect((await take(byMail, "one-key-of-its-own-8")).body).toEqual(first.body);
    expect((await take({ ...byMail, channel: "counter" })).body.notifyByEmailAfter).toBeUndefined();
    const onPaper = { ...spoken, claimant: { ...claimant, notifyByEmail: false } };
    expect((await take(onPaper)).body.notifyByEmailAfter).toBeUndefined();
  });

  it("keeps no answer about the cost of a test that nobody asked for", async () => {
    const { status, body } = await take({ ...spoken, meterTest: false, meterTestCostAccepted: true });
    expect(status).toBe(201);
    const [filing] = (await world.caseFiles.read(body.claimId))?.events ?? [];
    expect(JSON.stringify(filing)).not.toContain("meterTestCostAccepted");
    expect(JSON.stringify(filing)).not.toContain("declaration");
  });

  it("takes at the counter whoever has standing", async () => {
    expect((await take({ ...spoken, channel: "counter", claimant: tenantOf })).status).toBe(201);
  });

  it("takes by telephone a holder whose document is not on record", async () => {
    const unnamed = { ...spoken, supplyCode: "99999", receipts: [{ number: "S001-00046001", period: "2026-10" }] };
    expect((await take(unnamed)).status).toBe(201);
  });

  it("is not for an analyst, and needs a key", async () => {
    expect((await world.as(["a", "analyst"], takeClaim, { body: spoken })).status).toBe(403);
    expect(await take(spoken, "short")).toMatchObject({ status: 400, body: { type: "urn:caudal:write-key-needed" } });
  });
});

describe("the pre-check of a claim that staff type", () => {
  const check = (body: object) =>
    world.as(operator, checkCalledClaim, { body: { supplyCode: "12345", channel: "telephone", ...body } });
  const october = [{ number: "S001-00045001", period: "2026-10" }];

  it("says that the same was claimed before, and what the claim lacks, and files nothing", async () => {
    await world.fileOne(filedAt);
    const { claims } = (await search({ supplyCode: "12345" })).body;
    const { status, body } = await check({ receipts: october, claimant: form.claimant, declaredBy: "voice" });
    expect(status).toBe(200);
    const rules = body.findings.map(({ rule }: { rule: string }) => rule);
    expect(rules).toContain("duplicate");
    expect(rules).toContain("form-required");
    expect((await search({ supplyCode: "12345" })).body.claims).toHaveLength(claims.length);
  });

  it("asks to look again at a meter that shows less than was billed, as staff say it", async () => {
    const months = await world.receiptReader.lastMonths("00012345", 24);
    const billed = months.find(({ receipt }) => receipt.period === "2026-10")?.receipt.readingCurr ?? 0;
    const askedAt = async (meterReading: number) =>
      (await check({ receipts: october, claimant: form.claimant, meterReading })).body.findings.filter(
        ({ rule }: { rule: string }) => rule === "reading",
      );
    expect(billed).toBeGreaterThan(0);
    expect(await askedAt(billed)).toEqual([]);
    expect(await askedAt(billed - 1)).toEqual([
      {
        rule: "reading",
        severity: "warns",
        text: `La lectura que dio, ${billed - 1}, es menos que la última facturada en lo que reclama, ${billed}. Mire otra vez el medidor; si marca eso, queda así.`,
      },
    ]);
  });

  it.each([
    ["supply", { supplyCode: "777", receipts: october }],
    ["receipt", { receipts: [{ number: "S001-00000001", period: "2026-10" }] }],
  ])("finds what the form lacks of a %s that is not on record", async (_, part) => {
    const { status, body } = await check({ ...part, claimant: form.claimant });
    expect(status).toBe(200);
    const rules = body.findings.map(({ rule }: { rule: string }) => rule);
    expect(rules).toContain("form-required");
    expect(rules).not.toContain("term");
  });
});
