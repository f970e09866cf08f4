import { describe, expect, it } from "vitest";
import { fileQueja } from "../../../../shared/contract/claim/claim-routes.ts";
import { addDays, limaInstant } from "../../../../shared/domain/term/calendar-day.ts";
import { call } from "../../api-call.ts";
import {
  acknowledge,
  at,
  clockOf,
  filed,
  goOnWith,
  maria,
  notice,
  now,
  openActs,
  recourse,
  show,
  world,
} from "../acts-world.ts";
import { claimsHandler, decide, decidedClaim, sendFile } from "../claims-world.ts";

openActs();

describe("a recourse", () => {
  const notified = async (number: string) => {
    const { claimId, noticeKey } = await decidedClaim(world.world, now, number);
    await acknowledge(noticeKey);
    return claimId;
  };
  const reconsider = { kind: "reconsideration", grounds: "Tengo una prueba nueva.", uploadIds: ["proof"] };

  it("is filed in the claim and at the document desk at once, once by its key", async () => {
    const claimId = await notified("010-2026");
    await sendFile(world.world, "maria", "proof");
    const key = "one-key-of-maria-5";
    const [first, second] = await Promise.all([
      recourse(claimId, reconsider, { key }),
      recourse(claimId, reconsider, { key }),
    ]);
    expect(first.status).toBe(201);
    expect(second.text).toBe(first.text);
    expect(first.body).toMatchObject({
      submissionNumber: expect.stringMatching(/^MP-2026-\d{6}-\d$/),
      filedAt: now,
      filedOn: "2026-11-23",
      late: false,
      claim: { state: "in-reconsideration", attachments: [{ documentId: "proof" }] },
    });
    const submissions = await world.world.submissions.ofAccount("maria", 10);
    expect(submissions).toMatchObject([
      {
        submissionId: first.body.submissionId,
        number: first.body.submissionNumber,
        kind: "reconsideration",
        state: "presented",
        claim: { claimId },
        attachments: [{ documentId: "proof" }],
      },
    ]);
    expect(await world.world.uploads.find("proof")).toMatchObject({ claimId, submissionId: first.body.submissionId });
    expect(await recourse(claimId, { ...reconsider, grounds: "Otra." }, { key })).toMatchObject({
      status: 409,
      body: { type: "urn:caudal:write-key-used" },
    });
    const toCheck = await world.world.submissions.listed(world.deps.tenant.office.code.value, "to-check", 10);
    expect(toCheck.map(({ submission }) => submission.submissionId)).toEqual([first.body.submissionId]);
  });

  it("draws another number when the one drawn is somebody's", async () => {
    const first = await recourse(await notified("015-2026"), { kind: "appeal", grounds: "No." });
    const taken = first.body.submissionNumber;
    const drawn: string[] = [];
    const { submissions } = world.deps;
    const unlucky: typeof submissions = {
      ...submissions,
      file: (submission) => {
        drawn.push(submission.number);
        return submissions.file(drawn.length === 1 ? { ...submission, number: taken } : submission);
      },
    };
    goOnWith({ ...world, handler: claimsHandler({ ...world.deps, submissions: unlucky }) });
    const second = await recourse(await notified("016-2026"), { kind: "appeal", grounds: "No." });
    expect(second).toMatchObject({ status: 201, body: { submissionNumber: drawn[1] } });
    expect(drawn).toHaveLength(2);
    expect(await submissions.ofAccount("maria", 10)).toHaveLength(2);
  });

  it("is taken without new evidence too, and a file that was refused is none: the office takes it for what it is", async () => {
    await sendFile(world.world, "maria", "proof", "refused");
    for (const [number, uploadIds] of [
      ["011-2026", []],
      ["015-2026", ["proof"]],
    ] as const) {
      const claimId = await notified(number);
      expect((await recourse(claimId, { ...reconsider, uploadIds })).status).toBe(201);
      const file = await world.world.caseFiles.read(claimId);
      expect(file?.events.at(-1)).toMatchObject({ type: "reconsideration-filed", newEvidence: false });
    }
  });

  it("is in time the working day after its last, where the desk was down on that one", async () => {
    const claimId = await notified("017-2026");
    const term = await clockOf(claimId, "T11");
    const down = { from: limaInstant(term.dueDate, "10:00"), to: limaInstant(term.dueDate, "11:00") };
    const deps = world.deps;
    const outages = [{ ...down, inForceFrom: limaInstant(term.dueDate, "11:05") }];
    goOnWith({ ...world, handler: claimsHandler({ ...deps, tenant: { ...deps.tenant, outages } }) });
    at(limaInstant(addDays(term.dueDate, 1), "09:00"));
    const moved = await clockOf(claimId, "T11");
    expect(moved.days.slice(-2)).toMatchObject([
      { date: term.dueDate, counted: true, outage: down },
      { date: moved.dueDate, counted: false, reason: "moved" },
    ]);
    expect((await show(claimId)).state).toBe("notified");
    at(limaInstant(moved.dueDate, "23:59"));
    expect((await recourse(claimId, { kind: "appeal", grounds: "No pude ayer." })).body).toMatchObject({ late: false });
  });

  it("is taken late and shown as late, and not taken before anything was decided", async () => {
    const claimId = await notified("012-2026");
    at("2027-01-20T15:00:00.000Z");
    expect((await show(claimId)).state).toBe("firm");
    expect((await recourse(claimId, { kind: "appeal", grounds: "Estuve fuera." })).body).toMatchObject({
      late: true,
      filedOn: "2027-01-20",
      submissionNumber: expect.stringMatching(/^MP-2027-/),
      claim: { state: "in-appeal", hold: "held" },
    });
    at(now);
    expect(await recourse(await filed(), { kind: "appeal", grounds: "Ya." })).toMatchObject({
      status: 409,
      body: { type: "urn:caudal:not-now" },
    });
  });

  it("goes the whole way: reconsidered, notified again, appealed, and each notice keeps its own term", async () => {
    const { claimId, noticeKey } = await decidedClaim(world.world, now, "013-2026");
    const before = await acknowledge(noticeKey);
    await sendFile(world.world, "maria", "proof");
    at("2026-11-30T15:00:00.000Z");
    expect((await recourse(claimId, reconsider)).status).toBe(201);
    at("2026-12-04T15:00:00.000Z");
    const again = await decide(world.world, claimId, "2026-12-04T15:00:00.000Z", "014-2026");
    expect((await notice(again)).body).not.toHaveProperty("outcome");
    at("2026-12-07T15:00:00.000Z");
    expect((await acknowledge(again)).body).toMatchObject({ number: "014-2026", recourseUntil: "2026-12-31" });
    expect((await notice(noticeKey)).body).toEqual({ ...before.body, daysLeft: expect.any(Number) });
    await sendFile(world.world, "maria", "second");
    // What is left is the appeal: it is taken for that, whatever it is called.
    const { body } = await recourse(claimId, { ...reconsider, uploadIds: ["second"] });
    expect((await world.world.caseFiles.read(claimId))?.events.at(-1)).toMatchObject({
      type: "appeal-filed",
      details: { label: "reconsideration" },
    });
    expect(body).toMatchObject({ late: false, claim: { state: "in-appeal", hold: "held" } });
    expect((await world.world.submissions.ofAccount("maria", 10)).map(({ kind }) => kind)).toEqual([
      "appeal",
      "reconsideration",
    ]);
  });
});

