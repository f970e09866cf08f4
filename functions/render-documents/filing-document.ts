import { issueDocument } from "../../shared/casework/issue-document.ts";
import { filingSealFacts } from "../../shared/casework/sealed-facts.ts";
import { filingCargo, filingKindName } from "../../shared/documents/filing-cargo.ts";
import { letterheadOf } from "../../shared/documents/letterhead.ts";
import type { Sheet } from "../../shared/documents/sheet.ts";
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

function madeCargo(desk: RenderDesk, filing: FilingRecord): Promise<OfficeDocument> {
  const { filingId, number } = filing;
  const made = { kind: "filing-cargo", fileName: `cargo-${number}.pdf`, source: filingId } as const;
  return issueDocument(desk, made, sheetOf(desk, filing), { ...filingSealFacts(filing), sealedAt: desk.now() });
}

function sheetOf({ tenant }: RenderDesk, filing: FilingRecord): Sheet {
  const { papers: names } = lawInForce(tenant, limaDay(filing.presentedAt));
  const forms = { reconsideration: names.reconsiderationForm.value, appeal: names.appealForm.value };
  return filingCargo({ letterhead: letterheadOf(tenant), kindName: filingKindName(filing.kind, forms), filing });
}
