import { limaDay } from "../../shared/domain/term/calendar-day.ts";
import { photo } from "./attachments.ts";
import type { Life, Step } from "./life.ts";
import { Surprise } from "./office.ts";
import { claimOf, customer, downloaded, emailOf, expect, keyInMail, step } from "./steps.ts";

export const personal = (life: Life, email: string) => ({
  givenNames: "CLIENTE",
  paternalSurname: "DE PRUEBA",
  document: { kind: "DNI" as const, number: life.supply.holderDocument },
  standing: { as: "holder" as const },
  address: "CALLE FICTICIA 101",
  telephone: "900000001",
  email,
  notifyByEmail: true,
});

export const form = (life: Life, email: string) => ({
  claimant: personal(life, email),
  receipts: [{ number: life.supply.receiptNumber, period: life.supply.period }],
  grounds: "Este mes somos los mismos tres en casa y el recibo subió mucho.",
  request: "bill-normal-use" as const,
  leakCheck: "none-found" as const,
  meterReading: 1_299,
  meterTest: false,
  visitPreference: "morning" as const,
});

export async function keepFiled(
  life: Life,
  filed: { claimId: string; code: string; notifyBy: string },
): Promise<string> {
  await life.keep("claimId", () => filed.claimId);
  await life.keep("code", () => filed.code);
  await life.keep("notifyBy", () => filed.notifyBy);
  return `${filed.code}, respuesta hasta el ${filed.notifyBy}`;
}

export const filedByWeb: readonly Step[] = [
  step("la clienta vincula su suministro", async (life) => {
    const { supplyCode, holderDocument: documentNumber } = life.supply;
    const { linkId } = await life.call(customer, "linkSupply", { body: { supplyCode, documentNumber } });
    return life.keep("linkId", () => linkId);
  }),
  step("guarda un borrador y lo encuentra", async (life) => {
    const params = { draftId: `b-${life.supply.supplyCode}` };
    await life.call(customer, "saveDraft", { params, body: { answers: { grounds: "Este mes" } } });
    const { answers } = await life.call(customer, "showDraft", { params });
    expect(answers["grounds"] === "Este mes", "the draft is not what was saved");
    return "«Este mes»";
  }),
  step("sube una foto de su medidor", (life) =>
    life.keep("photo", () => life.upload(customer, "medidor.png", "image/png", photo)),
  ),
  step("presenta su reclamo por la web", async (life) => {
    const body = {
      ...form(life, emailOf(life)),
      linkId: life.kept("linkId"),
      draftId: `b-${life.supply.supplyCode}`,
      uploadIds: [life.kept("photo")],
    };
    const filed = await life.call(customer, "fileClaim", { body });
    await life.keep("claimKey", () => filed.claimKey ?? "");
    expect(filed.visit !== undefined && filed.hearing !== undefined, "the cargo names no visit or hearing");
    expect(filed.owner !== undefined, "the claim has no owner");
    return keepFiled(life, filed);
  }),
  step("ve su reclamo con sus plazos", async (life) => {
    const { state, clocks, hold, attachments } = await claimOf(life);
    expect(hold === "held", "the receipt is not held");
    expect(attachments.length === 1, `the claim has ${attachments.length} attachments`);
    const worked = await life.call(customer, "showClocks", { params: { claimId: life.kept("claimId") } });
    expect(
      worked.clocks.every(({ days }) => days.length > 0),
      "a clock without its working",
    );
    return `${state}: ${clocks.map(({ id, dueDate }) => `${id} ${dueDate}`).join(", ")}`;
  }),
];

export const filedByTelephone: readonly Step[] = [
  step("la operadora busca el suministro", async (life) => {
    const body = { supplyCode: life.supply.supplyCode, documentNumber: life.supply.holderDocument };
    const { holder, receipts } = await life.call("operator", "searchSupplies", { body });
    expect(holder === "matches", `the holder's document is answered as ${holder}`);
    return `${receipts.length} recibos, el documento coincide`;
  }),
  step("la operadora registra el reclamo que le cuentan", async (life) => {
    const filed = await life.call("operator", "takeClaim", {
      body: {
        ...form(life, emailOf(life)),
        claimant: { ...personal(life, emailOf(life)), notifyByEmail: false },
        ...{ supplyCode: life.supply.supplyCode, channel: "telephone" },
      },
    });
    expect(filed.claimKey === undefined, "the operator was given the claimant's key");
    return keepFiled(life, filed);
  }),
  step("la clienta lo abre con la clave que le llegó", async (life) => {
    const claimKey = await life.keep("claimKey", () => keyInMail(life, /clave[^0-9A-Za-z_-]*([0-9A-Za-z_-]{22})/i));
    const { code } = await life.call(customer, "openClaim", { body: { code: life.kept("code"), claimKey } });
    return code;
  }),
  step("acepta por la web que la notifiquen por correo: vale desde ahora", async (life) => {
    const params = { claimId: life.kept("claimId") };
    const body = { channel: "email" as const, granted: true };
    const { notifyByEmail } = await life.call(customer, "consentToNotices", { params, body });
    expect(notifyByEmail, "the consent does not count");
    return "por correo";
  }),
];

