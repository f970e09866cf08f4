import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { bodyOf, declaredAlgorithm, receiveText } from "./body.ts";
import { algorithmNamed, type ChecksumAlgorithm, checksumHeader, checksumOf, defaultAlgorithm } from "./checksums.ts";
import type { Checksum, Part, Upload } from "./entries.ts";
import { addObject, readAttributes } from "./new-object.ts";
import { bucketOf, type Call, type Reply } from "./operation.ts";
import { refuse } from "./refusals.ts";
import { versionHeader } from "./versions.ts";
import { childrenOf, element, expectOnly, parseXmlRoot, textOf, type XmlElement } from "./xml.ts";

const smallestPart = 5 * 1024 ** 2;

export async function createUpload(call: Call): Promise<Reply> {
  const { store, request, now } = call;
  const { bucket, key, headers } = request;
  const named = headers.get("x-amz-checksum-algorithm");
  const algorithm = named === undefined ? null : algorithmNamed(named);
  const checksumType = checksumTypeOf(algorithm ?? defaultAlgorithm, headers.get("x-amz-checksum-type"));
  const attributes = readAttributes(headers, bucketOf(call), now);
  const id = randomUUID();
  return store.commit(() => {
    bucketOf(call);
    const names = [element("Bucket", bucket), element("Key", key), element("UploadId", id)];
    const result: Reply = {
      status: 200,
      headers: { "x-amz-checksum-algorithm": algorithm ?? undefined, "x-amz-checksum-type": checksumType },
      body: element("InitiateMultipartUploadResult", ...names),
    };
    return { entries: [{ type: "upload", id, value: { bucket, key, attributes, algorithm, checksumType } }], result };
  });
}

/**
 * Returns the checksum type of an upload. `CRC64NVME` is always of the whole object; a SHA is always a composite of the
 * parts' digests; the other CRCs can be either, by default composite. Refuses `InvalidRequest` if `asked` is anything
 * else.
 */
function checksumTypeOf(algorithm: ChecksumAlgorithm, asked: string | undefined): Checksum["type"] {
  const only = algorithm === "CRC64NVME" ? "FULL_OBJECT" : algorithm.startsWith("SHA") ? "COMPOSITE" : undefined;
  const type = asked ?? only ?? "COMPOSITE";
  const isKnown = type === "FULL_OBJECT" || type === "COMPOSITE";
  return isKnown && (only ?? type) === type ? type : refuse("InvalidRequest", `${algorithm} cannot be ${type}`);
}

interface UploadUnderWay {
  id: string;
  upload: Upload;
  parts: ReadonlyMap<number, Part>;
}

function uploadOf({ store, request }: Call): UploadUnderWay {
  const id = request.query.get("uploadId") ?? "";
  const found = store.state.uploads.get(id);
  const isHere = found?.upload.bucket === request.bucket && found.upload.key === request.key;
  return found && isHere ? { id, ...found } : refuse("NoSuchUpload");
}

export async function uploadPart(call: Call): Promise<Reply> {
  const { store, request } = call;
  const number = Number(request.query.get("partNumber"));
  if (!Number.isInteger(number) || number < 1 || number > 10_000) refuse("InvalidArgument", "partNumber");
  const { id, upload } = uploadOf(call);
  const declared = declaredAlgorithm(request.headers) ?? null;
  if (upload.algorithm !== null && upload.algorithm !== declared) {
    refuse("InvalidRequest", `Checksum Type mismatch occurred, expected: ${upload.algorithm}, actual: ${declared}`);
  }
  const part = await store.receive(bodyOf(request), ({ size, md5, checksum }, body) => {
    uploadOf(call);
    const value: Part = { number, body, size, etag: md5, checksum };
    return { entries: [{ type: "part", uploadId: id, value }], result: value };
  });
  const headers = { etag: `"${part.etag}"`, [checksumHeader(part.checksum.algorithm)]: part.checksum.value };
  return { status: 200, headers };
}

