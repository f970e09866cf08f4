import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { cargoSheet } from "../../../../functions/render-documents/case-document.ts";
import { sendNotices } from "../../../../functions/send-notices/send-notices.ts";
import { letters, tenant } from "../../../../settings.ts";
import { guestOf } from "../../../../shared/casework/filing/guest.ts";
import { openConfirmedClaim } from "../../../../shared/contract/case-copy/claim-file-routes.ts";
import {
  acknowledgeNotice,
  checkClaim,
  fileClaim,
  openClaim,
  showClaim,
  showHold,
} from "../../../../shared/contract/claim/claim-routes.ts";
import {
  askOpenContact,
  checkOpenClaim,
  confirmOpenContact,
  downloadOpenCargo,
  fileOpenClaim,
  fileOpenRecourse,
  showOpenClaim,
} from "../../../../shared/contract/open-routes.ts";
import type { Route } from "../../../../shared/contract/route.ts";
import { entriesOf, lastEntry } from "../../../../shared/domain/case/case-events.ts";
import { codeOf } from "../../../../shared/domain/claim/claim-code.ts";
import { limaInstant } from "../../../../shared/domain/term/calendar-day.ts";
import { fixedNotices } from "../../../doubles/fixed-notices.ts";
import { form } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { isWhole } from "../../../whole.ts";
import { type ApiRequest, call, customer, originKey } from "../../api-call.ts";
import { captureLog } from "../../log-lines.ts";
import { noticeDeps } from "../../send-notices/notice-deps.ts";
import { type ClaimsWorld, claimBody, claimsWorld, decideAtOnce, sendFile } from "../claims-world.ts";

/** Monday 23 November 2026, 10:00 in Lima. */
const now = "2026-11-23T15:00:00.000Z";
const draftId = "8f0f1f9e-0000-4000-8000-000000000001";

let local: TestTables;
let world: ClaimsWorld;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
beforeEach(async () => {
  captureLog();
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
  world = await claimsWorld(local);
});
afterAll(async () => {
  vi.useRealTimers();
  await local.stop();
});

const ask = (route: Route, body: object, more: Omit<ApiRequest, "body"> = {}) =>
  call(world.handler, route, { body, ...more });
const october = { number: "S001-00045001", period: "2026-10" };
const { supplyCode, ...said } = form;

/** What somebody without an account sends: who they are, an address, and what they ask. */
const openBody = (replaced: object = {}) => ({
  ...said,
  claimant: { givenNames: "CLIENTE", paternalSurname: "DE PRUEBA", address: "CALLE FICTICIA 101" },
  supplyCode,
  receipts: [october],
  draftId,
  declares: true,
  ...replaced,
});
const withMobile = (replaced: object = {}) =>
  openBody({ claimant: { ...openBody().claimant, telephone: "900000001" }, ...replaced });
const fileOf = async (claimId: string) => {
  const file = await world.world.caseFiles.read(claimId);
  if (!file) throw new Error("no file");
  return file;
};
const printing = () => ({ tenant: { ...world.deps.tenant, letters }, siteAddress: "https://reclamos.example.pe" });
const total = async () => `${(world.world.receipt.receipt.totalDue / 100).toFixed(2)}`;

/** Sends the code last asked for; returns where it went, and the text. */
async function sent(claimId: string, seq?: number): Promise<{ to: string; text: string } | undefined> {
  const { events } = await fileOf(claimId);
  const at = seq ?? lastEntry(events, "contact-code-asked")?.seq ?? 0;
  let left: { to: string; text: string } | undefined;
  const leave = (to: string, text: string) => {
    left = { to, text };
    return { messageId: `${claimId}-${at}` };
  };
  await sendNotices({
    ...world.world,
    ...noticeDeps,
    notices: fixedNotices(),
    texts: { send: async (to, text) => leave(to, text) },
    mail: { send: async ({ to, text }) => leave(to, text) },
    now: () => new Date().toISOString(),
  })({ claimId, seq: at });
  return left;
}

