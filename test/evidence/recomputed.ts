import { cargoSheet } from "../../functions/render-documents/case-document.ts";
import { letters, tenant } from "../../settings.ts";
import { codeFrom, printed, sha256Of } from "../../shared/casework/seal/issue-document.ts";
import { caseSealFacts } from "../../shared/casework/seal/sealed-facts.ts";
import type { CaseEvent } from "../../shared/domain/case/case-events.ts";
import { jsonHash } from "../../shared/storage/canonical-json.ts";
import { chainStart, type Envelope, sealed } from "../../shared/storage/case/case-chain.ts";
import type { StoredHead } from "../../shared/storage/case/case-head.ts";
import { signedText } from "../../shared/storage/seal/seals.ts";
import { filing, pdfRenderer } from "../shared/documents/document-examples.ts";
import { drawn } from "./sealed-cases.ts";

const siteAddress = "https://example.pe";

/** A claim as the table has it: the text of its content, its envelope, the head. */
interface Stored {
  readonly content: string;
  readonly envelope: Envelope;
  readonly head: StoredHead;
}

const words = [
  "fuga",
  "medidor",
  "casa vacía",
  "recibo",
  "consumo",
  "«ñandú»",
  "lectura",
  "vecina",
  "caño",
  "S/ 12,50",
];

/** Returns the `claim-filed` entry of a number: its claimant, its grounds and its files vary with the number. */
function drawnFiling(number: number): typeof filing {
  const draw = drawn(number + 1);
  const some = () =>
    Array.from({ length: 3 + Math.floor(draw() * 40) }, () => words[Math.floor(draw() * words.length)]);
  const { form } = filing.details;
  const attachments = Array.from({ length: Math.floor(draw() * 4) }, (_, at) => ({
    documentId: `p${number}-${at}`,
    fileName: `foto ${at + 1} ${some().slice(0, 2).join(" ")}.jpg`,
    contentType: "image/jpeg",
    sizeBytes: 1 + Math.floor(draw() * 1e6),
    sha256: sha256Of(Buffer.from(`${number}-${at}`)),
    state: "pending" as const,
  }));
  return {
    ...filing,
    details: {
      ...filing.details,
      code: `RE-2026-${String(number).padStart(6, "0")}-7`,
      attachments,
      form: {
        ...form,
        supplyCode: String(number).padStart(8, "0"),
        claimant: { ...form.claimant, maternalSurname: `NÚMERO ${number}`, address: some().join(" ").toUpperCase() },
        grounds: some().join(" "),
      },
    },
  };
}

/**
 * Returns a claim's cargo from what is stored: its sheet, its code, and the statement of its seal with the sheet's
 * hash.
 */
function cargoOf({ content, envelope, head }: Stored) {
  const event = JSON.parse(content) as CaseEvent;
  if (event.type !== "claim-filed") throw new Error("a cargo is made of a claim-filed entry");
  const sheet = cargoSheet({ tenant: { ...tenant, letters }, siteAddress }, event);
  const verificationCode = codeFrom("claim-cargo", envelope.contentHash);
  const facts = caseSealFacts({ head, events: [event], envelopes: [envelope] }, 1);
  const statement = signedText({
    ...facts,
    kind: "claim-cargo",
    number: event.details.code,
    sha256: jsonHash(sheet),
    verificationCode,
    sealedAt: event.recordedAt,
  });
  return { sheet, verificationCode, statement };
}

/** How many claims were made, and how their cargos differed when they were made again from what is stored. */
export interface Recomputed {
  readonly claims: number;
  readonly pages: number;
  readonly differences: readonly string[];
  /** How many cargos differ once a letter of what is stored was changed: it must be all of them. */
  readonly noticed: number;
}

/**
 * Issues the cargos of claims and makes each again from what the table holds. It compares the facts and the seal's
 * statement of each as JSON, and the PDF of `printedToo` of them byte by byte.
 */
export async function recompute(of: { readonly claims: number; readonly printedToo: number }): Promise<Recomputed> {
  const differences: string[] = [];
  let noticed = 0;
  for (let number = 1; number <= of.claims; number += 1) {
    const event = drawnFiling(number);
    const { envelope, content, hash } = sealed(event, chainStart);
    const head = { code: event.details.code, chainHead: hash } as StoredHead;
    const stored: Stored = { content: JSON.stringify(content.event), envelope, head };
    const issued = cargoOf({ content: JSON.stringify(event), envelope, head });
    const again = cargoOf(structuredClone(stored));
    if (jsonHash(issued) !== jsonHash(again)) differences.push(`${head.code}: another cargo`);
    const changed = cargoOf({ ...stored, content: stored.content.replace("NÚMERO", "NUMERO") });
    if (jsonHash(changed) !== jsonHash(issued)) noticed += 1;
    if (number > of.printedToo) continue;
    const bytes = await printed({ pdfRenderer, siteAddress }, issued.sheet, issued.verificationCode);
    const reprinted = await printed({ pdfRenderer, siteAddress }, again.sheet, again.verificationCode);
    if (sha256Of(bytes) !== sha256Of(reprinted)) differences.push(`${head.code}: another PDF`);
  }
  return { claims: of.claims, pages: of.printedToo, differences, noticed };
}
