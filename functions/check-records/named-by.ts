import { attachmentsOf } from "../../shared/casework/attachment/case-attachments.ts";
import { documentsIn } from "../../shared/domain/case/case-events.ts";
import type { OfficeDocument } from "../../shared/domain/case/issued-documents.ts";
import { documentsOf } from "../../shared/storage/attachment/kept-files.ts";
import { uploadKeyOf } from "../../shared/storage/attachment/uploads.ts";
import type { CaseFile } from "../../shared/storage/case/case-files.ts";
import {
  accountKeyOf,
  codeKeyOf,
  holdKeyOf,
  noticeKeyOf,
  verificationKeyOf,
} from "../../shared/storage/case/claim-keys.ts";
import { type Parent, parentKeyOf, parentsIn, textsIn } from "../../shared/storage/case/parents.ts";
import type { NamedItem } from "../../shared/storage/named-items.ts";
import type { Named } from "./record-faults.ts";

/** Returns the documents of the office that the entries of a case state. */
export const documentsOfCase = ({ events }: CaseFile): readonly OfficeDocument[] =>
  events.flatMap((event) => documentsIn(event));

/**
 * Returns the items that a case names and that must exist: its code, the keys of its hold and notices, its account, the
 * codes of its documents, its attachments, and the claims, submissions and requests that its entries name.
 */
export function namedByCase(file: CaseFile): readonly Named[] {
  const { claimId, code } = file.head;
  const texts = textsIn(file.events.map(({ details }) => details));
  const textsOf = (field: string) => texts.flatMap(([name, text]) => (name === field ? text : []));
  const [filing] = file.events;
  const account = filing?.by.kind === "customer" ? [accountKeyOf(filing.by.sub, claimId)] : [];
  const keys = [
    ...textsOf("holdKey").map((key) => ({ key: holdKeyOf(key), says: "the key of its hold opens no hold of its own" })),
    ...textsOf("noticeKey").map((key) => ({
      key: noticeKeyOf(key),
      says: "a key of its notices opens none of its own",
    })),
    ...account.map((key) => ({ key, says: "the account that filed it does not have it" })),
  ];
  return [
    { key: codeKeyOf(code), point: 2, says: "its code is of something else, or of nothing", claimId },
    ...keys.map(({ key, says }) => ({ key, point: 13, says, claimId }) as const),
    ...documentsOfCase(file).map((document) => named(document, document.kind === "claim-cargo" ? claimId : undefined)),
    ...attachmentsNamed([...attachmentsOf(file.events).map(({ documentId }) => documentId), ...textsOf("uploadId")]),
    ...parentsNamed(parentsIn(file.events), claimId),
  ];
}

/** Returns the items that a submission, a request or an entry of the book names and that must exist. */
export function namedByItem(item: NamedItem, id: string): readonly Named[] {
  const attachments = textsIn({ attachments: item["attachments"], entries: item["entries"] }).flatMap(([name, text]) =>
    name === "documentId" ? text : [],
  );
  return [
    ...documentsOf(item).map((document) => named(document, undefined)),
    ...attachmentsNamed(attachments),
    ...parentsNamed(parentsIn(item), id),
  ];
}

/** The item by which a document is found by its code; a cargo must be found as one of its claim. */
const named = ({ documentId, verificationCode }: OfficeDocument, claimId: string | undefined): Named => ({
  key: verificationKeyOf(verificationCode),
  ...(claimId === undefined
    ? { point: 13, says: `the document ${documentId} is not found by its code` }
    : { point: 1, says: `the cargo ${documentId} is found as none of its claim`, claimId }),
});

const attachmentsNamed = (uploadIds: readonly string[]): readonly Named[] =>
  [...new Set(uploadIds)].map((id) => ({ key: uploadKeyOf(id), point: 13, says: `the attachment ${id} is missing` }));

const parentsNamed = (parents: readonly Parent[], own: string): readonly Named[] =>
  parents
    .filter(({ id }) => id !== own)
    .map((parent) => ({ key: parentKeyOf(parent), point: 13, says: `it names ${parent.id}, which is missing` }));
