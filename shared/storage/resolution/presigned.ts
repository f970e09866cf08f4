import { createHmac } from "node:crypto";
import { createScope, getSigningKey, SignatureV4 } from "@smithy/signature-v4";
import { defaultProvider, storageEnvironment } from "../environment-credentials.ts";
import { Sha256 } from "../sha256.ts";

/** A part of a bucket to whose objects addresses are made, by the bucket's name: no request to it is made here. */
export interface Place {
  readonly name: string;
  readonly prefix: string;
}

/** A form that uploads one file, as announced, until it expires. */
export interface UploadTicket {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly expiresAt: string;
}

/** How long an address to download a file is valid, and a ticket to send one. */
const linkSeconds = 60;
const ticketSeconds = 300;

/** Returns the instant 60 seconds after `now`, when a download address made at `now` stops working; ISO 8601 in UTC. */
export function linkExpiry(now: string): string {
  return new Date(Date.parse(now) + linkSeconds * 1000).toISOString();
}
const service = "s3";

const credentials = defaultProvider();

/** Returns the address of a bucket: its own host in the cloud, a path of the configured endpoint elsewhere. */
function bucketAddress(bucket: string): URL {
  const { endpoint, region } = storageEnvironment();
  return new URL(endpoint ? `${endpoint}/${bucket}/` : `https://${bucket}.s3.${region}.amazonaws.com/`);
}

/**
 * Returns an address, valid for 60 seconds, that downloads an object with `disposition` as its `Content-Disposition`.
 * Browsers do not cache the download. Does not check whether the object exists.
 */
export async function presignedDownload(bucket: string, key: string, disposition = "inline"): Promise<string> {
  const { protocol, hostname, port, host, pathname } = bucketAddress(bucket);
  const { region } = storageEnvironment();
  const signer = new SignatureV4({ service, region, credentials, sha256: Sha256, uriEscapePath: false });
  const path = `${pathname}${key.split("/").map(encodeURIComponent).join("/")}`;
  const signed = await signer.presign(
    {
      method: "GET",
      protocol,
      hostname,
      ...(port !== "" && { port: Number(port) }),
      path,
      query: { "response-content-disposition": disposition, "response-cache-control": "no-store" },
      headers: { host, "x-amz-content-sha256": "UNSIGNED-PAYLOAD" },
    },
    { expiresIn: linkSeconds },
  );
  const query = Object.entries(signed.query ?? {}).map(
    ([name, value]) => `${escaped(name)}=${escaped(String(value ?? ""))}`,
  );
  return `${protocol}//${host}${path}?${query.join("&")}`;
}

const readMs = 10_000;

/**
 * Returns the HTTP response whose body is the object, read without the S3 client, for a function that seldom reads one.
 * Returns undefined if S3 answers with a code in `absent`. Throws on any other failure. If reading takes over ten
 * seconds, throws here or while the caller reads the body.
 * @param absent the error codes that mean that there is no object. S3 answers `AccessDenied` to a function that may not
 * list the bucket
 */
export async function openPresigned(
  bucket: string,
  key: string,
  absent: readonly string[] = ["NoSuchKey"],
): Promise<Response | undefined> {
  const answer = await fetch(await presignedDownload(bucket, key), { signal: AbortSignal.timeout(readMs) });
  if (answer.ok) return answer;
  const [, code = ""] = /<Code>(\w+)<\/Code>/.exec(await answer.text()) ?? [];
  if (absent.includes(code)) return undefined;
  throw new Error(`reading an object was answered ${answer.status} ${code}`);
}

/**
 * Returns the bytes of an object. Throws if there is no such object, on any other failure, and if reading takes over
 * ten seconds.
 */
export async function readPresigned(bucket: string, key: string): Promise<Uint8Array> {
  const answer = await openPresigned(bucket, key);
  if (!answer) throw new Error("there is no such object to read");
  return new Uint8Array(await answer.arrayBuffer());
}

/** Escapes a part of a query as signatures of AWS do. */
function escaped(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Returns an instant as policies of S3 write it: in whole seconds. */
const wholeSeconds = (instant: number): string => new Date(instant).toISOString().replace(/\.\d{3}Z$/, "Z");

/**
 * Returns a presigned POST, valid for five minutes, for exactly the announced bytes under a key: size, type and SHA-256
 * are part of its signed policy.
 */
export async function presignedForm(
  bucket: string,
  key: string,
  file: { readonly contentType: string; readonly sizeBytes: number; readonly sha256: string },
  now: string,
): Promise<UploadTicket> {
  const { region } = storageEnvironment();
  const { accessKeyId, sessionToken, ...keys } = await credentials();
  const until = Date.parse(now) + ticketSeconds * 1000;
  const signingDate = wholeSeconds(Date.parse(now)).replace(/[-:]/g, "");
  const day = signingDate.slice(0, 8);
  const fields = {
    "Content-Type": file.contentType,
    "x-amz-checksum-sha256": Buffer.from(file.sha256, "hex").toString("base64"),
    bucket,
    "X-Amz-Algorithm": "AWS4-HMAC-SHA256",
    "X-Amz-Credential": `${accessKeyId}/${createScope(day, region, service)}`,
    "X-Amz-Date": signingDate,
    ...(sessionToken !== undefined && { "X-Amz-Security-Token": sessionToken }),
    key,
  };
  const conditions = [
    ["content-length-range", file.sizeBytes, file.sizeBytes],
    ...Object.entries(fields).map(([name, value]) => ({ [name]: value })),
  ];
  const Policy = Buffer.from(JSON.stringify({ expiration: wholeSeconds(until), conditions })).toString("base64");
  const signingKey = await getSigningKey(Sha256, { accessKeyId, ...keys }, day, region, service);
  const signature = createHmac("sha256", signingKey).update(Policy).digest("hex");
  return {
    url: bucketAddress(bucket).href,
    fields: { ...fields, Policy, "X-Amz-Signature": signature },
    expiresAt: new Date(until).toISOString(),
  };
}
