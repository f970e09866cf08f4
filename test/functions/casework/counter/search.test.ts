import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { foundByName } from "../../../../functions/casework/work/found.ts";
import { registerRow } from "../../../../local/seed/supply-register-row.ts";
import { listSearches, search } from "../../../../shared/contract/work/work-list-routes.ts";
import { codeOf } from "../../../../shared/domain/claim/claim-code.ts";
import { receiptTerm, registeredTerms } from "../../../../shared/domain/counter/search-terms.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { openReceiptLedger } from "../../../../shared/storage/billing/receipt-ledger.ts";
import { transact } from "../../../../shared/storage/dynamodb.ts";
import { openSupplyTermWriter, type SupplyTerm } from "../../../../shared/storage/supply/supply-terms.ts";
import { form } from "../../../shared/casework/case-world.ts";
import { ledgerRow, registeredSupply } from "../../../shared/storage/billing/billed-rows.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { captureLog } from "../../log-lines.ts";
import { type CaseworkWorld, caseworkWorld, filedAt, type Worker } from "../casework-world.ts";

let local: TestTables;
let world: CaseworkWorld;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
beforeEach(async () => {
  world = await caseworkWorld(local);
  captureLog();
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(filedAt) });
});
afterAll(async () => {
  vi.useRealTimers();
  await local.stop();
});

const operator: Worker = ["analyst-1", "operator"];
const found = async (text: string, reason?: string) => {
  const { status, body } = await world.as(operator, search, { body: { text, ...(reason && { reason }) } });
  expect(status).toBe(200);
  return body;
};
const numbers = async (text: string, reason?: string): Promise<string[]> =>
  (await found(text, reason)).found.map(({ what, number }: { what: string; number: string }) => `${what} ${number}`);

/** Registers supplies as an import does: a row of file C each, and their terms. */
async function register(supplies: readonly { supplyCode: string; holderName: string; holderDocNumber: string }[]) {
  const ledger = openReceiptLedger(world.billing);
  for (const supply of supplies)
    await ledger.store(ledgerRow("register", registerRow({ ...registeredSupply, ...supply })), "i2", undefined);
  const terms = supplies.flatMap((supply) =>
    registeredTerms(supply).map((term): SupplyTerm => ({ ...term, supplyCode: supply.supplyCode })),
  );
  await openSupplyTermWriter(world.billing).write("i2", supplies.length, [terms]);
}