export async function completeUpload(call: Call): Promise<Reply> {
  const { store, request } = call;
  // Here x-amz-checksum-… describes the whole object, not this request's body.
  const isOfObject = ([name]: [string, string]) => name.startsWith("x-amz-checksum-");
  const ofObject = new Map([...request.headers].filter(isOfObject));
  const headers = new Map([...request.headers].filter((header) => !isOfObject(header)));
  const document = parseXmlRoot(await receiveText(bodyOf({ ...request, headers })), "CompleteMultipartUpload");
  const { id, upload, parts } = uploadOf(call);
  const algorithm = upload.algorithm ?? defaultAlgorithm;
  const chosen = chooseParts(document, upload, parts);
  const composite = upload.checksumType === "COMPOSITE" ? compositeOf(algorithm, chosen) : undefined;
  const isOfUpload = (declaredAlgorithm(ofObject) ?? algorithm) === algorithm;
  const type = ofObject.get("x-amz-checksum-type") ?? upload.checksumType;
  if (!isOfUpload || type !== upload.checksumType) refuse("InvalidRequest", "The upload has another kind of checksum");
  const declared = ofObject.get(checksumHeader(algorithm));
  if (composite && declared !== undefined && declared !== composite.value) refuse("BadDigest");
  const chunks = bytesOf(chosen.map((part) => store.bodyPath(part.body)));
  const hashes = Buffer.concat(chosen.map((part) => Buffer.from(part.etag, "hex")));
  const etag = `${createHash("md5").update(hashes).digest("hex")}-${chosen.length}`;
  const whole = composite ? { chunks, algorithm } : { chunks, algorithm, declared: ofObject };
  const object = await store.receive(whole, (received, body) => {
    const still = uploadOf(call).parts;
    if (chosen.some((part) => still.get(part.number) !== part)) refuse("InvalidPart", "A part changed meanwhile");
    const { key, attributes } = upload;
    const created = { key, body, received, attributes, creation: "CompleteMultipartUpload", etag } as const;
    const { entries, result } = addObject(call, { ...created, checksum: composite });
    return { entries: [...entries, { type: "upload", id, value: null }], result };
  });
  return {
    status: 200,
    headers: versionHeader(bucketOf(call), object),
    body: element(
      "CompleteMultipartUploadResult",
      element("Bucket", upload.bucket),
      element("Key", upload.key),
      element("ETag", `"${object.etag}"`),
      element(`Checksum${algorithm}`, object.checksum.value),
      element("ChecksumType", object.checksum.type),
    ),
  };
}

/**
 * Returns the parts that the client lists. Refuses `InvalidPart` if a part is unknown or differs from the uploaded one;
 * `InvalidPartOrder` if they are not in ascending order; `EntityTooSmall` if any but the last is under 5 MiB;
 * `MalformedXML` if none is listed; `InvalidRequest` if a part's checksum is required and missing.
 */
function chooseParts(document: XmlElement, upload: Upload, parts: ReadonlyMap<number, Part>): Part[] {
  const mustState = upload.algorithm !== null && upload.checksumType === "COMPOSITE";
  const chosen = childrenOf(document, "Part").map((listed) => {
    const part = parts.get(Number(textOf(listed, "PartNumber"))) ?? refuse("InvalidPart");
    const { algorithm, value } = part.checksum;
    expectOnly(listed, ["PartNumber", "ETag", `Checksum${algorithm}`]);
    const checksum = textOf(listed, `Checksum${algorithm}`);
    if (mustState && checksum === undefined) refuse("InvalidRequest", "The checksum of each part is required");
    const isSame = textOf(listed, "ETag")?.replaceAll('"', "") === part.etag && (checksum ?? value) === value;
    return isSame ? part : refuse("InvalidPart");
  });
  if (chosen.length === 0) refuse("MalformedXML");
  if (chosen.some((part, index) => part.number <= (chosen[index - 1]?.number ?? 0))) refuse("InvalidPartOrder");
  if (chosen.slice(0, -1).some((part) => part.size < smallestPart)) refuse("EntityTooSmall");
  return chosen;
}

function compositeOf(algorithm: ChecksumAlgorithm, parts: readonly Part[]): Checksum {
  const digests = Buffer.concat(parts.map((part) => Buffer.from(part.checksum.value, "base64")));
  const value = `${checksumOf(algorithm, digests).toString("base64")}-${parts.length}`;
  return { algorithm, value, type: "COMPOSITE" };
}

async function* bytesOf(paths: readonly string[]): AsyncGenerator<Buffer> {
  for (const path of paths) yield* createReadStream(path);
}

export async function abortUpload(call: Call): Promise<Reply> {
  return call.store.commit(() => ({
    entries: [{ type: "upload", id: uploadOf(call).id, value: null }],
    result: { status: 204 },
  }));
}
