import type { Step } from "./life.ts";
import { Surprise } from "./office.ts";
import { expect, step } from "./steps.ts";

/**
 * A queja for delay: filed with its constancia, forwarded from the clerk's list, and answered by its deciding body,
 * which declares positive silence.
 */
export const complained: readonly Step[] = [
  step("presenta una queja por demora: tiene número y no mueve ningún plazo", async (life) => {
    const params = { claimId: life.kept("claimId") };
    const { notifyBy } = await life.call("maria", "showClaim", { params });
    const { submissionId, submissionNumber, claim } = await life.call("maria", "fileQueja", {
      params,
      body: { ground: "delay", duty: "Responder dentro de su plazo.", facts: "Nadie me responde.", uploadIds: [] },
    });
    await life.keep("submission queja", () => submissionId);
    await life.keep("queja", () => submissionNumber);
    expect(claim.notifyBy === notifyBy, "the queja moved a term");
    return submissionNumber;
  }),
  step("su constancia se puede bajar", async (life) => {
    const params = { submissionId: life.kept("submission queja") };
    await life.until(
      "the constancia of the queja",
      async () => (await life.call("maria", "showSubmission", { params })).constancia === "ready",
    );
    return (await life.call("maria", "downloadSubmissionProof", { params: { ...params, document: "constancia" } }))
      .fileName;
  }),
  step("mesa de partes la ve en su lista y la envía a quien la decide", async (life) => {
    const { claims } = await life.call("clerk", "listQuejas", {});
    const listed = claims.find(({ submissionNumber }) => submissionNumber === life.kept("queja"));
    if (!listed) throw new Surprise("the queja is not on the list");
    const { quejas } = await life.edit("clerk", "forwardQueja", { body: { reference: "OFICIO-0001" } });
    return `${quejas[0]?.forwarded?.to}, antes del ${listed.until}`;
  }),
  step("llega la respuesta: declara el silencio positivo", async (life) => {
    const receivedAt = await life.keep("answeredAt", () => life.office.now());
    const { state, quejas } = await life.edit("clerk", "answerQueja", {
      body: { outcome: "queja-silence", receivedAt, summary: "Declara el silencio positivo.", uploadIds: [] },
    });
    expect(state === "positive-silence", `the claim is ${state}`);
    return quejas[0]?.answer?.summary ?? "";
  }),
];
