import type { downloadFilingProof } from "../../shared/contract/filing-routes.ts";
import { type Answer, refused } from "../../shared/contract/refusals.ts";
import type { AnswerOf } from "../../shared/contract/route.ts";
import { isKept } from "../../shared/domain/claim-form.ts";
import type { FilingDocumentName } from "../../shared/domain/filing.ts";
import { ok } from "../../shared/domain/result.ts";
import { linkExpiry, neutralName } from "../../shared/storage/evidence.ts";
import type { FilingRecord } from "../../shared/storage/filings.ts";
import type { FilingsDesk } from "./filing-desk.ts";

/** An address to download a document the office made of a filing, once it is made. */
export async function filingDocument(
  { documentDownloads }: FilingsDesk,
  filing: FilingRecord,
  name: FilingDocumentName,
  now: string,
): Promise<Answer<AnswerOf<typeof downloadFilingProof>, "document-not-ready">> {
  const document = filing[name];
  if (!document) return refused("document-not-ready");
  const { documentId, fileName, sha256 } = document;
  const url = await documentDownloads.link(documentId, fileName);
  return ok({ url, sha256, fileName, expiresAt: linkExpiry(now) });
}

/** An address to download a file somebody sent: of one that came and was not refused, since the rest was never kept. */
export async function filedPaper(
  { paperDownloads }: FilingsDesk,
  filing: FilingRecord,
  documentId: string,
  now: string,
): Promise<Answer<AnswerOf<typeof downloadFilingProof>, "document-not-found">> {
  const papers = [...filing.papers, ...filing.entries.flatMap(({ papers: brought = [] }) => brought)];
  const paper = papers.find((each) => each.documentId === documentId && isKept(each.state));
  if (!paper) return refused("document-not-found");
  const { fileName, sha256 } = paper;
  const url = await paperDownloads.link(documentId, neutralName(filing.number, documentId, fileName));
  return ok({ url, sha256, fileName, expiresAt: linkExpiry(now) });
}
