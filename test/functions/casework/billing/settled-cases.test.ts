import { describe, expect, it } from "vitest";
import { saveResolution as saving } from "../../../../functions/casework/resolution/save-resolution.ts";
import { tenant } from "../../../../settings.ts";
import { claimLaw } from "../../../../shared/casework/case/claim-law.ts";
import { listedView } from "../../../../shared/casework/claim/claim-summary.ts";
import {
  listHearings,
  makeOffer,
  recordHearing,
} from "../../../../shared/contract/conciliation/conciliation-routes.ts";
import { confirmDelivery, dispatchNotice, recordDelivery } from "../../../../shared/contract/notice/notice-routes.ts";
import { saveResolution } from "../../../../shared/contract/resolution/decision-routes.ts";
import type { Route } from "../../../../shared/contract/route.ts";
import { listWork } from "../../../../shared/contract/work/work-list-routes.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { form, maria } from "../../../shared/casework/case-world.ts";
import { call, handlerOf, staff } from "../../api-call.ts";
import { at, clerk, conciliator, on, openCaseFiles, shown, world } from "../case-file-world.ts";
import { type CaseworkWorld, hearingAt, type Step, steps, type Worker } from "../casework-world.ts";

openCaseFiles();

describe("settling", () => {
  const offer = { m3: 20, terms: "Facturar 20 m³.", until: "2026-12-10" };

  it("prices the offer on the receipt, from what is claimed to what it would be", async () => {
    const { claimId } = await at(steps.accepted(world));
    const { body } = await world.as(conciliator, makeOffer, { params: { claimId }, body: offer });
    expect(body.offers).toMatchObject([
      { receiptNumber: "S001-00045001", m3: 20, before: "156.61", until: "2026-12-10" },
    ]);
    expect(body.offers[0].after).toBe("58.08");
    expect(body.entries.at(-1).text).toBe("Recibo S001-00045001, 20 m³: de S/ 156.61 a S/ 58.08");
  });

  it.each([
    ["yesterday", "2026-11-24"],
    ["after the hearing", "2026-12-24"],
  ])("is not open until %s", async (_, until) => {
    const { claimId } = await at(steps.accepted(world));
    const refusal = await world.as(conciliator, makeOffer, { params: { claimId }, body: { ...offer, until } });
    expect(refusal).toMatchObject({ status: 409, body: { detail: expect.stringContaining("audiencia") } });
  });

  it("once accepted is on list and agenda, and of its receipt no other offer is made", async () => {
    const { claimId } = await at(steps.accepted(world));
    const offers = () => world.as(conciliator, makeOffer, { params: { claimId }, body: offer });
    const shownIn = async () => {
      const row = async (route: Route, list: string, query: Record<string, string>) =>
        (await world.as(conciliator, route, { query })).body[list].find(
          (one: { claimId: string }) => one.claimId === claimId,
        );
      const listed = await row(listWork, "claims", { queue: "investigation" });
      return [listed.acceptedFor, (await row(listHearings, "hearings", { day: "2026-12-23" })).accepted];
    };
    const { offerId } = (await offers()).body.offers[0];
    const answer = (accepted: boolean) =>
      world.elsewhere(claimId, "2026-11-27T15:00:00.000Z", [
        {
          ...({ type: "offer-answered", effectiveAt: "2026-11-27T15:00:00.000Z", by: maria } as const),
          details: { offerId, accepted, standing: { as: "holder" } },
        },
      ]);
    await answer(false);
    expect(await shownIn()).toEqual([undefined, false]);
    await answer(true);
    on("2026-11-27T16:00:00.000Z");
    expect(await shownIn()).toEqual(["2026-12-23", true]);
    expect(await offers()).toMatchObject({ status: 409, body: { detail: expect.stringContaining("firmar el acta") } });
  });

  it("writes in the acta what evidence was missing, and which offer was taken", async () => {
    const { claimId } = await at(steps.accepted(world));
    const made = await world.as(conciliator, makeOffer, { params: { claimId }, body: offer });
    on("2026-12-23T18:00:00.000Z");
    const acta = {
      agreement: "total",
      startedAt: hearingAt,
      standing: { as: "holder" },
      attendedBy: "CLIENTE DE PRUEBA",
      agreed: "20 m³.",
      acceptedOfferId: made.body.offers[0].offerId,
    };
    const hold = (body: object) => world.as(conciliator, recordHearing, { params: { claimId }, body });
    expect((await hold({ ...acta, acceptedOfferId: "another" })).body.type).toBe("urn:caudal:offer-not-found");
    const { acceptedOfferId: _, ...bare } = acta;
    const silent = await hold({ ...bare, agreement: "none" });
    expect(silent).toMatchObject({ status: 409, body: { detail: expect.stringContaining("por qué no hubo acuerdo") } });
    const unanswered = await hold(acta);
    expect(unanswered).toMatchObject({ status: 409, body: { detail: expect.stringContaining("no ha aceptado") } });
    const details = { offerId: acta.acceptedOfferId, accepted: true, standing: { as: "holder" } } as const;
    await world.elsewhere(claimId, "2026-12-23T18:00:00.000Z", [
      { type: "offer-answered", effectiveAt: hearingAt, by: maria, details },
    ]);
    const powerless = await hold({ ...acta, standing: { as: "representative", acts: ["collect"] } });
    expect(powerless).toMatchObject({ status: 409, body: { detail: expect.stringContaining("poder especial") } });
    const early = await hold({ ...acta, startedAt: "2026-12-23T18:00:00.001Z" });
    expect(early).toMatchObject({ status: 409, body: { detail: expect.stringContaining("todavía no llega") } });
    const none = await hold({ ...acta, agreement: "none" });
    expect(none.body.errors).toMatchObject([{ field: "body.acceptedOfferId" }]);
    const unsaid = await hold({ ...bare, agreement: "none" });
    expect(unsaid).toMatchObject({ status: 409, body: { detail: expect.stringContaining("ya aceptó una propuesta") } });
    expect(await hold(acta)).toMatchObject({ status: 200, body: { state: "conciliated" } });
    const file = await world.caseFiles.read(claimId);
    const held = file?.events.at(-1);
    expect(held?.type === "conciliation-held" && held.details.missing).toContain("Inspección interna");
    const [head] = await world.caseFiles.heads([claimId]);
    if (!head) throw new Error("no head");
    const law = claimLaw(tenant, calendarDay(head.filedOn));
    const left = { figures: [{ period: "2026-10", before: "156.61", after: "58.08" }] };
    expect(listedView(head, law, "2026-12-23T19:00:00.000Z")).toMatchObject({ state: "conciliated", left });
    expect(listedView({ ...head, left: undefined }, law, "2026-12-23T19:00:00.000Z")).not.toHaveProperty("left");
  });
});

