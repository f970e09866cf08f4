import { useEffect, useState } from "preact/hooks";
import type { ClientRequestOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import type { ClientProblem } from "../client.ts";
import { checkedAttachment, sendAttachment } from "../look/send-attachment.ts";
import { officeFacts } from "../office.ts";
import { staffCounter } from "./act-form.ts";
import { api } from "./api.ts";
import { dropPhoto, photosOf } from "./report-photos.ts";
import { fieldProblem } from "./typed.ts";

type Body = ClientRequestOf<Routes["reportInspection"]>["body"];

/** A report in the phone that its inspector finished and the server does not have yet. */
export interface UnsentReport {
  readonly claimId: string;
  readonly inspectionId: string;
  /** The idempotency key it is always sent with, so that it is recorded once. */
  readonly key: string;
  readonly body: Omit<Body, "uploadIds">;
  /** The upload's id by photo id, so that a photo is uploaded once. */
  readonly uploads: Readonly<Record<string, string>>;
  /** Why the server refused it: it is not sent again until its inspector sends it. */
  readonly refused?: ClientProblem;
}

const prefix = "caudal.report.unsent.";
const nameOf = (inspectionId: string): string => prefix + inspectionId;
const listeners = new Set<() => void>();
const announce = (): void => {
  for (const listener of listeners) listener();
};

/** The storage key of a report's form, kept until the server has the report. */
export const typedKey = (inspectionId: string): string => `caudal.report.${inspectionId}`;

/** The report of a visit in the outbox, if there is one. */
export function unsentReport(inspectionId: string): UnsentReport | undefined {
  return JSON.parse(localStorage.getItem(nameOf(inspectionId)) ?? "null") ?? undefined;
}

/** The reports in the outbox, in no order. */
function unsentReports(): readonly UnsentReport[] {
  return Object.keys(localStorage)
    .filter((name) => name.startsWith(prefix))
    .flatMap((name) => unsentReport(name.slice(prefix.length)) ?? []);
}

function keep(report: UnsentReport): void {
  localStorage.setItem(nameOf(report.inspectionId), JSON.stringify(report));
  announce();
}

/** Puts a report in the outbox, in place of the visit's earlier one, whose key and uploads it keeps; its refusal is cleared. */
export function putReport(report: Pick<UnsentReport, "claimId" | "inspectionId" | "body">): void {
  const before = unsentReport(report.inspectionId);
  keep({ ...report, key: before?.key ?? crypto.randomUUID(), uploads: before?.uploads ?? {} });
}

/** Problems that may pass by themselves: no network, no answer, or nobody signed in. Any other marks the report as refused. */
const passing: readonly ClientProblem["kind"][] = [
  "offline",
  "unreachable",
  "busy",
  "unavailable",
  "unanswered",
  "refused",
  "signed-out",
  "urn:caudal:wrong-token",
  "urn:caudal:busy",
  "urn:caudal:unexpected",
];

/** The result of one attempt to send a report. */
export type Sent = { readonly ok: true } | { readonly ok: false; readonly problem: ClientProblem };

type Uploaded =
  | { readonly ok: true; readonly uploadId: string }
  | { readonly ok: false; readonly problem: ClientProblem };

async function uploadPhoto(file: File): Promise<Uploaded> {
  const sent = await sendAttachment(staffCounter, file, officeFacts.uploadMaxMb, () => {});
  const checked = sent.state === "pending" ? await checkedAttachment(staffCounter, sent) : sent;
  if (checked.uploadId !== undefined && checked.state !== "refused" && checked.state !== "lost")
    return { ok: true, uploadId: checked.uploadId };
  const { problem } = fieldProblem("photos", checked.reason ?? "");
  // A photo that was lost may arrive next time (`unreachable` passes); one that cannot be opened never will.
  return { ok: false, problem: checked.state === "lost" ? { ...problem, kind: "unreachable" } : problem };
}

/**
 * Uploads the photos that are not yet, then sends the report and takes it out of the phone. A photo's problem is returned and the
 * report not sent.
 */
async function sendReport(report: UnsentReport): Promise<Sent> {
  const { claimId, inspectionId, key, body } = report;
  const photos = await photosOf(inspectionId);
  let { uploads } = report;
  for (const { photoId, file } of photos) {
    if (uploads[photoId] !== undefined) continue;
    const uploaded = await uploadPhoto(file);
    if (!uploaded.ok) return uploaded;
    uploads = { ...uploads, [photoId]: uploaded.uploadId };
    keep({ ...report, uploads });
  }
  const uploadIds = photos.flatMap(({ photoId }) => uploads[photoId] ?? []);
  const outcome = await api.reportInspection({ params: { claimId, inspectionId }, key, body: { ...body, uploadIds } });
  if (!outcome.ok) return outcome;
  // A report changed while it was being sent is not what arrived: it stays, and the server will refuse it.
  if (JSON.stringify(unsentReport(inspectionId)?.body) === JSON.stringify(body)) await dropReport(inspectionId);
  return { ok: true };
}

/** Removes a report, its typed form and its photos from the phone. */
export async function dropReport(inspectionId: string): Promise<void> {
  localStorage.removeItem(nameOf(inspectionId));
  localStorage.removeItem(typedKey(inspectionId));
  announce();
  for (const { photoId } of await photosOf(inspectionId)) await dropPhoto(photoId);
}

let sending: Promise<ReadonlyMap<string, Sent>> | undefined;

async function sendAll(): Promise<ReadonlyMap<string, Sent>> {
  const outcomes = new Map<string, Sent>();
  for (;;) {
    const next = unsentReports().find(({ inspectionId, refused }) => !refused && !outcomes.has(inspectionId));
    if (!next) return outcomes;
    const sent = await sendReport(next);
    outcomes.set(next.inspectionId, sent);
    const now = unsentReport(next.inspectionId);
    if (!sent.ok && now && !passing.includes(sent.problem.kind)) keep({ ...now, refused: sent.problem });
  }
}

/**
 * Sends the reports in the outbox that were not refused, one after another, and returns each result by visit. A call while
 * another is under way returns that one's results. A report that did not arrive stays; one the server refused is marked so.
 */
export function sendUnsent(): Promise<ReadonlyMap<string, Sent>> {
  sending ??= sendAll().finally(() => {
    sending = undefined;
  });
  return sending;
}

/** The reports in the outbox, kept current as they change. */
export function useUnsent(): readonly UnsentReport[] {
  const [unsent, setUnsent] = useState(unsentReports);
  useEffect(() => {
    const look = () => setUnsent(unsentReports());
    listeners.add(look);
    look();
    return () => {
      listeners.delete(look);
    };
  }, []);
  return unsent;
}
