import { pdf } from "./attachments.ts";
import type { Step } from "./life.ts";
import { customer, downloaded, step } from "./steps.ts";

export const recourse = (kind: "reconsideration" | "appeal"): Step =>
  step(
    kind === "appeal" ? "apela ante el tribunal de SUNASS" : "pide reconsideración con una prueba nueva",
    async (life) => {
      const attachment = await life.keep(`paper ${kind}`, () =>
        life.upload(customer, "recurso.pdf", "application/pdf", pdf(`Recurso ${life.supply.supplyCode}`)),
      );
      const { submissionId, submissionNumber, claim } = await life.call(customer, "fileRecourse", {
        params: { claimId: life.kept("claimId") },
        body: { kind, grounds: "La prueba muestra otra cosa.", uploadIds: [attachment] },
      });
      await life.keep(`filing ${kind}`, () => submissionId);
      return `${submissionNumber}: ${claim.state}`;
    },
  );

export const recourseCargo = (kind: "reconsideration" | "appeal"): Step =>
  step("baja la constancia del recurso", async (life) => {
    const params = { submissionId: life.kept(`filing ${kind}`) };
    await life.until(
      "the constancia of the recourse",
      async () => (await life.call(customer, "showSubmission", { params })).constancia === "ready",
    );
    const link = await life.call(customer, "downloadSubmissionProof", {
      params: { ...params, document: "constancia" },
    });
    return downloaded(link, link.sha256);
  });

export const elevated: readonly Step[] = [
  step("el expediente se eleva al tribunal", async (life) => {
    const receivedAt = await life.keep("elevatedAt", () => life.office.now());
    const { state } = await life.edit("clerk", "elevateFile", {
      body: { receivedAt, reference: "TRASS-2026-1", onPaper: true },
    });
    return state;
  }),
  step("llega la decisión del tribunal", async (life) => {
    const receivedAt = await life.keep("tribunalAt", () => life.office.now());
    const { state } = await life.edit("clerk", "recordTribunal", {
      body: {
        outcome: "decided",
        number: "0001-2026-TRASS",
        receivedAt,
        summary: "Fundado: se refactura el mes.",
        inFavourOf: "claimant",
        cause: "evidence",
      },
    });
    return state;
  }),
];
