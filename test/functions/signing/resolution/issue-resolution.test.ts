import { createHash } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { api } from "../../../../functions/runtime/api.ts";
import { signing } from "../../../../functions/signing/signing.ts";
import { monthTotalAt } from "../../../../shared/casework/conciliation/price-offer.ts";
import * as signingRoutes from "../../../../shared/contract/resolution/signing-routes.ts";
import { lastEntry } from "../../../../shared/domain/case/case-events.ts";
import { cents, formatCents } from "../../../../shared/domain/receipt/money.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { readPdf } from "../../../shared/documents/pdf-reader.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { call, originKey, staff } from "../../api-call.ts";
import {
  drafting,
  filedAt,
  lacking,
  overrideReason,
  resolver,
  type SigningWorld,
  signer,
  signingWorld,
} from "../signing-world.ts";

const { issueResolution, returnResolution } = signingRoutes;

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
afterEach(() => void vi.useRealTimers());

const series = { office: "MOQ", year: 2026 };
const wordsOf = (documentId: string) =>
  readPdf(world.documents.kept.get(documentId) ?? new Uint8Array()).text.replaceAll("\n", " ");

describe("sending a resolution to signature", () => {
  it("freezes the draft's words in a document with the first number, and the fact names its bytes", async () => {
    const claimId = await world.heard();
    await world.draft(claimId);
    const { status, body } = await world.as(resolver, issueResolution, claimId, { body: {} });
    expect(status).toBe(200);
    expect(body).toMatchObject({ number: "00001-2026-MOQ", state: "in-resolution" });
    const kept = world.documents.kept.get(body.documentId) ?? new Uint8Array();
    expect(createHash("sha256").update(kept).digest("hex")).toBe(body.sha256);
    const file = await world.file(claimId);
    expect(file.draft).toBeUndefined();
    expect(lastEntry(file.events, "resolution-issued")).toMatchObject({
      number: "00001-2026-MOQ",
      outcome: "rejected",
      checklist: "overridden",
      details: {
        reasons: "La lectura es correcta.",
        draftedBy: "resolver-1",
        document: { kind: "resolution", sha256: body.sha256, fileName: "resolucion-00001-2026-MOQ.pdf" },
      },
    });
    expect(await world.deps.resolutionNumbers.find(series, 1)).toEqual({ claimId, state: "issued" });
  });

  it("keeps in the entry, and so in the chain, the text that its document prints, part by part", async () => {
    const claimId = await world.heard();
    await world.draft(claimId);
    const { body } = await world.as(resolver, issueResolution, claimId, { body: {} });
    const text = lastEntry((await world.file(claimId)).events, "resolution-issued")?.details.text ?? [];
    expect(text.flatMap((part) => ("heading" in part ? part.heading : []))).toEqual([
      "VISTO",
      "CONSIDERANDO",
      "RESUELVE",
      "Base legal",
      "Firma",
    ]);
    // The PDF breaks lines and words where the page ends them.
    const bare = (words: string) => words.replaceAll(/[\s\u00ad-]+/g, "");
    const printed = bare(wordsOf(body.documentId));
    const said = text.flatMap((part) => {
      if ("heading" in part) return [part.heading];
      if ("text" in part) return [part.text];
      if ("items" in part) return part.items;
      return ("lines" in part ? part.lines : [part.table.head, ...part.table.rows]).flat();
    });
    expect(said.length).toBeGreaterThan(20);
    const phrases = said.flatMap((words) => words.split(/[.,;:]/)).map(bare);
    // The end of a page stands within a phrase or two.
    expect(phrases.filter((phrase) => !printed.includes(phrase)).length).toBeLessThanOrEqual(2);
  });

  it("says in the document what it goes without, and what is left against it by the law's terms", async () => {
    const text = wordsOf((await world.issued()).documentId);
    expect(text).toContain(`«Historial de cortes y reaperturas», y se decide sin esa prueba: ${overrideReason}`);
    expect(text).toContain("Recibos reclamados: S001-00045001, de octubre de 2026");
    expect(text).toContain("Historial de reclamos del suministro: El suministro no tiene otros reclamos.");
    expect(text).toContain("Recurso de reconsideración (Formato 8)");
    expect(text).toContain("Recurso de apelación (Formato 9)");
    expect(text).toContain("15 días hábiles");
    expect(text).toContain("Moquegua, 24 de diciembre de 2026");
  });

  it("needs a draft", async () => {
    const { status, body } = await world.as(resolver, issueResolution, await world.heard(), { body: {} });
    expect(status).toBe(409);
    expect(body.type).toBe("urn:caudal:no-draft");
  });

  const some = lacking.filter((item) => item !== "cuts-history" && item !== "internal-inspection");
  const rest = ["cuts-history", "internal-inspection"];

  it.each([
    ["nobody let any go", [], undefined, "resolver-1", "Historial de cortes"],
    [
      "more is missing than another let go",
      some,
      undefined,
      "resolver-1",
      "Faltan: Historial de cortes y reaperturas; Inspección interna.",
    ],
    [
      "who sends it let the rest go",
      some,
      "resolver-1",
      "resolver-2",
      "Faltan: Historial de cortes y reaperturas; Inspección interna.",
    ],
    [
      "who drafted it let the rest go",
      some,
      "resolver-2",
      "resolver-2",
      "Faltan: Historial de cortes y reaperturas; Inspección interna.",
    ],
  ] as const)(
    "needs each missing proof, or another's word to go without it: %s",
    async (_, items, restBy, author, sentence) => {
      const claimId = await world.heard(items);
      if (restBy) await world.override(claimId, rest, restBy);
      await world.draft(claimId, { by: author });
      const { status, body } = await world.as(resolver, issueResolution, claimId, { body: {} });
      expect(status).toBe(409);
      expect(body).toMatchObject({ type: "urn:caudal:evidence-missing", detail: expect.stringContaining(sentence) });
      expect(await world.deps.resolutionNumbers.next(series)).toBe(1);
      expect(world.documents.kept.size).toBe(0);
    },
  );

  it("goes once another let go what was still missing", async () => {
    const claimId = await world.heard(some);
    await world.override(claimId, rest, "manager-2");
    await world.draft(claimId);
    expect((await world.as(resolver, issueResolution, claimId, { body: {} })).status).toBe(200);
  });

  it.each([
    ["before the hearing", filedAt, "audiencia"],
    ["once silence granted the claim", "2027-01-16T05:00:00.000Z", "aprobado"],
  ])("is not taken %s, and makes nothing", async (_, now, words) => {
    const { file } = await world.fileOne(filedAt);
    const { claimId } = file.head;
    const by = { kind: "staff", sub: "analyst-1", roles: ["analyst"] } as const;
    await world.write(claimId, filedAt, [{ type: "claim-accepted", effectiveAt: filedAt, by, details: {} }]);
    await world.draft(claimId);
    vi.setSystemTime(new Date(now));
    const { status, body } = await world.as(resolver, issueResolution, claimId, { body: {} });
    expect(status).toBe(409);
    expect(body.detail).toContain(words);
    expect(world.documents.kept.size).toBe(0);
    expect(await world.deps.resolutionNumbers.next({ office: "MOQ", year: 2027 })).toBe(1);
  });

  it("leaves the month at the volume of the draft, by the receipt's own list", async () => {
    const { claimId, documentId } = await world.issued({
      outcome: "upheld",
      months: [{ receiptNumber: "S001-00045001", correctedM3: 15 }],
    });
    const receipts = await world.receiptReader.lastMonths("00012345", 24);
    const amount = monthTotalAt(receipts, "S001-00045001", 15, world.tenant.billing.tariffLists.value);
    const { details } = lastEntry(await world.events(claimId), "resolution-issued") ?? {};
    expect(details?.months).toEqual([
      {
        receiptNumber: "S001-00045001",
        period: "2026-10",
        outcome: "upheld",
        corrected: { m3: 15, amount },
      },
    ]);
    if (amount === undefined) throw new Error("the month has no price");
    expect(amount).toBeLessThan(world.receipt.receipt.monthTotal);
    expect(wordsOf(documentId)).toContain(`queda en 15 m³ y S/ ${formatCents(amount)}`);
    const { body } = await world.as(signer, signingRoutes.listSignatures, claimId, { params: {} });
    const before = formatCents(world.receipt.receipt.monthTotal);
    expect(body.documents.map(({ result }: { result: unknown }) => result)).toEqual([
      { outcome: "upheld", before, after: formatCents(amount) },
    ]);
  });

  it("refuses to correct by a list it does not have", async () => {
    const claimId = await world.heard();
    await world.draft(claimId, { months: [{ receiptNumber: "S001-00045001", correctedM3: 15 }] });
    const { tenant } = world.deps;
    const billing = { ...tenant.billing, tariffLists: { ...tenant.billing.tariffLists, value: [] } };
    const handler = api(signingRoutes, signing({ ...world.deps, tenant: { ...tenant, billing } }), { originKey });
    const { head } = await world.file(claimId);
    const { status, body } = await call(handler, issueResolution, {
      params: { claimId },
      claims: staff("resolver"),
      version: head.version,
      body: {},
    });
    expect(status).toBe(409);
    expect(body.type).toBe("urn:caudal:cannot-price");
  });

  it("is one resolution however often it is sent with its key", async () => {
    const claimId = await world.heard();
    await world.draft(claimId);
    const { head } = await world.file(claimId);
    const request = { body: {}, key: "sent-twice-with-one-key", version: head.version };
    const first = await world.as(resolver, issueResolution, claimId, request);
    const second = await world.as(resolver, issueResolution, claimId, request);
    expect(second.status).toBe(200);
    expect(second.body).toEqual(first.body);
    expect(await world.deps.resolutionNumbers.next(series)).toBe(2);
  });

  it("is refused on a version that is not the case's, and while another waits for its signature", async () => {
    const { claimId } = await world.issued();
    await world.draft(claimId);
    const stale = await world.as(resolver, issueResolution, claimId, { body: {}, version: 1 });
    expect(stale.status).toBe(412);
    const again = await world.as(resolver, issueResolution, claimId, { body: {} });
    expect(again.body.detail).toContain("Devuélvalo antes");
  });

  it("numbers without gaps when several are sent at the same moment", async () => {
    const claims = [await world.heard(), await world.heard(), await world.heard()];
    for (const claimId of claims) await world.draft(claimId);
    const answers = await Promise.all(
      claims.map((claimId) => world.as(resolver, issueResolution, claimId, { body: {} })),
    );
    expect(answers.map(({ body }) => body.number).toSorted()).toEqual([
      "00001-2026-MOQ",
      "00002-2026-MOQ",
      "00003-2026-MOQ",
    ]);
    for (const { body } of answers) expect(wordsOf(body.documentId)).toContain(`Resolución N.° ${body.number}`);
  });
});

