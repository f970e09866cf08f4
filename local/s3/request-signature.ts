import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { type RefusalCode, refuse } from "./refusals.ts";
import { decodePath, type Headers, type S3Request, uriEncode, uriEncodePath } from "./request.ts";

/** The only identity this server knows. */
export interface Signer {
  accessKeyId: string;
  secretAccessKey: string;
  region: string;
}

const algorithm = "AWS4-HMAC-SHA256";
const allowedSkew = 15 * 60 * 1000;
const longestExpiry = 7 * 24 * 3600;

/**
 * Refuses a request that `signer` did not sign by AWS Signature Version 4. `AccessDenied`: no signature or valid date,
 * an unsigned `host` or `x-amz-` header, a presigned URL expired or of the future. `RequestTimeTooSkewed`: a header's
 * time over 15 minutes off `now` and off `unmoved`. `InvalidAccessKeyId`: another key. `SignatureDoesNotMatch`: a wrong
 * signature. Another part is wrong: an `Authorization…` code or `InvalidRequest`.
 */
export function verifySignature(request: S3Request, signer: Signer, now: Date, unmoved = now): void {
  const parameters = new Map(request.parameters);
  if (parameters.has("X-Amz-Algorithm")) verifyPresigned(request, parameters, signer, now);
  else verifyAuthorization(request, signer, [now, unmoved]);
}

function verifyAuthorization(request: S3Request, signer: Signer, times: readonly Date[]): void {
  const headers = request.sentHeaders;
  const header = headers.get("authorization") ?? refuse("AccessDenied", "Anonymous access is not allowed");
  const [, credential = "", signedHeaders = "", signature = ""] =
    /^AWS4-HMAC-SHA256 Credential=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=(\w+)$/.exec(header) ??
    refuse("AuthorizationHeaderMalformed");
  const date = headers.get("x-amz-date") ?? "";
  const payload =
    headers.get("x-amz-content-sha256") ?? refuse("InvalidRequest", "Missing required header: x-amz-content-sha256");
  const signedAt = instantOf(date);
  if (times.every((one) => Math.abs(one.getTime() - signedAt) > allowedSkew)) refuse("RequestTimeTooSkewed");
  const scope = scopeOf(credential, date, signer, "AuthorizationHeaderMalformed");
  const text = textToSign(date, scope, canonicalRequest(request, signedHeaders, payload));
  expectSignature(signature, sign(text, scope, signer));
}

function verifyPresigned(request: S3Request, parameters: Map<string, string>, signer: Signer, now: Date): void {
  const parameter = (name: string) => parameters.get(name) ?? refuse("AuthorizationQueryParametersError", name);
  const date = parameter("X-Amz-Date");
  const signedAt = instantOf(date);
  const expires = Number(parameter("X-Amz-Expires"));
  if (parameter("X-Amz-Algorithm") !== algorithm || !(expires >= 1 && expires <= longestExpiry)) {
    refuse("AuthorizationQueryParametersError");
  }
  if (signedAt - now.getTime() > allowedSkew) refuse("AccessDenied", "Request is not valid yet");
  if (now.getTime() > signedAt + expires * 1000) refuse("AccessDenied", "Request has expired");
  const scope = scopeOf(parameter("X-Amz-Credential"), date, signer, "AuthorizationQueryParametersError");
  const payload = request.headers.get("x-amz-content-sha256") ?? "UNSIGNED-PAYLOAD";
  const text = textToSign(date, scope, canonicalRequest(request, parameter("X-Amz-SignedHeaders"), payload));
  expectSignature(parameter("X-Amz-Signature"), sign(text, scope, signer));
}

/**
 * Refuses a browser's POST form if its policy is not signed by `signer`. Refuses `AccessDenied` if a field of the
 * signature is missing or its date is malformed; `InvalidArgument` if the algorithm, or the credential's day, region or
 * service, is another; `InvalidAccessKeyId` if the access key is another; `SignatureDoesNotMatch` if the signature is
 * wrong. Does not check what the policy says or whether it has expired.
 */
export function verifyPolicySignature(fields: Headers, signer: Signer): void {
  const field = (name: string) => fields.get(name) ?? refuse("AccessDenied", `The form lacks ${name}`);
  const policy = field("policy");
  if (field("x-amz-algorithm") !== algorithm) refuse("InvalidArgument", "x-amz-algorithm");
  const date = field("x-amz-date");
  instantOf(date);
  const scope = scopeOf(field("x-amz-credential"), date, signer, "InvalidArgument");
  expectSignature(field("x-amz-signature"), sign(policy, scope, signer));
}

/** Returns the milliseconds of `20250131T235959Z`. Refuses `AccessDenied` if the date has another shape. */
function instantOf(date: string): number {
  const iso = date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z");
  const instant = Date.parse(iso);
  return iso === date || Number.isNaN(instant) ? refuse("AccessDenied", "A valid X-Amz-Date is required") : instant;
}

/** Checks `KEY/20250131/us-east-1/s3/aws4_request` and returns what follows the key. */
function scopeOf(credential: string, date: string, signer: Signer, malformed: RefusalCode): string {
  const [accessKeyId, ...rest] = credential.split("/");
  if (accessKeyId !== signer.accessKeyId) refuse("InvalidAccessKeyId");
  const expected = `${date.slice(0, 8)}/${signer.region}/s3/aws4_request`;
  return rest.join("/") === expected ? expected : refuse(malformed, `The credential's scope must be ${expected}`);
}

function canonicalRequest(request: S3Request, signedHeaders: string, payload: string): string {
  const names = signedHeaders.split(";");
  for (const name of request.sentHeaders.keys()) {
    if ((name === "host" || name.startsWith("x-amz-")) && !names.includes(name)) {
      refuse("AccessDenied", `There were headers present in the request which were not signed: ${name}`);
    }
  }
  const parameters = request.parameters
    .filter(([name]) => name !== "X-Amz-Signature")
    .map((parameter) => parameter.map(uriEncode).join("\n"))
    .sort()
    .map((parameter) => parameter.replace("\n", "="));
  const headers = names.map((name) => `${name}:${(request.sentHeaders.get(name) ?? "").trim().replace(/\s+/g, " ")}\n`);
  const path = uriEncodePath(decodePath(request.path));
  return [request.method, path, parameters.join("&"), headers.join(""), signedHeaders, payload].join("\n");
}

function textToSign(date: string, scope: string, canonical: string): string {
  return [algorithm, date, scope, createHash("sha256").update(canonical).digest("hex")].join("\n");
}

function sign(text: string, scope: string, signer: Signer): string {
  const hmac = (key: Buffer, part: string) => createHmac("sha256", key).update(part).digest();
  const key = scope.split("/").reduce(hmac, Buffer.from(`AWS4${signer.secretAccessKey}`));
  return hmac(key, text).toString("hex");
}

function expectSignature(given: string, expected: string): void {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  if (a.length !== b.length || !timingSafeEqual(a, b)) refuse("SignatureDoesNotMatch");
}
