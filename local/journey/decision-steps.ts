import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import { addDays, limaDay } from "../../shared/domain/term/calendar-day.ts";
import { signedByTestAuthority } from "../authority/sign-request.ts";
import { photo } from "./attachments.ts";
import { honestAnswers, honestMonth } from "./honest-answers.ts";
import { lessThan } from "./investigation-steps.ts";
import type { Step } from "./life.ts";
import { Surprise } from "./office.ts";
import { claimOf, customer, downloaded, expect, keyInMail, step } from "./steps.ts";

/** Returns the evidence that is missing and that nobody overrode. */
const missingIn = ({ evidence }: AnswerOf<Routes["showCase"]>): string[] =>
  evidence.flatMap(({ item, status, override }) => (status === "missing" && !override ? item : []));

/**
 * Returns the four steps from a resolution's draft with this outcome to its signature: the draft, another person's
 * override of all evidence that is missing, the sending to signature, and the signature with the signer's certificate.
 * An outcome other than `rejected` leaves the month at what was agreed or, if nothing was, as `honestMonth` says.
 */
export const decided = (outcome: "rejected" | "upheld" | "partly-upheld"): readonly Step[] => [
  step("la resolutora guarda el proyecto", async (life) => {
    const file = await life.file();
    const { drafting } = file;
    if (!drafting) throw new Surprise("no resolution may be drafted");
    const { m3: billedM3, receiptNumber } = life.supply;
    const agreed = file.offers.find(({ accepted }) => accepted);
    const figures = { billedM3, otherwise: lessThan(life.supply) };
    const left = outcome === "rejected" ? undefined : honestMonth(file, outcome, figures);
    const { draft } = await life.edit("resolver", "saveResolution", {
      body: {
        answers: honestAnswers(drafting),
        outcome,
        decision: outcome === "rejected" ? "Se confirma lo facturado." : "Se corrige lo facturado.",
        reasons: "La lectura y la inspección se valoraron con las pruebas del expediente.",
        ...(left && { months: [{ receiptNumber, correctedM3: agreed?.m3 ?? left.correctedM3 }] }),
      },
    });
    expect(draft?.outcome === outcome, "the draft was not kept");
    const found = draft?.findings.map(({ text }) => text) ?? [];
    expect(found.length === 0, `the draft has findings: ${found.join(" ")}`);
    return outcome;
  }),
  step("otra persona dispensa por escrito las pruebas que faltan", async (life) => {
    const items = missingIn(await life.file());
    if (items.length === 0) return "no falta ninguna";
    const { evidence } = await life.edit("signer", "overrideChecklist", {
      body: { items, reason: "No existe en los registros; se decide con lo demás." },
    });
    expect(
      items.every((item) => evidence.some((one) => one.item === item && one.override)),
      "something is still missing",
    );
    return `${items.length} pruebas que faltan, con su motivo`;
  }),
  step("la resolutora lo envía a firma: número y bytes quedan fijos", async (life) => {
    const issued = await life.edit("resolver", "issueResolution", { body: {} });
    await life.keep(`sha256 ${issued.number}`, () => issued.sha256);
    return `N.º ${issued.number}`;
  }),
  step("quien firma la baja, la firma con su certificado y la envía", async (life) => {
    const { resolutions, documents } = await life.file();
    const last = resolutions.at(-1);
    const { documentId = "", sha256 = "" } = documents.find((one) => one.documentId === last?.documentId) ?? {};
    const uploadId = await life.keep(`signed ${sha256}`, async () => {
      const claimId = life.kept("claimId");
      const { url } = await life.call("signer", "downloadCaseAttachment", { params: { claimId, documentId } });
      const frozen = new Uint8Array(await (await fetch(url)).arrayBuffer());
      const signed = await signedByTestAuthority(life.office.origin, frozen);
      return life.upload("signer", "resolucion-firmada.pdf", "application/pdf", signed);
    });
    const { number, state } = await life.edit("signer", "signResolution", {
      body: { sha256, signature: { way: "certificate", uploadId } },
    });
    return `N.º ${number}: ${state}`;
  }),
];

export const notifiedByEmail = (time: 1 | 2): readonly Step[] => [
  step("mesa de partes la notifica por correo", async (life) => {
    const { notices } = await life.edit("clerk", "dispatchNotice", { body: { channel: "email" } });
    return `${notices.length} notificación`;
  }),
  step("abrir el enlace no es acusar recibo", async (life) => {
    const noticeKey = await life.keep(`noticeKey ${time}`, () =>
      keyInMail(life, /notificacion\/([0-9A-Za-z_-]{22})/, time),
    );
    const { acknowledgedAt, decision } = await life.call("nobody", "showNotice", { params: { noticeKey } });
    expect(acknowledgedAt === undefined && decision === undefined, "looking acknowledged it");
    return "sin acuse";
  }),
];

