import { keepDocument, keepSeal } from "../../shared/casework/keep-document.ts";
import { filingCargo, filingKindName } from "../../shared/documents/filing-cargo.ts";
import { letterheadOf } from "../../shared/documents/letterhead.ts";
import { limaDay } from "../../shared/domain/calendar-day.ts";
import type { OfficeDocument } from "../../shared/domain/case-events.ts";
import type { FilingRecord } from "../../shared/storage/filings.ts";
import { lawInForce } from "../../tenants/tenant.ts";
import type { RenderDesk } from "./render-desk.ts";

/** The cargo of a filing: made, sealed and added to it, unless it has one. Throws when there is no such filing. */
export async function filingCargoOf(desk: RenderDesk, filingId: string): Promise<OfficeDocument> {
  const filing = await desk.filings.find(filingId);
  if (!filing) throw new Error(`there is no filing ${filingId}`);
  if (filing.cargo) return filing.cargo;
  const document = await madeCargo(desk, filing);
  await desk.filings.addCargo(filingId, document);
  return document;
}

async function madeCargo({ tenant, press, documents, seals, now }: RenderDesk, filing: FilingRecord) {
  const { number, kind, claim, presentedAt } = filing;
  const { papers } = lawInForce(tenant, limaDay(presentedAt));
  const forms = { reconsideration: papers.reconsiderationForm.value, appeal: papers.appealForm.value };
  const sheet = filingCargo({ letterhead: letterheadOf(tenant), kindName: filingKindName(kind, forms), filing });
  const document = await keepDocument(
    documents,
    { kind: "filing-cargo", fileName: `cargo-${number}.pdf` },
    await press.print(sheet),
  );
  const seal = await seals.seal({
    kind: document.kind,
    number,
    sha256: document.sha256,
    claimCode: claim?.code,
    sealedAt: now(),
  });
  await keepSeal(documents, document.documentId, seal);
  return document;
}
