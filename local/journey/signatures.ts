import { unzipSync } from "fflate";
import { signedByTestAuthority } from "../authority/sign-request.ts";
import { withdrawalAsked } from "./intake-steps.ts";
import type { Life, Step } from "./life.ts";
import { claimOf, expect, step } from "./steps.ts";

/** Returns a document of the case from the signer's list; undefined if it is not on it. */
async function listed(life: Life, kind: string) {
  let cursor: string | undefined;
  do {
    const page = await life.call("signer", "listSignatures", { query: { ...(cursor !== undefined && { cursor }) } });
    const found = page.documents.find((one) => one.claimId === life.kept("claimId") && one.kind === kind);
    if (found) return found;
    cursor = page.cursor;
  } while (cursor !== undefined);
  return undefined;
}

/** The signer downloads a document of the case from their list, signs it outside and sends it back. */
const signedFromList = (kind: string, name: string): Step =>
  step(`quien firma baja ${name} de su lista, lo firma y lo envía`, async (life) => {
    const claimId = life.kept("claimId");
    const sha256 = await life.keep(`to sign ${kind}`, async () => {
      let waiting = await listed(life, kind);
      await life.until(`${name} on the signer's list`, async () => {
        waiting = await listed(life, kind);
        return waiting !== undefined;
      });
      return waiting?.sha256 ?? "";
    });
    const uploadId = await life.keep(`signed ${sha256}`, async () => {
      const { url } = await life.call("signer", "downloadToSign", { body: { documents: [{ claimId, sha256 }] } });
      const set = unzipSync(new Uint8Array(await (await fetch(url)).arrayBuffer()));
      const [frozen = new Uint8Array()] = Object.values(set);
      const signed = await signedByTestAuthority(life.office.origin, frozen);
      return life.upload("signer", "documento-firmado.pdf", "application/pdf", signed);
    });
    const { outcomes, unmatched } = await life.call("signer", "signDocuments", {
      body: { documents: [{ claimId, sha256 }], signature: { way: "certificate", uploadIds: [uploadId] } },
    });
    const outcome = outcomes[0]?.outcome;
    expect(
      outcome === "signed" || outcome === "already",
      `${name} was not signed: ${outcomes[0]?.reason ?? unmatched[0]?.reason}`,
    );
    return "firmado";
  });

/** The letter that sends the file to the tribunal: the clerk prepares it, the signer signs it. */
export const letterSigned: readonly Step[] = [
  step("mesa de partes prepara el oficio con que se eleva", async (life) => {
    const { number } = await life.edit("clerk", "prepareElevation", { body: {} });
    return `de ${number}`;
  }),
  signedFromList("elevation-letter", "el oficio"),
];

/** A withdrawal, and the resolution that accepts it: until the officer signs it the claim goes on. */
export const withdrawn: readonly Step[] = [
  withdrawalAsked,
  step("quien resuelve envía a firma la resolución que acepta el desistimiento", async (life) => {
    const { number, state } = await life.edit("resolver", "acceptWithdrawal", { body: {} });
    expect(state !== "withdrawn", `the claim is ${state} and nobody signed`);
    return `${number}, el reclamo sigue ${state}`;
  }),
  signedFromList("withdrawal-acceptance", "la resolución de desistimiento"),
  step("con su firma el reclamo termina", async (life) => {
    const { state, documents } = await claimOf(life);
    expect(state === "withdrawn", `the claim is ${state}`);
    expect(
      documents.some(({ kind }) => kind === "withdrawal-acceptance"),
      "the claimant does not see the resolution",
    );
    return state;
  }),
];

/** The certificate of positive silence, which is valid without a signature, is signed. */
export const certificateSigned: Step = signedFromList("silence-certificate", "la constancia del silencio");