describe("a claim without an account", () => {
  it("is filed the last day of its term at 23:58, with an address alone and no message sent", async () => {
    const first = await ask(fileOpenClaim, openBody());
    const [window] = lastEntry((await fileOf(first.body.claimId)).events, "claim-filed")?.details.windows ?? [];
    const last = window?.term.dueDate;
    if (!last) throw new Error("the receipt has no term");
    vi.setSystemTime(new Date(limaInstant(last, "23:58")));
    const { status, body } = await ask(fileOpenClaim, openBody());
    expect(status).toBe(201);
    expect(body).toMatchObject({
      filedAt: new Date(limaInstant(last, "23:58")).toISOString(),
      filedOn: last,
      claimKey: expect.stringMatching(/^[\w-]{22}$/),
      awaitsAppointments: true,
      receipts: [october],
    });
    const { events, head } = await fileOf(body.claimId);
    const filed = lastEntry(events, "claim-filed");
    if (!filed) throw new Error("not filed");
    const cargo = JSON.stringify(cargoSheet(printing(), filed));
    expect(cargo).toMatch(/11:58 p\. ?m\.|23:58/);
    expect(cargo).toContain(head.code);
    expect(await sent(body.claimId, 1)).toBeUndefined();
    expect(head).toMatchObject({ hold: { held: false }, appointmentsWait: { unconfirmed: true } });
  });

  it("is the same as one from an account in terms, evidence and hold", async () => {
    const { linkId } = await world.deps.supplyLinks.link("maria", supplyCode, now);
    const signedIn = await ask(
      fileClaim,
      { ...claimBody(linkId), claimant: said.claimant },
      { claims: customer("maria") },
    );
    const open = await ask(fileOpenClaim, openBody({ claimant: said.claimant, receiptTotal: await total() }));
    const [one, other] = [await fileOf(signedIn.body.claimId), await fileOf(open.body.claimId)];
    const termsOf = ({ events }: typeof one) => {
      const { filedOn, details } = lastEntry(events, "claim-filed") ?? {};
      return { filedOn, windows: details?.windows, receipts: details?.form.receipts, notifyBy: details?.notifyBy };
    };
    expect(termsOf(other)).toEqual(termsOf(one));
    expect(other.head.receipts).toEqual(one.head.receipts);
    expect(other.head.hold.held).toBe(one.head.hold.held);
  });

  it.each([
    ["a supply that does not exist", { supplyCode: "00099999" }],
    ["a receipt that is another's", { receipts: [{ number: "S001-00099999", period: "2026-10" }] }],
    ["no receipt at hand", { receipts: [] }],
  ])("is taken as written with %s, for the office to look at", async (_, replaced) => {
    const { status, body } = await ask(fileOpenClaim, openBody(replaced));
    expect(status).toBe(201);
    const { events, head } = await fileOf(body.claimId);
    const { guest, form: written } = lastEntry(events, "claim-filed")?.details ?? {};
    expect(written?.receipts).toEqual([]);
    expect(guest).toEqual({ receipts: openBody(replaced).receipts, knowsSupply: false, holdBy: "2026-11-24" });
    expect(head.steps[0]).toMatchObject({ queue: "admission" });
  });

  it("shows nothing of the supply that was not written, whether it exists or not", async () => {
    const answers = [];
    const claimant = { ...openBody().claimant, address: "AVENIDA FICTICIA 9" };
    for (const replaced of [{}, { supplyCode: "00099999" }, { receiptTotal: "1.00" }]) {
      const { body } = await ask(fileOpenClaim, openBody({ claimant, ...replaced }));
      const filed = lastEntry((await fileOf(body.claimId)).events, "claim-filed");
      if (!filed) throw new Error("not filed");
      const cargo = JSON.stringify(cargoSheet(printing(), filed));
      for (const secret of ["m³, S/", world.world.receipt.receipt.address ?? "-"]) expect(cargo).not.toContain(secret);
      const { claimId: _, code: __, claimKey: ___, supplyCode: ____, owner: _____, ...rest } = body;
      answers.push(rest);
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    const findings = await ask(checkOpenClaim, openBody({ draftId: undefined }));
    expect(findings.status).toBe(200);
    expect(findings.text).not.toContain("plazo para reclamar el recibo");
  });

  it("states the amounts once the total of a receipt was written, as often as a look-up allows", async () => {
    const knows = async (receiptTotal: string) => {
      const { body } = await ask(fileOpenClaim, openBody({ receiptTotal }));
      return lastEntry((await fileOf(body.claimId)).events, "claim-filed")?.details.guest?.knowsSupply;
    };
    expect(await knows(await total())).toBe(true);
    for (let wrong = 0; wrong < 5; wrong += 1) expect(await knows("1.00")).toBe(false);
    expect(await knows(await total())).toBe(false);
  });

  it("states the address to who gave the holder's document, and not for a total, which a neighbour may hit on", async () => {
    const { receipt } = world.world.receipt;
    const claimant = { ...openBody().claimant, address: "AVENIDA FICTICIA 9" };
    const holder = { ...claimant, document: { kind: "DNI", number: receipt.holderDocNumber ?? "" } };
    const shown = [];
    for (const replaced of [{ claimant, receiptTotal: await total() }, { claimant: holder }]) {
      const { body } = await ask(fileOpenClaim, openBody(replaced));
      const filed = lastEntry((await fileOf(body.claimId)).events, "claim-filed");
      if (!filed) throw new Error("not filed");
      const cargo = JSON.stringify(cargoSheet(printing(), filed));
      shown.push([cargo.includes("m³, S/"), cargo.includes(receipt.address)]);
    }
    expect(shown).toEqual([
      [true, false],
      [true, true],
    ]);
  });

  it("states none to a connection that went from supply to supply, and still does to another one", async () => {
    let sends = 0;
    const from = (viewer: string) => async (replaced: object) => {
      sends += 1;
      const headers = {
        "x-origin-key": originKey,
        "x-viewer-address": viewer,
        "idempotency-key": `a-key-of-${sends}-sends`,
      };
      const { body } = await ask(fileOpenClaim, openBody(replaced), { headers });
      return lastEntry((await fileOf(body.claimId)).events, "claim-filed")?.details.guest?.knowsSupply;
    };
    const [walker, neighbour] = [from("192.0.2.1"), from("192.0.2.2")];
    for (let at = 0; at < 20; at += 1)
      expect(await walker({ supplyCode: String(10_000_000 + 997 * at), receiptTotal: "23.50" })).toBe(false);
    expect(await walker({ receiptTotal: await total() })).toBe(false);
    expect(await neighbour({ receiptTotal: await total() })).toBe(true);
  });

  it("is filed once however often it is sent, with the files of its draft and of no other", async () => {
    await sendFile(world.world, guestOf(draftId).sub, "photo");
    await sendFile(world.world, guestOf("another-draft-of-a-stranger").sub, "strange");
    expect(await ask(fileOpenClaim, openBody({ uploadIds: ["strange"] }))).toMatchObject({ status: 404 });
    const key = "one-key-of-nobody-1";
    const first = await ask(fileOpenClaim, openBody({ uploadIds: ["photo"] }), { key });
    const second = await ask(fileOpenClaim, openBody({ uploadIds: ["photo"] }), { key });
    expect(first.status).toBe(201);
    expect(second.text).toBe(first.text);
    expect(lastEntry((await fileOf(first.body.claimId)).events, "claim-filed")?.details.attachments).toMatchObject([
      { documentId: "photo" },
    ]);
  });

  it.each([
    ["nobody to reach", openBody({ claimant: { givenNames: "CLIENTE", paternalSurname: "DE PRUEBA" } }), /dirección/],
    ["no words", openBody({ grounds: " " }), /Cuéntanos/],
    ["a draft of an id too short to be drawn", openBody({ draftId: "1" }), /borrador/],
  ])("is sent back with a sentence for %s", async (_, body, says) => {
    const { status, text } = await ask(fileOpenClaim, body);
    expect(status).toBe(400);
    expect(text).toMatch(says);
  });
});

describe("the hold of a claim without an account", () => {
  const heldBy = async (body: object) => {
    const { body: claim } = await ask(fileOpenClaim, body);
    const holds = (await world.world.holds.ofDay("2026-11-23")).filter(({ code }) => code === claim.code);
    return { claim, actions: holds.map(({ action }) => action) };
  };

  it.each<[string, () => Promise<object>, readonly string[]]>([
    ["who showed nothing: it waits", async () => withMobile(), []],
    ["a total that is no receipt's: it waits", async () => withMobile({ receiptTotal: "1.00" }), []],
    ["a receipt's total", async () => withMobile({ receiptTotal: await total() }), ["set"]],
    ["the holder's document", async () => openBody({ claimant: said.claimant }), ["set"]],
  ])("is reported for %s", async (_, bodyOf, actions) => {
    const { claim, actions: reported } = await heldBy(await bodyOf());
    expect(reported).toEqual(actions);
    const { code, claimKey } = claim;
    const { body } = await ask(showOpenClaim, { code, claimKey });
    expect(body.holdBy).toBe(actions.length > 0 ? undefined : "2026-11-24");
    const holdKey = lastEntry((await fileOf(claim.claimId)).events, "claim-filed")?.details.holdKey ?? "";
    expect(body).toMatchObject(actions.length > 0 ? { holdKey, holdAsked: { until: expect.any(String) } } : {});
    if (actions.length === 0) expect([body.holdKey, body.holdAsked]).toEqual([undefined, undefined]);
    const seen = await call(world.handler, showHold, { params: { holdKey } });
    expect(seen).toMatchObject(actions.length > 0 ? { status: 200, body: { held: true } } : { status: 404 });
  });

  it("is reported once the contact answers its code", async () => {
    const { claim } = await heldBy(withMobile());
    const { code, claimKey, claimId } = claim;
    await ask(askOpenContact, { code, claimKey, channel: "sms" });
    const [digits] = /\d{6}/.exec((await sent(claimId))?.text ?? "") ?? [];
    await ask(confirmOpenContact, { code, claimKey, digits });
    expect((await world.world.holds.ofDay("2026-11-23")).map(({ action }) => action)).toEqual(["set"]);
    expect((await fileOf(claimId)).head.hold.held).toBe(true);
  });
});

describe("the contact of a claim without an account", () => {
  const filedWithMobile = async (replaced: object = {}) => {
    const { body } = await ask(fileOpenClaim, withMobile(replaced));
    return { claimId: body.claimId, code: body.code, claimKey: body.claimKey };
  };
  const keyOf = ({ code, claimKey }: { code: string; claimKey: string }) => ({ code, claimKey });

  it("answers a code: the claim takes its visit and hearing, once", async () => {
    const claim = await filedWithMobile();
    const before = await ask(showOpenClaim, keyOf(claim));
    expect(before.body).toMatchObject({ channels: ["sms"], contactConfirmed: false, awaitsAppointments: true });
    expect(await ask(askOpenContact, { ...keyOf(claim), channel: "sms" })).toMatchObject({ status: 200 });
    const { to, text } = (await sent(claim.claimId)) ?? {};
    expect(to).toBe("900000001");
    const [digits = ""] = /\d{6}/.exec(text ?? "") ?? [];
    const wrong = digits === "000000" ? "000001" : "000000";
    expect(await ask(confirmOpenContact, { ...keyOf(claim), digits: wrong })).toMatchObject({ status: 409 });
    const confirmed = await ask(confirmOpenContact, { ...keyOf(claim), digits });
    expect(confirmed.body).toMatchObject({ contactConfirmed: true, visit: { on: expect.any(String) }, hearing: {} });
    expect(await ask(confirmOpenContact, { ...keyOf(claim), digits })).toMatchObject({ status: 200 });
    const { events, visits } = await fileOf(claim.claimId);
    expect(entriesOf(events, "contact-confirmed")).toMatchObject([{ details: { how: "code", channel: "sms" } }]);
    expect(entriesOf(events, "appointments-given")).toHaveLength(1);
    expect(visits).toHaveLength(1);
    expect((await ask(showOpenClaim, keyOf(claim))).body.awaitsAppointments).toBeUndefined();
  });

  it("has no name, supply, amount or key in what is sent to a borrowed mobile", async () => {
    const claim = await filedWithMobile({ borrowed: true });
    expect(await sent(claim.claimId, 1)).toBeUndefined();
    await ask(askOpenContact, { ...keyOf(claim), channel: "sms" });
    const code = (await sent(claim.claimId))?.text ?? "";
    const [digits = ""] = /\d{6}/.exec(code) ?? [];
    await ask(confirmOpenContact, { ...keyOf(claim), digits });
    const given = lastEntry((await fileOf(claim.claimId)).events, "appointments-given")?.seq;
    for (const text of [code, (await sent(claim.claimId, given))?.text ?? ""]) {
      expect(text).not.toBe("");
      for (const secret of ["CLIENTE", supplyCode, "S/", claim.claimKey]) expect(text).not.toContain(secret);
    }
  });

  it.each<[string, (nth: number) => string, readonly boolean[]]>([
    ["a domain of its owner", (nth) => `persona${nth}@catchall.example.pe`, [false, false, false, true]],
    ["one mailbox by many names", (nth) => `una.persona+${nth}@gmail.com`, [false, false, false, true]],
    ["a carrier's customers", (nth) => `persona${nth}@gmail.com`, [false, false, false, false]],
  ])("of %s waits for a look from the fourth of a day on: %s", async (_, mailOf, waits) => {
    const waited: boolean[] = [];
    for (const nth of waits.keys()) {
      const claimant = { ...openBody().claimant, email: mailOf(nth) };
      const { body: claim } = await ask(fileOpenClaim, openBody({ supplyCode: `0004000${nth}`, claimant }));
      await ask(askOpenContact, { ...keyOf(claim), channel: "email" });
      const [digits] = /\d{6}/.exec((await sent(claim.claimId))?.text ?? "") ?? [];
      const { body } = await ask(confirmOpenContact, { ...keyOf(claim), digits });
      const { head } = await fileOf(claim.claimId);
      expect(body).toMatchObject({ contactConfirmed: true });
      expect(head.appointmentsWait?.sameMail ?? false).toBe(body.awaitsAppointments ?? false);
      waited.push(body.awaitsAppointments ?? false);
    }
    expect(waited).toEqual(waits);
  });

  it("is sent six codes a day, for a claim and of a network for a mobile whatever the claims", async () => {
    const [one, other, third] = [await filedWithMobile(), await filedWithMobile(), await filedWithMobile()];
    for (let asked = 0; asked < 4; asked += 1)
      expect(await ask(askOpenContact, { ...keyOf(one), channel: "sms" })).toMatchObject({ status: 200 });
    for (let asked = 0; asked < 2; asked += 1)
      expect(await ask(askOpenContact, { ...keyOf(other), channel: "sms" })).toMatchObject({ status: 200 });
    expect(await ask(askOpenContact, { ...keyOf(other), channel: "sms" })).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining("Para confirmarlo hoy llámanos al 053 000 000") },
    });
    expect(await ask(askOpenContact, { ...keyOf(one), channel: "email" })).toMatchObject({ status: 409 });
    let sends = 0;
    const fromAnother = (host: number, claim: typeof one) => {
      sends += 1;
      const headers = { "x-origin-key": originKey, "x-viewer-address": `203.0.113.${host}` };
      const key = `a-key-of-${sends}-networks`;
      return ask(
        askOpenContact,
        { ...keyOf(claim), channel: "sms" },
        { headers: { ...headers, "idempotency-key": key } },
      );
    };
    for (let asked = 0; asked < 6; asked += 1) expect(await fromAnother(1, third)).toMatchObject({ status: 200 });
    expect(await fromAnother(2, other)).toMatchObject({ status: 409 });
  });

  it("is confirmed by the account that opens the claim with its key, whose supply it must be or was shown to be", async () => {
    const [unknown, known] = [await filedWithMobile(), await filedWithMobile({ receiptTotal: await total() })];
    const open = (claim: typeof known, sub: string) => ask(openClaim, keyOf(claim), { claims: customer(sub) });
    expect(await open(unknown, "eva")).toMatchObject({ status: 404, body: { type: "urn:caudal:supply-not-linked" } });
    expect(
      await call(world.handler, showClaim, { params: { claimId: unknown.claimId }, claims: customer("eva") }),
    ).toMatchObject({ status: 404 });
    expect(await open(known, "maria")).toMatchObject({ status: 200 });
    expect(await open(known, "maria")).toMatchObject({ status: 200 });
    const { events, visits } = await fileOf(known.claimId);
    expect(entriesOf(events, "contact-confirmed")).toMatchObject([{ details: { how: "account" } }]);
    expect(visits).toHaveLength(1);
    await world.deps.supplyLinks.link("eva", supplyCode, now);
    expect(await open(unknown, "eva")).toMatchObject({ status: 200 });
    // It repeats the claim that is known by now, as one of eva's account would.
    expect((await fileOf(unknown.claimId)).head.appointmentsWait).toMatchObject({ sameAs: { claimId: known.claimId } });
  });

  it.each<[string, object, string, number]>([
    ["signs in with the mobile that answered its code", {}, "maria", 200],
    ["signs in with another", {}, "eva", 404],
    ["has no contact of its own", {}, "ana", 404],
    ["borrowed the mobile", { borrowed: true }, "maria", 404],
  ])("is opened without its key by an account that %s", async (_, replaced, sub, status) => {
    const claim = await filedWithMobile({ receiptTotal: await total(), ...replaced });
    const open = () =>
      call(world.handler, openConfirmedClaim, { params: { claimId: claim.claimId }, body: {}, claims: customer(sub) });
    expect((await open()).status).toBe(404);
    await ask(askOpenContact, { ...keyOf(claim), channel: "sms" });
    const [digits] = /\d{6}/.exec((await sent(claim.claimId))?.text ?? "") ?? [];
    await ask(confirmOpenContact, { ...keyOf(claim), digits });
    expect((await open()).status).toBe(status);
    const shown = await call(world.handler, showClaim, { params: { claimId: claim.claimId }, claims: customer(sub) });
    expect(shown.status).toBe(status);
  });

  it("is not opened by its mobile to who never showed that they know the supply", async () => {
    const claim = await filedWithMobile();
    await ask(askOpenContact, { ...keyOf(claim), channel: "sms" });
    const [digits] = /\d{6}/.exec((await sent(claim.claimId))?.text ?? "") ?? [];
    await ask(confirmOpenContact, { ...keyOf(claim), digits });
    const opened = { params: { claimId: claim.claimId }, body: {}, claims: customer("maria") };
    expect((await call(world.handler, openConfirmedClaim, opened)).body.type).toBe("urn:caudal:supply-not-linked");
  });

  it("keeps nobody waiting while it is not confirmed, however many a machine files", async () => {
    for (let filed = 0; filed < (isWhole ? 1000 : 4); filed += 1) await filedWithMobile();
    vi.setSystemTime(Date.parse(now) + 1000);
    const { linkId } = await world.deps.supplyLinks.link("maria", supplyCode, now);
    const { status, body } = await ask(fileClaim, claimBody(linkId), { claims: customer("maria") });
    expect(status).toBe(201);
    expect(body.awaitsAppointments).toBeUndefined();
    expect(body).toMatchObject({ visit: { late: false }, hearing: {}, duplicates: [] });
    const check = { linkId, receipts: [october] };
    const { text } = await ask(checkClaim, check, { claims: customer("maria") });
    expect(text.match(/por lo mismo/g)).toHaveLength(1);
  }, 240_000);

  it("is refused at a tenth of a second, with another key as under a code that no claim has", async () => {
    const claim = await filedWithMobile();
    for (const code of [claim.code, codeOf(tenant.office.claimCode.value, 2026, 7)]) {
      const began = performance.now();
      expect(await ask(showOpenClaim, { code, claimKey: "a".repeat(22) })).toMatchObject({
        status: 404,
        body: { detail: "Revisa el código y la clave, tal como están en tu cargo." },
      });
      expect(performance.now() - began).toBeGreaterThan(99);
    }
  });

  it("does not open with another key, nor its cargo before it is made", async () => {
    const claim = await filedWithMobile();
    expect(await ask(showOpenClaim, { ...keyOf(claim), claimKey: "a".repeat(22) })).toMatchObject({ status: 404 });
    expect(await ask(downloadOpenCargo, keyOf(claim))).toMatchObject({
      status: 409,
      body: { type: "urn:caudal:document-not-ready" },
    });
  });
});

