import type { IncomingMessage } from "node:http";
import { refuse } from "./refusals.ts";

export type Headers = ReadonlyMap<string, string>;

export interface S3Request {
  method: string;
  /** The path as it was sent, percent-encoded: the signature covers it. */
  path: string;
  /** Decoded, as `key` is; "" if the path has none. */
  bucket: string;
  key: string;
  /** Every query parameter as it was sent: the signature covers them. */
  parameters: readonly (readonly [string, string])[];
  /** The headers as they were sent, names in lower case: the signature covers them. */
  sentHeaders: Headers;
  /** The query parameters by name, without those that begin with `x-amz-`. */
  query: ReadonlyMap<string, string>;
  /** The headers in effect: those sent, and the `x-amz-` parameters that a presigned URL carries instead of headers. */
  headers: Headers;
  body: AsyncIterable<Buffer>;
}

const signatureParameters = ["algorithm", "credential", "date", "expires", "signedheaders", "signature"];

/**
 * Reads a request in path style (`/bucket/key`), the only style served: the AWS SDK uses it if the endpoint is an IP
 * address. Bucket and key are empty if the path has none. If a header and a parameter have the same name, the header is
 * read. Refuses `KeyTooLongError` if the key is over 1024 bytes; `InvalidURI` if the path cannot be decoded.
 */
export function parseRequest(incoming: IncomingMessage, body: AsyncIterable<Buffer>): S3Request {
  const url = incoming.url ?? "/";
  const queryAt = url.includes("?") ? url.indexOf("?") : url.length;
  const path = url.slice(0, queryAt);
  const parameters = [...new URLSearchParams(url.slice(queryAt + 1))];
  const [bucket = "", ...segments] = decodePath(path).slice(1).split("/");
  const key = segments.join("/");
  if (Buffer.byteLength(key) > 1024) refuse("KeyTooLongError");

  const sentHeaders = new Map<string, string>();
  for (const [name, value] of Object.entries(incoming.headers)) sentHeaders.set(name, String(value));
  const query = new Map<string, string>();
  const headers = new Map<string, string>();
  for (const [name, value] of parameters) {
    const lower = name.toLowerCase();
    if (!lower.startsWith("x-amz-")) query.set(name, value);
    else if (!signatureParameters.includes(lower.slice("x-amz-".length))) headers.set(lower, value);
  }
  for (const [name, value] of sentHeaders) headers.set(name, value);

  const method = incoming.method ?? "GET";
  return { method, path, bucket, key, parameters, sentHeaders, query, headers, body };
}

/** Returns the path percent-decoded. Refuses `InvalidURI` if it cannot be decoded. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return refuse("InvalidURI");
  }
}

/** Percent-encodes all but RFC 3986's unreserved characters, as AWS does in signatures, listings and events. */
export function uriEncode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Percent-encodes each segment of a path as `uriEncode` does; the slashes stay. */
export function uriEncodePath(path: string): string {
  return path.split("/").map(uriEncode).join("/");
}
