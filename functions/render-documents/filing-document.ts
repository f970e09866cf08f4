import { issueDocument } from "../../shared/casework/issue-document.ts";
import { letterOffice } from "../../shared/casework/letter-facts.ts";
import { record } from "../../shared/casework/record.ts";
import { filingSealFacts } from "../../shared/casework/sealed-facts.ts";
import type { Sheet } from "../../shared/documents/sheet.ts";
import { limaDay } from "../../shared/domain/calendar-day.ts";
import type { OfficeDocument } from "../../shared/domain/case-events.ts";
import { ok } from "../../shared/domain/result.ts";
import type { FilingDocumentName, FilingRecord } from "../../shared/storage/filings.ts";
import type { RenderDesk } from "./render-desk.ts";

const by = { kind: "system", name: "render-documents" } as const;

/** Makes what a filing lacks: the constancia of its presentation and, once it was received, the cargo of its reception. */
export async function filingDocumentsOf(desk: RenderDesk, filingId: string): Promise<void> {
  const filing = await found(desk, filingId);
  // The constancia of an act of a claim is made, and noted, by its claim's own entry.
  await ensured(desk, filing, "constancia");
  if (filing.receivedAt === undefined) return;
  const cargo = await ensured(desk, filing, "cargo");
  if (filing.claim) await noteCargo(desk, filing.claim.claimId, cargo);
}

/** What proves that a document of a claim was received stands in its case too, once. */
async function noteCargo(desk: RenderDesk, claimId: string, document: OfficeDocument): Promise<void> {
  const now = desk.now();
  const key = `cargo:${document.documentId}`;
  const noted = await record(desk, { claimId, now, write: { key, contentHash: key } }, () =>
    ok({ entries: [{ type: "document-added", effectiveAt: now, by, details: { document } }] }),
  );
  if (!noted.ok) throw new Error(`the cargo ${document.documentId} was not noted in claim ${claimId}: ${noted.error}`);
}

/** The constancia of a filing: made, sealed and added to it, unless it has one. Throws when there is no such filing. */
export async function filingConstanciaOf(desk: RenderDesk, filingId: string): Promise<OfficeDocument> {
  return ensured(desk, await found(desk, filingId), "constancia");
}

async function found({ filings }: RenderDesk, filingId: string): Promise<FilingRecord> {
  const filing = await filings.find(filingId);
  if (!filing) throw new Error(`there is no filing ${filingId}`);
  return filing;
}

/** Made twice at the same moment, the first to be added is the one. */
async function ensured(desk: RenderDesk, filing: FilingRecord, name: FilingDocumentName): Promise<OfficeDocument> {
  const { filingId } = filing;
  if (filing[name]) return filing[name];
  await desk.filings.addDocument(filingId, name, await made(desk, filing, name));
  const added = (await found(desk, filingId))[name];
  if (!added) throw new Error(`the ${name} of filing ${filingId} was not added`);
  return added;
}

const kinds = { constancia: "filing-constancia", cargo: "filing-cargo" } as const;

function made(desk: RenderDesk, filing: FilingRecord, name: FilingDocumentName): Promise<OfficeDocument> {
  const said = name === "constancia" ? asPresented(filing) : filing;
  const document = { kind: kinds[name], fileName: `${name}-${said.number}.pdf`, source: said.filingId };
  const facts = { ...filingSealFacts(said), sealedAt: desk.now() };
  return issueDocument(desk, document, sheetOf(desk.tenant, said, name), facts);
}

/** A filing as it was when it was presented, whatever was mended or found of it since. */
function asPresented(filing: FilingRecord): FilingRecord {
  const since = new Set(filing.entries.flatMap(({ papers = [] }) => papers.map(({ documentId }) => documentId)));
  const papers = filing.papers.filter(({ documentId }) => !since.has(documentId));
  return { ...filing, claim: undefined, ...(filing.presentedAs ?? { claim: filing.claim }), papers };
}

function sheetOf(tenant: RenderDesk["tenant"], filing: FilingRecord, name: FilingDocumentName): Sheet {
  const { letterhead, papers } = letterOffice(tenant, limaDay(filing.presentedAt));
  const said = { letterhead, papers, kind: filing.kind, filing };
  return name === "cargo" && filing.receivedAt !== undefined
    ? tenant.letters.filingCargo({ ...said, receivedAt: filing.receivedAt })
    : tenant.letters.filingConstancia(said);
}
