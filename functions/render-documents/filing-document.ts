import { issueDocument } from "../../shared/casework/issue-document.ts";
import { filingCargo, filingKindName } from "../../shared/documents/filing-cargo.ts";
import { letterheadOf } from "../../shared/documents/letterhead.ts";
import { limaDay } from "../../shared/domain/calendar-day.ts";
import type { OfficeDocument } from "../../shared/domain/case-events.ts";
import type { Paper } from "../../shared/domain/claim-form.ts";
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
  const { tenant, now } = desk;
  const { filingId, number, kind, claim, presentedAt, papers } = filing;
  const { papers: names } = lawInForce(tenant, limaDay(presentedAt));
  const forms = { reconsideration: names.reconsiderationForm.value, appeal: names.appealForm.value };
  const sheet = filingCargo({ letterhead: letterheadOf(tenant), kindName: filingKindName(kind, forms), filing });
  const made = { kind: "filing-cargo", fileName: `cargo-${number}.pdf`, source: filingId } as const;
  const received = receivedOf(papers);
  return issueDocument(desk, made, sheet, { number, claimCode: claim?.code, sealedAt: now(), received });
}

/** The files a seal vouches were received. */
export function receivedOf(papers: readonly Paper[]): readonly Pick<Paper, "fileName" | "sha256">[] {
  return papers.map(({ fileName, sha256 }) => ({ fileName, sha256 }));
}
