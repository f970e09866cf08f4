import { describe, expect, it } from "vitest";
import { record } from "../../../../shared/casework/case/record.ts";
import {
  consentToNotices,
  downloadDocument,
  downloadNotified,
  extendClaim,
  fileQueja,
  fileRecourse,
  remedyClaim,
  withdrawClaim,
} from "../../../../shared/contract/claim/claim-routes.ts";
import { answerOffer, priceCounterOffer } from "../../../../shared/contract/conciliation/offer-routes.ts";
import { form, person } from "../../../shared/casework/case-world.ts";
import { call, callUndescribed } from "../../api-call.ts";
import {
  acknowledge,
  answer,
  at,
  extend,
  filed,
  jorge,
  maria,
  notice,
  now,
  openActs,
  paramsFor,
  show,
  withdraw,
  world,
} from "../acts-world.ts";
import { decidedClaim, offer, sendFile } from "../claims-world.ts";

openActs();

describe("what a claimant does in a claim", () => {
  it.each([
    ["withdrawal", withdrawClaim, { of: "claim" }],
    ["remedy", remedyClaim, { answer: "Ya." }],
    ["extension", extendClaim, { grounds: "Más." }],
    ["answer to an offer", answerOffer, { accepted: true }],
    ["recourse", fileRecourse, { kind: "appeal", grounds: "No." }],
    ["queja", fileQueja, { ground: "delay", duty: "Responder.", facts: "No llega." }],
  ] as const)("is refused to others as if the claim were not there: %s", async (_name, route, body) => {
    const claimId = await filed();
    const ask = (id: string) => call(world.handler, route, { claims: jorge, params: paramsFor(route, id), body });
    const others = await ask(claimId);
    expect(others).toMatchObject({ status: 404, body: { type: "urn:caudal:claim-not-found" } });
    expect(others.text).toBe((await ask("none")).text);
    expect((await show(claimId)).version).toBe(1);
  });

  it.each([
    ["of what is not withdrawn", withdrawClaim, { of: "everything" }],
    ["in a capacity of their own", withdrawClaim, { of: "claim", standing: { as: "holder" } }],
    ["without words", remedyClaim, { answer: "" }],
    ["with files that are no list", extendClaim, { grounds: "Más.", uploadIds: "photo" }],
    ["with a list for words", extendClaim, { grounds: ["Más."] }],
    ["with a word for yes", answerOffer, { accepted: "yes" }],
    ["without the duty infringed", fileQueja, { ground: "delay", duty: "", facts: "No llega." }],
    ["of a kind that is none", fileRecourse, { kind: "complaint", grounds: "No." }],
    ["on a day of their own", fileRecourse, { kind: "appeal", grounds: "No.", filedOn: "2026-01-01" }],
  ] as const)("is refused in words %s", async (_why, route, body) => {
    const claimId = await filed();
    const answered = await call(world.handler, route, { claims: maria, params: paramsFor(route, claimId), body });
    expect(answered.status).toBe(400);
    expect(answered.body.errors).toEqual([
      { field: expect.stringMatching(/^body/), message: expect.stringMatching(/^[A-ZÁÉÍÓÚ].*\.$/) },
    ]);
    expect((await show(claimId)).version).toBe(1);
  });

  it("is refused without a key, and with a key used for something else", async () => {
    const claimId = await filed();
    const bare = await callUndescribed(world.handler, withdrawClaim, {
      claims: maria,
      params: { claimId },
      body: { of: "claim" },
      key: "",
    });
    expect(bare).toMatchObject({ status: 400, body: { type: "urn:caudal:write-key-needed" } });
    const key = "one-key-of-maria-1";
    expect((await withdraw(claimId, { key })).status).toBe(200);
    expect(await withdraw(claimId, { key, body: { of: "procedure" } })).toMatchObject({
      status: 409,
      body: { type: "urn:caudal:write-key-used" },
    });
    expect((await show(claimId)).version).toBe(2);
  });

  it("withdraws once by its key, and is answered the same whatever came after", async () => {
    const claimId = await filed();
    const key = "one-key-of-maria-2";
    const [first, second] = await Promise.all([withdraw(claimId, { key }), withdraw(claimId, { key })]);
    expect(first.body).toMatchObject({ state: "filed", version: 2, withdrawalAskedOn: expect.any(String) as string });
    expect(second.text).toBe(first.text);
    await extend(claimId, { grounds: "Algo más." });
    expect((await withdraw(claimId, { key })).text).toBe(first.text);
    expect((await show(claimId)).version).toBe(3);
  });

  it("withdraws only with a power that names it", async () => {
    const claimant = { ...form.claimant, standing: { as: "representative", acts: ["conciliate"] } } as const;
    const { file } = await world.world.fileOne(now, { form: { ...form, claimant } });
    expect(await withdraw(file.head.claimId)).toMatchObject({
      status: 409,
      body: { type: "urn:caudal:not-now", detail: expect.stringContaining("poder especial") },
    });
  });

  it("adds grounds and attachments within the first days, and not after", async () => {
    const claimId = await filed();
    await sendFile(world.world, "maria", "video");
    const key = "one-key-of-maria-3";
    const body = { grounds: "Encontré el caño roto.", uploadIds: ["video"] };
    const first = await extend(claimId, body, { key });
    expect(first.body.attachments).toMatchObject([{ documentId: "video", state: "received" }]);
    expect((await extend(claimId, body, { key })).text).toBe(first.text);
    expect(await extend(claimId, body)).toMatchObject({ status: 404, body: { type: "urn:caudal:upload-not-found" } });
    at("2026-12-23T15:00:00.000Z");
    expect(await extend(claimId, { grounds: "Tarde." })).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining("plazo") },
    });
  });

  it("says of which file another copy is wanted, until its claimant brings another file", async () => {
    const claimId = await filed();
    const bring = async (uploadId: string, grounds: string) => {
      await sendFile(world.world, "maria", uploadId);
      return extend(claimId, { grounds, uploadIds: [uploadId] });
    };
    await bring("video", "Encontré el caño roto.");
    await record(world.world, { claimId, now }, () => ({
      ok: true,
      value: {
        entries: [
          {
            type: "attachment-checked",
            effectiveAt: now,
            by: { kind: "system", name: "accept-uploads" },
            details: { documentId: "video", state: "refused" },
          },
        ],
      },
    }));
    expect((await show(claimId)).attachments).toMatchObject([{ state: "refused", copyWanted: true }]);
    await bring("photo", "Otra copia.");
    const wanted = (await show(claimId)).attachments.map(({ copyWanted }: { copyWanted?: true }) => copyWanted);
    expect(wanted).toEqual([undefined, undefined]);
  });

  it("answers an observation in its term, and cannot answer what was not observed", async () => {
    const claimId = await filed();
    const remedy = () =>
      call(world.handler, remedyClaim, { claims: maria, params: { claimId }, body: { answer: "Aquí está." } });
    expect(await remedy()).toMatchObject({ status: 409, body: { type: "urn:caudal:not-now" } });
    await record(world.world, { claimId, now }, () => ({
      ok: true,
      value: {
        entries: [
          {
            type: "defect-observed",
            effectiveAt: now,
            by: person("analyst-1", "analyst"),
            details: { defects: ["Falta el documento."] },
          },
        ],
      },
    }));
    expect((await show(claimId)).actions).toContain("remedied");
    expect((await remedy()).body.state).toBe("under-investigation");
  });
});

