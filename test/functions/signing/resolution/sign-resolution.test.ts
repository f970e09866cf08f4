import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { issueResolution, signResolution } from "../../../../shared/contract/resolution/signing-routes.ts";
import { lastEntry } from "../../../../shared/domain/case/case-events.ts";
import { cents } from "../../../../shared/domain/receipt/money.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { receivedMark } from "../../../../shared/storage/seal/seals.ts";
import { maria, person } from "../../../shared/casework/case-world.ts";
import { readPdf } from "../../../shared/documents/pdf-reader.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { captureLog } from "../../log-lines.ts";
import { drafting, lacking, resolver, type SigningWorld, signer, signingWorld, type Worker } from "../signing-world.ts";

let local: TestTables;
let world: SigningWorld;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(drafting) });
  world = await signingWorld(local);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const sealOf = async (claimId: string) => lastEntry(await world.events(claimId), "resolution-signed")?.details.seal;

describe("signing a resolution", () => {
  it("records the act with the utility's seal over what was signed, by whom and after which history", async () => {
    const { claimId, sha256, documentId, code } = await world.issued();
    const { head } = await world.file(claimId);
    const { status, body } = await world.as(signer, signResolution, claimId, {
      body: { sha256, signature: { way: "second-factor" } },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: "resolved", number: "00001-2026-MOQ" });
    const seal = await sealOf(claimId);
    if (!seal) throw new Error("not sealed");
    expect(world.key.vouchesFor(seal)).toBe(true);
    expect(JSON.parse(seal.statement)).toEqual({
      kind: "resolution",
      number: "00001-2026-MOQ",
      sha256,
      verificationCode: lastEntry(await world.events(claimId), "resolution-issued")?.details.document.verificationCode,
      claimCode: code,
      signer: "signer-1",
      signedAt: drafting,
      sealedAt: drafting,
      chainHead: head.chainHead,
      received: receivedMark([]),
    });
    const beside = world.documents.kept.get(`${documentId}.seal.json`) ?? new Uint8Array();
    expect(JSON.parse(Buffer.from(beside).toString())).toEqual(seal);
    expect(lastEntry(await world.events(claimId), "resolution-signed")?.details).toMatchObject({
      signer: "signer-1",
      authenticatedAt: drafting,
    });
  });

  it("names the signer as the office knows them", async () => {
    await world.staffRegister.save("MOQ", {
      sub: "signer-1",
      name: "FIRMANTE DE PRUEBA",
      extension: "110",
      roles: ["signer"],
      onDuty: true,
    });
    const { claimId, sha256 } = await world.issued();
    await world.as(signer, signResolution, claimId, { body: { sha256, signature: { way: "second-factor" } } });
    const { details } = lastEntry(await world.events(claimId), "resolution-signed") ?? {};
    expect(details?.signer).toBe("FIRMANTE DE PRUEBA");
  });

  it("is not sent by who made an offer in the claim, and not signed by them; another person signs it", async () => {
    const offerBy = async (claimId: string, sub: string) => {
      const by = { kind: "staff", sub, roles: ["conciliator"] } as const;
      const details = {
        offerId: "o1",
        receiptNumber: "S001-00045001",
        m3: 20,
        before: cents(15_661),
        after: cents(5808),
        terms: "Pagar 20 m³.",
        until: calendarDay("2026-12-10"),
      };
      await world.write(claimId, drafting, [{ type: "offer-made", effectiveAt: drafting, by, details }]);
    };
    const claimId = await world.heard();
    await world.draft(claimId, { by: "resolver-2" });
    await offerBy(claimId, "resolver-3");
    const sent = await world.as({ ...resolver, sub: "resolver-3" }, issueResolution, claimId, { body: {} });
    expect([sent.status, sent.body.detail]).toEqual([409, expect.stringContaining("otra resolutora")]);
    await offerBy(claimId, "signer-3");
    const { body } = await world.as(resolver, issueResolution, claimId, { body: {} });
    const sign = (sub: string) =>
      world.as({ ...signer, sub }, signResolution, claimId, {
        body: { sha256: body.sha256, signature: { way: "second-factor" } },
      });
    const refused = await sign("signer-3");
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining("autorizada para firmar")]);
    const { toSign = [] } = await world.file(claimId);
    expect(toSign.map(({ preparedBy }) => preparedBy)).toEqual([
      ["resolver-1", "resolver-2", "resolver-3", "signer-3"],
    ]);
    expect((await sign("signer-1")).status).toBe(200);
  });

  it.each<[string, Partial<Worker>, Parameters<SigningWorld["issued"]>[0]]>([
    ["sent it to signature", { sub: "resolver-1" }, { by: "resolver-2" }],
    ["wrote it", { sub: "resolver-2" }, { by: "resolver-2" }],
  ])("is not done by who %s, with whatever role", async (_, who, draft) => {
    const { claimId, sha256 } = await world.issued(draft);
    const { status, body } = await world.as({ ...signer, ...who }, signResolution, claimId, {
      body: { sha256, signature: { way: "second-factor" } },
    });
    expect(status).toBe(409);
    expect(body.detail).toContain("Debe firmar otra persona");
    expect(world.key.asked).toHaveLength(0);
  });

  it.each([
    ["five minutes and a second", "2026-12-24T14:54:59.000Z", 403],
    ["five minutes", "2026-12-24T14:55:00.000Z", 200],
    ["an unknown time", undefined, 403],
  ])("takes a sign-in of up to five minutes: %s ago", async (_, at, status) => {
    const { claimId, sha256 } = await world.issued();
    const { at: __, ...who } = signer;
    const answer = await world.as(at === undefined ? who : { ...who, at }, signResolution, claimId, {
      body: { sha256, signature: { way: "second-factor" } },
    });
    expect(answer.status).toBe(status);
    if (status === 403) expect(answer.body.type).toBe("urn:caudal:fresh-sign-in-needed");
  });

  it("is refused on bytes that are not those frozen", async () => {
    const { claimId } = await world.issued();
    const { status, body } = await world.as(signer, signResolution, claimId, {
      body: { sha256: "0".repeat(64), signature: { way: "second-factor" } },
    });
    expect(status).toBe(409);
    expect(body.type).toBe("urn:caudal:document-changed");
    expect(world.key.asked).toHaveLength(0);
  });

  it("stops, as a bug does, when the bytes kept are others", async () => {
    const { claimId, sha256, documentId } = await world.issued();
    world.documents.kept.set(documentId, Buffer.from("tampered"));
    const lines = captureLog();
    const { status } = await world.as(signer, signResolution, claimId, {
      body: { sha256, signature: { way: "second-factor" } },
    });
    expect(status).toBe(500);
    expect(JSON.stringify(lines())).toContain("is not the one that was frozen");
    expect(await sealOf(claimId)).toBeUndefined();
  });

  it.each([
    ["nothing was sent to signature", drafting, "No hay nada enviado a firma."],
    ["silence granted the claim", "2027-01-16T05:00:00.000Z", "se tiene por aprobado"],
  ])("asks no seal when %s", async (_, now, words) => {
    const claimId = now === drafting ? await world.heard() : (await world.issued()).claimId;
    const sha256 = lastEntry(await world.events(claimId), "resolution-issued")?.details.document.sha256;
    vi.setSystemTime(new Date(now));
    const { status, body } = await world.as({ ...signer, at: now }, signResolution, claimId, {
      body: { sha256: sha256 ?? "0".repeat(64), signature: { way: "second-factor" } },
    });
    expect(status).toBe(409);
    expect(body.detail).toContain(words);
    expect(world.key.asked).toHaveLength(0);
  });

  it("is one act however often it is sent, and puts the copy of its seal where it was lost", async () => {
    const { claimId, sha256, documentId } = await world.issued();
    const { head } = await world.file(claimId);
    const request = {
      body: { sha256, signature: { way: "second-factor" } },
      key: "signed-twice-one-key",
      version: head.version,
    };
    await world.as(signer, signResolution, claimId, request);
    const seal = await sealOf(claimId);
    world.documents.kept.delete(`${documentId}.seal.json`);
    const again = await world.as(signer, signResolution, claimId, request);
    expect(again.status).toBe(200);
    expect(await sealOf(claimId)).toEqual(seal);
    expect(world.key.asked).toHaveLength(1);
    expect(world.documents.kept.has(`${documentId}.seal.json`)).toBe(true);
  });
});

