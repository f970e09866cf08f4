import { describe, expect, it, vi } from "vitest";
import { downloadCaseAttachment, showCase } from "../../../../shared/contract/case/case-routes.ts";
import { admitClaim } from "../../../../shared/contract/claim/admission-routes.ts";
import { dispatchNotice } from "../../../../shared/contract/notice/notice-routes.ts";
import { reportInspection } from "../../../../shared/contract/visit/investigation-routes.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { person } from "../../../shared/casework/case-world.ts";
import { at, clerk, inspector, keysIn, on, openCaseFiles, shown, supervisor, world } from "../case-file-world.ts";
import { elevationLetter, steps, type Worker } from "../casework-world.ts";

openCaseFiles();

describe("the case file", () => {
  it("says who claims, who did what and what is in it, to whoever may read", async () => {
    const { claimId } = await at(steps.accepted(world));
    for (const who of [clerk, supervisor, ["manager-1", "manager"] satisfies Worker] as const) {
      const body = await shown(claimId, who);
      expect(body.claimant).toEqual({
        name: "CLIENTE DE PRUEBA UNO",
        document: "DNI 00000001",
        standing: "titular",
        address: "CALLE FICTICIA 101",
        telephone: "900000001",
        email: "cliente@example.pe",
        notifyByEmail: true,
      });
      expect(body.entries).toMatchObject([
        { type: "claim-filed", by: "claimant", text: "por la web: recibo S001-00045001" },
        { type: "claim-accepted", by: "company", person: "clerk-1" },
      ]);
      expect(body).toMatchObject({ request: "bill-normal-use", leakCheck: "none-found", meterTest: false });
    }
    expect((await shown(claimId, supervisor)).actions).toEqual([]);
  });

  it("names staff by the register", async () => {
    const { claimId } = await at(steps.filed(world));
    await world.as(["analyst-1", "analyst"], admitClaim, { params: { claimId }, body: { outcome: "accepted" } });
    expect((await shown(claimId)).entries.at(-1)).toMatchObject({ person: "PERSONA DE PRUEBA ANALYST-1" });
  });

  it("never shows a key that opens the claim, its hold or a notice", async () => {
    const { claimId } = await at(steps.signed(world));
    const sent = await world.as(clerk, dispatchNotice, { params: { claimId }, body: { channel: "email" } });
    const read = await world.as(supervisor, showCase, { params: { claimId } });
    const file = await world.caseFiles.read(claimId);
    const keys = keysIn(file?.events ?? []);
    expect(keys).toHaveLength(3);
    for (const { text } of [sent, read]) {
      expect(text).not.toMatch(/(claim|hold|notice)Key/);
      for (const key of keys) expect(text).not.toContain(key);
    }
    const [notice] = read.body.notices;
    const [, , noticeKey = ""] = keys;
    expect(await world.caseFiles.claimOfNotice(noticeKey)).toEqual({ claimId, noticeId: notice.noticeId });
  });

  it("is opened by an inspector only with a visit of theirs in it", async () => {
    const { claimId } = await at(steps.filed(world));
    const open = (who: Worker) => world.as(who, showCase, { params: { claimId } });
    expect((await open(inspector)).status).toBe(404);
    await world.assign(claimId, 1, "inspector-1", "2026-11-24T14:00:00.000Z");
    expect((await open(inspector)).status).toBe(200);
    expect((await open(["inspector-2", "inspector"])).status).toBe(404);
    expect((await open(["inspector-2", "inspector", "analyst"])).status).toBe(200);
    expect((await open(["admin", "administrator"])).status).toBe(403);
  });

  it("gives addresses of its attachments and documents, to whoever may open it", async () => {
    const { claimId } = await at(steps.signed(world));
    const photo = { ...(await world.upload("inspector-1", "a-photo")), fileName: "CLIENTE DE PRUEBA UNO.jpg" };
    const code = (await world.caseFiles.read(claimId))?.head.code;
    const waiting = { ...photo, documentId: "a-waiting-photo", state: "pending" } as const;
    const now = "2026-12-28T15:30:00.000Z";
    const attempt = { noticeId: "n", outcome: "absent", premises: "Casa" } as const;
    await world.elsewhere(claimId, now, [
      {
        type: "delivery-attempted",
        effectiveAt: now,
        by: { kind: "staff", sub: "clerk-1", roles: ["clerk"] },
        details: { ...attempt, nextOn: calendarDay("2026-12-30"), photos: [photo, waiting] },
      },
    ]);
    const ask = (documentId: string, who = clerk) =>
      world.as(who, downloadCaseAttachment, { params: { claimId, documentId } });
    expect(await ask("a-photo")).toMatchObject({
      status: 200,
      body: {
        // Not under the name its sender gave it: addresses are written down on their way.
        url: `https://evidence.example.pe/attachments/a-photo/${code}-a-photo.jpg`,
        fileName: photo.fileName,
        sha256: photo.sha256,
        expiresAt: "2026-12-28T16:01:00.000Z",
      },
    });
    const [{ documentId }] = (await shown(claimId)).documents;
    expect((await ask(documentId)).body.url).toContain("/documents/resolution-");
    expect((await ask("a-waiting-photo")).body.type).toBe("urn:caudal:document-not-found");
    expect((await ask("another")).body.type).toBe("urn:caudal:document-not-found");
    expect((await ask("a-photo", inspector)).body.type).toBe("urn:caudal:claim-not-found");
    const reads = vi.spyOn(world.caseFiles, "read");
    await ask("a-photo");
    await ask("another");
    // For half the units, unless the file is not there: it may have come a moment ago.
    expect(reads.mock.calls.map(([, how]) => how)).toEqual(["recent", "recent", undefined]);
    reads.mockRestore();
  });
});