describe("a number", () => {
  it.each([
    ["the whole code", (code: string) => code],
    ["in small letters and blanks", (code: string) => ` ${code.toLowerCase().replaceAll("-", " ")} `],
    ["its last digits with the check digit", (code: string) => code.slice(-6)],
    ["its last four digits without the check digit", (code: string) => code.slice(-6, -2)],
  ])("finds a claim by %s, with initials and no name", async (_, written) => {
    const { file } = await world.fileOne(filedAt);
    const { found: rows, more } = await found(written(file.head.code));
    expect(rows).toEqual([{ what: "claim", id: file.head.claimId, number: file.head.code, initials: "C. P. U." }]);
    expect(more).toBe(false);
  });

  it("finds claims, requests and documents by the document and the telephone of their person", async () => {
    const { file } = await world.fileOne(filedAt);
    const problem = await world.fileProblem(filedAt);
    const submission = {
      submissionId: "f1",
      number: codeOf(world.tenant.office.submissionCode.value, 2026, 4192),
      kind: "document",
      subject: "Carta",
      text: "",
      presenter: "CLIENTE DE PRUEBA UNO",
      identity: { kind: "DNI", number: "00000001" },
      office: world.tenant.office.code.value,
      presentedAt: filedAt,
      filedOn: calendarDay("2026-11-23"),
      state: "presented",
      channel: "web",
      attachments: [],
    } as const;
    await transact(world.claims.client, world.submissions.file(submission));
    const all = [`claim ${file.head.code}`, `problem ${problem.code}`, `submission ${submission.number}`];
    expect(new Set(await numbers("00000001"))).toEqual(new Set(all));
    expect(await numbers("+51 900 000 001")).toContain(`claim ${file.head.code}`);
    expect(await numbers("4192-7".replace("7", submission.number.slice(-1)))).toEqual([
      `submission ${submission.number}`,
    ]);
    expect(await world.caseFiles.claimOfCode(submission.number)).toBeUndefined();
  });

  it.each(["054 234567", "54-234567", "+51 54 234567", "51 54 234567", "+51 (054) 234567"])(
    "finds the landline of Arequipa typed as %s",
    async (typed) => {
      const claimant = { ...form.claimant, telephone: "054234567" };
      const { file } = await world.fileOne(filedAt, { form: { ...form, claimant } });
      expect(await numbers(typed)).toContain(`claim ${file.head.code}`);
    },
  );

  it("finds a supply by its code without zeros, its last digits, its holder's document, and a receipt", async () => {
    await register([{ supplyCode: "00012345", holderName: "CLIENTE DE PRUEBA UNO", holderDocNumber: "00000001" }]);
    await openSupplyTermWriter(world.billing).write("i1", 1, [
      [
        { ...receiptTerm("S001-00045001"), supplyCode: "00012345" },
        { ...receiptTerm("S001-00099001"), supplyCode: "00012345" },
      ],
    ]);
    for (const typed of ["12345", "00012345", "2345", "0000 0001"])
      expect(await numbers(typed), typed).toContain("supply 00012345");
    for (const typed of ["S001-00045001", "s001 45001", "45001", "5001"]) {
      const { found: rows } = await found(typed);
      expect(rows, typed).toContainEqual({
        ...{ what: "supply", id: "00012345", number: "00012345", receiptNumber: "S001-00045001" },
        ...{ initials: "C. P. U.", locality: "CERCADO" },
      });
    }
    // The index may name a receipt that is not the supply's any more: what is not there is not shown.
    expect((await found("99001")).found).toEqual([]);
  });

  it.each([
    ["three digits", "123"],
    ["one letter", "Q"],
    ["particles alone", "de la"],
    ["nothing", " "],
  ])("refuses %s", async (_, text) => {
    const { status, body } = await world.as(operator, search, { body: { text, reason: "other" } });
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ field: "body.text" }]);
  });

  it("says that an address is not looked for", async () => {
    const { body } = await world.as(operator, search, { body: { text: "Calle Ficticia 225", reason: "other" } });
    expect(body.errors?.[0]?.message).toContain("Por dirección o correo no se busca.");
  });

  it.each(["RE-2026-004192-0", "../claims/1234", "99999999", "S001-00082001"])("%s finds nothing", async (text) => {
    expect(await found(text)).toEqual({ found: [], more: false });
  });
});

