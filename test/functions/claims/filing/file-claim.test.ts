import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { receiptRow } from "../../../../local/seed/receipt-row.ts";
import { tenant } from "../../../../settings.ts";
import { record } from "../../../../shared/casework/case/record.ts";
import {
  downloadDocument,
  fileClaim,
  listClaims,
  lookUpClaim,
  openClaim,
  saveDraft,
  showClaim,
  showClocks,
  showDraft,
  showHold,
  withdrawClaim,
} from "../../../../shared/contract/claim/claim-routes.ts";
import { codeOf } from "../../../../shared/domain/claim/claim-code.ts";
import { openReceiptLedger } from "../../../../shared/storage/billing/receipt-ledger.ts";
import { form, person } from "../../../shared/casework/case-world.ts";
import { billedMonth, ledgerRow } from "../../../shared/storage/billing/billed-rows.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { type ApiRequest, call, customer } from "../../api-call.ts";
import { captureLog } from "../../log-lines.ts";
import { type ClaimsWorld, claimBody, claimsWorld, executeSilence, sendFile } from "../claims-world.ts";

const now = "2026-11-23T15:00:00.000Z";
let local: TestTables;
let world: ClaimsWorld;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
  captureLog();
  world = await claimsWorld(local);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** A code that is well formed and nobody's. */
const nobodys = codeOf(tenant.office.claimCode.value, 2025, 0);
const ana = customer("ana");
const eva = customer("eva");
const linkOf = async (sub = "ana", supplyCode = "00012345") =>
  (await world.deps.supplyLinks.link(sub, supplyCode, now)).linkId;
const file = async (replaced: object = {}, request: ApiRequest = {}) =>
  call(world.handler, fileClaim, { claims: ana, body: claimBody(await linkOf(), replaced), ...request });
const show = (claimId: string, claims = ana) => call(world.handler, showClaim, { claims, params: { claimId } });
const claimsOf = async (claims = ana, query = {}) => (await call(world.handler, listClaims, { claims, query })).body;