describe("the lint of the draft", () => {
  const faulty = { reasons: "El recibo es de S/ 165.61. [completar]" } as const;
  const keys = ["figure-not-found:amount S/ 165.61", "unfinished:reasons [completar]"];
  const letGo = (claimId: string, by: string, of: readonly string[] = keys) =>
    world.write(claimId, drafting, [
      {
        type: "checklist-overridden",
        effectiveAt: drafting,
        by: { kind: "staff", sub: by, roles: ["manager"] },
        details: { items: [], findings: of.map((key) => ({ key, text: "Algo." })), reason: "Lo dice el acta impresa." },
      },
    ]);
  const offer = {
    offerId: "o1",
    receiptNumber: "S001-00045001",
    m3: 20,
    before: cents(15_661),
    after: cents(5808),
    terms: "Pagar 20 m³.",
    until: calendarDay("2026-12-10"),
  };
  const issue = async (claimId: string) => world.as(resolver, issueResolution, claimId, { body: {} });

  it("prints each answer with what proves it, in the document and in what the claimant reads", async () => {
    const { documentId, claimId } = await world.issued();
    expect(wordsOf(documentId)).toContain(
      "Sobre lo que se pide: No corresponde cobrar otro consumo. Lo prueba: Recibo",
    );
    const { details } = lastEntry(await world.events(claimId), "resolution-issued") ?? {};
    expect(details?.answers?.map(({ about, names }) => [about, names])).toEqual([
      ["Sobre lo que se sostiene en el reclamo", ["Reclamo presentado, del 23 de noviembre de 2026"]],
      ["Sobre lo que se pide", ["Recibos reclamados"]],
    ]);
    expect(details).not.toHaveProperty("findings");
  });

  it("stops a draft with findings, names them, and makes nothing", async () => {
    const claimId = await world.heard();
    await world.draft(claimId, faulty);
    const { status, body } = await issue(claimId);
    expect([status, body.type]).toEqual([409, "urn:caudal:draft-faulty"]);
    expect(body.detail).toContain("«S/ 165.61» no está en ninguna pieza");
    expect(body.detail).toContain("«[completar]»");
    expect(world.documents.kept.size).toBe(0);
    expect(await world.deps.resolutionNumbers.next(series)).toBe(1);
  });

  it("stops one that answers nothing, as drafts of before answers do", async () => {
    const claimId = await world.heard();
    await world.draft(claimId, { answers: undefined });
    expect((await issue(claimId)).body.detail).toContain("«Sobre lo que se pide» no tiene respuesta.");
  });

  it("goes once another person let each finding go in writing, which the entry keeps", async () => {
    const claimId = await world.heard();
    await world.draft(claimId, faulty);
    await letGo(claimId, "manager-2", keys.slice(0, 1));
    expect((await issue(claimId)).status).toBe(409);
    await letGo(claimId, "manager-2", keys.slice(1));
    expect((await issue(claimId)).status).toBe(200);
    const issued = lastEntry(await world.events(claimId), "resolution-issued");
    expect(issued?.checklist).toBe("overridden");
    expect(issued?.details.findings?.map(({ key, override }) => [key, override])).toEqual(
      keys.map((key) => [key, "Lo dice el acta impresa."]),
    );
  });

  it.each(["resolver-1", "resolver-2"])("does not go by the word of who drafted it or sends it: %s", async (by) => {
    const claimId = await world.heard();
    await world.draft(claimId, { ...faulty, by: "resolver-2" });
    await letGo(claimId, by);
    expect((await issue(claimId)).body.type).toBe("urn:caudal:draft-faulty");
  });

  it("does not go by the word of who made an offer in the claim", async () => {
    const claimId = await world.heard();
    const by = { kind: "staff", sub: "manager-2", roles: ["manager", "conciliator"] } as const;
    await world.write(claimId, drafting, [{ type: "offer-made", effectiveAt: drafting, by, details: offer }]);
    await world.draft(claimId, faulty);
    await letGo(claimId, "manager-2");
    expect((await issue(claimId)).body.type).toBe("urn:caudal:draft-faulty");
    await letGo(claimId, "manager-3");
    expect((await issue(claimId)).status).toBe(200);
  });

  it("never goes with an answer that cites an offer nobody accepted, whoever let it go", async () => {
    const claimId = await world.heard();
    const by = { kind: "staff", sub: "conciliator-1", roles: ["conciliator"] } as const;
    await world.write(claimId, drafting, [{ type: "offer-made", effectiveAt: drafting, by, details: offer }]);
    const { seq = 0 } = lastEntry(await world.events(claimId), "offer-made") ?? {};
    const request = { matter: "request", text: "No corresponde cobrar otro consumo.", cites: [`entry:${seq}`] };
    const grounds = { matter: "grounds", text: "El reclamo no muestra una fuga.", cites: ["entry:1"] };
    await world.draft(claimId, { answers: [grounds, request] });
    await letGo(claimId, "manager-2", [`offer-cited:entry:${seq}`, `offer-not-accepted:entry:${seq}`]);
    const { status, body } = await issue(claimId);
    expect([status, body.type]).toEqual([409, "urn:caudal:draft-faulty"]);
    expect(body.detail).toContain("no lo dispensa nadie");
  });

  it("is judged again when the draft says something else", async () => {
    const claimId = await world.heard();
    await world.draft(claimId, faulty);
    await letGo(claimId, "manager-2");
    await world.draft(claimId, { reasons: "El recibo es de S/ 165.62." });
    expect((await issue(claimId)).body.detail).toContain("«S/ 165.62»");
  });
});

