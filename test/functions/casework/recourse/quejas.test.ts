import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { lastEntry } from "../../../../shared/domain/case/case-events.ts";
import { cents } from "../../../../shared/domain/receipt/money.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { person } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { captureLog } from "../../log-lines.ts";
import { staffWorkRoutes as routes } from "../../staff-work.ts";
import { appeals, type CaseworkWorld, caseworkWorld, complains, steps, type Worker } from "../casework-world.ts";

let local: TestTables;
let world: CaseworkWorld;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
beforeEach(async () => {
  captureLog();
  world = await caseworkWorld(local);
});
afterAll(async () => {
  vi.useRealTimers();
  await local.stop();
});

const on = (now: string): void => void vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
const operator: Worker = ["operator-1", "operator"];
const clerk: Worker = ["clerk-1", "clerk"];
const said = { ground: "delay", duty: "Resolver en 30 días hábiles.", facts: "Nadie responde.", came: "telephone" };
const pending = async () => (await world.as(clerk, routes.listQuejas)).body.claims;
const shown = async (claimId: string, who: Worker = clerk) =>
  (await world.as(who, routes.showCase, { params: { claimId } })).body;

describe("a queja", () => {
  it("waits on the list behind any number that were answered since", async () => {
    const { claimId, now } = await steps.accepted(world);
    await world.elsewhere(claimId, now, [complains(now)]);
    const { claimId: without } = await steps.accepted(world);
    const stale = Array.from({ length: 50 }, (_, at) => ({ claimId: without, place: `${at}` }));
    const pages = vi.spyOn(world.workLists, "withQuejas");
    pages.mockResolvedValueOnce(stale).mockResolvedValueOnce([{ claimId, place: "50" }]);
    on(now);
    const { body } = await world.as(clerk, routes.listQuejas);
    expect([body.claims.map((each: { claimId: string }) => each.claimId), body.more]).toEqual([[claimId], false]);
    expect(pages.mock.calls.map(([, , after]) => after)).toEqual([undefined, "49"]);
    pages.mockRestore();
  });

  it("is filed at the document desk with a number, stops nothing, and waits on the list with its term", async () => {
    const { claimId, now } = await steps.accepted(world);
    on(now);
    const before = await shown(claimId);
    const taken = await world.as(operator, routes.takeQueja, {
      params: { claimId },
      body: said,
      key: "a-queja-of-its-own",
    });
    expect(taken).toMatchObject({
      status: 201,
      body: {
        submissionNumber: expect.stringMatching(/^MP-2026-/),
        filedOn: "2026-11-26",
        claim: { state: "under-investigation", notifyBy: before.notifyBy },
      },
    });
    expect(await world.submissions.find(taken.body.submissionId)).toMatchObject({
      kind: "queja",
      sub: "maria",
      text: "Resolver en 30 días hábiles.\n\nNadie responde.",
      claim: { claimId },
    });
    expect(lastEntry((await world.caseFiles.read(claimId))?.events ?? [], "queja-filed")).toMatchObject({
      by: { sub: "operator-1" },
      details: { taken: { came: "telephone" } },
    });
    const again = await world.as(operator, routes.takeQueja, {
      params: { claimId },
      body: said,
      key: "a-queja-of-its-own",
    });
    expect(again.body.submissionNumber).toBe(taken.body.submissionNumber);
    const { quejas, clocks } = await shown(claimId);
    expect(quejas).toHaveLength(1);
    expect(clocks.find(({ id }: { id: string }) => id === "T20")).toMatchObject({ dueDate: "2026-11-27" });
    expect(await pending()).toMatchObject([{ claimId, forwarded: false, until: "2026-11-27", workingDays: 1 }]);
    on("2026-12-01T15:00:00.000Z");
    expect(await pending()).toMatchObject([{ claimId, until: "2026-11-27", workingDays: -2 }]);
  });

  it("is sent on once, to who the law says, then answered, and leaves the list", async () => {
    const { claimId, now } = await steps.complained(world);
    on(now);
    const file = await world.caseFiles.read(claimId);
    if (!file) throw new Error("no case");
    await world.elsewhere(claimId, now, [], [world.caseFiles.listQueja(file.head, "2026-11-24")]);
    const forward = () =>
      world.as(clerk, routes.forwardQueja, { params: { claimId }, body: { reference: "Oficio 13-2026" } });
    const sent = await forward();
    expect(sent.body.quejas).toMatchObject([{ forwarded: { to: "TRASS", reference: "Oficio 13-2026" } }]);
    expect(sent.body.actions).not.toContain("queja-forwarded");
    expect(await forward()).toMatchObject({ status: 409, body: { detail: expect.stringContaining("ya se envió") } });
    expect(await pending()).toMatchObject([{ claimId, forwarded: true, until: "2026-11-30" }]);
    on("2026-11-27T15:00:00.000Z");
    const answered = await world.as(clerk, routes.answerQueja, {
      params: { claimId },
      body: { outcome: "queja-rejected", receivedAt: "2026-11-27T14:00:00Z", summary: "No hay demora." },
    });
    expect(answered.body).toMatchObject({
      state: "filed",
      quejas: [{ answer: { outcome: "queja-rejected", summary: "No hay demora." } }],
    });
    expect(await pending()).toEqual([]);
  });

  it("waits for its turn behind another, and the claim stays on the list until each has its answer", async () => {
    const { claimId, now } = await steps.filed(world);
    on(now);
    for (const key of ["a-first-queja-of-two", "a-second-queja-of-two"])
      await world.as(operator, routes.takeQueja, { params: { claimId }, body: said, key });
    const edit = (route: typeof routes.forwardQueja | typeof routes.answerQueja, body: object) =>
      world.as(clerk, route, { params: { claimId }, body });
    const answer = { outcome: "queja-upheld", receivedAt: now, summary: "Que respondan." };
    await edit(routes.forwardQueja, { reference: "Oficio 1" });
    expect(await pending()).toMatchObject([{ claimId, forwarded: false }]);
    await edit(routes.forwardQueja, { reference: "Oficio 2" });
    await edit(routes.answerQueja, answer);
    expect((await shown(claimId)).quejas).toMatchObject([
      { forwarded: { reference: "Oficio 2" } },
      { forwarded: { reference: "Oficio 1" }, answer: { outcome: "queja-upheld" } },
    ]);
    expect(await pending()).toMatchObject([{ claimId, forwarded: true }]);
    await edit(routes.answerQueja, answer);
    expect(await pending()).toEqual([]);
  });

  it("leaves the claim on the list by the day of the next, also of one that was recorded late", async () => {
    const { claimId, now } = await steps.filed(world);
    await world.elsewhere(claimId, now, [complains(now)]);
    await world.elsewhere(claimId, now, [complains("2026-11-23T21:00:00.000Z")]);
    on(now);
    const listed = vi.spyOn(world.caseFiles, "listQueja");
    const answered = await world.as(clerk, routes.answerQueja, {
      params: { claimId },
      body: { outcome: "queja-upheld", receivedAt: now, summary: "Que respondan." },
    });
    expect(answered.status, answered.text).toBe(200);
    expect(listed.mock.lastCall?.[1]).toBe("2026-11-23");
    listed.mockRestore();
  });

  it("is taken when the claim is over too", async () => {
    const { claimId, now } = await steps.filed(world);
    await world.elsewhere(claimId, now, [
      {
        type: "withdrawal-requested",
        effectiveAt: now,
        by: { kind: "customer", sub: "maria" },
        of: "claim",
        standing: { as: "holder" },
        details: { reason: "" },
      },
      { type: "withdrawal-accepted", effectiveAt: now, by: person("signer-1", "signer"), details: { reason: "" } },
    ]);
    on("2026-11-25T15:00:00.000Z");
    const taken = await world.as(operator, routes.takeQueja, { params: { claimId }, body: said });
    expect(taken).toMatchObject({
      status: 201,
      body: { claim: { state: "withdrawn", quejas: [{ ground: "delay" }] } },
    });
  });

  it("that declares the silence grants the claim, and does not take a draft off its signer meanwhile", async () => {
    const { claimId } = await steps.heard(world);
    const now = "2026-12-28T15:00:00.000Z";
    const series = { office: "MOQ", year: 2026 };
    const document = {
      documentId: "d",
      kind: "resolution",
      fileName: "r.pdf",
      sizeBytes: 1,
      sha256: "0",
      verificationCode: "0000-0000-0000-0000",
    } as const;
    await world.elsewhere(
      claimId,
      now,
      [
        {
          type: "resolution-issued",
          effectiveAt: now,
          by: person("resolver-1", "resolver"),
          number: "00001-2026-MOQ",
          outcome: "rejected",
          checklist: "complete",
          details: { reasons: "", decision: "", months: [], evidence: [], document },
        },
      ],
      world.resolutionNumbers.take(series, 1, claimId),
    );
    await world.elsewhere(claimId, now, [complains(now)]);
    on("2026-12-29T15:00:00.000Z");
    const signing = await world.as(["signer-1", "signer"], routes.listWork, { query: { queue: "signature" } });
    expect(signing.body.claims).toMatchObject([{ claimId }]);
    const answered = await world.as(clerk, routes.answerQueja, {
      params: { claimId },
      body: { outcome: "queja-silence", receivedAt: "2026-12-29T14:00:00Z", summary: "Declara el silencio." },
    });
    expect(answered.body.state).toBe("positive-silence");
    expect(await world.resolutionNumbers.find(series, 1)).toMatchObject({ state: "voided" });
  });
});

