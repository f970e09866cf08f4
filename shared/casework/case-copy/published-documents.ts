import type { BlankForm } from "../../documents/letters.ts";
import type { PdfRenderer } from "../../documents/pdf-renderer.ts";
import type { Sheet } from "../../documents/sheet.ts";
import { billingTypes, type ClaimType, problemTypes } from "../../domain/case/claim-types.ts";
import { canonicalJson } from "../../storage/canonical-json.ts";
import { type Law, lawInForce, type PrintingTenant } from "../../tenant/tenant.ts";
import { letterOffice } from "../notice/letter-facts.ts";
import { codeFrom, printed, sha256Of } from "../seal/issue-document.ts";

/** The documents that the office publishes for everybody, by the names they are downloaded under. */
export const publishedNames = [
  "cartilla",
  "formato-solicitud",
  "formato-reclamo",
  "formato-reconsideracion",
  "formato-apelacion",
] as const;
type PublishedName = (typeof publishedNames)[number];

/** A published document as it is found by its code or its bytes. */
export interface PublishedRecord {
  readonly name: PublishedName;
  readonly kind: "leaflet" | "blank-form";
  readonly verificationCode: string;
  /** Hexadecimal SHA-256. */
  readonly sha256: string;
  /** The version of the law it states. */
  readonly number: string;
  /** The instant that law came into force. */
  readonly issuedAt: string;
  /** Whether a newer law has a document of its own. */
  readonly replaced: boolean;
}

const forms = {
  "formato-solicitud": { form: "problem", types: problemTypes },
  "formato-reclamo": { form: "claim", types: billingTypes },
  "formato-reconsideracion": { form: "reconsideration", types: [] },
  "formato-apelacion": { form: "appeal", types: [] },
} as const satisfies Record<
  Exclude<PublishedName, "cartilla">,
  { readonly form: BlankForm["form"]; readonly types: readonly ClaimType[] }
>;

/**
 * Prints the documents that the office publishes for everybody, the leaflet and the blank forms, as of each law of the
 * tenant, the oldest law first. The verification code is derived from the sheet, so the same words give the same bytes
 * and code wherever they are printed. Stores nothing.
 */
export async function publishedDocuments(
  tenant: PrintingTenant,
  pdfRenderer: PdfRenderer,
): Promise<readonly { readonly record: PublishedRecord; readonly bytes: Uint8Array }[]> {
  const documents: { record: PublishedRecord; bytes: Uint8Array }[] = [];
  const newest = tenant.laws.at(-1);
  for (const law of tenant.laws)
    for (const name of publishedNames) {
      const kind = name === "cartilla" ? "leaflet" : "blank-form";
      const sheet = sheetOf(tenant, law, name);
      const verificationCode = codeFrom(kind, sha256Of(Buffer.from(canonicalJson(sheet))));
      const bytes = await printed({ pdfRenderer, siteAddress: tenant.contact.site.value }, sheet, verificationCode);
      const { madeAt: issuedAt } = sheet;
      const record = {
        name,
        kind,
        verificationCode,
        sha256: sha256Of(bytes),
        number: law.version,
        issuedAt,
        replaced: law !== newest,
      } as const;
      documents.push({ record, bytes });
    }
  return documents;
}

function sheetOf(tenant: PrintingTenant, law: Law, name: PublishedName): Sheet {
  const inForceFrom = law.inForceFrom.value;
  const facts = { ...letterOffice(tenant, inForceFrom), inForceFrom, lawVersion: law.version };
  if (name === "cartilla") return tenant.letters.leaflet(facts);
  const { form, types } = forms[name];
  const { claimTypes } = lawInForce(tenant, inForceFrom);
  return tenant.letters.blankForm({ ...facts, form, types: types.map((type) => claimTypes[type].value.name) });
}
