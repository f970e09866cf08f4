import { useEffect, useState } from "preact/hooks";
import type { ClientRequestOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import type { ClientProblem, Outcome } from "../../client.ts";
import { checkedAttachment, sendAttachment } from "../../look/send-attachment.ts";
import { officeFacts } from "../../office.ts";
import { api } from "../api.ts";
import { staffCounter } from "../case/act-form.ts";
import { mayPass } from "../problem/passing-problems.ts";
import { fieldProblem } from "../typed.ts";
import { askSubject, dropVisit, keptDay, reportPrefix } from "./kept-day.ts";
import { dropPhoto, photosOf } from "./report-photos.ts";

type BodyOf<Id extends "reportInspection" | "reportDelivery"> = Omit<
  ClientRequestOf<Routes[Id]>["body"],
  "uploadIds" | "captures"
>;
/** An acta without its files. */
export type ActaBody = BodyOf<"reportInspection">;
/** How a delivery went, without its files. */
export type DeliveryBody = BodyOf<"reportDelivery">;

/** What the visit of an atypical reading found; it has no files. */
export type ReadingBody = ClientRequestOf<Routes["reportReading"]>["body"];

/** What a report is of: an acta, how a delivery went, or the visit of a reading. */
type Said =
  | { readonly of?: undefined; readonly claimId: string; readonly body: ActaBody }
  | { readonly of: "delivery"; readonly claimId: string; readonly body: DeliveryBody }
  | { readonly of: "reading"; readonly body: ReadingBody };

/** A report in the phone that its inspector finished and the server does not have yet. */
export type UnsentReport = Unsent & Said;

interface Unsent {
  /** The id of the visit, of a delivery's notice, or of a reading. */
  readonly inspectionId: string;
  /**
   * Who made it, by the subject of their token: it is sent only while this person is signed in. Absent in old reports,
   * which are sent whoever is signed in.
   */
  readonly by?: string | undefined;
  /** The idempotency key with which it is sent each time, so that it is recorded once. */
  readonly key: string;
  /** The upload's id by photo id, so that a photo is uploaded once. */
  readonly uploads: Readonly<Record<string, string>>;
  /** Why the server refused it. It is not sent again until its inspector submits it again. */
  readonly refused?: ClientProblem;
}

const prefix = `${reportPrefix}unsent.`;
const nameOf = (inspectionId: string): string => prefix + inspectionId;
const listeners = new Set<() => void>();
const announce = (): void => {
  for (const listener of listeners) listener();
};

/** Returns the localStorage key under which the form of a report keeps what is typed. */
export const typedKey = (inspectionId: string): string => reportPrefix + inspectionId;

/** Returns the report of this visit or delivery from the phone's outbox. Undefined if the outbox has none. */
export function unsentReport(inspectionId: string): UnsentReport | undefined {
  return JSON.parse(localStorage.getItem(nameOf(inspectionId)) ?? "null") ?? undefined;
}

/** The reports in the outbox, in no order. */
function unsentReports(): readonly UnsentReport[] {
  return Object.keys(localStorage)
    .filter((name) => name.startsWith(prefix))
    .flatMap((name) => unsentReport(name.slice(prefix.length)) ?? []);
}

/** Keeps a report in the phone. Returns false if the storage is full, which then has what it had before. */
function keep(report: UnsentReport): boolean {
  try {
    localStorage.setItem(nameOf(report.inspectionId), JSON.stringify(report));
  } catch {
    return false;
  }
  announce();
  return true;
}

/** A report as its form gives it. */
export type PutReport = Pick<Unsent, "inspectionId"> & Said;

/**
 * Puts a report in the phone's outbox, in place of an earlier report of the same visit or delivery, whose key and
 * uploads it takes over; it is no longer marked refused. The report belongs to the person signed in; without a token,
 * to the person whose day the phone keeps (`keptDay`); if there is none, to nobody, and whoever is signed in sends it.
 * Returns false if the phone is full: the outbox then has what it had before.
 */
export async function putReport(report: PutReport): Promise<boolean> {
  const before = unsentReport(report.inspectionId);
  const subject = await askSubject();
  const by = subject.ok ? subject.value : (await keptDay())?.by;
  return keep({ ...report, by, key: before?.key ?? crypto.randomUUID(), uploads: before?.uploads ?? {} });
}

/** The result of one attempt to send a report. */
export type Sent =
  /** `countsFrom`: the day from which a delivery out of hours counts. */
  | { readonly ok: true; readonly countsFrom?: string | undefined }
  | { readonly ok: false; readonly problem: ClientProblem };

type Uploaded =
  | { readonly ok: true; readonly uploadId: string }
  | { readonly ok: false; readonly problem: ClientProblem };

async function uploadPhoto(file: File): Promise<Uploaded> {
  const sent = await sendAttachment(staffCounter, file, officeFacts.uploadMaxMb, () => {}, true);
  const checked = sent.state === "pending" ? await checkedAttachment(staffCounter, sent) : sent;
  if (checked.uploadId !== undefined && checked.state !== "refused" && checked.state !== "lost")
    return { ok: true, uploadId: checked.uploadId };
  const { problem } = fieldProblem("photos", checked.reason ?? "");
  // A photo that was lost may arrive next time (`unreachable` passes); one that cannot be opened never will.
  return { ok: false, problem: checked.state === "lost" ? { ...problem, kind: "unreachable" } : problem };
}

/**
 * Uploads the report's photos that are not uploaded yet, then sends the report and erases it from the phone. If a photo
 * fails, returns its problem and does not send the report. If the report was changed while it was being sent, it stays
 * in the phone.
 */
async function sendReport(report: UnsentReport): Promise<Sent> {
  const { inspectionId, body } = report;
  const photos = await photosOf(inspectionId);
  let { uploads } = report;
  for (const { photoId, file } of photos) {
    if (uploads[photoId] !== undefined) continue;
    const uploaded = await uploadPhoto(file);
    if (!uploaded.ok) return uploaded;
    uploads = { ...uploads, [photoId]: uploaded.uploadId };
    // In a full phone the photo is sent once more next time.
    keep({ ...report, uploads });
  }
  const uploadIds = photos.flatMap(({ photoId }) => uploads[photoId] ?? []);
  const captures = photos.flatMap(({ photoId, kind = "photo", takenAt, sha256, position }) => {
    const uploadId = uploads[photoId];
    return uploadId && takenAt && sha256 ? { uploadId, kind, takenAt, sha256, position } : [];
  });
  const outcome = await sentAs(report, { uploadIds, captures });
  if (!outcome.ok) return outcome;
  // A report changed while it was being sent is not what arrived: it stays, and the server will refuse it.
  const { countsFrom } = outcome.value;
  if (JSON.stringify(unsentReport(inspectionId)?.body) === JSON.stringify(body))
    await dropReport(inspectionId, true, countsFrom);
  return { ok: true, countsFrom };
}

type Files = Pick<ClientRequestOf<Routes["reportInspection"]>["body"], "uploadIds" | "captures">;

const nothingMore = (sent: Outcome<unknown>): Outcome<object> => (sent.ok ? { ok: true, value: {} } : sent);

/** Sends a report with its files to the operation that takes it. */
async function sentAs(
  report: UnsentReport,
  files: Files,
): Promise<Outcome<{ readonly countsFrom?: string | undefined }>> {
  const { inspectionId, key } = report;
  if (report.of === "reading")
    return nothingMore(await api.reportReading({ params: { readingId: inspectionId }, key, body: report.body }));
  const { claimId } = report;
  if (report.of === "delivery")
    return api.reportDelivery({ params: { claimId, noticeId: inspectionId }, key, body: { ...report.body, ...files } });
  const body = { ...report.body, ...files };
  return nothingMore(await api.reportInspection({ params: { claimId, inspectionId }, key, body }));
}

/**
 * Erases from the phone a report, what was typed in its form, and its photos. If the server has the report
 * (`isReceived`), also takes the visit or delivery out of the kept day. If not, only a visit of an earlier day is taken
 * out: a visit of the day, or a delivery, still has to be done and stays.
 */
export async function dropReport(inspectionId: string, isReceived = false, countsFrom?: string): Promise<void> {
  try {
    // First: a phone that dies after this sends the report once more, and the server answers it as before.
    await dropVisit(inspectionId, isReceived, countsFrom);
  } finally {
    if (isReceived) arrived.add(inspectionId);
    localStorage.removeItem(nameOf(inspectionId));
    localStorage.removeItem(typedKey(inspectionId));
    announce();
  }
  for (const { photoId } of await photosOf(inspectionId)) await dropPhoto(photoId);
}

/** The visits and deliveries whose report the server got since the page was opened: a list may not know it yet. */
export const arrived = new Set<string>();

let now: string | undefined;

/** Marks which visit's report is being sent, for those who show it. */
function sendingNow(inspectionId: string | undefined): void {
  now = inspectionId;
  announce();
}

/** Returns whether the report of this visit or delivery is being sent at this moment. */
export const isSending = (inspectionId: string): boolean => now === inspectionId;

let sending: Promise<ReadonlyMap<string, Sent>> | undefined;

async function sendAll(): Promise<ReadonlyMap<string, Sent>> {
  const outcomes = new Map<string, Sent>();
  if (unsentReports().length === 0) return outcomes;
  const subject = await askSubject();
  const isTheirs = ({ by }: UnsentReport) => !subject.ok || by === undefined || by === subject.value;
  for (;;) {
    const next = unsentReports()
      .filter(isTheirs)
      .find(({ inspectionId, refused }) => !refused && !outcomes.has(inspectionId));
    if (!next) return outcomes;
    if (!subject.ok) {
      // Whose turn it is was not known: the network may be back, and another person signed in, before a report goes
      // out.
      outcomes.set(next.inspectionId, subject);
      continue;
    }
    sendingNow(next.inspectionId);
    const sent = await sendReport(next).finally(() => sendingNow(undefined));
    outcomes.set(next.inspectionId, sent);
    const left = unsentReport(next.inspectionId);
    if (!sent.ok && left && !mayPass(sent.problem)) keep({ ...left, refused: sent.problem });
  }
}

/**
 * Sends the reports in the outbox, photos first, one after another, and returns the results by the id of visit or
 * delivery. Leaves out refused reports and those of another person than who is signed in. Without a token it sends
 * none, and the token's problem is the result of each. A report that arrives is erased. A report with a problem that
 * will not pass by itself is marked refused. A call during another one returns the same results.
 */
export function sendUnsent(): Promise<ReadonlyMap<string, Sent>> {
  sending ??= sendAll().finally(() => {
    sending = undefined;
  });
  return sending;
}

/** Returns the reports in the phone's outbox, in no order, and renders anew when the outbox changes. */
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