describe("evidence that a decision goes without", () => {
  const override = (claimId: string, who: Worker, items: readonly string[]) =>
    world.as(who, routes.overrideChecklist, { params: { claimId }, body: { items, reason: "No hay esa fuente." } });

  it("shows who let it go and why, and is offered to nobody of their own draft", async () => {
    const { claimId, now } = await steps.heard(world);
    on(now);
    const draft = { outcome: "rejected", decision: "Se confirma.", reasons: "Por esto." };
    const resolver: Worker = ["resolver-1", "resolver"];
    await world.as(resolver, routes.saveResolution, { params: { claimId }, body: draft });
    expect((await shown(claimId, resolver)).actions).not.toContain("checklist-overridden");
    expect(await override(claimId, resolver, ["cuts-history"])).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining("pídalo a otra resolutora") },
    });
    const other: Worker = ["resolver-2", "resolver"];
    expect((await shown(claimId, other)).actions).toContain("checklist-overridden");
    const letGo = await override(claimId, other, ["cuts-history"]);
    expect(letGo.body.evidence).toContainEqual(
      expect.objectContaining({
        item: "cuts-history",
        status: "missing",
        override: { reason: "No hay esa fuente.", person: "resolver-2", at: now },
      }),
    );
    expect(letGo.body.entries.at(-1).text).toBe("Historial de cortes y reaperturas: No hay esa fuente.");
  });

  it("is asked of another, and waits on their list until somebody lets it go", async () => {
    const { claimId, now } = await steps.heard(world);
    on(now);
    const resolver: Worker = ["resolver-1", "resolver"];
    const ask = () => world.as(resolver, routes.askOverride, { params: { claimId }, body: {} });
    const asked = async (who: Worker = ["signer-1", "signer"]) =>
      (await world.as(who, routes.listOverridesAsked)).body.claims;
    expect(await ask()).toMatchObject({ status: 409, body: { detail: expect.stringContaining("Primero guarde") } });
    expect(await asked()).toEqual([]);
    const draft = { outcome: "rejected", decision: "Se confirma.", reasons: "Por esto." };
    const saved = await world.as(resolver, routes.saveResolution, { params: { claimId }, body: draft });
    expect(saved.body.draft.overrideAsked).toBeUndefined();
    const { status, body } = await ask();
    expect({ status, overrideAsked: body.draft.overrideAsked }).toEqual({ status: 200, overrideAsked: "2026-12-24" });
    expect(body.entries.at(-1).text).toMatch(
      /^Pide dispensar: .*Historial de cortes y reaperturas.*no tiene respuesta/,
    );
    const row = {
      claimId,
      code: body.code,
      claimantName: "CLIENTE DE PRUEBA UNO",
      askedOn: "2026-12-24",
      days: { lostOn: "2027-01-15", left: 14, meta: { act: "decide", on: "2027-01-08", left: 9 } },
    };
    expect(await asked()).toEqual([row]);
    expect(await asked(["manager-1", "manager"])).toEqual([row]);
    await override(claimId, ["manager-1", "manager"], ["cuts-history"]);
    expect(await asked()).toEqual([]);
    expect((await shown(claimId, resolver)).draft.overrideAsked).toBeUndefined();
    // What is left is asked for alone.
    expect((await ask()).body.entries.at(-1).text).not.toContain("Historial de cortes");
    expect(await asked()).toMatchObject([{ claimId }]);
    // Silence decided it: nothing is left to let go.
    on("2027-03-01T15:00:00.000Z");
    expect(await asked()).toEqual([]);
  });

  it("lets a finding about the draft go by the word of another, and only one that the draft has", async () => {
    const { claimId, now } = await steps.heard(world);
    on(now);
    const draft = { outcome: "rejected", decision: "Se confirma.", reasons: "Por esto." };
    const author: Worker = ["resolver-1", "resolver"];
    const other: Worker = ["manager-1", "manager"];
    const saved = await world.as(author, routes.saveResolution, { params: { claimId }, body: draft });
    const findings = saved.body.draft.findings.map(({ key }: { key: string }) => key);
    expect(findings).toEqual(["unanswered:grounds", "unanswered:request"]);
    const letGo = (who: Worker, keys: readonly string[]) =>
      world.as(who, routes.overrideChecklist, { params: { claimId }, body: { findings: keys, reason: "Ya consta." } });
    expect((await letGo(author, findings)).body.detail).toContain("pídalo a otra resolutora");
    const stale = await letGo(other, ["figure-not-found:amount S/ 1.00"]);
    expect(stale).toMatchObject({ status: 409, body: { detail: expect.stringContaining("El proyecto cambió") } });
    const { body } = await letGo(other, findings.slice(0, 1));
    expect(body.draft.findings).toMatchObject([
      { key: "unanswered:grounds", override: { reason: "Ya consta.", person: "manager-1", at: now } },
      { key: "unanswered:request" },
    ]);
    expect(body.draft.findings[1]).not.toHaveProperty("override");
    expect(body.entries.at(-1).text).toBe(
      "«Sobre lo que se sostiene en el reclamo» no tiene respuesta. Escríbala: Ya consta.",
    );
  });

  it("never lets an answer cite an offer that nobody accepted, whoever asks", async () => {
    const { claimId, now } = await steps.heard(world);
    on(now);
    const offer = {
      offerId: "o1",
      receiptNumber: "S001-00045001",
      m3: 20,
      before: cents(15_661),
      after: cents(5808),
      terms: "Pagar 20 m³.",
      until: calendarDay("2026-12-10"),
    };
    await world.elsewhere(claimId, now, [
      { type: "offer-made", effectiveAt: now, by: person("conciliator-1", "conciliator"), details: offer },
    ]);
    const { seq } = lastEntry((await world.caseFiles.read(claimId))?.events ?? [], "offer-made") ?? { seq: 0 };
    const answers = [{ matter: "request", text: "No corresponde cobrar menos.", cites: [`entry:${seq}`] }];
    const draft = { outcome: "rejected", decision: "Se confirma.", reasons: "Por esto.", answers };
    const saved = await world.as(["resolver-1", "resolver"], routes.saveResolution, {
      params: { claimId },
      body: draft,
    });
    const key = `offer-cited:entry:${seq}`;
    expect(saved.body.draft.findings).toContainEqual(expect.objectContaining({ key, stops: true }));
    const asked = await world.as(["manager-1", "manager"], routes.overrideChecklist, {
      params: { claimId },
      body: { findings: [key], reason: "Ya consta." },
    });
    expect(asked).toMatchObject({ status: 409, body: { detail: expect.stringContaining("no se dispensa") } });
  });

  it("is only what is missing", async () => {
    const { claimId, now } = await steps.heard(world);
    on(now);
    expect(await override(claimId, ["manager-1", "manager"], ["bills"])).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining("que falten") },
    });
  });
});

