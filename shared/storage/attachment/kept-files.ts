import * as z from "zod";
import type { OfficeDocument } from "../../domain/case/issued-documents.ts";
import { officeDocument } from "../seal/office-document.ts";
import type { KeptFile } from "./kept-objects.ts";

type Item = Readonly<Record<string, unknown>>;

/** Returns the documents of the office that an item, or the details of an entry, states in fields of its own. */
export const documentsOf = (item: object): readonly OfficeDocument[] =>
  Object.values(item).flatMap((value) => {
    if (typeof value !== "object") return [];
    const { success, data } = officeDocument.safeParse(value);
    return success ? data : [];
  });

const receivedUpload = z.object({
  sk: z.literal("UPLOAD"),
  state: z.literal("received"),
  documentId: z.string(),
  sizeBytes: z.number(),
  sha256: z.string(),
});

/** Returns the file that an item of an attachment says is kept, in a list of one; empty if it was not received. */
export function attachmentIn(item: Item): readonly KeptFile[] {
  const { success, data } = receivedUpload.safeParse(item);
  return success ? [keptFile("attachments", data)] : [];
}

/** Returns the file of a document of the office. */
export const documentFile = (document: OfficeDocument): KeptFile => keptFile("documents", document);

const keptFile = (
  folder: string,
  { documentId, sizeBytes, sha256 }: Omit<KeptFile, "key"> & { readonly documentId: string },
): KeptFile => ({ key: `${folder}/${documentId}`, sizeBytes, sha256 });