describe("returning a resolution", () => {
  const reason = "Falta valorar la foto.";

  it.each([signer, resolver])("voids its number with the reason and gives the draft back: $role", async (who) => {
    const { claimId } = await world.issued({
      outcome: "upheld",
      months: [{ receiptNumber: "S001-00045001", correctedM3: 15 }],
    });
    const before = lastEntry(await world.events(claimId), "resolution-issued")?.details.answers;
    const { status, body } = await world.as(who, returnResolution, claimId, { body: { reason } });
    expect(status).toBe(200);
    expect(body.state).toBe("in-resolution");
    expect(await world.deps.resolutionNumbers.find(series, 1)).toEqual({ claimId, state: "voided", reason });
    const { draft } = await world.file(claimId);
    expect(draft).toMatchObject({
      decision: "Se confirma el recibo.",
      months: [{ correctedM3: 15 }],
      answers: before?.map(({ matter, text, cites }) => ({ matter, text, cites })),
      by: "resolver-1",
    });
    const again = await world.as(resolver, issueResolution, claimId, { body: {} });
    expect(again.body.number).toBe("00002-2026-MOQ");
  });

  it("does not undo what was written since", async () => {
    const { claimId } = await world.issued();
    await world.draft(claimId, { decision: "Otra." });
    await world.as(signer, returnResolution, claimId, { body: { reason } });
    expect((await world.file(claimId)).draft?.decision).toBe("Otra.");
  });

  it("says when nothing was sent to signature", async () => {
    const { status, body } = await world.as(signer, returnResolution, await world.heard(), { body: { reason } });
    expect(status).toBe(409);
    expect(body.detail).toBe("No hay nada enviado a firma.");
  });
});