describe("filing a claim", () => {
  it("answers the cargo, and the claim stands in the account with its attachments", async () => {
    const uploadId = await sendFile(world.world, "ana", "photo-1", "pending");
    const { status, body } = await file({ uploadIds: [uploadId] });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      code: expect.stringMatching(/^RE-2026-\d{6}-\d$/),
      filedAt: now,
      filedOn: "2026-11-23",
      supplyCode: "00012345",
      receipts: [{ number: "S001-00045001", period: "2026-10", late: false }],
      notifyBy: "2027-01-15",
      owner: { name: expect.any(String), extension: "101" },
      claimKey: expect.stringMatching(/^[\w-]{22}$/),
      duplicates: [],
    });
    const view = (await show(body.claimId)).body;
    expect(view).toMatchObject({
      state: "filed",
      hold: "held",
      attachments: [{ documentId: "photo-1", state: "pending" }],
    });
    expect(view.timeline).toMatchObject([{ type: "claim-filed", by: "claimant" }]);
    expect((await claimsOf()).claims).toMatchObject([{ claimId: body.claimId, state: "filed", version: 1 }]);
    expect(await world.world.uploads.find("photo-1")).toMatchObject({ claimId: body.claimId });
  });

  const least = { givenNames: "CLIENTE", paternalSurname: "DE PRUEBA", telephone: "900000001" };
  const barely = async (said: object) =>
    call(world.handler, fileClaim, {
      claims: ana,
      body: { linkId: await linkOf(), receipts: [{ number: "S001-00045001", period: "2026-10" }], ...said },
    });

  it("takes who they are, how to reach them and what they ask, and nothing else", async () => {
    const { status, body } = await barely({ claimant: least, grounds: "Subió mucho." });
    expect(status).toBe(201);
    expect((await show(body.claimId)).body).toMatchObject({ state: "filed", claimantName: "CLIENTE DE PRUEBA" });
  });

  it.each([
    ["who", { claimant: { telephone: "900000001" }, grounds: "Subió." }, "body.claimant.givenNames"],
    ["how", { claimant: { ...least, telephone: undefined }, grounds: "Subió." }, "body.claimant.telephone"],
    ["what", { claimant: least }, "body.grounds"],
  ])("is stopped by the lack of %s", async (_, said, field) => {
    const { status, body } = await barely(said);
    expect(status).toBe(400);
    expect(body.errors.map((error: { field: string }) => error.field)).toContain(field);
  });

  it("takes its draft along, or a draft that is not there", async () => {
    const draft = { claims: ana, params: { draftId: "d1" } };
    await call(world.handler, saveDraft, { ...draft, body: { answers: {} } });
    expect((await file({ draftId: "d1" })).status).toBe(201);
    expect((await call(world.handler, showDraft, draft)).status).toBe(404);
    expect((await file({ draftId: "d1" })).status).toBe(201);
  });

  it("once by its key: again, and after all that was to be judged has changed, the same cargo", async () => {
    const uploadId = await sendFile(world.world, "ana", "photo-1");
    const linkId = await linkOf();
    const again = () => file({ uploadIds: [uploadId] }, { key: "the-key-of-a-claim" });
    const [first, second] = await Promise.all([again(), again()]);
    expect(first.status).toBe(201);
    expect(second.text).toBe(first.text);
    vi.setSystemTime(new Date("2026-11-24T15:00:00.000Z"));
    await file();
    await call(world.handler, withdrawClaim, {
      claims: ana,
      params: { claimId: first.body.claimId },
      body: { of: "claim" },
    });
    await world.deps.supplyLinks.unlink("ana", linkId);
    const body = claimBody(linkId, { uploadIds: [uploadId] });
    const third = await call(world.handler, fileClaim, { claims: ana, body, key: "the-key-of-a-claim" });
    expect(third.text).toBe(first.text);
    expect(await file({ grounds: "Otra cosa." }, { key: "the-key-of-a-claim" })).toMatchObject({
      status: 409,
      body: { type: "urn:caudal:write-key-used" },
    });
    expect((await claimsOf()).claims).toHaveLength(2);
  });

  it("takes a second claim on the same receipt, and names the first while it is open", async () => {
    const first = (await file()).body;
    vi.setSystemTime(new Date("2026-11-23T15:05:00.000Z"));
    const second = (await file()).body;
    expect(second.duplicates).toEqual([
      { claimId: first.claimId, code: first.code, receipts: ["S001-00045001"], decided: false },
    ]);
    const withdrawn = {
      type: "withdrawal-accepted",
      by: person("signer-1", "signer"),
      details: { reason: "" },
    } as const;
    const at = "2026-11-23T15:06:00.000Z";
    vi.setSystemTime(new Date(at));
    const params = { claimId: first.claimId };
    expect((await call(world.handler, withdrawClaim, { claims: ana, params, body: { of: "procedure" } })).status).toBe(
      200,
    );
    const accepted = await record(world.world, { ...params, now: at }, () => ({
      ok: true,
      value: { entries: [{ ...withdrawn, effectiveAt: at }] },
    }));
    expect(accepted).toMatchObject({ ok: true, value: { claim: { state: "withdrawn" } } });
    vi.setSystemTime(new Date("2026-11-23T15:07:00.000Z"));
    expect((await file()).body.duplicates).toMatchObject([{ claimId: second.claimId, code: second.code }]);
  });

  it("takes a late claim, and says that it is late", async () => {
    const old = billedMonth({ period: "2026-02", number: 39_001, m3: 40 });
    await openReceiptLedger(world.world.billing).store(ledgerRow("receipts", receiptRow(old)), "i1", undefined);
    const { status, body } = await file({ receipts: [{ number: "s001 39001", period: "2026-02" }] });
    expect(status).toBe(201);
    expect(body.receipts).toEqual([{ number: "S001-00039001", period: "2026-02", late: true }]);
  });

  it.each<readonly [object, number, string, string]>([
    [
      { receipts: [{ number: "S001-99999999", period: "2026-10" }] },
      404,
      "receipt-not-found",
      "a number that was never billed",
    ],
    [
      { receipts: [{ number: "S001-00045001", period: "2026-09" }] },
      404,
      "receipt-not-found",
      "a number of another month",
    ],
    [{ linkId: "not-linked" }, 404, "supply-not-linked", "a supply that is not theirs"],
    [{ uploadIds: ["nobodys"] }, 404, "upload-not-found", "a file that never was"],
  ])("refuses %j with %i %s: %s", async (replaced, status, kind) => {
    expect(await file(replaced)).toMatchObject({ status, body: { type: `urn:caudal:${kind}` } });
    expect((await claimsOf()).claims).toEqual([]);
  });

  it("refuses another's link and another's file like what is not there", async () => {
    const hers = await linkOf("eva", "00012345");
    expect((await file({ linkId: hers })).text).toBe((await file({ linkId: "none" })).text);
    await sendFile(world.world, "eva", "her-photo");
    expect((await file({ uploadIds: ["her-photo"] })).text).toBe((await file({ uploadIds: ["none"] })).text);
  });

  it.each<readonly [object, string]>([
    [{ admin: true }, "what it does not know"],
    [{ claimType: "F99" }, "a type there is not"],
    [{ grounds: 7 }, "a number for words"],
    [{ grounds: "  " }, "words that are none"],
    [{ uploadIds: ["1", "2", "3", "4", "5", "6"] }, "too many files"],
    [{ claimant: { ...form.claimant, document: { kind: "DNI", number: "1" } } }, "a document of the wrong form"],
    [{ claimant: { ...form.claimant, standing: { as: "holder", acts: ["withdraw"] } } }, "powers of the holder"],
    [{ meterReading: -1 }, "a reading below nothing"],
  ])("refuses %j in words: %s", async (replaced) => {
    const { status, body } = await file(replaced);
    expect(status).toBe(400);
    expect(body.errors[0]).toEqual({
      field: expect.stringMatching(/^body/),
      message: expect.stringMatching(/^[A-ZÁÉÍÓÚ].*\.$/),
    });
    expect((await claimsOf()).claims).toEqual([]);
  });
});