export const acknowledged = (time: 1 | 2): Step =>
  step("la clienta confirma que la recibió", async (life) => {
    const params = { noticeKey: life.kept(`noticeKey ${time}`) };
    const { recourseUntil, outcome } = await life.call("nobody", "acknowledgeNotice", { params, body: {} });
    const again = await life.call("nobody", "acknowledgeNotice", { params, body: {} });
    expect(again.recourseUntil === recourseUntil, "a second click moved the term");
    return `${outcome}; puede pedir que la revisen hasta el ${recourseUntil}`;
  });

/** The customer reads it: decision and document. */
export const read = step("lee la decisión y baja la resolución", async (life) => {
  const { resolutions, documents } = await claimOf(life);
  const last = resolutions.at(-1);
  const document = documents.find(({ documentId }) => documentId === last?.documentId);
  if (!document) throw new Surprise("the notified resolution is not among the documents");
  const params = { claimId: life.kept("claimId"), documentId: document.documentId };
  return downloaded(await life.call(customer, "downloadDocument", { params }), document.sha256);
});

export const executed = step("facturación cumple lo decidido", async (life) => {
  // What silence granted is certified first, by a worker.
  await life.until("the certificate of the silence", async () => {
    const { state, entries } = await life.file();
    return !state.endsWith("silence") || entries.some(({ type }) => type === "silence-certified");
  });
  const { state } = await life.edit("billing", "executeDecision", {
    body: { summary: "Se emitió la nota de crédito.", reference: "NC-0001" },
  });
  expect(state === "closed", `expected closed, the claim is ${state}`);
  return state;
});

/**
 * Nobody acknowledges the e-mail within two working days, so the notice is taken to the address. At the first delivery
 * nobody is there; at the second it is left under the door.
 */
export const deliveredAtHome: readonly Step[] = [
  step("nadie acusa recibo en dos días hábiles: se lleva a su domicilio", async (life) => {
    const from = await life.keep("sentAt", () => life.office.now());
    if (limaDay(await life.office.now()) === limaDay(from)) await life.office.moveClock("+3wd");
    const { notices } = await life.edit("clerk", "dispatchNotice", { body: { channel: "personal" } });
    const personalNotice = notices.find(({ channel }) => channel === "personal");
    return life.keep("noticeId", () => personalNotice?.noticeId ?? "");
  }),
  step("el notificador no encuentra a nadie y deja aviso", async (life) => {
    const deliveredAt = await life.keep("absentDeliveryAt", () => life.office.now());
    const picture = await life.keep("doorPhoto", () => life.upload("clerk", "puerta.png", "image/png", photo));
    const { notices } = await life.edit("clerk", "recordDelivery", {
      params: { noticeId: life.kept("noticeId") },
      body: {
        outcome: "absent",
        deliveredAt,
        premises: "Portón verde, medidor de luz 000001.",
        nextOn: addDays(limaDay(deliveredAt), 1),
        uploadIds: [picture],
      },
    });
    return `${notices.at(-1)?.attempts ?? 0} intento`;
  }),
  step("vuelve en la nueva fecha y lo deja bajo la puerta", async (life) => {
    const from = life.kept("absentDeliveryAt");
    if (limaDay(await life.office.now()) === limaDay(from)) await life.office.moveClock("+1wd");
    const deliveredAt = await life.keep("deliveredAt", () => life.office.now());
    const { state } = await life.edit("clerk", "recordDelivery", {
      params: { noticeId: life.kept("noticeId") },
      body: { outcome: "left-under-door", deliveredAt, premises: "Portón verde, medidor de luz 000001." },
    });
    // On a day off it is recorded all the same, and counts when the next working hours begin.
    const { decisionCountsFrom } = await life.file();
    expect(state === "notified" || decisionCountsFrom !== undefined, `the claim is ${state}`);
    return decisionCountsFrom ?? limaDay(deliveredAt);
  }),
];

export const tooLateToDecide = step("ya no se puede decidir", (life) =>
  life
    .edit("resolver", "saveResolution", {
      body: { outcome: "rejected", decision: "Se confirma.", reasons: "Tarde." },
    })
    .then(
      () => {
        throw new Surprise("a decision was taken after the term");
      },
      (failure: unknown) => {
        if (!(failure instanceof Surprise) || failure.kind !== "not-now") throw failure;
        return "rechazado: not-now";
      },
    ),
);
