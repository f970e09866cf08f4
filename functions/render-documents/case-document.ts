import type { CaseMessage } from "../../shared/casework/case-deliveries.ts";
import { keepDocument, keepSeal } from "../../shared/casework/keep-document.ts";
import { record } from "../../shared/casework/record.ts";
import { openingLink } from "../../shared/casework/site-links.ts";
import { claimCargo } from "../../shared/documents/claim-cargo.ts";
import { letterheadOf } from "../../shared/documents/letterhead.ts";
import type { CaseEvent, CaseEventOf, OfficeDocument } from "../../shared/domain/case-events.ts";
import { ok } from "../../shared/domain/result.ts";
import { lawInForce } from "../../tenants/tenant.ts";
import { filingCargoOf } from "./filing-document.ts";
import type { RenderDesk } from "./render-desk.ts";

const by = { kind: "system", name: "render-documents" } as const;

/**
 * Makes the document an entry asks for and notes it in the case, once by the entry's place. Throws for a case or an entry
 * that is not there, and for one that asks for none: the message goes back to its queue.
 */
export async function renderCaseDocument(desk: RenderDesk, { claimId, seq }: CaseMessage): Promise<void> {
  const mark = `render-documents:${claimId}:${seq}`;
  const recorded = await record(
    desk,
    { claimId, now: desk.now(), write: { key: mark, contentHash: mark } },
    async ({ file, now }) => {
      const document = await documentOf(desk, file.events[seq - 1]);
      return ok({ entries: [{ type: "document-added", effectiveAt: now, by, details: { document } } as const] });
    },
  );
  if (!recorded.ok) throw new Error(`no document was added to ${mark}: ${recorded.error}`);
}

function documentOf(desk: RenderDesk, entry: CaseEvent | undefined): Promise<OfficeDocument> {
  switch (entry?.type) {
    case "claim-filed":
      return madeCargo(desk, entry);
    case "reconsideration-filed":
    case "appeal-filed":
      return filingCargoOf(desk, entry.details.filingId);
    default:
      throw new Error(`no document is made of ${entry?.type ?? "an entry that is not there"}`);
  }
}

async function madeCargo(
  { tenant, press, documents, seals, siteAddress, now }: RenderDesk,
  filing: CaseEventOf<"claim-filed">,
): Promise<OfficeDocument> {
  const { code, claimKey } = filing.details;
  const sheet = claimCargo({
    letterhead: letterheadOf(tenant),
    formName: lawInForce(tenant, filing.filedOn).papers.claimForm.value,
    filing,
    accessAddress: openingLink(siteAddress, code, claimKey),
  });
  const document = await keepDocument(
    documents,
    { kind: "claim-cargo", fileName: `cargo-${code}.pdf` },
    await press.print(sheet),
  );
  const seal = await seals.seal({
    kind: document.kind,
    number: code,
    sha256: document.sha256,
    claimCode: code,
    sealedAt: now(),
  });
  await keepSeal(documents, document.documentId, seal);
  return document;
}