describe("claims of an account", () => {
  it("come in pages, the last filed first, each once", async () => {
    expect(await claimsOf()).toEqual({ claims: [] });
    const filed: string[] = [];
    for (const minute of [1, 2, 3]) {
      vi.setSystemTime(new Date(`2026-11-23T15:0${minute}:00.000Z`));
      filed.unshift((await file()).body.claimId);
    }
    const seen: string[] = [];
    let query: Record<string, string> = { limit: "2" };
    for (let pages = 0; pages < 3; pages += 1) {
      const { claims, cursor } = await claimsOf(ana, query);
      seen.push(...claims.map(({ claimId }: { claimId: string }) => claimId));
      if (!cursor) break;
      query = { limit: "2", cursor };
    }
    expect(seen).toEqual(filed);
    const answered = async () => (await claimsOf()).claims.map(({ answerBy }: { answerBy?: string }) => answerBy);
    expect(await answered()).toEqual(["2027-01-15", "2027-01-15", "2027-01-15"]);
    vi.setSystemTime(new Date("2027-01-16T15:00:00.000Z"));
    expect(await answered()).toEqual([undefined, undefined, undefined]);
    vi.setSystemTime(new Date("2026-11-23T15:03:00.000Z"));
    expect((await claimsOf(eva, query)).claims).toEqual([]);
  });

  it.each(["x!", "!!!!", Buffer.from("CLAIM#~").toString("base64url")])("refuse the cursor %j", async (cursor) => {
    expect(await call(world.handler, listClaims, { claims: ana, query: { cursor } })).toMatchObject({
      status: 400,
      body: { type: "urn:caudal:malformed-cursor" },
    });
  });

  it("look to others as if they were not there", async () => {
    const { claimId } = (await file()).body;
    for (const route of [showClaim, showClocks]) {
      const others = await call(world.handler, route, { claims: eva, params: { claimId } });
      expect(others).toMatchObject({ status: 404, body: { type: "urn:caudal:claim-not-found" } });
      expect(others.text).toBe((await call(world.handler, route, { claims: eva, params: { claimId: "none" } })).text);
    }
  });

  it("show each term with every day counted or skipped", async () => {
    const { claimId } = (await file()).body;
    const { body } = await call(world.handler, showClocks, { claims: ana, params: { claimId } });
    const silence = body.clocks.find(({ id }: { id: string }) => id === "T10");
    expect(silence).toMatchObject({ dueDate: "2027-01-15", status: "running", daysLeft: 35 });
    expect(silence.days.filter(({ counted }: { counted: boolean }) => counted)).toHaveLength(35);
  });

  it("give their attachments once they passed, and nothing else", async () => {
    for (const [id, state] of [
      ["good", "received"],
      ["bad", "refused"],
      ["late", "pending"],
    ] as const)
      await sendFile(world.world, "ana", id, state);
    const { claimId, code } = (await file({ uploadIds: ["good", "bad", "late"] })).body;
    const get = (documentId: string, claims = ana) =>
      call(world.handler, downloadDocument, { claims, params: { claimId, documentId } });
    expect((await get("good")).body).toEqual({
      url: `https://evidence.example.pe/attachments/good?as=${code}-good.jpg`,
      sha256: "a".repeat(64),
      fileName: "foto.jpg",
      expiresAt: "2026-11-23T15:01:00.000Z",
    });
    for (const id of ["bad", "late", "none"])
      expect(await get(id)).toMatchObject({ status: 404, body: { type: "urn:caudal:document-not-found" } });
    expect(await get("good", eva)).toMatchObject({ status: 404, body: { type: "urn:caudal:claim-not-found" } });
    const reads = vi.spyOn(world.deps.caseFiles, "read");
    await get("good");
    await get("none");
    // For half the units, unless the file is not there: it may have come a moment ago.
    expect(reads.mock.calls.map(([, how]) => how)).toEqual(["recent", "recent", undefined]);
  });
});

