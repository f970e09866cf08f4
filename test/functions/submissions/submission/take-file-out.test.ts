import { expect, it } from "vitest";
import { showSubmission } from "../../../../shared/contract/submission/customer-submission-routes.ts";
import {
  downloadFiledAttachment,
  showDeskSubmission,
  takeFileOut,
} from "../../../../shared/contract/submission/desk-submission-routes.ts";
import { call } from "../../api-call.ts";
import {
  as,
  at,
  attachmentOf,
  clerk,
  filed,
  maria,
  openSubmissionDesk,
  receive,
  show,
  world,
} from "../desk-submissions-world.ts";

openSubmissionDesk();

const reason = "Es el recibo de CLIENTE DE PRUEBA DOS.";
const takeOut = (submissionId: string, documentId: string, claims = clerk) =>
  call(world.handler, takeFileOut, { claims, params: { submissionId, documentId }, body: { reason } });

/** A submission with two files, the second of which is another person's. */
async function mixed() {
  const submissionId = await filed({ uploadIds: [await attachmentOf("maria"), await attachmentOf("maria")] });
  const [own, others] = (await show(submissionId)).attachments;
  return { submissionId, own, others };
}

it("a file of another person is taken out by an act that says who, when and why, and keeps its hash", async () => {
  const { submissionId, own, others } = await mixed();
  expect((await takeOut(submissionId, others.documentId)).status).toBe(200);
  const { body } = await at(showDeskSubmission, clerk)(submissionId);
  expect(body.attachments).toEqual([own]);
  expect(body.entries).toMatchObject([
    { type: "file-taken-out", text: reason, attachments: [{ documentId: others.documentId, sha256: others.sha256 }] },
  ]);
  expect(typeof body.entries[0].at).toBe("string");
  // Staff may still look at what was taken out.
  const params = { submissionId, documentId: others.documentId };
  expect((await call(world.handler, downloadFiledAttachment, { claims: clerk, params })).status).toBe(200);
});

it("its person is shown neither the file, nor its name, nor the reason, and reads that one was taken out", async () => {
  const { submissionId, own, others } = await mixed();
  await takeOut(submissionId, others.documentId);
  const { body } = await at(showSubmission, maria)(submissionId);
  expect(body.attachments).toEqual([own]);
  expect(body.entries).toEqual([{ type: "file-taken-out", at: expect.any(String) }]);
  expect(JSON.stringify(body)).not.toContain("CLIENTE DE PRUEBA DOS");
});

it("what is left is received as before, and the state of each file is still its own", async () => {
  const { submissionId, own, others } = await mixed();
  await takeOut(submissionId, own.documentId);
  await world.submissions.settleAttachment(submissionId, others.documentId, "received");
  expect((await show(submissionId)).attachments).toMatchObject([{ documentId: others.documentId, state: "received" }]);
  expect((await receive(submissionId)).status).toBe(200);
});

it("a file that the submission has not, or no more, is not taken out", async () => {
  const { submissionId, others } = await mixed();
  await takeOut(submissionId, others.documentId);
  expect(await takeOut(submissionId, others.documentId)).toMatchObject({ status: 404, ...as("document-not-found") });
});

it("an empty reason is refused with what to write", async () => {
  const { submissionId, others } = await mixed();
  const params = { submissionId, documentId: others.documentId };
  const refusal = await call(world.handler, takeFileOut, { claims: clerk, params, body: { reason: " " } });
  expect([refusal.status, refusal.body.errors[0].message]).toEqual([400, "Escriba por qué no es de este documento."]);
});