it("records that nothing was agreed after an accepted offer, with the reason", async () => {
  const { claimId } = await at(steps.accepted(world));
  const offer = { m3: 20, terms: "Facturar 20 m³.", until: "2026-12-10" };
  const made = await world.as(conciliator, makeOffer, { params: { claimId }, body: offer });
  on("2026-12-23T18:00:00.000Z");
  const details = { offerId: made.body.offers[0].offerId, accepted: true, standing: { as: "holder" } } as const;
  await world.elsewhere(claimId, "2026-12-23T18:00:00.000Z", [
    { type: "offer-answered", effectiveAt: hearingAt, by: maria, details },
  ]);
  const body = { agreement: "none", startedAt: hearingAt, disagreed: "Ya no la quiere." };
  expect((await world.as(conciliator, recordHearing, { params: { claimId }, body })).status).toBe(200);
});

describe("the draft of a resolution", () => {
  const resolver: Worker = ["resolver-1", "resolver"];
  const draft = {
    outcome: "upheld",
    decision: "Facturar 20 m³.",
    reasons: "No hay fuga.",
    months: [{ receiptNumber: "S001-00045001", correctedM3: 20 }],
    answers: [
      { matter: "grounds", text: "La visita no encontró fuga.", cites: ["evidence:bills"] },
      { matter: "request", text: "Corresponde cobrar menos.", cites: ["evidence:bills"] },
    ],
  };
  const save = (claimId: string, body: object, who = resolver) =>
    world.as(who, saveResolution, { params: { claimId }, body });

  it("is kept as it was saved last, and changes neither history nor version", async () => {
    const { claimId } = await at(steps.heard(world));
    const before = await world.caseFiles.read(claimId);
    const { body } = await save(claimId, draft);
    expect(body.draft).toEqual({ ...draft, savedAt: "2026-12-24T15:00:00.000Z", by: "resolver-1", findings: [] });
    on("2026-12-24T16:00:00.000Z");
    const other = { ...draft, decision: "Facturar 18 m³." };
    const unread = await save(claimId, other, ["resolver-2", "resolver"]);
    expect(unread).toMatchObject({ status: 412, body: { type: "urn:caudal:version-stale" } });
    await save(claimId, { ...other, basedOn: body.draft.savedAt }, ["resolver-2", "resolver"]);
    expect((await shown(claimId)).draft).toMatchObject({ decision: "Facturar 18 m³.", by: "resolver-2" });
    const after = await world.caseFiles.read(claimId);
    expect(after?.head.chainHead).toBe(before?.head.chainHead);
    expect(after?.events).toEqual(before?.events);
  });

  it("saved by two at the same moment is the first's, and the second is refused", async () => {
    const { claimId } = await at(steps.heard(world));
    let raced = false;
    const append: CaseworkWorld["caseFiles"]["append"] = async (before, change) => {
      if (!raced) {
        raced = true;
        await save(claimId, { ...draft, decision: "La de otra persona." }, ["resolver-2", "resolver"]);
      }
      return world.caseFiles.append(before, change);
    };
    const slow = handlerOf({ save: saving({ ...world, caseFiles: { ...world.caseFiles, append } }) });
    const second = await call(slow, saveResolution, {
      params: { claimId },
      body: draft,
      claims: { ...staff("resolver"), sub: "resolver-1" },
      version: await world.versionOf(claimId),
    });
    expect(second).toMatchObject({ status: 412, body: { type: "urn:caudal:version-stale" } });
    expect((await shown(claimId)).draft).toMatchObject({ decision: "La de otra persona.", by: "resolver-2" });
  });
});