describe("the scan of a signature on paper", () => {
  it("is shown by the pictures that were drawn of it as it came", async () => {
    const { claimId } = await at(steps.filed(world));
    const { documentId: uploadId } = await world.upload("signer-1", "a-signed-paper");
    await world.uploads.addPages(uploadId, 2);
    const document = elevationLetter("a-letter");
    const now = "2026-11-25T15:00:00.000Z";
    const number = "00001-2026-MOQ";
    const before = await world.elsewhere(claimId, now, [
      { type: "document-frozen", effectiveAt: now, by: person("clerk-1", "clerk"), details: { number, document } },
    ]);
    const scan = { ...document, documentId: "the-scan", fileName: "oficio-firmada.pdf" };
    const hand = { folio: "1", cites: document.verificationCode, signedOn: calendarDay("2026-11-25") };
    const of = before.file.events.length;
    await world.elsewhere(claimId, now, [
      {
        type: "hand-signature-claimed",
        effectiveAt: now,
        by: person("signer-1", "signer"),
        details: { of, number, authenticatedAt: now, scan, uploadId, hand },
      },
    ]);
    const pagesOf = async (documentId: string) =>
      (await world.as(clerk, downloadCaseAttachment, { params: { claimId, documentId } })).body.pages;
    expect(await pagesOf("the-scan")).toEqual([1, 2].map((page) => expect.stringContaining(`a-signed-paper/${page}`)));
    expect(await pagesOf("a-letter")).toEqual([]);
    const { documents } = (await world.as(clerk, showCase, { params: { claimId } })).body;
    expect(documents.map((one: { documentId: string; pictured?: true }) => [one.documentId, one.pictured])).toEqual([
      ["a-letter", undefined],
      ["the-scan", true],
    ]);
  });

  it("as that of a file signed with a certificate; a document without one has none", async () => {
    const { claimId } = await at(steps.filed(world));
    const { documentId: uploadId } = await world.upload("signer-1", "a-certified-file");
    await world.uploads.addPages(uploadId, 1);
    const now = "2026-11-25T15:00:00.000Z";
    const document = elevationLetter("another-letter");
    const number = "00002-2026-MOQ";
    const before = await world.elsewhere(claimId, now, [
      { type: "document-frozen", effectiveAt: now, by: person("clerk-1", "clerk"), details: { number, document } },
    ]);
    const shown = async () => (await world.as(clerk, showCase, { params: { claimId } })).body.documents;
    expect((await shown())[0].pictured).toBeUndefined();
    const seal = { signature: "s", keyId: "k", algorithm: "ECDSA_SHA_256", statement: "{}" } as const;
    const signed = { ...document, documentId: "the-signed-letter" };
    const by = person("signer-1", "signer");
    const signing = { of: before.file.events.length, number, signer: "PERSONA DE PRUEBA", authenticatedAt: now, seal };
    await world.elsewhere(claimId, now, [
      {
        type: "document-signed",
        effectiveAt: now,
        by,
        details: { ...signing, way: "certificate", document: signed, uploadId },
      },
    ]);
    expect(await shown()).toMatchObject([{ documentId: "the-signed-letter", pictured: true }]);
    const params = { claimId, documentId: "the-signed-letter" };
    expect((await world.as(clerk, downloadCaseAttachment, { params })).body.pages).toEqual([
      expect.stringContaining("a-certified-file/1"),
    ]);
  });
});

