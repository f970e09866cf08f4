import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { sendNotices } from "../../../../functions/send-notices/send-notices.ts";
import { type CaseAt, caseAt } from "../../../../shared/casework/case/case-at.ts";
import { guestOf } from "../../../../shared/casework/filing/guest.ts";
import { consentPendingUntil, consentsTo } from "../../../../shared/casework/notice/notice-consent.ts";
import { lastEntry } from "../../../../shared/domain/case/case-events.ts";
import type { Claimant } from "../../../../shared/domain/filing/claim-form.ts";
import { contactChanged } from "../../../../tenants/eps-moquegua/notices/confirmation.ts";
import { fixedNotices } from "../../../doubles/fixed-notices.ts";
import { form, maria } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { captureLog } from "../../log-lines.ts";
import { noticeDeps } from "../../send-notices/notice-deps.ts";
import { staffWorkRoutes as routes } from "../../staff-work.ts";
import { type CaseworkWorld, caseworkWorld, filedAt, steps, type Worker } from "../casework-world.ts";

let local: TestTables;
let world: CaseworkWorld;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
beforeEach(async () => {
  captureLog();
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-24T15:00:00.000Z") });
  world = await caseworkWorld(local);
});
afterAll(async () => {
  vi.useRealTimers();
  await local.stop();
});

const operator: Worker = ["operator-1", "operator"];
const noMail: Claimant = { ...form.claimant, email: undefined, notifyByEmail: false };

/** Who calls, with what they left in their claim. */
const callers: Readonly<Record<string, { readonly claimant: Claimant; readonly ways: readonly string[] }>> = {
  "with a mobile": { claimant: { ...noMail, telephone: "900000001" }, ways: ["sms"] },
  "with a landline only": { claimant: { ...noMail, telephone: "053461000" }, ways: ["voice"] },
  "a tenant": {
    claimant: {
      ...noMail,
      ...{ telephone: "900000002", standing: { as: "effective-user" } },
      document: { kind: "DNI", number: "00000002" },
    },
    ways: ["sms"],
  },
  "a representative without special power": {
    claimant: { ...noMail, telephone: "053461000", standing: { as: "representative", acts: [] } },
    ways: ["voice"],
  },
  "who cannot read, without telephone": {
    claimant: { ...noMail, telephone: undefined },
    ways: ["voice"],
  },
};

let recordings = 0;
/** A recording that the operator sent and that passed its check; its id. */
async function recorded({ uploads }: CaseworkWorld): Promise<string> {
  recordings += 1;
  const documentId = `recording-${recordings}`;
  const file = { documentId, fileName: `${documentId}.ogg`, contentType: "audio/ogg", sizeBytes: 10 } as const;
  const checked = { ...file, sha256: "b".repeat(64), state: "received" } as const;
  await uploads.announce({ ...checked, by: operator[0], createdAt: filedAt }, 100);
  return documentId;
}

async function fileFor(claimant: Claimant): Promise<string> {
  const { file } = await world.fileOne(filedAt, {
    channel: "telephone",
    by: { kind: "staff", sub: "operator-1", roles: ["operator"] },
    sub: undefined,
    form: { ...form, claimant },
  });
  return file.head.claimId;
}
const eventsOf = async (claimId: string) => (await world.caseFiles.read(claimId))?.events ?? [];
const ask = (claimId: string, route: Parameters<CaseworkWorld["as"]>[1], body?: object, key?: string) =>
  world.as(operator, route, { params: { claimId }, ...(body && { body }), ...(key && { key }) });
const visitOf = async (claimId: string) => (await ask(claimId, routes.showCalledVisit)).body;

