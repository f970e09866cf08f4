import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { byteReader } from "./byte-reader.ts";
import {
  algorithmNamed,
  type ChecksumAlgorithm,
  checksumAlgorithms,
  checksumHeader,
  defaultAlgorithm,
  startChecksum,
} from "./checksums.ts";
import { refuse } from "./refusals.ts";
import type { Headers, S3Request } from "./request.ts";

/** A body that is being received, with all that its sender declared about it. */
export interface Body {
  chunks: AsyncIterable<Buffer>;
  /** The headers and, after the last chunk, the trailers: the declared digests are looked up here. */
  declared?: Headers;
  algorithm?: ChecksumAlgorithm | undefined;
  /**
   * In bytes. A size other than `length` is refused as IncompleteBody, below `minimum` as EntityTooSmall, above
   * `maximum` as EntityTooLarge.
   */
  length?: number;
  minimum?: number;
  maximum?: number;
}

/**
 * A received body, verified against what its sender declared. Digests as S3 shows them: MD5 in hex, the checksum in
 * base64.
 */
export interface Received {
  size: number;
  md5: string;
  checksum: { algorithm: ChecksumAlgorithm; value: string };
}

const largestUpload = 5 * 1024 ** 3;
const largestText = 4 * 1024 ** 2;
const chunkedPayload = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";

/**
 * Returns the request's body, still unread; an `aws-chunked` body is decoded as it is read. Refuses
 * `MissingContentLength` if no length is declared. Refuses `NotImplemented` if the payload is another `STREAMING-` kind
 * or the trailer is no checksum; `InvalidRequest` if there is a trailer without `aws-chunked`, if several checksums are
 * declared, or if a checksum is named and not declared.
 */
export function bodyOf(request: S3Request): Body {
  const declared = new Map(request.headers);
  const payload = declared.get("x-amz-content-sha256") ?? "UNSIGNED-PAYLOAD";
  const isChunked = payload === chunkedPayload;
  if (payload.startsWith("STREAMING-") && !isChunked) refuse("NotImplemented", payload);
  if (declared.has("x-amz-trailer") && !isChunked) refuse("InvalidRequest", "A trailer needs aws-chunked");
  const lengthHeader = isChunked ? "x-amz-decoded-content-length" : "content-length";
  const length = Number(declared.get(lengthHeader) ?? refuse("MissingContentLength"));
  const chunks = isChunked ? decodeAwsChunks(request.body, declared) : request.body;
  return { chunks, declared, length, algorithm: declaredAlgorithm(declared) };
}

/**
 * Returns the algorithm of the checksum that a request declares, in a header or in an announced trailer; undefined if
 * it declares none. Refuses `InvalidRequest` if it declares several checksums, or if `x-amz-sdk-checksum-algorithm`
 * names an algorithm that is unknown or not the declared one. Refuses `NotImplemented` if the trailer is not a
 * checksum.
 */
export function declaredAlgorithm(headers: Headers): ChecksumAlgorithm | undefined {
  const trailer = headers.get("x-amz-trailer")?.toLowerCase();
  const found = checksumAlgorithms.filter((algorithm) => {
    const header = checksumHeader(algorithm);
    return headers.has(header) || trailer === header;
  });
  if (found.length > 1) refuse("InvalidRequest", "Expecting a single x-amz-checksum- header");
  if (trailer !== undefined && found.length === 0) refuse("NotImplemented", `x-amz-trailer ${trailer}`);
  const named = headers.get("x-amz-sdk-checksum-algorithm");
  if (named !== undefined && algorithmNamed(named) !== found[0]) {
    refuse("InvalidRequest", `x-amz-sdk-checksum-algorithm is ${named}, but no such checksum was found`);
  }
  return found[0];
}

/**
 * Refuses `InvalidRequest` if a request declares neither a Content-MD5 nor a checksum, in a header or a trailer, as S3
 * does for requests that lock objects or configure buckets. Without a Content-MD5, also refuses what
 * `declaredAlgorithm` refuses. Does not compare the digest with the body.
 */