describe("a recourse", () => {
  it("that is late is sent up all the same, and shown as late", async () => {
    const { claimId } = await steps.notified(world);
    const now = "2027-02-15T15:00:00.000Z";
    await world.elsewhere(claimId, now, [
      {
        type: "executed",
        effectiveAt: now,
        by: person("billing-1", "billing"),
        details: { summary: "Hecho.", reference: "NC-1" },
      },
    ]);
    on(now);
    expect((await shown(claimId, operator)).actions).toContain("appeal-filed");
    await world.elsewhere(claimId, now, [appeals(now)]);
    expect(await shown(claimId)).toMatchObject({ state: "in-appeal", lateRecourse: true });
  });

  it("before the tribunal is withdrawn there: nothing changes, and the manager is alerted to send it on", async () => {
    const { claimId, now } = await steps.elevated(world);
    on(now);
    await world.upload("operator-1", "signed");
    const taken = await world.as(operator, routes.takeWithdrawal, {
      params: { claimId },
      body: {
        of: "procedure",
        came: "counter",
        confirmation: { by: "signature", uploadIds: ["signed"] },
      },
    });
    expect(taken.body).toMatchObject({ state: "elevated" });
    expect(taken.body.entries.at(-1)).toMatchObject({
      type: "manager-alerted",
      text: expect.stringContaining("envíele este desistimiento"),
    });
  });
});

