import type { Replacement } from "../built.ts";

/** A deliberate mistake: `to` replaces the correct text `from`. */
export interface Bug extends Replacement {
  readonly name: string;
  /**
   * Which check must find the bug: random histories of a claim against the model, or of the whole system against its
   * checks.
   */
  readonly foundBy: "claim" | "system";
  /** A few histories find it, so every test run looks for it. */
  readonly soon?: true;
}

const caseFiles = "shared/storage/case/case-files.ts";
const clocks = "shared/domain/term/claim-clocks.ts";
const claim = "shared/domain/case/claim.ts";
const fileClaim = "shared/casework/filing/file-claim.ts";

/** Twenty mistakes that raise no error when the system makes them. */
export const bugs: readonly Bug[] = [
  {
    name: "the outbox is not written",
    file: caseFiles,
    from: "...(published.has(event.type) && {",
    to: "...(published.has(event.type) && index < 0 && {",
    foundBy: "system",
    soon: true,
  },
  {
    name: "an entry leaves the outbox before it is delivered",
    file: "shared/casework/case/publish-entry.ts",
    from: '  if ("submissionId" in entry) {',
    to: '  await outbox.settle(entry);\n  if ("submissionId" in entry) {',
    foundBy: "system",
  },
  {
    name: "what a repeated write made is not read back",
    file: fileClaim,
    from: "  if (!made) return undefined;\n  if (made.contentHash",
    to: "  if (!made || made.claimId) return undefined;\n  if (made.contentHash",
    foundBy: "system",
  },
  {
    name: "a key is taken with other content",
    file: fileClaim,
    from: 'if (made.contentHash !== contentHash) return refused("write-key-used");',
    to: "",
    foundBy: "system",
  },
  {
    name: "a worker does not recognise what it already did",
    file: "functions/send-notices/send-notices.ts",
    from: "file.marks.some((mark) => mark.key === key ||",
    to: "file.marks.some((mark) => mark.seq < 0 &&",
    foundBy: "system",
    soon: true,
  },
  {
    name: "a message that failed is deleted",
    file: "functions/runtime/worker.ts",
    from: "if (!(await isHandled(record, handle))) batchItemFailures.push({ itemIdentifier: record.messageId });",
    to: "await isHandled(record, handle);",
    foundBy: "system",
  },
  {
    name: "a batch goes on over one that failed",
    file: "functions/runtime/stream.ts",
    from: "if (failed !== undefined) return { batchItemFailures: [{ itemIdentifier: failed }] };",
    to: "if (failed !== undefined) continue;",
    foundBy: "system",
  },
  {
    name: "a head is written whole over another's",
    file: caseFiles,
    from: 'ConditionExpression: "#version = :version AND ".concat(unmoved)',
    to: 'ConditionExpression: "attribute_exists(pk) OR #version = :version AND ".concat(unmoved)',
    foundBy: "system",
  },
  {
    name: "a version that is behind is taken",
    file: "shared/casework/case/record.ts",
    from: "version !== undefined && isStale(file, version)",
    to: "version !== undefined && version > file.head.version",
    foundBy: "system",
  },
  {
    name: "a code is taken without its condition, in either table",
    file: "shared/storage/dynamodb.ts",
    from: 'Item, ConditionExpression: "attribute_not_exists(pk)" } };',
    to: 'Item, ...(!/^CODES?#/.test(String(Item.pk)) && { ConditionExpression: "attribute_not_exists(pk)" }) } };',
    foundBy: "system",
    soon: true,
  },
  {
    name: "a number is given again",
    file: "shared/storage/resolution/resolution-numbers.ts",
    from: `state: "issued" },
          ConditionExpression: "attribute_not_exists(pk)",`,
    to: `state: "issued" },`,
    foundBy: "system",
  },
  {
    name: "days are those of UTC and not of Lima",
    file: "shared/domain/term/calendar-day.ts",
    from: "const limaHoursBehind = 5;",
    to: "const limaHoursBehind = 0;",
    foundBy: "claim",
    soon: true,
  },
  {
    name: "the company's days are counted on the user's calendar",
    file: clocks,
    from: `    rule: "silence.first",
    calendar: "COMPANY",`,
    to: `    rule: "silence.first",
    calendar: "USER",`,
    foundBy: "claim",
  },
  {
    name: "what is sent counts as notified",
    file: "shared/domain/case/claim-transitions.ts",
    from: '{ event: "resolution-dispatched", from: ["resolved"], by: ["clerk"] }',
    to: '{ event: "resolution-dispatched", from: ["resolved"], to: "notified", by: ["clerk"] }',
    foundBy: "claim",
    soon: true,
  },
  {
    name: "moved dates are notified once for all versions of the calendars",
    file: "functions/sweep/apply-calendar-change.ts",
    from: "const write = { key, contentHash: key };",
    to: 'const write = { key: "moved", contentHash: "moved" };',
    foundBy: "system",
  },
  {
    name: "a change of the calendars shortens a user's term",
    file: clocks,
    from: "(announced.dueDate > latest.dueDate ? announced : latest)",
    to: "(announced.dueDate > latest.dueDate ? latest : latest)",
    foundBy: "claim",
  },
  {
    name: "the sweep stops after the first page",
    file: "functions/sweep/sweep.ts",
    from: "if (!last || due.length < page) return;",
    to: "if (!last || due.length <= page) return;",
    foundBy: "system",
  },
  {
    name: "an attachment already filed is moved to another claim",
    file: "shared/storage/attachment/uploads.ts",
    from: "...filed.map(",
    to: "...([] as typeof filed).map(",
    foundBy: "system",
  },
  {
    name: "an attachment is marked received and not kept",
    file: "functions/accept-uploads/accept-upload.ts",
    from: "await evidenceAttachments.write(documentId, bytes, contentType);\n  return",
    to: "void evidenceAttachments;\n  return",
    foundBy: "system",
  },
  {
    name: "an event is missing from the history",
    file: claim,
    from: "const history = [...claim.history, event];",
    to: 'const history = event.type === "remedied" ? claim.history : [...claim.history, event];',
    foundBy: "claim",
  },
];