export function requireDeclaredDigest(headers: Headers): void {
  if (!headers.has("content-md5") && !declaredAlgorithm(headers)) {
    refuse("InvalidRequest", "Missing required header for this request: Content-MD5 OR x-amz-checksum-*");
  }
}

async function* decodeAwsChunks(source: AsyncIterable<Buffer>, declared: Map<string, string>): AsyncGenerator<Buffer> {
  const reader = byteReader(source);
  const line = () => reader.text("\r\n", 1024);
  for (;;) {
    const size = await line();
    if (!/^[0-9a-f]{1,8}$/i.test(size)) refuse("IncompleteBody");
    if (/^0+$/.test(size)) break;
    yield* reader.take(Number.parseInt(size, 16));
    if ((await line()) !== "") refuse("IncompleteBody");
  }
  const announced = declared.get("x-amz-trailer")?.toLowerCase();
  for (let trailer = await line(); trailer !== ""; trailer = await line()) {
    const [name = "", value = ""] = trailer.split(/:(.*)/s);
    if (name.toLowerCase() !== announced) refuse("MalformedTrailerError");
    declared.set(announced, value.trim());
  }
  if (announced !== undefined && !declared.has(announced)) refuse("MalformedTrailerError");
}

/**
 * Streams a body into a new file and returns its size and digests; the bytes are then verified and on the disk. Refuses
 * `IncompleteBody` if the size is not the declared one; `EntityTooSmall` or `EntityTooLarge` if it is outside the
 * limits of `body` (by default at most 5 GiB). Refuses `BadDigest` or `XAmzContentSHA256Mismatch` if a declared digest
 * is wrong; `InvalidDigest` if it is malformed. Throws if the file exists. A failure leaves the partial file.
 */
export async function receiveFile(body: Body, path: string): Promise<Received> {
  await using file = await open(path, "wx");
  const received = await receive(body, (chunk) => file.writeFile(chunk));
  await file.sync();
  return received;
}

/**
 * Reads a body as UTF-8 text; "" if the body is empty. Refuses `EntityTooLarge` over 4 MiB; `IncompleteBody` if the
 * size is not the declared one; `BadDigest` or `XAmzContentSHA256Mismatch` if a declared digest is wrong;
 * `InvalidDigest` if it is malformed.
 */
export async function receiveText(body: Body): Promise<string> {
  const chunks: Buffer[] = [];
  await receive({ ...body, maximum: largestText }, (chunk) => chunks.push(chunk));
  return Buffer.concat(chunks).toString();
}

async function receive(body: Body, write: (chunk: Buffer) => unknown): Promise<Received> {
  const { chunks, declared = new Map(), algorithm = defaultAlgorithm } = body;
  const { length, minimum = 0, maximum = largestUpload } = body;
  const md5 = createHash("md5");
  const checksum = startChecksum(algorithm);
  const signed = declared.get("x-amz-content-sha256") ?? "";
  const sha256 = /^[0-9a-f]{64}$/.test(signed) ? createHash("sha256") : undefined;
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > maximum) refuse("EntityTooLarge");
    for (const digest of [md5, checksum, sha256]) digest?.update(chunk);
    await write(chunk);
  }
  if (size !== (length ?? size)) refuse("IncompleteBody");
  if (size < minimum) refuse("EntityTooSmall");
  const hash = md5.digest();
  const value = checksum.digest().toString("base64");
  expectDigest(declared.get("content-md5"), hash.toString("base64"), "Content-MD5");
  expectDigest(declared.get(checksumHeader(algorithm)), value, algorithm);
  if (sha256 && sha256.digest("hex") !== signed) refuse("XAmzContentSHA256Mismatch");
  return { size, md5: hash.toString("hex"), checksum: { algorithm, value } };
}

function expectDigest(given: string | undefined, expected: string, name: string): void {
  if (given === undefined || given === expected) return;
  const wellFormed = /^[A-Za-z0-9+/]+=*$/.test(given) && given.length === expected.length;
  if (!wellFormed) refuse("InvalidDigest", `The ${name} you specified is not valid`);
  refuse("BadDigest", `The ${name} you specified did not match what was received`);
}
