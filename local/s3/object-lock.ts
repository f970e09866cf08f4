import { type ObjectVersion, type Retention, retentionModes } from "./entries.ts";
import type { Call } from "./operation.ts";
import { refuse } from "./refusals.ts";
import type { Headers } from "./request.ts";
import type { Bucket } from "./store-state.ts";
import { childOf, element, expectOnly, parseXmlRoot, textOf, type XmlElement } from "./xml.ts";

const day = 24 * 3600 * 1000;

interface DefaultRetention {
  mode: Retention["mode"];
  days: number;
}

/**
 * Returns the retention that new objects of a bucket get by default; undefined if its lock configuration has no rule. A
 * year is 365 days. Refuses `MalformedXML` unless the lock is `Enabled` and the rule has either days or years, a whole
 * number from 1 on; `InvalidArgument` if the mode is unknown; `NotImplemented` if there are other children.
 */
export function readLockConfiguration(document: string): DefaultRetention | undefined {
  const root = parseXmlRoot(document, "ObjectLockConfiguration");
  expectOnly(root, ["ObjectLockEnabled", "Rule"]);
  if (textOf(root, "ObjectLockEnabled") !== "Enabled") refuse("MalformedXML");
  const rule = childOf(root, "Rule");
  if (!rule) return undefined;
  const retention = childOf(rule, "DefaultRetention") ?? refuse("MalformedXML");
  const [days, years] = [textOf(retention, "Days"), textOf(retention, "Years")];
  const length = Number(days ?? years);
  if ((days === undefined) === (years === undefined) || !Number.isInteger(length) || length < 1) refuse("MalformedXML");
  return { mode: modeOf(textOf(retention, "Mode")), days: days === undefined ? length * 365 : length };
}

/**
 * Returns the lock of a new object. The retention is the one that the headers ask for; without one, the bucket's
 * default, which starts at `now`; without a default, null. There is a legal hold only if the headers ask for one.
 * Refuses `InvalidRequest` if the headers ask for a lock and the bucket has no Object Lock; `InvalidArgument` if the
 * mode or the hold is not valid, or if the date is missing or not after `now`.
 */
export function lockOfNewObject(
  bucket: Bucket,
  headers: Headers,
  now: Date,
): Pick<ObjectVersion, "retention" | "legalHold"> {
  const mode = headers.get("x-amz-object-lock-mode");
  const until = headers.get("x-amz-object-lock-retain-until-date");
  const hold = headers.get("x-amz-object-lock-legal-hold");
  if (mode !== undefined || until !== undefined || hold !== undefined) requireLock(bucket);
  const legalHold = hold !== undefined && readHold(hold);
  if (mode !== undefined || until !== undefined) return { retention: retentionOf(mode, until, now), legalHold };
  const configuration = bucket.configurations["object-lock"];
  const standard = configuration === undefined ? undefined : readLockConfiguration(configuration);
  if (!standard) return { retention: null, legalHold };
  const end = new Date(now.getTime() + standard.days * day);
  return { retention: { mode: standard.mode, until: end.toISOString() }, legalHold };
}

/** Throws the S3 error `InvalidRequest` if the bucket has no Object Lock. */
export function requireLock(bucket: Bucket): void {
  if (bucket.configurations["object-lock"] === undefined) {
    refuse("InvalidRequest", "Bucket is missing Object Lock Configuration");
  }
}

/**
 * Reads a `<Retention>` document; null if it has no children, which removes the retention. Refuses `MalformedXML` if it
 * is another document; `NotImplemented` if it has other children; `InvalidArgument` if the mode is unknown, or the date
 * is missing, invalid or not after `now`.
 */
export function readRetention(document: string, now: Date): Retention | null {
  const root = parseXmlRoot(document, "Retention");
  expectOnly(root, ["Mode", "RetainUntilDate"]);
  return root.children.length === 0 ? null : retentionOf(textOf(root, "Mode"), textOf(root, "RetainUntilDate"), now);
}

export function retentionXml({ mode, until }: Retention): XmlElement {
  return element("Retention", element("Mode", mode), element("RetainUntilDate", until));
}

/** Returns true for `ON` and false for `OFF`. Refuses `InvalidArgument` if it is anything else or undefined. */
export function readHold(status: string | undefined): boolean {
  return status === "ON" || (status === "OFF" ? false : refuse("InvalidArgument", "Legal hold must be ON or OFF"));
}

/**
 * Refuses `AccessDenied` if `next` would weaken a version's retention: the present one has not ended, and `next` is
 * null, has another mode or ends earlier. With the header `x-amz-bypass-governance-retention: true`, refuses this only
 * if the present mode is `COMPLIANCE`.
 */
export function expectRetentionMayBecome(next: Retention | null, version: ObjectVersion, call: Call): void {
  const current = version.retention;
  const isExtended = next !== null && next.mode === current?.mode && next.until >= current.until;
  if (!isExtended) expectNotRetained(version, call);
}

/**
 * Refuses `AccessDenied` if the version is under legal hold, or if its retention has not ended. With the header
 * `x-amz-bypass-governance-retention: true`, a `GOVERNANCE` retention does not matter; a legal hold still does.
 */
export function expectRemovable(version: ObjectVersion, call: Call): void {
  if (version.legalHold) refuseLocked();
  expectNotRetained(version, call);
}

function expectNotRetained({ retention }: ObjectVersion, { request, now }: Call): void {
  if (retention === null || Date.parse(retention.until) <= now.getTime()) return;
  const isBypassed = request.headers.get("x-amz-bypass-governance-retention")?.toLowerCase() === "true";
  if (retention.mode !== "GOVERNANCE" || !isBypassed) refuseLocked();
}

function refuseLocked(): never {
  return refuse("AccessDenied", "Access Denied because object protected by object lock.");
}

function retentionOf(mode: string | undefined, until: string | undefined, now: Date): Retention {
  const end = new Date(until ?? "");
  if (Number.isNaN(end.getTime())) refuse("InvalidArgument", "A mode needs a valid retain until date");
  if (end <= now) refuse("InvalidArgument", "The retain until date must be in the future!");
  return { mode: modeOf(mode), until: end.toISOString() };
}

function modeOf(mode: string | undefined): Retention["mode"] {
  return retentionModes.find((known) => known === mode) ?? refuse("InvalidArgument", "Unknown wormMode directive.");
}