describe("a name", () => {
  const people = [
    { supplyCode: "00000101", holderName: "QUISPE DE PRUEBA, José Ángel", holderDocNumber: "00000011" },
    { supplyCode: "00000102", holderName: "QUISPE DE PRUEBA, JOSEFINA", holderDocNumber: "00000012" },
    { supplyCode: "00000103", holderName: "MAMANI DE PRUEBA, ÑUSTA", holderDocNumber: "00000013" },
  ];

  it("finds by the beginnings of all words, in any order, without accents", async () => {
    await register(people);
    expect(await numbers("quis jose", "case-work")).toEqual(["supply 00000101", "supply 00000102"]);
    expect(await numbers("ange QUISPE", "case-work")).toEqual(["supply 00000101"]);
    expect(await numbers("nusta", "case-work")).toEqual(["supply 00000103"]);
    expect(await numbers("quispe mamani", "case-work")).toEqual([]);
    const { text } = await world.as(operator, search, { body: { text: "quispe", reason: "other" } });
    expect(text).not.toMatch(/QUISPE|JOS|FICTICIA/);
  });

  it("does not find a supply by the name of an earlier holder", async () => {
    const [first] = people;
    if (!first) throw new Error("nobody");
    await register(people);
    const row = ledgerRow(
      "register",
      registerRow({ ...registeredSupply, ...first, holderName: "OTRO DE PRUEBA", updatedOn: "2026-11-20" }),
    );
    await openReceiptLedger(world.billing).store(row, "i3", undefined);
    expect(await numbers("quispe", "case-work")).toEqual(["supply 00000102"]);
  });

  it("finds who filed a claim too, and says when there is more than ten", async () => {
    const { file } = await world.fileOne(filedAt);
    const many = Array.from({ length: 12 }, (_, at) => ({
      supplyCode: String(500 + at).padStart(8, "0"),
      holderName: "CLIENTE DE PRUEBA OTRO",
      holderDocNumber: "00000099",
    }));
    await register(many);
    expect(await numbers("clien uno", "caller-has-no-number")).toEqual([`claim ${file.head.code}`]);
    const { found: rows, more } = await found("cliente prueba", "caller-has-no-number");
    expect(rows).toHaveLength(10);
    expect(more).toBe(true);
  });

  it("of which there are more than are looked at is said to be of more", async () => {
    const of = (name: string) => ({ what: "claim", id: name, code: "RE-2026-000001-1", name }) as const;
    const beginning = async (_: string, __: object, limit: number) =>
      Array.from({ length: 250 }, (_, at) => of(`QUISPE ${at}`)).slice(0, limit);
    const filedSearch = { ...world.filedSearch, beginning };
    expect(await foundByName({ ...world, filedSearch }, "quispe zoila")).toEqual({ found: [], isCut: true });
    const few = { ...world.filedSearch, beginning: async () => [of("QUISPE ZOILA")] };
    expect(await foundByName({ ...world, filedSearch: few }, "quispe zoila")).toMatchObject({ isCut: false });
  });

  it("is not looked for without a reason", async () => {
    const { status, body } = await world.as(operator, search, { body: { text: "quispe" } });
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ field: "body.reason" }]);
  });
});

describe("the log of searches", () => {
  it("has who, when, why and what was shown, and never what was typed", async () => {
    await register([{ supplyCode: "00000101", holderName: "QUISPE DE PRUEBA", holderDocNumber: "00000011" }]);
    await found("quispe", "document-names-them");
    vi.setSystemTime(new Date(Date.parse(filedAt) + 1000));
    await found("98765432");
    const { body, text } = await world.as(["manager-1", "manager"], listSearches, { query: { month: "2026-11" } });
    expect(body.searches).toMatchObject([
      { how: "number", shown: [], name: "PERSONA DE PRUEBA ANALYST-1" },
      { how: "name", reason: "document-names-them", shown: ["supply 00000101"], at: filedAt },
    ]);
    expect(text).not.toMatch(/quispe|98765432/i);
  });

  it("is read page by page, and has only its month", async () => {
    for (const at of [0, 1, 2]) {
      vi.setSystemTime(new Date(Date.parse(filedAt) + 1000 * at));
      await found("98765432");
    }
    const manager: Worker = ["manager-1", "manager"];
    const first = await world.as(manager, listSearches, { query: { month: "2026-11", limit: "2" } });
    expect(first.body.searches).toHaveLength(2);
    const query = { month: "2026-11", limit: "2", cursor: first.body.cursor };
    const rest = await world.as(manager, listSearches, { query });
    expect(rest.body.searches).toHaveLength(1);
    expect((await world.as(manager, listSearches, { query: { month: "2026-10" } })).body.searches).toEqual([]);
    const wrong = await world.as(manager, listSearches, { query: { month: "2026-11", cursor: "!" } });
    expect(wrong).toMatchObject({ status: 400, body: { type: "urn:caudal:malformed-cursor" } });
  });
});

it("a claim of 24 months by a name of many words is filed whole, within the writes of one transaction", async () => {
  const claimant = { ...form.claimant, companyName: Array.from({ length: 30 }, (_, at) => `P${at}`).join(" ") };
  const receipts = Array.from({ length: 24 }, (_, at) => {
    const { receipt } = world.receipt;
    return { receipt: { ...receipt, number: String(50_000 + at), period: `20${String(10 + at)}-01` }, payments: [] };
  });
  const { file } = await world.fileOne(filedAt, { form: { ...form, claimant }, receipts });
  expect(await numbers(file.head.code)).toEqual([`claim ${file.head.code}`]);
});
