import { describe, expect, it } from "vitest";
import type { Decision } from "../../../../shared/casework/case/record.ts";
import { entriesOf } from "../../../../shared/domain/case/case-events.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { transact } from "../../../../shared/storage/dynamodb.ts";
import { openVerificationIndex } from "../../../../shared/storage/seal/verification-index.ts";
import { form, person } from "../../../shared/casework/case-world.ts";
import {
  alongside,
  deps,
  documents,
  filedAt,
  goOnWith,
  key,
  log,
  notesOf,
  notifiedClaim,
  openRenderDesk,
  rendered,
  sealOf,
  submissionOf,
  take,
  wordsOf,
  world,
  write,
} from "../render-world.ts";

openRenderDesk();

describe("what is kept of who asks to see their data", () => {
  const own = { kind: "DNI", number: "00000001" } as const;
  const asked = async (identity: typeof own | { kind: "DNI"; number: string }) => {
    const submission = { ...submissionOf("000330", "data-access"), identity };
    await transact(world.claims.client, world.submissions.file(submission));
    const found = await world.submissions.find("000330");
    if (!found) throw new Error("not filed");
    const entry = { type: "data-gathered", at: "2026-11-24T15:00:00.000Z", by: "clerk-1" } as const;
    await transact(world.claims.client, world.submissions.step(found, { entry }));
    expect(await take({ submissionId: "000330" }, { submissionId: "000330" })).toEqual([]);
    const { data } = (await world.submissions.find("000330")) ?? {};
    if (!data) throw new Error("their data were not gathered");
    expect(data).toMatchObject({ kind: "person-data", fileName: "datos-MP-2026-000330-1.pdf" });
    expect(key.vouchesFor(sealOf(data.documentId))).toBe(true);
    return wordsOf(data.documentId);
  };

  it("is made of their account: supplies, claims, requests, documents and what was sent", async () => {
    const { code, claimId } = (await world.fileOne(filedAt)).file.head;
    const details = {
      seq: 1,
      channel: "email",
      to: "cliente@example.pe",
      subject: "Recibimos",
      sha256: "a",
      messageId: "m",
    };
    const by = { kind: "system", name: "send-notices" } as const;
    await write(claimId, rendered, [
      { type: "notice-sent", effectiveAt: rendered, by, details: { ...details, channel: "email" } },
    ]);
    const problem = await world.fileProblem(filedAt);
    await world.supplyLinks.link("maria", "00012345", filedAt);
    await world.supplyLinks.link("eva", "00067890", filedAt);
    const words = await asked(own);
    for (const one of [
      code,
      "EstadoRecibido",
      "CALLE FICTICIA 101",
      "900 000 001",
      "a cliente@example.pe: Recibimos",
      problem.code,
      "Suministro 00012345",
    ])
      expect(words).toContain(one);
    expect(words).toContain("MP-2026-000330-1");
    expect(words).not.toContain("00067890");
  });

  it("says nothing of a person with another document whose claim the account opened, but that it is there", async () => {
    const { code } = (await world.fileOne(filedAt)).file.head;
    const words = await asked({ kind: "DNI", number: "00000002" });
    expect(words).toContain(code);
    expect(words).toContain("son de otra persona");
    for (const one of ["CALLE FICTICIA 101", "cliente@example.pe"]) expect(words).not.toContain(one);
  });
});

