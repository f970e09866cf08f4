import { refuse } from "./refusals.ts";
import type { Headers } from "./request.ts";
import type { Bucket } from "./store-state.ts";
import { childrenOf, expectOnly, parseXmlRoot, textOf, textsOf } from "./xml.ts";

interface CorsRule {
  origins: string[];
  methods: string[];
  headers: string[];
  exposed: string[];
  maxAge: string | undefined;
}

const methods = ["GET", "PUT", "HEAD", "POST", "DELETE"];

/**
 * Returns a bucket's CORS rules, in the document's order. Refuses `MalformedXML` if the document is no
 * `CORSConfiguration` or has no rule, or if a rule has no origin or no method. Refuses `InvalidRequest` if a method is
 * unknown or a pattern has two `*`; `NotImplemented` if a rule has other children.
 */
export function readCorsRules(document: string): CorsRule[] {
  const rules = childrenOf(parseXmlRoot(document, "CORSConfiguration"), "CORSRule").map((rule) => {
    expectOnly(rule, ["ID", "AllowedOrigin", "AllowedMethod", "AllowedHeader", "ExposeHeader", "MaxAgeSeconds"]);
    return {
      origins: textsOf(rule, "AllowedOrigin"),
      methods: textsOf(rule, "AllowedMethod"),
      headers: textsOf(rule, "AllowedHeader"),
      exposed: textsOf(rule, "ExposeHeader"),
      maxAge: textOf(rule, "MaxAgeSeconds"),
    };
  });
  for (const rule of rules) {
    const everyMethodKnown = rule.methods.every((method) => methods.includes(method));
    const patterns = [...rule.origins, ...rule.headers];
    if (rule.origins.length === 0 || rule.methods.length === 0) refuse("MalformedXML");
    if (!everyMethodKnown) refuse("InvalidRequest", "Found unsupported HTTP method in CORS config");
    if (patterns.some((pattern) => pattern.split("*").length > 2)) refuse("InvalidRequest", "More than one wildcard");
  }
  return rules.length > 0 ? rules : refuse("MalformedXML");
}

/**
 * Returns the CORS headers of an answer, by the first rule that allows the origin, the method and every header that the
 * browser asks for. Empty if the request has no `origin`, there is no bucket, the bucket has no rules, or no rule
 * allows the request.
 */
export function corsHeaders(bucket: Bucket | undefined, headers: Headers, method: string): Record<string, string> {
  const origin = headers.get("origin");
  const document = bucket?.configurations.cors;
  if (origin === undefined || document === undefined) return {};
  const asked = (headers.get("access-control-request-headers") ?? "")
    .toLowerCase()
    .split(/\s*,\s*/)
    .filter(Boolean);
  const rule = readCorsRules(document).find(
    (rule) =>
      rule.methods.includes(method) &&
      rule.origins.some((pattern) => matches(pattern, origin)) &&
      asked.every((header) => rule.headers.some((pattern) => matches(pattern.toLowerCase(), header))),
  );
  if (!rule) return {};
  const answer: Record<string, string> = {
    "access-control-allow-origin": rule.origins.includes("*") ? "*" : origin,
    "access-control-allow-methods": rule.methods.join(", "),
    vary: "Origin, Access-Control-Request-Headers, Access-Control-Request-Method",
  };
  if (!rule.origins.includes("*")) answer["access-control-allow-credentials"] = "true";
  if (asked.length > 0) answer["access-control-allow-headers"] = asked.join(", ");
  if (rule.exposed.length > 0) answer["access-control-expose-headers"] = rule.exposed.join(", ");
  if (rule.maxAge !== undefined) answer["access-control-max-age"] = rule.maxAge;
  return answer;
}

/**
 * Returns the headers of the answer to a browser's preflight, which has no signature. Refuses `BadRequest` if the
 * preflight lacks the origin or the method. Refuses `AccessForbidden` if there is no such bucket, or if none of its
 * CORS rules allows the request.
 */
export function preflightHeaders(bucket: Bucket | undefined, headers: Headers): Record<string, string> {
  const method = headers.get("access-control-request-method");
  if (!headers.has("origin") || method === undefined) refuse("BadRequest", "Insufficient information for a preflight");
  const answer = corsHeaders(bucket, headers, method);
  return Object.keys(answer).length > 0 ? answer : refuse("AccessForbidden", "This CORS request is not allowed.");
}

function matches(pattern: string, value: string): boolean {
  const [start = "", end] = pattern.split("*");
  if (end === undefined) return value === start;
  return value.length >= start.length + end.length && value.startsWith(start) && value.endsWith(end);
}