describe.each(Object.entries(callers))("a caller %s", (_name, { claimant, ways }) => {
  let claimId: string;
  beforeEach(async () => {
    claimId = await fileFor(claimant);
  });

  it("confirms their visit, moves it to a free slot, and the history says that they called", async () => {
    const { visit, change } = await visitOf(claimId);
    const { inspectionId, on, from } = visit;
    expect(await ask(claimId, routes.takeVisitChoice, { came: "telephone", inspectionId, on, from })).toMatchObject({
      status: 200,
    });
    expect(lastEntry(await eventsOf(claimId), "visit-confirmed")?.details).toMatchObject({
      taken: { came: "telephone" },
    });
    expect((await visitOf(claimId)).confirmed).toBe(true);
    const [slot] = change.slots;
    const moved = await ask(claimId, routes.takeVisitChoice, {
      ...{ came: "telephone", inspectionId, on: slot.on, from: slot.from },
    });
    expect(moved.status).toBe(200);
    expect(moved.body.entries.at(-1).text).toMatch(/por teléfono/);
    expect(await visitOf(claimId)).toMatchObject({
      visit: { on: slot.on, from: slot.from },
      confirmed: true,
      change: { left: change.left - 1 },
    });
  });

  it("confirms that they take part in their hearing, once", async () => {
    const { hearing } = (await ask(claimId, routes.showCase)).body;
    const body = { came: "telephone", on: hearing.on, at: hearing.at };
    expect((await ask(claimId, routes.takeHearingConfirmation, body)).body.hearing.confirmed).toBe(true);
    const before = (await eventsOf(claimId)).length;
    expect((await ask(claimId, routes.takeHearingConfirmation, body)).status).toBe(200);
    expect(await eventsOf(claimId)).toHaveLength(before);
    const other = { ...body, on: "2026-12-30" };
    expect((await ask(claimId, routes.takeHearingConfirmation, other)).status).toBe(409);
  });

  it("says in which language they want to be attended, once, and that they called for it", async () => {
    const body = { came: "telephone", language: "qu", interpreter: true };
    const said = await ask(claimId, routes.takeLanguage, body);
    expect(said.body.languageChoice).toEqual({ language: "qu", interpreter: true });
    expect(said.body.entries.at(-1).text).toMatch(/^quechua, con intérprete.*por teléfono/i);
    const before = (await eventsOf(claimId)).length;
    expect((await ask(claimId, routes.takeLanguage, body)).status).toBe(200);
    expect(await eventsOf(claimId)).toHaveLength(before);
  });

  it("changes their contact if they say their document, once, and consents to nothing by it", async () => {
    const { document, notifyByEmail, ...before } = (await ask(claimId, routes.showCase)).body.claimant;
    const body = {
      came: "telephone",
      documentNumber: ` ${claimant.document?.number}`,
      telephone: "900 000 077",
      email: "nuevo@example.pe",
    };
    const changed = await ask(claimId, routes.takeContact, body);
    expect(changed.status, changed.text).toBe(200);
    // Two working days to undo it: until they are over the contact before is used.
    expect(changed.body).toMatchObject({ contactAfter: "2026-11-27", claimant: { ...before, document } });
    expect(changed.body.entries.at(-1).text).toMatch(/^teléfono, correo.*por teléfono/);
    const last = lastEntry(await eventsOf(claimId), "contact-changed");
    expect(last).toMatchObject({ by: { sub: operator[0] }, details: { taken: { came: "telephone" } } });
    const entries = (await eventsOf(claimId)).length;
    expect((await ask(claimId, routes.takeContact, body)).status).toBe(200);
    expect(await eventsOf(claimId)).toHaveLength(entries);
    vi.setSystemTime("2026-11-28T05:01:00.000Z");
    const later = (await ask(claimId, routes.showCase)).body;
    expect(later.claimant).toMatchObject({
      ...{ telephone: "900000077", email: "nuevo@example.pe", address: before.address, document, notifyByEmail },
    });
    expect([later.notifyByEmail, later.contactAfter]).toEqual([false, undefined]);
    const other = await ask(claimId, routes.takeContact, {
      ...body,
      documentNumber: "00000099",
      telephone: "900000078",
    });
    expect(other).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining("no es el de quien reclama") },
    });
    const none = await ask(claimId, routes.takeContact, {
      came: "telephone",
      documentNumber: claimant.document?.number,
    });
    expect(none.status).toBe(400);
  });

  it("files a queja and adds grounds in their words at the call's instant", async () => {
    const facts = { ground: "delay", duty: "Visitar.", facts: "Nadie vino.", uploadIds: [], came: "telephone" };
    const filed = await ask(claimId, routes.takeQueja, facts);
    expect(filed).toMatchObject({ status: 201, body: { filedAt: "2026-11-24T15:00:00.000Z" } });
    expect((await ask(claimId, routes.takeExtension, { grounds: "Hubo cortes.", came: "telephone" })).status).toBe(200);
  });

  it("confirms a withdrawal or a recourse as they can, without reading", async () => {
    expect((await ask(claimId, routes.showCase)).body.confirmingWays.telephone).toEqual(ways);
  });

  it("is not notified by an e-mail they do not have, and may say so again", async () => {
    const consent = (granted: boolean) =>
      ask(claimId, routes.takeNoticeConsent, { came: "telephone", channel: "email", granted });
    expect(await consent(true)).toMatchObject({ status: 409, body: { detail: "Este reclamo no tiene un correo." } });
    expect((await consent(false)).status).toBe(200);
    expect(lastEntry(await eventsOf(claimId), "notice-consent")).toBeUndefined();
  });
});