describe("notifying", () => {
  const dispatch = (claimId: string, channel: string) =>
    world.as(clerk, dispatchNotice, { params: { claimId }, body: { channel } });
  const deliver = (step: Step, body: object) =>
    world.as(clerk, recordDelivery, { params: { claimId: step.claimId, ...step.params }, body });
  const premises = "Casa de dos pisos, puerta verde.";
  const absent = { outcome: "absent", deliveredAt: "2026-12-29T15:00:00Z", premises, nextOn: "2026-12-30" };
  const underDoor = { outcome: "left-under-door", deliveredAt: "2026-12-30T15:00:00Z", premises };

  it("goes by e-mail to who agreed, and falls back on the address when nobody acknowledges", async () => {
    const { claimId } = await at(steps.signed(world));
    const { body } = await dispatch(claimId, "email");
    expect(body.notices).toMatchObject([
      { channel: "email", to: "cliente@example.pe", fallBackOn: "2026-12-31", attempts: 0, effective: false },
    ]);
    const again = await dispatch(claimId, "personal");
    expect(again.body.notices).toMatchObject([{ channel: "personal", to: "CALLE FICTICIA 101" }, { channel: "email" }]);
    expect(again.body.notices[0].fallBackOn).toBeUndefined();
    const [, email] = again.body.notices;
    const wrong = await deliver({ claimId, now: "", params: { noticeId: email.noticeId } }, absent);
    expect(wrong).toMatchObject({ status: 409, body: { detail: expect.stringContaining("no va al domicilio") } });
  });

  it("never goes by e-mail without consent", async () => {
    const claimId = await consentless();
    expect(await dispatch(claimId, "email")).toMatchObject({ status: 409, body: { type: "urn:caudal:no-consent" } });
    expect((await dispatch(claimId, "personal")).status).toBe(200);
  });

  it("leaves it under the door only the second time, and counts from that day", async () => {
    const step = await at(steps.dispatched(world));
    expect(await deliver(step, underDoor)).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining("Primero se deja un aviso") },
    });
    const first = await deliver(step, absent);
    expect(first.body).toMatchObject({ state: "resolved", notices: [{ attempts: 1, effective: false }] });
    expect(await deliver(step, { ...underDoor, deliveredAt: "2026-12-29T16:00:00Z" })).toMatchObject({ status: 409 });
    const second = await deliver(step, underDoor);
    expect(second.body).toMatchObject({
      state: "notified",
      since: "2026-12-30",
      notices: [{ attempts: 1, effective: true }],
      resolutions: [{ notifiedOn: "2026-12-30" }],
    });
  });

  it.each([
    ["a notice that is none", { noticeId: "another" }, absent, "notice-not-found"],
    [
      "a delivery still to come",
      {},
      { ...absent, deliveredAt: "2027-01-02T15:00:00Z", nextOn: "2027-01-04" },
      "not-now",
    ],
    ["a delivery before the notice", {}, { ...absent, deliveredAt: "2026-12-20T15:00:00Z" }, "not-now"],
    ["a new date that is not later", {}, { ...absent, nextOn: "2026-12-29" }, "not-now"],
    ["files that are not the caller's", {}, { ...absent, uploadIds: ["not-mine"] }, "upload-not-found"],
    ["an absence without its premises", {}, { ...absent, premises: "" }, "invalid-request"],
  ])("refuses %s", async (_, params, body, kind) => {
    const step = await at(steps.dispatched(world));
    const refusal = await deliver({ ...step, params: { ...step.params, ...params } }, body);
    expect(refusal.body.type).toBe(`urn:caudal:${kind}`);
  });

  it("is taken after the term only with photo, the device's time and a second person", async () => {
    const { claimId, params } = await steps.dispatched(world);
    await world.upload("clerk-1", "door-photo");
    on("2027-01-18T15:00:00.000Z");
    const late = {
      outcome: "delivered",
      deliveredAt: "2027-01-14T15:00:00Z",
      receiver: { name: "X", relation: "hijo" },
    };
    const proved = {
      ...late,
      deviceTime: "2027-01-14T15:00:05Z",
      uploadIds: ["door-photo"],
    };
    const step = { claimId, now: "", ...(params && { params }) };
    expect((await shown(claimId)).state).toBe("silence-to-confirm");
    expect(await deliver(step, late)).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining("foto, hora del equipo") },
    });
    const confirm = (who: Worker) =>
      world.as(who, confirmDelivery, { params: { claimId, ...params }, body: { wasThere: true } });
    expect((await confirm(["clerk-2", "clerk"])).status).toBe(404);
    expect((await deliver(step, proved)).body).toMatchObject({ state: "silence-to-confirm" });
    expect(await confirm(["clerk-1", "clerk"])).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining("otra persona") },
    });
    const confirmed = await confirm(["analyst-2", "analyst"]);
    expect(confirmed.body).toMatchObject({ state: "notified", since: "2027-01-14" });
    expect(confirmed.body.timeline.at(-1)).toMatchObject({
      how: "delivered",
      deviceTime: "2027-01-14T15:00:05.000Z",
      secondPerson: "PERSONA DE PRUEBA ANALYST-2",
    });
    expect(await world.uploads.find("door-photo")).toMatchObject({ claimId });
  });

  /** A signed claim of somebody who did not agree to be notified by e-mail. */
  async function consentless(): Promise<string> {
    const fileOne: CaseworkWorld["fileOne"] = (now) =>
      world.fileOne(now, { form: { ...form, claimant: { ...form.claimant, notifyByEmail: false } } });
    const { claimId } = await at(steps.signed({ ...world, fileOne }));
    return claimId;
  }
});
