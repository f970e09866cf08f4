import * as buckets from "./bucket-operations.ts";
import { checksumAlgorithms, checksumHeader } from "./checksums.ts";
import { type ConfigurationName, configurationNames } from "./entries.ts";
import * as listings from "./listing-operations.ts";
import * as multipart from "./multipart-operations.ts";
import * as objects from "./object-operations.ts";
import type { Operation } from "./operation.ts";
import { refuse } from "./refusals.ts";
import type { S3Request } from "./request.ts";

interface Route {
  method: string;
  target: string;
  /** The query parameter or header that a request must have to mean this operation. */
  mark: string | undefined;
  /** The query parameters and headers that it acts on; a name may end in `*`. */
  honours: readonly string[];
  operation: Operation;
}

const conditions = ["if-match", "if-none-match"];
const reading = [...conditions, "if-modified-since", "if-unmodified-since", "range", "response-*", "versionId"];
const attributes = ["x-amz-meta-*", "x-amz-object-lock-*", "x-amz-tagging"];
const writing = [...conditions, ...attributes];
const copying = ["x-amz-metadata-directive", "x-amz-tagging-directive", "x-amz-checksum-algorithm"];
const listing = ["prefix", "delimiter", "max-keys", "encoding-type"];
const algorithm = ["x-amz-checksum-algorithm", "x-amz-checksum-type"];
const bypass = "x-amz-bypass-governance-retention";
const removable: readonly ConfigurationName[] = ["cors", "encryption", "lifecycle", "policy", "publicAccessBlock"];

/** Every operation of this server. */
const routes: readonly Route[] = [
  route("GET service", buckets.listBuckets),
  route("PUT bucket", buckets.createBucket, "x-amz-bucket-object-lock-enabled"),
  route("HEAD bucket", buckets.headBucket),
  route("DELETE bucket", buckets.deleteBucket),
  ...configurationNames.map((name) => route(`GET bucket ${name}`, buckets.getConfiguration(name))),
  ...configurationNames.map((name) => route(`PUT bucket ${name}`, buckets.putConfiguration(name))),
  ...removable.map((name) => route(`DELETE bucket ${name}`, buckets.deleteConfiguration(name))),
  route("GET bucket list-type", listings.listObjects, ...listing, "continuation-token", "start-after"),
  route("GET bucket versions", listings.listVersions, ...listing, "key-marker", "version-id-marker"),
  route("POST bucket delete", objects.deleteObjects, bypass),
  route("PUT object", objects.putObject, ...writing),
  route("PUT object x-amz-copy-source", objects.copyObject, ...writing, ...copying),
  route("GET object", objects.getObject, ...reading, "x-amz-checksum-mode"),
  route("HEAD object", objects.getObject, ...reading, "x-amz-checksum-mode"),
  route("DELETE object", objects.deleteObject, "versionId", "if-match", bypass),
  route("GET object attributes", objects.getObjectAttributes, "versionId", "x-amz-object-attributes"),
  route("GET object tagging", objects.getTagging, "versionId"),
  route("PUT object tagging", objects.putTagging, "versionId"),
  route("DELETE object tagging", objects.deleteTagging, "versionId"),
  route("GET object retention", objects.getRetention, "versionId"),
  route("PUT object retention", objects.putRetention, "versionId", bypass),
  route("GET object legal-hold", objects.getLegalHold, "versionId"),
  route("PUT object legal-hold", objects.putLegalHold, "versionId"),
  route("POST object uploads", multipart.createUpload, ...attributes, ...algorithm),
  route("PUT object uploadId", multipart.uploadPart, "partNumber"),
  route("POST object uploadId", multipart.completeUpload, ...conditions, "x-amz-checksum-type"),
  route("DELETE object uploadId", multipart.abortUpload),
];

function route(shape: string, operation: Operation, ...honours: string[]): Route {
  const [method = "", target = "", mark] = shape.split(" ");
  return { method, target, mark, honours: mark === undefined ? honours : [...honours, mark], operation };
}

/** Headers that any request may have: `body.ts` and `request-signature.ts` act on them, or they mean nothing here. */
const general = [
  ...checksumAlgorithms.map(checksumHeader),
  "x-amz-content-sha256",
  "x-amz-date",
  "x-amz-decoded-content-length",
  "x-amz-sdk-checksum-algorithm",
  "x-amz-trailer",
  "x-amz-user-agent",
  "x-id",
];

/**
 * Returns the operation that a request asks for. It is found by the request's method, its target (service, bucket or
 * object) and, for most, a query parameter or header that marks the operation, such as `tagging`. Refuses
 * `NotImplemented` if there is no such operation, or if it does not use one of the request's query parameters or its
 * `x-amz-…`, `if-…` or `range` headers.
 */
export function findOperation({ method, bucket, key, query, headers }: S3Request): Operation {
  const target = key !== "" ? "object" : bucket !== "" ? "bucket" : "service";
  const candidates = routes.filter((route) => route.method === method && route.target === target);
  const marked = candidates.find(({ mark }) => mark !== undefined && (query.has(mark) || headers.has(mark)));
  const found = marked ?? candidates.find(({ mark }) => mark === undefined);
  const asked = [...headers.keys()].filter((name) => /^(x-amz-|if-|range$)/.test(name));
  expectHonoured([...query.keys(), ...asked], found?.honours ?? []);
  return found?.operation ?? refuse("NotImplemented", `${method} on a ${target} is not implemented`);
}

/**
 * Refuses `NotImplemented` if a query parameter, header or form field would be ignored: its name is neither in
 * `honoured` nor a header that any request may have, such as `x-amz-date` or a checksum. `x-*` in `honoured` stands for
 * every name that begins with `x-`.
 */
export function expectHonoured(names: Iterable<string>, honoured: readonly string[]): void {
  const patterns = [...general, ...honoured];
  for (const name of names) {
    const known = patterns.some((one) => (one.endsWith("*") ? name.startsWith(one.slice(0, -1)) : name === one));
    if (!known) refuse("NotImplemented", `${name} is not implemented here`);
  }
}