describe("the resolution of a reconsideration", () => {
  const analyst = person("analyst-1", "analyst");
  const recourse = (at: string, grounds: string, submissionNumber: string) => ({
    effectiveAt: at,
    by: maria,
    filedOn: calendarDay(at.slice(0, 10)),
    newEvidence: true,
    details: { submissionId: submissionNumber, submissionNumber, grounds, attachments: [] },
  });
  const filedAt = "2026-12-29T15:00:00.000Z";
  const filed = recourse(filedAt, "Traigo un informe.", "MP-2026-000001-1");
  const renamed = {
    effectiveAt: filedAt,
    by: analyst,
    as: "reconsideration",
    details: { reason: "Trae prueba." },
  } as const;
  const kept = recourse("2026-12-29T16:00:00.000Z", "Por si acaso.", "MP-2026-000002-1");
  const reconsideration = { type: "reconsideration-filed", ...filed } as const;

  /** A claim whose first resolution was signed and notified. */
  const decided = async () => {
    const { claimId, sha256 } = await world.issued();
    await world.as(signer, signResolution, claimId, { body: { sha256, signature: { way: "second-factor" } } });
    await notify(claimId, "2026-12-28T15:00:00.000Z");
    return claimId;
  };
  const notify = (claimId: string, effectiveAt: string) =>
    world.write(claimId, effectiveAt, [
      {
        type: "resolution-notified",
        effectiveAt,
        by: person("clerk-1", "clerk"),
        evidence: [],
        details: { noticeId: "n1", how: "delivered", photos: [] },
      },
    ]);
  const issued = async (claimId: string, matter: string) => {
    await world.draft(claimId, {
      outcome: "upheld",
      decision: "Se corrige el recibo.",
      months: [{ receiptNumber: "S001-00045001", correctedM3: 15 }],
      answers: [{ matter, text: "El informe es prueba nueva y basta.", cites: ["evidence:bills"] }],
    });
    vi.setSystemTime(new Date("2026-12-30T15:00:00.000Z"));
    await world.override(claimId, lacking, "manager-1", "2026-12-30T14:00:00.000Z");
    const { status, body } = await world.as(resolver, issueResolution, claimId, { body: {} });
    expect([status, body.detail]).toEqual([200, undefined]);
    const text = readPdf(world.documents.kept.get(body.documentId) ?? new Uint8Array()).text.replaceAll("\n", " ");
    return { body, text };
  };

  it.each([
    ["filed as one", [reconsideration], "MP-2026-000001-1, presentado"],
    [
      "filed as an appeal",
      [
        { type: "appeal-filed", ...filed },
        { type: "recourse-reclassified", ...renamed },
      ],
      "MP-2026-000001-1, que se presentó como apelación, presentado",
    ],
    [
      "with an appeal kept beside it",
      [reconsideration, { type: "appeal-filed", ...kept }],
      "MP-2026-000001-1, presentado",
    ],
  ] as const)(
    "%s is another document, with the next number, against which only the appeal is left",
    async (_, acts, named) => {
      const claimId = await decided();
      for (const act of acts) await world.write(claimId, act.effectiveAt, [act]);
      const { body, text } = await issued(claimId, "recourse");
      expect(body.number).toBe("00002-2026-MOQ");
      const entry = lastEntry(await world.events(claimId), "resolution-issued");
      expect(entry?.details.document.kind).toBe("reconsideration-resolution");
      expect(text).toContain("Declarar FUNDADO el recurso de reconsideración");
      expect(text).toContain(`El recurso de reconsideración ${named} el 29 de diciembre de 2026`);
      expect(text).toContain("contra la resolución N.° 00001-2026-MOQ, notificada el 28 de diciembre de 2026.");
      expect(text).toContain("Que el recurso sostiene: «Traigo un informe.»");
      expect(text).toContain("Recurso de apelación (Formato 9)");
      expect(text).not.toContain("Recurso de reconsideración (Formato 8)");
    },
  );
});