describe("the form of a request for attention", () => {
  it("is made when it is filed, sealed and found by its code, once", async () => {
    const { problemId, code } = await world.fileProblem(filedAt);
    expect(await take({ problemId }, { problemId })).toEqual([]);
    const form = (await world.problems.find(problemId))?.form;
    if (!form) throw new Error("no form was added");
    expect(form).toMatchObject({ kind: "problem-form", fileName: `solicitud-${code}.pdf` });
    const words = wordsOf(form.documentId);
    for (const part of ["(Formato 1)", code, "El desagüe se atora", form.verificationCode])
      expect(words).toContain(part);
    expect(JSON.parse(sealOf(form.documentId).statement)).toMatchObject({
      number: code,
      sha256: form.sha256,
      factsHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(key.vouchesFor(sealOf(form.documentId))).toBe(true);
    expect(key.asked).toHaveLength(1);
    const index = openVerificationIndex(world.claims);
    expect(await index.ofCode(form.verificationCode)).toMatchObject({ problemId, sha256: form.sha256 });
    expect(await index.ofBytes(form.sha256)).toMatchObject({ problemId });
  });

  it("is the one its claim holds, whichever was made first", async () => {
    const { problemId, code } = await world.fileProblem(filedAt);
    const { file } = await world.fileOne("2026-11-25T15:00:00.000Z", {
      claimType: "O-S1",
      receipts: [],
      form: { ...form, request: "solve-problem" },
      problem: { problemId, code },
    });
    const { claimId } = file.head;
    expect(await take({ claimId, seq: 1 }, { problemId })).toEqual([]);
    const ofProblem = (await world.problems.find(problemId))?.form;
    const noted = (await notesOf(claimId)).filter(({ kind }) => kind === "problem-form");
    expect(noted).toEqual([{ by: { kind: "system", name: "render-documents" }, ...ofProblem }]);
  });
});

describe("letters that end a matter, or came before it", () => {
  it("«ya debes pagar», once the decision is firm: what is due of the receipt", async () => {
    const { claimId } = await notifiedClaim();
    const firmAt = "2027-01-20T15:00:00.000Z";
    const lapsed = { state: "firm", since: calendarDay("2027-01-18") } as const;
    const by = { kind: "system", name: "sweep" } as const;
    const seq = await write(claimId, firmAt, [{ type: "lapse-notified", effectiveAt: firmAt, by, details: lapsed }]);
    expect(await take({ claimId, seq })).toEqual([]);
    const due = (await notesOf(claimId)).find(({ kind }) => kind === "payment-due");
    const words = wordsOf(due?.documentId ?? "");
    for (const part of ["Ya debes pagar lo que se decidió", "S001-00045001", "156.61", "como se facturó"])
      expect(words).toContain(part);
  });

  it("the requirement to repair a leak names the day of its term: the fifteenth, 9 December, is a holiday", async () => {
    const { claimId } = (await world.fileOne(filedAt)).file.head;
    const now = "2026-11-24T15:00:00.000Z";
    const by = person("analyst-1", "analyst");
    await write(claimId, now, [{ type: "claim-accepted", effectiveAt: now, by, details: {} }]);
    const seq = await write(claimId, now, [
      { type: "leak-repair-required", effectiveAt: now, by, details: { text: "En el tubo del jardín." } },
    ]);
    expect(await take({ claimId, seq })).toEqual([]);
    const [letter] = (await notesOf(claimId)).filter(({ kind }) => kind === "leak-requirement");
    expect(wordsOf(letter?.documentId ?? "")).toMatch(
      /15 días calendario.*Último día\s*jueves 10 de diciembre de 2026/,
    );
  });

  it("the notice of an atypical reading, of the control that was recorded with one, and of no other", async () => {
    const { claimId } = (await world.fileOne(filedAt)).file.head;
    const now = "2026-11-25T15:00:00.000Z";
    const by = person("analyst-1", "analyst");
    const control = { period: "2026-10", billedBy: "L" } as const;
    const notice = { on: "2026-10-22", at: "09:30", means: "PERSONAL", receiver: "VECINA DE PRUEBA" } as const;
    const recorded = (details: object) =>
      write(claimId, now, [
        {
          type: "control-recorded",
          effectiveAt: now,
          by,
          details: { ...control, ...details },
        } as Decision["entries"][number],
      ]);
    expect(await take({ claimId, seq: await recorded({}) })).toEqual([]);
    expect(await notesOf(claimId)).toEqual([]);
    expect(await take({ claimId, seq: await recorded({ notice }) })).toEqual([]);
    const [letter] = await notesOf(claimId);
    expect(letter).toMatchObject({
      kind: "atypical-notice",
      fileName: expect.stringContaining("aviso-atipico-2026-10"),
    });
    expect(wordsOf(letter?.documentId ?? "")).toContain("VECINA DE PRUEBA");
  });
});

describe("an outage of the document desk", () => {
  /** How an alarm began to ring, as CloudWatch says it: a while after the period that had failed. */
  const beganAt = (timestamp: string, startDate?: string) => ({
    value: "ALARM",
    timestamp,
    reason: "Threshold Crossed: 1 datapoint [87.5] was greater than or equal to the threshold (50.0).",
    ...(startDate && { reasonData: JSON.stringify({ version: "1.0", startDate, recentDatapoints: [87.5] }) }),
  });
  /** What the rule of the monitor writes, with instants as CloudWatch writes them. */
  const over = {
    outage: {
      alarm: "caudal-dev-service-ApiDown1A2B",
      began: beganAt("2026-11-23T15:06:20.000+0000", "2026-11-23T15:00:00.000+0000"),
      to: "2026-11-23T21:00:00.000+0000",
    },
  };

  it("is recorded once, by its alarm and when it began, and certified under a seal", async () => {
    expect(await take(over, over)).toEqual([]);
    expect(await take({ outage: { ...over.outage, to: "2026-11-23T22:00:00.000+0000" } })).toEqual([]);
    const outages = await world.outages.since("2026-11-23T00:00:00.000Z", 10);
    expect(outages).toHaveLength(1);
    const [{ number, from, to, source, certificate } = { number: "" }] = outages;
    expect({ number, from, to, source }).toEqual({
      number: "CAIDA-20261123-1000",
      from: "2026-11-23T15:00:00.000Z",
      to: "2026-11-23T21:00:00.000Z",
      source: over.outage.alarm,
    });
    const words = wordsOf(certificate?.documentId ?? "");
    expect(words).toContain("No funcionó desdelunes 23 de noviembre de 2026 a las 10:00");
    expect(words).toContain("lunes 23 de noviembre de 2026 a las 4:00 p. m.");
    expect(words).toContain("87.5");
    expect(key.vouchesFor(sealOf(certificate?.documentId ?? ""))).toBe(true);
  });

  it("is listed from an instant on, and another one apart", async () => {
    await take(over, {
      outage: {
        ...over.outage,
        began: beganAt("2026-11-25T15:06:20.000+0000", "2026-11-25T15:00:00.000+0000"),
        to: "2026-11-25T15:20:00.000+0000",
      },
    });
    const since = async (instant: string) => (await world.outages.since(instant, 10)).map(({ number }) => number);
    expect(await since("2026-11-23T15:00:00.000Z")).toEqual(["CAIDA-20261125-1000", "CAIDA-20261123-1000"]);
    expect(await since("2026-11-23T15:00:00.001Z")).toEqual(["CAIDA-20261125-1000"]);
  });

  it.each([
    ["is not stated", undefined],
    ["is stated in words", "ayer"],
  ])("began a period before its alarm where the first of what that looked at %s", async (_, startDate) => {
    const began = beganAt("2026-11-23T15:06:20.000+0000", startDate);
    expect(await take({ outage: { ...over.outage, began } })).toEqual([]);
    expect(await world.outages.since("2026-11-23T00:00:00.000Z", 10)).toMatchObject([
      { from: "2026-11-23T15:01:20.000Z", to: "2026-11-23T21:00:00.000Z" },
    ]);
  });

  it.each([
    ["without an instant", { ...over.outage, began: beganAt("ayer") }],
    ["with more than the rule writes", { ...over.outage, state: "OK" }],
  ])("is not recorded from a message %s", async (_, outage) => {
    expect(await take({ outage })).toEqual(["0"]);
  });
});

describe("the certificate of a positive silence", () => {
  const lapsed = "2027-01-18T15:00:00.000Z";
  const certified = async (claimId: string) => {
    const events = (await world.caseFiles.read(claimId))?.events ?? [];
    return { facts: entriesOf(events, "silence-certified"), alerts: entriesOf(events, "manager-alerted") };
  };

  it("is made once: sealed, with an alert to the manager, what was asked and the day the term lapsed", async () => {
    const { file } = await world.fileOne(filedAt);
    const { claimId, code } = file.head;
    goOnWith({ ...deps, now: () => lapsed });
    const message = { claimId, certify: "silence" };
    expect(await take(message)).toEqual([]);
    expect(await take(message, message)).toEqual([]);

    const { facts, alerts } = await certified(claimId);
    expect(facts).toHaveLength(1);
    const [{ details } = { details: undefined }] = facts;
    // No month before it is in the ledger but one, too few for an average: the assignment, 20 m³, at its price.
    expect(details?.corrected).toEqual([{ receiptNumber: "S001-00045001", period: "2026-10", m3: 20, amount: 5_808 }]);
    expect(alerts.at(-1)?.details.reason).toContain("Silencio positivo");
    const document = details?.document;
    const words = wordsOf(document?.documentId ?? "");
    expect(words).toContain(`N.° ${code}`);
    expect(words).toContain("que se cobre el consumo normal");
    expect(words).toContain("35 días hábiles");
    expect(words).toContain("queda en 20 m³ y S/ 58.08");
    expect(JSON.parse(sealOf(document?.documentId ?? "").statement)).toMatchObject({
      kind: "silence-certificate",
      number: code,
      sha256: document?.sha256,
    });
  });

  it("orders the month billed again in the same transaction, and keeps the receipt held", async () => {
    const { claimId } = (await world.fileOne(filedAt)).file.head;
    goOnWith({ ...deps, now: () => lapsed });
    await take({ claimId, certify: "silence" });
    const [reported] = await world.holds.notesOfDay("2027-01-18");
    expect(reported).toMatchObject({ receiptNumber: "S001-00045001", version: 2, claimId });
    expect(reported?.notes).toMatchObject([
      { kind: "rebill", before: { m3: 45, amount: 15_661 }, after: { m3: 20, amount: 5_808 } },
      { kind: "credit-note", amount: 9_853 },
      { kind: "payable-from", from: "2027-01-18", amount: 5_808 },
    ]);
    expect(await world.holds.ofDay("2027-01-18")).toEqual([]);
    expect((await world.caseFiles.read(claimId))?.head.hold.held).toBe(true);
  });

  it("is not made of a claim that is not deemed granted", async () => {
    const { claimId } = (await world.fileOne(filedAt)).file.head;
    expect(await take({ claimId, certify: "silence" })).toEqual([]);
    expect((await certified(claimId)).facts).toEqual([]);
  });
});

describe("a message", () => {
  it.each([
    ["of a case that is not there", { claimId: "nobody", seq: 1 }, "claim-not-found"],
    ["of a submission that is not there", { submissionId: "nobody" }, "there is no submission nobody"],
    ["of a request that is not there", { problemId: "nobody" }, "there is no request for attention nobody"],
    ["of another form", { claim: "x" }, "ZodError"],
  ])("%s goes back to its queue", async (_, body, why) => {
    expect(await take(body)).toEqual(["0"]);
    expect(JSON.stringify(log())).toContain(why);
  });

  it("of an entry no document is made of goes back, and nothing is noted", async () => {
    const { file } = await world.fileOne(filedAt);
    const { claimId } = file.head;
    expect(await take({ claimId, seq: 2 })).toEqual(["0"]);
    expect(await notesOf(claimId)).toEqual([]);
    expect(documents.kept.size).toBe(0);
  });

  it("that fails for want of the key is made whole when it comes again", async () => {
    const { file } = await world.fileOne(filedAt);
    const { claimId } = file.head;
    const { seals } = deps;
    goOnWith({ ...deps, seals: { seal: () => Promise.reject(new Error("the key is away")) } });
    expect(await take({ claimId, seq: 1 })).toEqual(["0"]);
    expect(await notesOf(claimId)).toEqual([]);
    goOnWith({ ...deps, seals, now: () => "2026-11-25T15:00:00.000Z" });
    expect(await take({ claimId, seq: 1 })).toEqual([]);
    // The same bytes on another day: one cargo; a «No cortar» bears its own seal.
    expect((await notesOf(claimId)).map(({ kind }) => kind)).toEqual(["claim-cargo", ...alongside]);
    expect(documents.kept.size).toBe(14);
  });
});