export const cargo = step("descarga el cargo", async (life) => {
  const document = await life.until("the cargo", async () =>
    (await claimOf(life)).documents.find(({ kind }) => kind === "claim-cargo"),
  );
  const params = { claimId: life.kept("claimId"), documentId: document.documentId };
  return downloaded(await life.call(customer, "downloadDocument", { params }), document.sha256);
});

export const held: readonly Step[] = [
  step("el bloqueo sale en el archivo del día y vuelve confirmado", async (life) => {
    const date = await life.keep("filedOn", async () => limaDay((await life.file()).filedAt));
    const mine = async () => {
      const { holds, csv, fileName } = await life.call("billing", "listHolds", { query: { date } });
      const hold = holds.find(({ code }) => code === life.kept("code"));
      expect(hold !== undefined && csv.includes(life.kept("code")), "the hold is not in the day's file");
      return { fileName, hold };
    };
    const { fileName, hold } = await mine();
    if (!hold) throw new Surprise("no hold");
    const { code, receiptNumber, version } = hold;
    const acknowledgements = [{ code, receiptNumber, version, reference: `SC-${code}` }];
    await life.call("billing", "acknowledgeExchange", { body: { date, acknowledgements } });
    expect((await mine()).hold?.acknowledged?.reference === `SC-${code}`, "the hold is not acknowledged");
    return `${fileName}: ${receiptNumber}, versión ${version}`;
  }),
  step("cualquiera lo comprueba con la clave del «No cortar»", async (life) => {
    const { holdKey = "" } = await claimOf(life);
    const { held: isHeld, receipts } = await life.call("nobody", "showHold", { params: { holdKey } });
    expect(isHeld && receipts.includes(life.supply.receiptNumber), "the hold is not shown");
    await life.keep("holdKey", () => holdKey);
    return `${receipts.join(", ")}: no cortar`;
  }),
];

export const released = (until: string): Step =>
  step("el bloqueo se levanta", async (life) => {
    const { held: isHeld, until: why } = await life.call("nobody", "showHold", {
      params: { holdKey: life.kept("holdKey") },
    });
    expect(!isHeld && why === until, `held ${isHeld}, until ${why}`);
    return why ?? "";
  });

export const admitted = step("el analista admite el reclamo", async (life) => {
  const { state } = await life.edit("analyst", "admitClaim", { body: { outcome: "accepted" } });
  return state;
});

export const observed: readonly Step[] = [
  step("se observa que falta un dato", async (life) => {
    const { state } = await life.edit("clerk", "observeClaim", { body: { defects: ["Falta la copia del poder."] } });
    expect(state === "observed", `the claim is ${state}`);
    return state;
  }),
  step("acusa recibo de la observación: recién entonces corre su plazo", async (life) => {
    const noticeKey = await life.keep("noticeKey of the observation", () =>
      keyInMail(life, /notificacion\/([0-9A-Za-z_-]{22})/, 1),
    );
    const before = await claimOf(life);
    expect(before.remedyUntil === undefined, "the term runs before its notice");
    const { remedyUntil, says } = await life.call("nobody", "acknowledgeNotice", { params: { noticeKey }, body: {} });
    expect(remedyUntil !== undefined && says?.length === 1, "the notice started no term");
    return `puede corregirlo hasta el ${remedyUntil}`;
  }),
];

export const remedied = step("la clienta lo subsana en plazo", async (life) => {
  const params = { claimId: life.kept("claimId") };
  const { state } = await life.call(customer, "remedyClaim", {
    params,
    body: { answer: "Soy la titular, no hace falta." },
  });
  expect(state === "under-investigation", `the claim is ${state}`);
  return state;
});

export const withdrawalAsked: Step = step("la clienta desiste", async (life) => {
  const params = { claimId: life.kept("claimId") };
  const { actions } = await life.call(customer, "withdrawClaim", { params, body: { of: "procedure" } });
  return `puede además: ${actions.join(", ")}`;
});