describe("a recourse without an account", () => {
  const resolved = async () => {
    const { body } = await ask(fileOpenClaim, openBody({ claimant: said.claimant }));
    const noticeKey = await decideAtOnce(world.world, body.claimId, now, "010-2026");
    await call(world.handler, acknowledgeNotice, { params: { noticeKey }, body: {} });
    return body;
  };
  const recourse = { kind: "appeal", grounds: "No estoy de acuerdo.", draftId };

  it.each(["key", "document"] as const)("is filed by the claim's code and its %s", async (by) => {
    const { code, claimKey, claimId } = await resolved();
    const proof = by === "key" ? { claimKey } : { document: said.claimant.document };
    const { status, body } = await ask(fileOpenRecourse, { ...recourse, code, ...proof });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      submissionNumber: expect.stringMatching(/^MP-2026-\d{6}-\d$/),
      submissionKey: expect.stringMatching(/^[\w-]{22}$/),
      filedAt: now,
      filedOn: "2026-11-23",
      late: false,
    });
    expect(lastEntry((await fileOf(claimId)).events, "appeal-filed")).toMatchObject({ by: { kind: "guest" } });
  });

  it("says of a reconsideration by when it is answered and that its new evidence is missing, of an appeal neither", async () => {
    const { code, claimKey, claimId } = await resolved();
    const proof = { code, claimKey };
    const reviewed = await ask(fileOpenRecourse, { ...recourse, ...proof, kind: "reconsideration" });
    expect(reviewed.body).toMatchObject({ answerBy: "2026-12-23", lacksEvidence: true });
    expect(lastEntry((await fileOf(claimId)).events, "reconsideration-filed")).toMatchObject({ newEvidence: false });
    const { status, body } = await ask(fileOpenRecourse, { ...recourse, ...proof });
    expect(status).toBe(201);
    expect(body).not.toHaveProperty("answerBy");
    expect(body).not.toHaveProperty("lacksEvidence");
  });

  it("is not filed with another's document, which says nothing of the claim", async () => {
    const { code } = await resolved();
    const document = { kind: "DNI", number: "00000009" };
    const wrong = await ask(fileOpenRecourse, { ...recourse, code, document });
    const nowhere = await ask(fileOpenRecourse, { ...recourse, code: "RE-2026-000000-0", document });
    expect([wrong.status, nowhere.status]).toEqual([404, 404]);
    expect(await ask(fileOpenRecourse, { ...recourse, code })).toMatchObject({ status: 400 });
  });
});
