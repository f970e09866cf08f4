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

/** A report signed off by its inspector that the server has not received yet. */
export interface UnsentReport {
  readonly claimId: string;
  readonly inspectionId: string;
  /** The key it is always sent with: however often it is sent, it is recorded once. */
  readonly key: string;
  readonly body: Omit<Body, "uploadIds">;
  /** What photo became which upload, so that a photo goes once too. */
  readonly uploads: Readonly<Record<string, string>>;
  /** Why the server refused it: it waits for its inspector then. */
  readonly refused?: ClientProblem;
}

const prefix = "caudal.report.unsent.";
const nameOf = (inspectionId: string): string => prefix + inspectionId;
const listeners = new Set<() => void>();
const announce = (): void => {
  for (const listener of listeners) listener();
};

/** What is typed of a report, until the server has it. */
export const typedKey = (inspectionId: string): string => `caudal.report.${inspectionId}`;

export function unsentReport(inspectionId: string): UnsentReport | undefined {
  return JSON.parse(localStorage.getItem(nameOf(inspectionId)) ?? "null") ?? undefined;
}

/** Reports in this phone that the server does not have, in no order. */
function unsentReports(): readonly UnsentReport[] {
  return Object.keys(localStorage)
    .filter((name) => name.startsWith(prefix))
    .flatMap((name) => unsentReport(name.slice(prefix.length)) ?? []);
}

function keep(report: UnsentReport): void {
  localStorage.setItem(nameOf(report.inspectionId), JSON.stringify(report));
  announce();
}

/** Puts a report in the outbox: with the key it was put with before, if it was. */
export function putReport(report: Pick<UnsentReport, "claimId" | "inspectionId" | "body">): void {
  const before = unsentReport(report.inspectionId);
  keep({ ...report, key: before?.key ?? crypto.randomUUID(), uploads: before?.uploads ?? {} });
}

/** Why a problem may be over by itself: there was no network, nobody answered, or nobody is signed in. */
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

/** How one attempt went. */
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
  // What was lost on its way goes again; what cannot be opened never will.
  return { ok: false, problem: checked.state === "lost" ? { ...problem, kind: "unreachable" } : problem };
}

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
  // What was changed while it was on its way is not what arrived: it stays, and the server says so.
  if (JSON.stringify(unsentReport(inspectionId)?.body) === JSON.stringify(body)) await dropReport(inspectionId);
  return { ok: true };
}

/** Takes a report out of the phone, all of it: because the server has it, or its inspector says so. */
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

/** Sends what waits, one at a time and never twice at once; answers how each went. Nothing is dropped that did not arrive. */
export function sendUnsent(): Promise<ReadonlyMap<string, Sent>> {
  sending ??= sendAll().finally(() => {
    sending = undefined;
  });
  return sending;
}

/** The reports in the outbox as they are now. */
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
