import { issueDocument } from "../../shared/casework/issue-document.ts";
import { letterOffice } from "../../shared/casework/letter-facts.ts";
import { record } from "../../shared/casework/record.ts";
import { filingSealFacts } from "../../shared/casework/sealed-facts.ts";
import type { Sheet } from "../../shared/documents/sheet.ts";
import { limaDay } from "../../shared/domain/calendar-day.ts";
import type { DocumentKind, OfficeDocument } from "../../shared/domain/case-events.ts";
import type { FilingDocumentName } from "../../shared/domain/filing.ts";
import { ok } from "../../shared/domain/result.ts";
import type { FilingRecord } from "../../shared/storage/filings.ts";
import { personDataOf } from "./person-data.ts";
import type { RenderDesk } from "./render-desk.ts";

const by = { kind: "system", name: "render-documents" } as const;

/** Makes what a filing lacks: the constancia of its presentation, and a paper of each step since that has one. */
export async function filingDocumentsOf(desk: RenderDesk, filingId: string): Promise<void> {
  const filing = await found(desk, filingId);
  // The constancia of an act of a claim is made, and noted, by its claim's own entry.
  await ensured(desk, filing, "constancia");
  if (observationOf(filing)) await ensured(desk, filing, "observation");
  if (answerOf(filing)) await ensured(desk, filing, "answer");
  if (gatheringOf(filing)) await ensured(desk, filing, "data");
  if (filing.receivedAt === undefined) return;
  const cargo = await ensured(desk, filing, "cargo");
  if (filing.claim) await noteCargo(desk, filing.claim.claimId, cargo);
}

/** A document is observed once, and answered once. */
const observationOf = ({ entries }: FilingRecord) => entries.find(({ type }) => type === "observed");
const gatheringOf = ({ entries }: FilingRecord) => entries.find(({ type }) => type === "data-gathered");
const answerOf = ({ entries }: FilingRecord) => entries.find(({ type }) => type === "answered");

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

const kinds = {
  constancia: "filing-constancia",
  cargo: "filing-cargo",
  observation: "filing-observation",
  answer: "filing-answer",
  data: "person-data",
} as const satisfies Record<FilingDocumentName, DocumentKind>;

async function made(desk: RenderDesk, filing: FilingRecord, name: FilingDocumentName): Promise<OfficeDocument> {
  const said = name === "constancia" || name === "observation" ? asPresented(filing) : filing;
  const sheet = await sheetOf(desk, said, name);
  const document = { kind: kinds[name], fileName: `${fileNames[name]}-${said.number}.pdf`, source: said.filingId };
  const answered = name === "answer" ? (answerOf(filing)?.papers ?? []) : [];
  const facts = filingSealFacts({ ...said, papers: [...said.papers, ...answered] });
  return issueDocument(desk, document, sheet, { ...facts, sealedAt: desk.now() });
}

const fileNames = {
  constancia: "constancia",
  cargo: "cargo",
  observation: "observacion",
  answer: "respuesta",
  data: "datos",
} as const satisfies Record<FilingDocumentName, string>;

/** A filing as it was when it was presented, whatever was mended or found of it since. */
function asPresented(filing: FilingRecord): FilingRecord {
  const since = new Set(filing.entries.flatMap(({ papers = [] }) => papers.map(({ documentId }) => documentId)));
  const papers = filing.papers.filter(({ documentId }) => !since.has(documentId));
  return { ...filing, claim: undefined, ...(filing.presentedAs ?? { claim: filing.claim }), papers };
}

async function sheetOf(desk: RenderDesk, filing: FilingRecord, name: FilingDocumentName): Promise<Sheet> {
  const { letters } = desk.tenant;
  const { letterhead, papers } = letterOffice(desk.tenant, limaDay(filing.presentedAt));
  const said = { letterhead, papers, kind: filing.kind, filing };
  switch (name) {
    case "constancia":
      return letters.filingConstancia(said);
    case "cargo": {
      const added = filing.entries
        .filter(({ type }) => type === "remedied" || type === "copy-sent")
        .map(({ at, text = "" }) => ({ at, text }));
      return letters.filingCargo({ ...said, receivedAt: due(filing.receivedAt), added });
    }
    case "observation": {
      const { at, text = "" } = due(observationOf(filing));
      const { terms } = letterOffice(desk.tenant, limaDay(at));
      return letters.filingObservation({ ...said, observedAt: at, remark: text, remedyDays: terms.remedy });
    }
    case "answer": {
      const { at, by, text = "", papers: answered = [] } = due(answerOf(filing));
      const answer = { by: await answererOf(desk, filing, by), text, papers: answered };
      return letters.filingAnswer({ ...said, answeredAt: at, answer });
    }
    case "data": {
      const { number, presenter, sub, identity } = filing;
      const asked = { number, presenter, identity: due(identity) };
      const kept = await personDataOf(desk, due(sub), asked.identity);
      return letters.personData({ letterhead, filing: asked, gatheredAt: due(gatheringOf(filing)).at, ...kept });
    }
  }
}

/** What a paper is made of, which is there by the time it is made. */
function due<Fact>(fact: Fact | undefined): Fact {
  if (fact === undefined) throw new Error("a paper of a filing is made of what did not happen");
  return fact;
}

/** Who answered, as the office knows them, and the area it was with. */
async function answererOf(desk: RenderDesk, { office, area }: FilingRecord, sub: string): Promise<string> {
  const staff = await desk.staffRegister.list(office);
  const name = staff.find((one) => one.sub === sub)?.name;
  return [name, area ?? "Mesa de partes"].flatMap((part) => part ?? []).join(", ");
}