describe("an inspection reported too late", () => {
  it("is kept as a note with its photos, and proves nothing decided before", async () => {
    const { claimId } = await steps.filed(world);
    const inspectionId = await world.assign(claimId, 1, "inspector-1");
    const by = person("analyst-1", "analyst");
    const accepted = "2026-11-24T15:00:00.000Z";
    await world.elsewhere(claimId, accepted, [{ type: "claim-accepted", effectiveAt: accepted, by, details: {} }]);
    const heard = "2026-12-23T18:00:00.000Z";
    const acta = { companyProposal: "", claimantProposal: "", agreed: "Todo.", disagreed: "", observations: "" };
    await world.elsewhere(claimId, heard, [
      {
        type: "conciliation-held",
        effectiveAt: heard,
        by: person("conciliator-1", "conciliator"),
        agreement: "total",
        standing: { as: "holder" },
        details: { ...acta, startedAt: heard, missing: [] },
      },
    ]);
    on("2026-12-24T15:00:00.000Z");
    await world.upload("inspector-1", "photo");
    const report = await world.as(["inspector-1", "inspector"], routes.reportInspection, {
      params: { claimId, inspectionId },
      body: {
        outcome: "absent",
        startedAt: "2026-11-26T14:00:00Z",
        external: { leakAtBox: false, premises: "Portón verde." },
        uploadIds: ["photo"],
      },
    });
    expect(report).toMatchObject({ status: 200, body: { state: "conciliated" } });
    const { entries, inspections, evidence, visits } = await shown(claimId);
    expect(entries.at(-1).type).toBe("late-inspection");
    expect(inspections).toMatchObject([{ report: { outcome: "absent", photos: [{ documentId: "photo" }] } }]);
    expect(visits).toHaveLength(1);
    expect(evidence).toContainEqual(expect.objectContaining({ item: "external-inspection", status: "missing" }));
  });
});
