import { GetCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { type CaseEvent, documentsIn } from "../../domain/case/case-events.ts";
import { documentKinds, type OfficeDocument, printedKinds } from "../../domain/case/issued-documents.ts";
import { type ClaimsKey, digestKeyOf, verificationKeyOf } from "../case/claim-keys.ts";
import { type Table, transactOnce, type Write } from "../dynamodb.ts";

/** What a document of the office belongs to. */
export type DocumentPlace =
  | { readonly claimId: string; readonly seq: number }
  | { readonly submissionId: string }
  | { readonly problemId: string }
  | { readonly outageId: string };

const stored = z.intersection(
  z.object({
    documentId: z.string(),
    kind: z.enum(documentKinds),
    sha256: z.string(),
    verificationCode: z.string(),
  }),
  z.union([
    z.object({ claimId: z.string(), seq: z.number() }),
    z.object({ submissionId: z.string() }),
    z.object({ problemId: z.string() }),
    z.object({ outageId: z.string() }),
  ]),
);

/** A document as found, and what it belongs to. */
export type IndexedDocument = z.output<typeof stored>;

const printedItem = z.object({
  kind: z.enum(printedKinds),
  number: z.string(),
  verificationCode: z.string(),
  sha256: z.string(),
  printedAt: z.string(),
});

/**
 * A document that was printed for somebody and is not kept: its code, the hash of its bytes, and when. No personal
 * data.
 */
export type PrintedDocument = z.output<typeof printedItem>;

/**
 * Every document that the office issued or printed. `ofCode` finds it by its code, `ofBytes` by the hash of its bytes;
 * both return undefined if none is known.
 */
export interface VerificationIndex {
  ofCode(verificationCode: string): Promise<IndexedDocument | PrintedDocument | undefined>;
  /** @param sha256 hexadecimal */
  ofBytes(sha256: string): Promise<IndexedDocument | PrintedDocument | undefined>;
}

/** Records documents that are printed and not kept, so that they are found; recording one again changes nothing. */
export interface PrintedDocuments {
  note(document: PrintedDocument): Promise<void>;
}

export function openPrintedDocuments({ client, name }: Table): PrintedDocuments {
  return {
    note: async (document) => {
      await transactOnce(
        client,
        [verificationKeyOf(document.verificationCode), digestKeyOf(document.sha256)].map((key) => ({
          Put: { TableName: name, Item: { ...key, ...document }, ConditionExpression: "attribute_not_exists(pk)" },
        })),
      );
    },
  };
}

export function openVerificationIndex({ client, name }: Table): VerificationIndex {
  const find = async (key: ClaimsKey): Promise<IndexedDocument | PrintedDocument | undefined> => {
    const { Item } = await client.send(new GetCommand({ TableName: name, Key: { ...key }, ConsistentRead: true }));
    return Item && z.union([printedItem, stored]).parse(Item);
  };
  return {
    ofCode: (verificationCode) => find(verificationKeyOf(verificationCode)),
    ofBytes: (sha256) => find(digestKeyOf(sha256)),
  };
}

/**
 * Returns the two writes that let a document be found: by its verification code and by its SHA-256. Each stores the
 * document's data under its own key. A write is refused if its key already has a document with another code. It is
 * refused too if that document has other bytes, unless it is of the same claim: a claim's document keeps its code when
 * it is signed.
 * @param name the name of the claims table
 * @param place what the document belongs to
 */
export function indexWrites(
  name: string,
  { documentId, kind, verificationCode, sha256 }: OfficeDocument,
  place: DocumentPlace,
) {
  const claim = "claimId" in place ? { ":claim": place.claimId } : undefined;
  const isSame = claim ? "sha256 = :sha256 OR claimId = :claim" : "sha256 = :sha256";
  return [verificationKeyOf(verificationCode), digestKeyOf(sha256)].map(
    (key): Write => ({
      Put: {
        TableName: name,
        Item: { ...key, ...place, documentId, kind, verificationCode, sha256 },
        ConditionExpression: `attribute_not_exists(pk) OR (verificationCode = :code AND (${isSame}))`,
        ExpressionAttributeValues: { ":code": verificationCode, ":sha256": sha256, ...claim },
      },
    }),
  );
}

/**
 * Returns two writes for each document that an entry names, which let the document be found by its verification code
 * and by its SHA-256. Empty if the entry names none. A write is refused if its key already has a document with another
 * code, or one of another claim with other bytes.
 * @param name the name of the claims table
 */
export function entryIndexWrites(name: string, claimId: string, event: CaseEvent): readonly Write[] {
  return documentsIn(event).flatMap((document) => indexWrites(name, document, { claimId, seq: event.seq }));
}