describe("a consent to be notified by e-mail", () => {
  it("changes ten times a day at most", async () => {
    const claimId = await filed();
    const consent = (granted: boolean) =>
      call(world.handler, consentToNotices, {
        claims: maria,
        params: { claimId },
        body: { channel: "email", granted },
      });
    for (let time = 1; time <= 10; time += 1) expect((await consent(time % 2 === 0)).status).toBe(200);
    expect((await consent(false)).status).toBe(409);
  });
});

describe("an offer to settle", () => {
  const accepted = async () => {
    const claimId = await filed();
    await record(world.world, { claimId, now }, () => ({
      ok: true,
      value: {
        entries: [{ type: "claim-accepted", effectiveAt: now, by: person("analyst-1", "analyst"), details: {} }],
      },
    }));
    await offer(world.world, claimId, "o1", now, "2026-11-30");
    return claimId;
  };

  it("is answered once, and the same again by its key", async () => {
    const claimId = await accepted();
    expect((await show(claimId)).actions).toContain("answer-offer");
    const key = "one-key-of-maria-4";
    const first = await answer(claimId, "o1", false, { key });
    expect(first.body.offers).toMatchObject([{ offerId: "o1", accepted: false, before: "223.61" }]);
    expect(first.body.actions).not.toContain("answer-offer");
    expect((await answer(claimId, "o1", false, { key })).text).toBe(first.text);
    expect(await answer(claimId, "o1")).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining("ya tiene") },
    });
  });

  it("is answered with something else, priced before it is sent and kept with its parts", async () => {
    const claimId = await accepted();
    const price = (query: Record<string, string>, offerId = "o1", claims = maria) =>
      call(world.handler, priceCounterOffer, { claims, params: { claimId, offerId }, query });
    expect((await price({ m3: "15" })).body).toEqual({ after: "39.85" });
    expect((await price({ m3: "15", instalments: "2" })).body).toEqual({
      after: "39.85",
      instalments: ["19.93", "19.92"],
    });
    expect(await price({ m3: "400" })).toMatchObject({
      status: 409,
      body: {
        type: "urn:caudal:cannot-price",
        detail: expect.stringMatching(/^Ese recibo cobró \d+ m³ y costó S\/ \d+\.\d\d\./),
      },
    });
    expect(await price({ m3: "15", instalments: "13" })).toMatchObject({ status: 400 });
    expect((await price({ m3: "15" }, "o2")).body.type).toBe("urn:caudal:offer-not-found");
    expect((await price({ m3: "15" }, "o1", jorge)).body.type).toBe("urn:caudal:claim-not-found");
    const send = (body: object) => answer(claimId, "o1", false, { body: { accepted: false, ...body } });
    expect(await send({ accepted: true, counter: { m3: 15 } })).toMatchObject({
      status: 400,
      body: { errors: [{ message: "O aceptas la propuesta, o propones otra cosa." }] },
    });
    expect((await send({ counter: { m3: 400 } })).body.type).toBe("urn:caudal:cannot-price");
    const { body } = await send({ counter: { m3: 15, instalments: 2, says: "Usé como siempre." } });
    expect(body.offers).toMatchObject([
      {
        accepted: false,
        answeredAt: now,
        counter: { m3: 15, after: "39.85", instalments: ["19.93", "19.92"], says: "Usé como siempre." },
      },
    ]);
    expect(body.actions).not.toContain("answer-offer");
  });

  it("cannot be answered when it is not there, once its day is over, or without the power", async () => {
    const claimId = await accepted();
    expect(await answer(claimId, "o2")).toMatchObject({ status: 404, body: { type: "urn:caudal:offer-not-found" } });
    at("2026-12-01T05:00:00.000Z");
    expect(await answer(claimId, "o1")).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining("plazo") },
    });
    at("2026-12-01T04:59:59.999Z");
    expect((await answer(claimId, "o1")).status).toBe(200);
  });

  it("cannot be answered by who may not conciliate, or before the claim is examined", async () => {
    const claimant = { ...form.claimant, standing: { as: "representative", acts: [] } } as const;
    const { claimId } = (await world.world.fileOne(now, { form: { ...form, claimant } })).file.head;
    await offer(world.world, claimId, "o1", now, "2026-11-30");
    expect((await answer(claimId, "o1")).body.detail).toContain("poder especial");
    const early = await filed();
    await offer(world.world, early, "o1", now, "2026-11-30");
    expect((await answer(early, "o1")).body.detail).toContain("todavía no empieza");
  });
});

