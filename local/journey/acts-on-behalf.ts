import { pdf } from "./attachments.ts";
import { form, keepFiled, personal } from "./intake-steps.ts";
import type { Life, Step } from "./life.ts";
import { emailOf, expect, step } from "./steps.ts";

/** A caller who is not the holder files a claim by telephone; it is observed on the call. */
export const filedByCaller: readonly Step[] = [
  step("llama quien vive en la casa y no es titular: se registra y se observa en la llamada", async (life) => {
    const { observed, ...filed } = await life.call("operator", "takeClaim", {
      body: {
        ...form(life, emailOf(life)),
        claimant: { ...personal(life, emailOf(life)), standing: { as: "effective-user" } },
        supplyCode: life.supply.supplyCode,
        channel: "telephone",
        leaflet: true,
        privacyNoticeRead: true,
        declaredBy: "voice",
      },
    });
    expect(observed?.defects.length === 1, "nothing was observed on the call");
    expect(observed?.until !== undefined, "the days to remedy it do not run from the call");
    const answer = await keepFiled(life, filed);
    const { state } = await life.file();
    expect(state === "observed", `the claim is ${state}`);
    return `${answer}; por subsanar hasta el ${observed?.until}`;
  }),
];

/** Waits until the mailed copy is recorded in the case file: no person records it by hand. */
export const copySent = step("la copia le llega y queda registrada", async (life) => {
  const { effectiveAt } = await life.until("the copy", async () =>
    (await life.file()).entries.find(({ type }) => type === "filing-copy-sent"),
  );
  return effectiveAt;
});

export const remediedAtCounter = step("trae su contrato a la oficina y mesa de partes lo anota", async (life) => {
  const attachment = await life.keep("contract", () =>
    life.upload("clerk", "contrato.pdf", "application/pdf", pdf(`Contrato ${life.supply.supplyCode}`)),
  );
  const { state, attachments } = await life.call("clerk", "takeRemedy", {
    params: { claimId: life.kept("claimId") },
    body: { came: "counter", answer: "Trajo su contrato de alquiler.", uploadIds: [attachment] },
  });
  expect(state === "under-investigation", `the claim is ${state}`);
  return `${state}, ${attachments.length} archivo`;
});

export const answeredByTelephone = step("llama y no acepta la propuesta", async (life) => {
  const params = { claimId: life.kept("claimId"), offerId: life.kept("offerId") };
  const { offers, actions } = await life.call("operator", "takeOfferAnswer", {
    params,
    body: { came: "telephone", accepted: false },
  });
  expect(offers[0]?.accepted === false, "the answer is not on the offer");
  expect(actions.includes("answer-offer"), "what was said by telephone may be changed no more");
  return "no aceptada";
});

const recourse = async (life: Life) => ({
  kind: "reconsideration" as const,
  grounds: "El gasfitero dice que no hay fuga.",
  uploadIds: [
    await life.keep("report", () =>
      life.upload("operator", "informe.pdf", "application/pdf", pdf(`Informe ${life.supply.supplyCode}`)),
    ),
  ],
});

/**
 * A reconsideration asked for on the telephone: it is presented only once the caller says the code that was mailed to
 * them.
 */
export const reconsideredByCode: readonly Step[] = [
  step("llama para pedir reconsideración: se le envía un código", async (life) => {
    const { until } = await life.call("operator", "askConfirmation", {
      params: { claimId: life.kept("claimId") },
      body: { channel: "email", what: { act: "recourse", ...(await recourse(life)) } },
    });
    await life.until("the mail with the code", () => codeIn(life));
    return `vale hasta ${until}`;
  }),
  step("un código que no es no presenta nada", async (life) => {
    const wrong = String((Number(await codeIn(life)) + 1) % 1_000_000).padStart(6, "0");
    const confirmation = { by: "code" as const, code: wrong };
    const body = { ...(await recourse(life)), came: "telephone" as const, confirmation };
    return life.refused(
      "operator",
      "takeRecourse",
      { params: { claimId: life.kept("claimId") }, body },
      "not-confirmed",
    );
  }),
  step("dice el código y queda presentada, con su constancia", async (life) => {
    const code = (await codeIn(life)) ?? "";
    const { submissionNumber, claim } = await life.call("operator", "takeRecourse", {
      params: { claimId: life.kept("claimId") },
      body: { ...(await recourse(life)), came: "telephone", confirmation: { by: "code", code } },
    });
    expect(claim.state === "in-reconsideration", `the claim is ${claim.state}`);
    await life.until("the constancia of the recourse", async () =>
      (await life.file()).documents.some(({ kind }) => kind === "submission-constancia"),
    );
    return `${submissionNumber}: ${claim.state}`;
  }),
];

/** Returns the code in the last mail that has one. */
async function codeIn(life: Life): Promise<string | undefined> {
  const mails = await life.office.messages(emailOf(life));
  return mails.flatMap(({ text }) => /te atiende: (\d{6})\./.exec(text)?.[1] ?? [])[0];
}