describe("dismissing a claim", () => {
  it("is the analyst's, and leaves a reasoned resolution owed", async () => {
    const { claimId } = await at(steps.filed(world));
    const body = { outcome: "dismissal", ground: "late", reason: "Pasó el plazo." };
    const byClerk = await world.as(clerk, admitClaim, { params: { claimId }, body });
    expect(byClerk).toMatchObject({ status: 409, body: { detail: "Eso lo hace otro cargo." } });
    const done = await world.as(["analyst-1", "analyst"], admitClaim, { params: { claimId }, body });
    expect(done.body.state).toBe("in-resolution");
    expect(done.body.entries.at(-1).text).toBe("fuera de plazo: Pasó el plazo.");
    const without = { ...body, ground: undefined };
    expect((await world.as(clerk, admitClaim, { params: { claimId }, body: without })).status).toBe(400);
  });
});

describe("reporting a visit", () => {
  const startedAt = "2026-11-26T13:10:00Z";
  const external = {
    meterNumber: "FX21000123",
    reading: 1290,
    seals: "broken",
    connection: "open",
    leakAtBox: false,
    premises: "Casa de un piso.",
  };
  const tap = { kind: "caño", count: 3, damaged: 1, leaking: 0 };
  const useUnits = [{ category: "DOMESTICO", occupied: 1, vacant: 2 }];
  const internal = { occupants: 4, useUnits, points: [tap], leak: "none" };
  const whole = { outcome: "whole", startedAt, external, internal };
  const absent = { outcome: "absent", startedAt: "2026-11-26T17:10:00.000Z", external };

  const visited = async (): Promise<{ claimId: string; inspectionId: string }> => {
    const { claimId } = await steps.filed(world);
    const inspectionId = await world.assign(claimId, 1, "inspector-1");
    on("2026-11-26T18:00:00.000Z");
    return { claimId, inspectionId };
  };
  const report = (params: { claimId: string; inspectionId: string }, body: object, who = inspector, key?: string) =>
    world.as(who, reportInspection, { params, body, ...(key && { key }) });

  it("is the acta with its photos, once, whatever version it was made on", async () => {
    const params = await visited();
    await world.upload("inspector-1", "meter-photo");
    const body = { ...whole, uploadIds: ["meter-photo"] };
    const key = "reported-without-signal";
    const [first, second] = [await report(params, body, inspector, key), await report(params, body, inspector, key)];
    expect(first).toMatchObject({ status: 200, body: { claimId: params.claimId, state: "filed" } });
    expect(second.body.version).toBe(first.body.version);
    expect(await report(params, whole)).toMatchObject({ status: 409, body: { type: "urn:caudal:already-reported" } });
    const { inspections, evidence, visits } = await shown(params.claimId);
    expect(inspections).toMatchObject([
      {
        inspector: "PERSONA DE PRUEBA INSPECTOR-1",
        report: { outcome: "whole", startedAt: "2026-11-26T13:10:00.000Z", external, internal },
      },
    ]);
    expect(inspections[0].report.photos).toEqual([
      { documentId: "meter-photo", fileName: "meter-photo.jpg", kind: "photo" },
    ]);
    expect(visits).toHaveLength(1);
    expect(evidence).toContainEqual({
      item: "internal-inspection",
      name: "Inspección interna",
      status: "present",
      addable: false,
    });
  });

  it("says what was found, how it was signed, and when the device made each file", async () => {
    const params = await visited();
    const { sha256 } = await world.upload("inspector-1", "signature");
    await world.upload("inspector-1", "front-photo");
    const takenAt = "2026-11-26T13:30:00.000Z";
    const captures = [{ uploadId: "signature", kind: "signature", takenAt, sha256 }];
    const causes = ["meter-fault", "crossed-supply"];
    const body = { ...whole, causes, signing: { how: "on-screen" }, uploadIds: ["front-photo", "signature"], captures };
    expect(await report(params, body)).toMatchObject({ status: 200 });
    const { inspections } = await shown(params.claimId);
    expect(inspections[0].report).toMatchObject({
      causes,
      signing: { how: "on-screen" },
      photos: [
        { documentId: "front-photo", kind: "photo" },
        { documentId: "signature", kind: "signature", takenAt },
      ],
    });
  });

  it("is refused for a day before the one that the customer was given, then and on the day", async () => {
    const params = await visited();
    const early = { ...whole, startedAt: "2026-11-25T15:00:00.000Z" };
    const refusal = {
      status: 409,
      body: { detail: expect.stringContaining("La visita es el jueves 26 de noviembre de 2026") },
    };
    expect(await report(params, early)).toMatchObject(refusal);
    on("2026-11-25T15:00:00.000Z");
    expect(await report(params, early)).toMatchObject(refusal);
    expect((await shown(params.claimId)).inspections[0].report).toBeUndefined();
    on("2026-11-26T18:00:00.000Z");
    expect(await report(params, whole)).toMatchObject({ status: 200 });
  });

  it("takes hours that its files contradict only with a reason, which the acta says", async () => {
    const params = await visited();
    const { sha256 } = await world.upload("inspector-1", "late-photo");
    const captures = [{ uploadId: "late-photo", kind: "photo", takenAt: "2026-11-26T16:00:00.000Z", sha256 }];
    const body = { ...whole, uploadIds: ["late-photo"], captures };
    const refused = await report(params, body);
    expect(refused).toMatchObject({ status: 409, body: { detail: expect.stringContaining("no es la de las fotos") } });
    expect((await shown(params.claimId)).inspections[0].report).toBeUndefined();
    const hourReason = "El teléfono no tenía batería.";
    expect(await report(params, { ...body, observations: "Casa vacía.", hourReason })).toMatchObject({ status: 200 });
    expect((await shown(params.claimId)).inspections[0].report.observations).toBe(
      "Casa vacía. La hora anotada no es la de las fotos: El teléfono no tenía batería.",
    );
  });

  it("says nothing of a reason that its hours do not need", async () => {
    const params = await visited();
    expect(await report(params, { ...whole, hourReason: "Otra hora." })).toMatchObject({ status: 200 });
    expect((await shown(params.claimId)).inspections[0].report.observations).toBe("");
  });

  it("is refused with a file that is not the one the device made", async () => {
    const params = await visited();
    await world.upload("inspector-1", "changed-photo");
    const captures = [
      { uploadId: "changed-photo", kind: "photo", takenAt: "2026-11-26T13:30:00.000Z", sha256: "0".repeat(64) },
    ];
    const answered = await report(params, { ...whole, uploadIds: ["changed-photo"], captures });
    expect(answered).toMatchObject({ status: 409, body: { detail: expect.stringContaining("cambió después") } });
    expect((await shown(params.claimId)).inspections[0].report).toBeUndefined();
  });

  it.each([
    ["observations", "otra causa", { causes: ["other"] }],
    ["causes", "una sola vez", { causes: ["misread", "misread"] }],
    ["how", "Falta la firma", { signing: { how: "on-paper" } }],
    ["by", "a ruego", { signing: { how: "at-request" } }],
    [
      "uploadIds",
      "no existe",
      { captures: [{ uploadId: "x", kind: "photo", takenAt: startedAt, sha256: "0".repeat(64) }] },
    ],
    ["endedAt", "antes de empezar", { endedAt: "2026-11-26T13:09:00Z" }],
    ["count", "más en mal estado", { internal: { ...internal, points: [{ ...tap, leaking: 4 }] } }],
    ["count", "más en mal estado", { internal: { ...internal, points: [{ ...tap, damaged: 4 }] } }],
    ["useUnits", "una sola vez", { internal: { ...internal, useUnits: [...useUnits, ...useUnits] } }],
  ])("is refused where what it says cannot be: %s, «%s»", async (field, message, wrong) => {
    const { status, body } = await report(await visited(), { ...whole, ...wrong });
    expect(status).toBe(400);
    expect(body.errors).toContainEqual({
      field: expect.stringMatching(`${field}$`),
      message: expect.stringContaining(message),
    });
  });

  it("brings the remedy of an observed claim, which is then looked into with what was found", async () => {
    const { claimId } = await steps.observed(world);
    const inspectionId = await world.assign(claimId, 1, "inspector-1");
    on("2026-11-26T18:00:00.000Z");
    const proof = (await world.upload("inspector-1", `power-of-${claimId}`)).documentId;
    const remedy = "Entregaron el poder.";
    const answer = await report({ claimId, inspectionId }, { ...whole, remedy, uploadIds: [proof] });
    expect(answer).toMatchObject({ status: 200, body: { state: "under-investigation" } });
    const events = (await world.caseFiles.read(claimId))?.events ?? [];
    expect(events.slice(-2)).toMatchObject([
      { type: "remedied", effectiveAt: "2026-11-26T13:10:00.000Z", details: { answer: remedy, attachments: [{}] } },
      { type: "inspection-reported", outcome: "whole", details: { photos: [{ documentId: proof }] } },
    ]);
    expect((await shown(claimId)).attachments).toHaveLength(1);
  });

  it("says what was handed over if the claim waits for no remedy", async () => {
    const params = await visited();
    await report(params, { ...whole, observations: "Medidor nuevo.", remedy: "Entregaron el poder." });
    expect((await shown(params.claimId)).inspections[0].report.observations).toBe(
      "Medidor nuevo. Entregaron: Entregaron el poder.",
    );
  });

  it.each(["absent", "opposed"] as const)("is not taken as %s before the hour of the visit", async (outcome) => {
    const { claimId, inspectionId } = await visited();
    const [{ on: day, from }] = (await shown(claimId)).visits;
    const before = new Date(Date.parse(`${day}T${from}:00-05:00`) - 60_000).toISOString();
    const early = await report({ claimId, inspectionId }, { ...absent, outcome, startedAt: before });
    expect(early).toMatchObject({ status: 409, body: { detail: expect.stringContaining("la hora que se avisó") } });
    expect((await shown(claimId)).visits).toHaveLength(1);
  });

  it("plans no other visit when opposed: what is not proved inside is the user's to bear", async () => {
    const { claimId, inspectionId } = await visited();
    await report({ claimId, inspectionId }, { ...absent, outcome: "opposed" });
    const { visits, evidence } = await shown(claimId);
    expect(visits).toMatchObject([{ outcome: "opposed" }]);
    expect(visits).toHaveLength(1);
    for (const item of ["external-inspection", "internal-inspection"])
      expect(evidence).toContainEqual(expect.objectContaining({ item, status: "present" }));
  });

  it("plans one more visit when absent, and no third", async () => {
    const { claimId, inspectionId } = await visited();
    await report({ claimId, inspectionId }, absent);
    const { visits, inspections, evidence } = await shown(claimId);
    expect(visits).toMatchObject([{ outcome: "absent" }, { inspectionId: `${claimId}-2`, on: "2026-11-30" }]);
    expect(inspections).toHaveLength(2);
    expect(evidence).toContainEqual(expect.objectContaining({ item: "external-inspection", status: "present" }));
    expect(evidence).toContainEqual(expect.objectContaining({ item: "internal-inspection", status: "missing" }));
    const again = await world.assign(claimId, 2, "inspector-1", "2026-11-26T19:00:00.000Z");
    on("2026-11-30T18:00:00.000Z");
    await report({ claimId, inspectionId: again }, { ...absent, startedAt: "2026-11-30T17:40:00Z" });
    const twice = await shown(claimId);
    expect(twice.visits).toHaveLength(2);
    const present = expect.objectContaining({ item: "internal-inspection", status: "present" });
    expect(twice.evidence).toContainEqual(present);
  });

  it.each([
    ["not yet", "2026-11-26T18:00:01Z", "todavía no llega"],
    ["before the claim", "2026-11-20T18:00:01Z", "La visita es el jueves 26"],
  ])("is refused when it happened %s", async (_, when, words) => {
    const params = await visited();
    expect(await report(params, { ...whole, startedAt: when })).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining(words) },
    });
  });

  it("is of who was given the visit, and of a visit of that claim", async () => {
    const params = await visited();
    const other = await report(params, whole, ["inspector-2", "inspector"]);
    expect(other.body.type).toBe("urn:caudal:inspection-not-found");
    const nowhere = await report({ ...params, inspectionId: "another" }, whole);
    expect(nowhere.body.type).toBe("urn:caudal:inspection-not-found");
    expect((await report(params, whole, ["a", "analyst"])).status).toBe(403);
    const stolen = await report(params, { ...whole, uploadIds: ["not-mine"] });
    expect(stolen.body.type).toBe("urn:caudal:upload-not-found");
    expect((await report(params, { ...whole, outcome: "so-so" })).body.errors[0].message).toBe(
      "Elija cómo fue la visita.",
    );
    expect((await report({ ...params, claimId: "nowhere" }, whole)).body.type).toBe("urn:caudal:claim-not-found");
  });
});