describe("a claim of somebody who did not file it here", () => {
  const open = (code: string, claimKey: string, claims = eva) =>
    call(world.handler, openClaim, { claims, body: { code, claimKey } });
  const wrong = "AAAAAAAAAAAAAAAAAAAAAA";

  it("opens by its code and key, however the code is typed, again and again", async () => {
    const { claimId, code, claimKey } = (await file()).body;
    expect((await show(claimId, eva)).status).toBe(404);
    for (const typed of [code, ` ${code.toLowerCase().replaceAll("-", " ")} `, code])
      expect(await open(typed, claimKey)).toMatchObject({ status: 200, body: { claimId, code, state: "filed" } });
    expect((await show(claimId, eva)).status).toBe(200);
    expect((await claimsOf(eva)).claims).toHaveLength(1);
  });

  it("answers every miss alike, and five wrong keys close the code for the hour, but to who has the key", async () => {
    const { code, claimKey } = (await file()).body;
    const miss = await open(code, wrong);
    expect(miss).toMatchObject({ status: 404, body: { type: "urn:caudal:claim-not-found" } });
    expect((await open(nobodys, wrong)).text).toBe(miss.text);
    const impossible = `${code.slice(0, -1)}${(Number(code.slice(-1)) + 1) % 10}`;
    for (const none of [impossible, "cualquier cosa"])
      expect((await open(none, claimKey)).body).toMatchObject({
        type: "urn:caudal:claim-not-found",
        detail: "Ningún reclamo tiene ese código: compáralo, número por número, con el de tu cargo.",
      });
    for (let at = 2; at <= 5; at += 1) expect((await open(code, wrong)).status).toBe(404);
    expect(await open(code, wrong)).toMatchObject({
      status: 429,
      headers: { "retry-after": "3600" },
      body: { detail: expect.stringContaining("reclamo") },
    });
    expect((await open(code, claimKey)).status).toBe(200);
    expect((await open(code, wrong)).status).toBe(429);
    vi.setSystemTime(new Date("2026-11-23T16:00:00.000Z"));
    expect((await open(code, wrong)).status).toBe(404);
  });

  it("shows its state and nothing more to whoever has the claimant's document, with attempts counted apart", async () => {
    const { code, claimKey } = (await file()).body;
    const ask = (number: string, kind = "DNI", of = code) =>
      call(world.handler, lookUpClaim, { body: { code: of, document: { kind, number } } });
    expect((await ask("00000001")).body).toEqual({
      code,
      state: "filed",
      since: "2026-11-23",
      next: "company",
      dueOn: "2026-11-30",
      daysLeft: 5,
      dueFor: { clock: "T06", whose: "company" },
      answerBy: "2027-01-15",
      visitOn: expect.stringMatching(/^2026-11-/) as string,
    });
    const miss = await ask("00000002");
    expect(miss.status).toBe(404);
    expect(miss.text).toContain("Si otra persona lo presentó por ti, es el de ella.");
    expect((await ask("000000001", "CE")).text).toBe(miss.text);
    expect((await ask("00000001", "DNI", nobodys)).text).toBe(miss.text);
    for (let at = 3; at <= 5; at += 1) expect((await ask("00000002")).status).toBe(404);
    expect((await ask("00000001")).status).toBe(429);
    expect((await open(code, claimKey)).status).toBe(200);
  });

  it.each<readonly [object, string]>([
    [{ code: nobodys }, "no key"],
    [{ code: nobodys, claimKey: "short" }, "a key of another form"],
    [{ code: 7, claimKey: wrong }, "a code that is a number"],
    [{ code: nobodys, claimKey: wrong, sub: "ana" }, "what it does not know"],
  ])("refuses %j: %s", async (body) => {
    expect(await call(world.handler, openClaim, { claims: eva, body })).toMatchObject({
      status: 400,
      body: { errors: [{ message: expect.stringMatching(/^[A-ZÁÉÍÓÚ].*\.$/) }] },
    });
  });
});