describe("the notice of a decision", () => {
  it("shows nothing of what it decides until it is acknowledged, however often it is opened", async () => {
    const { claimId, code, noticeKey } = await decidedClaim(world.world, now, "001-2026");
    const document = () => call(world.handler, downloadNotified, { params: { noticeKey } });
    const sent = { issuedOn: "2026-11-23", sentAt: now, acknowledgeBy: "2026-11-25", daysLeft: 1 };
    const waiting = { claimId, code, of: "resolution", number: "001-2026", ...sent };
    for (const _ of [1, 2]) expect((await notice(noticeKey)).body).toEqual(waiting);
    expect(await document()).toMatchObject({ status: 409, body: { type: "urn:caudal:not-now" } });
    const download = (id: string) =>
      call(world.handler, downloadDocument, { claims: maria, params: { claimId, documentId: id } });
    expect((await download("resolution-001-2026")).status).toBe(404);
    expect(await show(claimId)).toMatchObject({ state: "resolved", resolutions: [] });

    at("2026-11-24T15:00:00.000Z");
    const { status, body } = await acknowledge(noticeKey);
    expect(status).toBe(200);
    expect(body).toEqual({
      ...waiting,
      acknowledgedAt: "2026-11-24T15:00:00.000Z",
      notifiedOn: "2026-11-24",
      months: [],
      receipts: [{ number: "S001-00045001", period: "2026-10", amount: "156.61" }],
      outcome: "rejected",
      decision: "El recibo queda igual.",
      reasons: "La lectura es correcta.",
      recourseUntil: "2026-12-18",
      daysLeft: 15,
    });
    expect((await document()).body.url).toBe(
      "https://evidence.example.pe/documents/resolution-001-2026?as=001-2026.pdf",
    );
    expect((await download("resolution-001-2026")).status).toBe(200);
    expect(await show(claimId)).toMatchObject({ state: "notified", resolutions: [{ outcome: "rejected" }] });
  });

  it("takes effect once: again, much later, and by many clicks at the same moment", async () => {
    const { claimId, noticeKey } = await decidedClaim(world.world, now, "002-2026");
    const clicks = await Promise.all(Array.from({ length: 5 }, () => acknowledge(noticeKey)));
    expect(new Set(clicks.map(({ text }) => text)).size).toBe(1);
    expect(clicks[0]?.body.acknowledgedAt).toBe(now);
    at("2027-03-01T15:00:00.000Z");
    const later = { ...clicks[0]?.body, daysLeft: expect.any(Number) };
    expect((await acknowledge(noticeKey)).body).toEqual(later);
    expect((await notice(noticeKey)).body).toEqual(later);
    const { timeline } = await show(claimId);
    expect(timeline.filter(({ type }: { type: string }) => type === "resolution-notified")).toMatchObject([
      { by: "system", effectiveAt: now },
    ]);
  });

  it("still counts after its day, as long as the law takes it", async () => {
    const { noticeKey } = await decidedClaim(world.world, now, "003-2026");
    at("2026-12-10T15:00:00.000Z");
    expect((await acknowledge(noticeKey)).body.acknowledgedAt).toBe("2026-12-10T15:00:00.000Z");
    const late = await decidedClaim(world.world, "2026-12-10T15:00:00.000Z", "004-2026");
    at("2027-02-05T15:00:00.000Z");
    expect(await acknowledge(late.noticeKey)).toMatchObject({
      status: 409,
      body: { type: "urn:caudal:not-now", detail: expect.stringMatching(/plazo/) },
    });
  });

  it("cannot be acknowledged once the decision was delivered otherwise", async () => {
    const { claimId, noticeKey } = await decidedClaim(world.world, now, "005-2026");
    const clerk = person("clerk-1", "clerk");
    const delivered = { noticeId: "by-hand", how: "delivered", photos: [] } as const;
    await record(world.world, { claimId, now }, () => ({
      ok: true,
      value: {
        entries: [{ type: "resolution-notified", effectiveAt: now, by: clerk, evidence: [], details: delivered }],
      },
    }));
    expect((await acknowledge(noticeKey)).body.detail).toContain("otro medio");
    expect((await notice(noticeKey)).body).not.toHaveProperty("decision");
  });

  it("is not found by another key, and takes nothing in its body", async () => {
    const { noticeKey } = await decidedClaim(world.world, now, "006-2026");
    const other = "AAAAAAAAAAAAAAAAAAAAAA";
    for (const answered of [await notice(other), await acknowledge(other)])
      expect(answered).toMatchObject({ status: 404, body: { type: "urn:caudal:notice-not-found" } });
    expect((await acknowledge(noticeKey, { how: "delivered" })).status).toBe(400);
    expect((await notice("short")).status).toBe(400);
    expect((await notice(noticeKey)).body).not.toHaveProperty("acknowledgedAt");
  });
});