describe("by telephone", () => {
  it("a new contact is said to the one before, and that it was by telephone", async () => {
    const claimId = await fileFor({ ...form.claimant, telephone: "900000001", email: undefined, notifyByEmail: false });
    await ask(claimId, routes.takeContact, { came: "telephone", documentNumber: "00000001", telephone: "900000077" });
    const texts: { to: string; text: string }[] = [];
    const deps = {
      ...{ ...world, ...noticeDeps, notices: fixedNotices(), now: () => "2026-11-24T15:00:00.000Z" },
      mail: { send: async () => expect.unreachable("there is no mail") },
      texts: {
        send: async (to: string, text: string) => {
          texts.push({ to, text });
          return { messageId: "1" };
        },
      },
    };
    const entry = lastEntry(await eventsOf(claimId), "contact-changed");
    if (!entry) throw new Error("no entry");
    await sendNotices(deps)({ claimId, seq: entry.seq });
    expect(texts).toMatchObject([{ to: "900000001", text: expect.stringContaining("Si no fuiste tu") }]);
    expect(texts[0]?.text).not.toContain("900000077");
    const facts = { claimCode: "RE-2026-000001-1", undoUntil: undefined };
    expect(texts[0]?.text).toContain("pasado el 27");
    expect(contactChanged(entry, facts)?.says?.[0]).toMatch(/^Por teléfono se cambió/);
    expect(contactChanged({ ...entry, details: { telephone: "900000077" } }, facts)?.says?.[0]).toMatch(
      /^Desde la cuenta/,
    );
  });

  it("a new contact is said to nobody while a guest's contact is not confirmed", async () => {
    const { file } = await world.fileOne(filedAt, {
      ...{ by: guestOf("dBorrador0123456789abc"), sub: undefined, guest: { receipts: [], knowsSupply: false } },
      form: { ...form, claimant: { ...noMail, telephone: "900000001" } },
    });
    const { claimId } = file.head;
    await ask(claimId, routes.takeContact, { came: "telephone", documentNumber: "00000001", telephone: "900000077" });
    const entry = lastEntry(await eventsOf(claimId), "contact-changed");
    if (!entry) throw new Error("no entry");
    const before = (await eventsOf(claimId)).length;
    const deps = {
      ...{ ...world, ...noticeDeps, notices: fixedNotices(), now: () => "2026-11-24T15:00:00.000Z" },
      mail: { send: async () => expect.unreachable("nobody is written to") },
      texts: { send: async () => expect.unreachable("nobody is written to") },
    };
    await sendNotices(deps)({ claimId, seq: entry.seq });
    expect(await eventsOf(claimId)).toHaveLength(before);
  });

  it("a new contact is undone by saying the one before, and counts at once at the counter", async () => {
    const claimId = await fileFor({ ...noMail, telephone: "900000001" });
    const say = async (came: string, telephone: string) =>
      (await ask(claimId, routes.takeContact, { came, documentNumber: "00000001", telephone })).body;
    const shown = async () => (await ask(claimId, routes.showCase)).body.claimant.telephone;
    await say("telephone", "900000077");
    expect(await say("counter", "900000001")).toMatchObject({ claimant: { telephone: "900000001" } });
    expect((await ask(claimId, routes.showCase)).body.contactAfter).toBeUndefined();
    await say("telephone", "900000077");
    await say("telephone", "900000001");
    vi.setSystemTime("2026-11-28T05:01:00.000Z");
    expect(await shown()).toBe("900000001");
    await say("telephone", "900000077");
    expect(await say("counter", "900000077")).toMatchObject({ claimant: { telephone: "900000077" } });
  });

  it("consent to mail is given and taken back in the claimant's name, once each", async () => {
    const claimId = await fileFor({ ...form.claimant, email: "cliente@example.pe", notifyByEmail: false });
    const consent = (granted: boolean, key?: string) =>
      ask(claimId, routes.takeNoticeConsent, { came: "telephone", channel: "email", granted }, key);
    // Two working days to undo it: until they are over decisions go on paper.
    expect((await consent(true, "a-consent-given-once")).body).toMatchObject({
      ...{ notifyByEmail: false, notifyByEmailAfter: "2026-11-27" },
    });
    expect((await consent(true, "a-consent-given-once")).status).toBe(200);
    expect((await eventsOf(claimId)).filter(({ type }) => type === "notice-consent")).toHaveLength(1);
    const undone = (await consent(false)).body;
    expect(undone.notifyByEmail).toBe(false);
    expect(undone.notifyByEmailAfter).toBeUndefined();
    vi.setSystemTime("2026-11-28T15:00:00.000Z");
    expect((await ask(claimId, routes.showCase)).body.notifyByEmail).toBe(false);
    expect(lastEntry(await eventsOf(claimId), "notice-consent")?.details).toEqual({
      ...{ channel: "email", granted: false, taken: { came: "telephone" } },
    });
  });

  it("consent to mail counts once it cannot be undone, and said again by web at once", async () => {
    const claimant = { ...form.claimant, email: "cliente@example.pe", notifyByEmail: false };
    const byMail = async (claimId: string) => (await ask(claimId, routes.showCase)).body.notifyByEmail;
    const claimId = await fileFor(claimant);
    await ask(claimId, routes.takeNoticeConsent, { came: "telephone", channel: "email", granted: true });
    vi.setSystemTime("2026-11-28T04:59:00.000Z");
    expect(await byMail(claimId)).toBe(false);
    vi.setSystemTime("2026-11-28T05:01:00.000Z");
    expect(await byMail(claimId)).toBe(true);
    const other = await fileFor(claimant);
    await ask(other, routes.takeNoticeConsent, { came: "telephone", channel: "email", granted: true });
    await world.elsewhere(other, "2026-11-28T05:02:00.000Z", [
      {
        ...{ type: "notice-consent", effectiveAt: "2026-11-28T05:02:00.000Z", by: maria },
        details: { channel: "email", granted: true },
      },
    ]);
    expect(await byMail(other)).toBe(true);
  });

  it("consent to mail given while a claim is taken counts once it cannot be undone, by telephone alone", async () => {
    const claimant = { ...form.claimant, email: "cliente@example.pe", notifyByEmail: true };
    const shown = async (claimId: string) => (await ask(claimId, routes.showCase)).body;
    const said = (claimId: string, granted: boolean) =>
      ask(claimId, routes.takeNoticeConsent, { came: "telephone", channel: "email", granted });
    const [kept, undone, again] = [await fileFor(claimant), await fileFor(claimant), await fileFor(claimant)];
    const pending = { notifyByEmail: false, notifyByEmailAfter: "2026-11-26", claimant: { notifyByEmail: false } };
    expect(await shown(kept)).toMatchObject(pending);
    // Said once more by telephone it is the same consent; taken back it ends at once; by web it counts at once.
    expect((await said(kept, true)).body).toMatchObject(pending);
    expect(lastEntry(await eventsOf(kept), "notice-consent")).toBeUndefined();
    const taken = (await said(undone, false)).body;
    expect([taken.notifyByEmail, taken.notifyByEmailAfter]).toEqual([false, undefined]);
    await world.elsewhere(again, "2026-11-24T16:00:00.000Z", [
      {
        ...{ type: "notice-consent", effectiveAt: "2026-11-24T16:00:00.000Z", by: maria },
        details: { channel: "email", granted: true },
      },
    ]);
    const byWeb = await shown(again);
    expect([byWeb.notifyByEmail, byWeb.notifyByEmailAfter]).toEqual([true, undefined]);
    vi.setSystemTime("2026-11-27T04:59:00.000Z");
    expect((await shown(kept)).notifyByEmail).toBe(false);
    vi.setSystemTime("2026-11-27T05:01:00.000Z");
    const counts = await shown(kept);
    expect([counts.notifyByEmail, counts.notifyByEmailAfter]).toEqual([true, undefined]);
    expect((await shown(undone)).notifyByEmail).toBe(false);
    const atTheCounter = await world.fileOne("2026-11-27T15:00:00.000Z", {
      ...{ channel: "counter", by: { kind: "staff", sub: "operator-1", roles: ["operator"] }, sub: undefined },
      form: { ...form, claimant },
    });
    vi.setSystemTime("2026-11-27T15:01:00.000Z");
    const counter = await shown(atTheCounter.file.head.claimId);
    expect([counter.notifyByEmail, counter.notifyByEmailAfter]).toEqual([true, undefined]);
  });

  it("consent given while a claim was taken counts at once as filed before, and with no days to undo it", async () => {
    const claimId = await fileFor({ ...form.claimant, email: "cliente@example.pe", notifyByEmail: true });
    const file = await world.caseFiles.read(claimId);
    if (!file) throw new Error("no file");
    const at = caseAt(file, world.tenant, "2026-11-24T16:00:00.000Z");
    const { mailConsent, ...details } = at.filing.details;
    expect(mailConsent).toEqual({ taken: { came: "telephone" } });
    expect([consentsTo("email", at), consentsTo("mailbox", at)]).toEqual([false, false]);
    const before: CaseAt = { ...at, filing: { ...at.filing, details } };
    const atOnce: CaseAt = { ...at, law: { ...at.law, phone: { ...at.law.phone, undoDays: 0 } } };
    for (const one of [before, atOnce])
      expect([consentsTo("email", one), consentPendingUntil("email", one)]).toEqual([true, undefined]);
  });

  it("a withdrawal is accepted once it cannot be undone, and undone before that", async () => {
    const claimId = await fileFor({ ...noMail, telephone: "053461000" });
    const said = { of: "procedure", reason: "" };
    const withdraw = async () =>
      ask(claimId, routes.takeWithdrawal, {
        ...{ ...said, came: "telephone", confirmation: { by: "voice", uploadIds: [await recorded(world)] } },
      });
    const undo = () => ask(claimId, routes.takeUndoneWithdrawal, { came: "telephone" });
    expect((await undo()).status).toBe(409);
    const asked = await withdraw();
    expect(asked.body).toMatchObject({ withdrawalUndoUntil: "2026-11-27" });
    expect(asked.body.actions).toContain("withdrawal-undone");
    const signer: Worker = ["resolver-1", "resolver"];
    const seen = async () => (await world.as(signer, routes.showCase, { params: { claimId } })).body;
    expect((await seen()).withdrawalToAccept).toBeUndefined();
    expect((await seen()).withdrawal).toMatchObject({
      of: "procedure",
      reason: "",
      came: "telephone",
      undoUntil: "2026-11-27",
    });
    const terms = (await seen()).clocks;
    const undone = await undo();
    expect(undone.status).toBe(200);
    expect(undone.body.entries.at(-1)).toMatchObject({ type: "withdrawal-undone", text: expect.stringMatching(/tel/) });
    expect(undone.body.withdrawalUndoUntil).toBeUndefined();
    expect(undone.body.withdrawal).toBeUndefined();
    expect((await seen()).clocks).toEqual(terms);
    expect((await withdraw()).status).toBe(200);
    vi.setSystemTime("2026-11-28T15:00:00.000Z");
    expect(await undo()).toMatchObject({ status: 409 });
    expect((await seen()).withdrawalToAccept).toBe(true);
    expect((await seen()).withdrawal).toMatchObject({
      came: "telephone",
      undoUntil: "2026-11-27",
      person: expect.any(String),
    });
  });

  it("a visit is moved as often and as late as by web, and no more", async () => {
    const claimId = await fileFor(form.claimant);
    for (let { change, visit } = await visitOf(claimId); change.left > 0; { change, visit } = await visitOf(claimId)) {
      const [slot] = change.slots;
      const body = { came: "telephone", inspectionId: visit.inspectionId, on: slot.on, from: slot.from };
      expect((await ask(claimId, routes.takeVisitChoice, body)).status).toBe(200);
    }
    const { visit } = await visitOf(claimId);
    const once = { came: "telephone", inspectionId: visit.inspectionId, on: "2026-12-01", from: "16:00" };
    expect(await ask(claimId, routes.takeVisitChoice, once)).toMatchObject({
      status: 409,
      body: { detail: "La visita ya se cambió las veces que se puede." },
    });
    const gone = { ...once, inspectionId: "none" };
    expect((await ask(claimId, routes.takeVisitChoice, gone)).status).toBe(409);
  });

  it("a recourse is checked before it is filed: what it lacks, and nothing is written", async () => {
    const { claimId, now } = await steps.notified(world);
    vi.setSystemTime(now);
    const before = (await eventsOf(claimId)).length;
    const { status, body } = await ask(claimId, routes.checkCalledRecourse, { kind: "reconsideration" });
    expect(status).toBe(200);
    expect(body.findings.length).toBeGreaterThan(0);
    await world.upload("operator-1", "new-proof");
    const proved = await ask(claimId, routes.checkCalledRecourse, {
      ...{ kind: "reconsideration", grounds: "Hay otra lectura.", uploadIds: ["new-proof"] },
    });
    expect(proved.body.findings.length).toBeLessThan(body.findings.length);
    expect(await eventsOf(claimId)).toHaveLength(before);
  });

  it("none of it finds a claim that is not there", async () => {
    const bodies = [
      [routes.showCalledVisit, undefined],
      [routes.takeVisitChoice, { came: "telephone", inspectionId: "i", on: "2026-12-01", from: "08:00" }],
      [routes.takeHearingConfirmation, { came: "telephone", on: "2026-12-01", at: "08:00" }],
      [routes.takeNoticeConsent, { came: "telephone", channel: "email", granted: false }],
      [routes.checkCalledRecourse, { kind: "appeal" }],
    ] as const;
    for (const [route, body] of bodies) expect((await ask("none", route, body)).status, route.path).toBe(404);
  });
});
