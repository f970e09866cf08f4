import type { CaseMessage } from "../../shared/casework/case-deliveries.ts";
import { checkCodeOf, holdStatement } from "../../shared/casework/hold-statement.ts";
import { keepDocument, keepSeal } from "../../shared/casework/keep-document.ts";
import { record } from "../../shared/casework/record.ts";
import { holdLink, openingLink } from "../../shared/casework/site-links.ts";
import { claimCargo } from "../../shared/documents/claim-cargo.ts";
import { doNotCut } from "../../shared/documents/do-not-cut.ts";
import { letterheadOf } from "../../shared/documents/letterhead.ts";
import { type CaseEvent, type CaseEventOf, lastEntry, type OfficeDocument } from "../../shared/domain/case-events.ts";
import { ok } from "../../shared/domain/result.ts";
import { lawInForce } from "../../tenants/tenant.ts";
import { filingCargoOf } from "./filing-document.ts";
import type { RenderDesk } from "./render-desk.ts";

const by = { kind: "system", name: "render-documents" } as const;

/**
 * Makes the documents an entry asks for and notes them in the case, once by the entry's place. Throws for a case or an entry
 * that is not there, and for one that asks for none: the message goes back to its queue.
 */
export async function renderCaseDocument(desk: RenderDesk, { claimId, seq }: CaseMessage): Promise<void> {
  const mark = `render-documents:${claimId}:${seq}`;
  const recorded = await record(
    desk,
    { claimId, now: desk.now(), write: { key: mark, contentHash: mark } },
    async ({ file, now }) => {
      const made = await documentsOf(desk, file.events[seq - 1], file.events.slice(0, seq));
      return ok({
        entries: made.map(
          (document) => ({ type: "document-added", effectiveAt: now, by, details: { document } }) as const,
        ),
      });
    },
  );
  if (!recorded.ok) throw new Error(`no document was added to ${mark}: ${recorded.error}`);
}

/** @param events the case up to the entry */
async function documentsOf(
  desk: RenderDesk,
  entry: CaseEvent | undefined,
  events: readonly CaseEvent[],
): Promise<readonly OfficeDocument[]> {
  switch (entry?.type) {
    case "claim-filed":
      return [await madeCargo(desk, entry), ...(await madeDoNotCut(desk, events))];
    case "claim-extended":
      return entry.details.receipts ? madeDoNotCut(desk, events) : [];
    case "reconsideration-filed":
    case "appeal-filed":
    case "queja-filed":
      return [await filingCargoOf(desk, entry.details.filingId)];
    default:
      throw new Error(`no document is made of ${entry?.type ?? "an entry that is not there"}`);
  }
}

/** The «No cortar» of all receipts claimed so far; none of a claim about a problem. Its own words are sealed, and its bytes. */
async function madeDoNotCut(
  { tenant, press, documents, seals, siteAddress, now }: RenderDesk,
  events: readonly CaseEvent[],
): Promise<readonly OfficeDocument[]> {
  const filing = lastEntry(events, "claim-filed");
  const held = holdStatement(events);
  const last = events.at(-1);
  if (!filing || !held || !last) return [];
  const { signature, statement } = await seals.seal(held);
  const { claimCode: code, supplyCode, receipts } = held;
  const sheet = doNotCut({
    letterhead: letterheadOf(tenant),
    code,
    supplyCode,
    receipts,
    since: filing.filedOn,
    madeAt: last.recordedAt,
    holdAddress: holdLink(siteAddress, filing.details.holdKey),
    seal: { statement, signature, checkCode: checkCodeOf(statement) },
  });
  const document = await keepDocument(
    documents,
    { kind: "do-not-cut", fileName: `no-cortar-${code}.pdf` },
    await press.print(sheet),
  );
  const { kind, documentId, sha256 } = document;
  await keepSeal(
    documents,
    documentId,
    await seals.seal({ kind, number: code, sha256, claimCode: code, sealedAt: now() }),
  );
  return [document];
}

async function madeCargo(
  { tenant, press, documents, seals, siteAddress, now }: RenderDesk,
  filing: CaseEventOf<"claim-filed">,
): Promise<OfficeDocument> {
  const { code, claimKey } = filing.details;
  const law = lawInForce(tenant, filing.filedOn);
  const sheet = claimCargo({
    letterhead: letterheadOf(tenant),
    formName: law.papers.claimForm.value,
    filing,
    claimType: law.claimTypes[filing.claimType].value.name,
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