describe("a queja of the claimant", () => {
  it("is taken five times a day at most", async () => {
    const claimId = await filed();
    const body = { ground: "delay", duty: "Responder en plazo.", facts: "No llega nada." };
    const complain = () => call(world.handler, fileQueja, { claims: maria, params: { claimId }, body });
    const answers = [];
    for (let time = 1; time <= 6; time += 1) answers.push((await complain()).status);
    expect(answers).toEqual([201, 201, 201, 201, 201, 409]);
    at("2026-11-24T15:00:00.000Z");
    expect((await complain()).status).toBe(201);
  });

  it("is filed with its files, shown with its clock, and moves no term", async () => {
    const claimId = await filed();
    const { notifyBy } = await show(claimId);
    await sendFile(world.world, "maria", "letter");
    const body = { ground: "delay", duty: "Responder en plazo.", facts: "No llega nada.", uploadIds: ["letter"] };
    const request = { claims: maria, params: { claimId }, body, key: "a-queja-sent-twice-1" };
    const [first, second] = [
      await call(world.handler, fileQueja, request),
      await call(world.handler, fileQueja, request),
    ];
    expect(first).toMatchObject({ status: 201, body: { filedOn: "2026-11-23" } });
    expect(second.body.submissionId).toBe(first.body.submissionId);
    expect(await show(claimId)).toMatchObject({
      state: "filed",
      notifyBy,
      quejas: [{ submissionNumber: first.body.submissionNumber, ground: "delay", duty: "Responder en plazo." }],
      clocks: expect.arrayContaining([expect.objectContaining({ id: "T20", dueDate: "2026-11-24" })]),
      attachments: [{ documentId: "letter" }],
    });
    expect((await world.world.submissions.find(first.body.submissionId))?.attachments).toMatchObject([
      { documentId: "letter" },
    ]);
  });
});