describe("the hold of a claim", () => {
  it("is shown by the key of its QR while it stands, and then what ended it", async () => {
    const { claimId, code } = (await file()).body;
    const holdKey = (await show(claimId)).body.holdKey;
    const ask = (key: string) => call(world.handler, showHold, { params: { holdKey: key } });
    const held = { held: true, supplyCode: "00012345", receipts: ["S001-00045001"], code, since: "2026-11-23" };
    const { checkCode, ...answer } = (await ask(holdKey)).body;
    expect(answer).toEqual(held);
    expect(checkCode).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}$/);
    vi.setSystemTime(new Date("2027-01-16T05:00:00.000Z"));
    // Granted by silence: held until the receipt is corrected.
    expect((await ask(holdKey)).body).toEqual({ ...held, checkCode });
    await executeSilence(world.world, claimId, "2027-01-18T15:00:00.000Z");
    vi.setSystemTime(new Date("2027-01-18T15:00:00.000Z"));
    expect((await ask(holdKey)).body).toEqual({
      ...held,
      checkCode,
      held: false,
      until: "silence",
      releasedOn: "2027-01-18",
    });
    expect(await ask("AAAAAAAAAAAAAAAAAAAAAA")).toMatchObject({
      status: 404,
      body: { type: "urn:caudal:hold-not-found" },
    });
  });
});
