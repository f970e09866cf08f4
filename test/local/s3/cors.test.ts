import { describe, expect, it } from "vitest";
import { corsHeaders, preflightHeaders, readCorsRules } from "../../../local/s3/cors.ts";
import type { Bucket } from "../../../local/s3/store-state.ts";

const rule = (...parts: string[]) => `<CORSRule>${parts.join("")}</CORSRule>`;
const origin = (pattern: string) => `<AllowedOrigin>${pattern}</AllowedOrigin>`;
const method = (name: string) => `<AllowedMethod>${name}</AllowedMethod>`;
const header = (pattern: string) => `<AllowedHeader>${pattern}</AllowedHeader>`;
const configuration = (...rules: string[]) => `<CORSConfiguration>${rules.join("")}</CORSConfiguration>`;

function bucketWith(cors: string | undefined): Bucket {
  const configurations = cors === undefined ? {} : { cors };
  return { name: "b", createdAt: "2025-05-05T12:00:00Z", configurations, keys: [], versions: new Map() };
}

const anyPost = configuration(rule(origin("*"), method("POST")));
const overlapping = configuration(rule(origin("https://a*a.pe"), method("PUT")));
const desk = configuration(
  rule(origin("https://*.example.pe"), method("PUT"), header("x-amz-*"), header("Content-Type")),
  rule(origin("http://localhost:5173"), method("PUT"), method("GET"), "<MaxAgeSeconds>60</MaxAgeSeconds>"),
);

describe("a preflight", () => {
  it.each<[string, string | undefined, string, string, string, string | undefined]>([
    ["of any origin, to POST", anyPost, "https://any.where", "POST", "", "*"],
    ["of any origin, to PUT", anyPost, "https://any.where", "PUT", "", undefined],
    ["of a matching origin", desk, "https://desk.example.pe", "PUT", "", "https://desk.example.pe"],
    ["with allowed headers", desk, "https://a.example.pe", "PUT", "X-Amz-Date, content-type", "https://a.example.pe"],
    ["with a header too many", desk, "https://a.example.pe", "PUT", "content-type,x-other", undefined],
    ["of an origin that only ends alike", desk, "https://example.pe", "PUT", "", undefined],
    ["of an origin that only begins alike", desk, "https://a.example.pe.evil.test", "PUT", "", undefined],
    ["of an origin too short for both ends", overlapping, "https://a.pe", "PUT", "", undefined],
    ["that a later rule allows", desk, "http://localhost:5173", "GET", "", "http://localhost:5173"],
    ["of an origin with another port", desk, "http://localhost:5174", "GET", "", undefined],
    ["to a bucket without CORS", undefined, "https://any.where", "POST", "", undefined],
  ])("%s", (_, cors, from, method, headers, expected) => {
    const asked = new Map([
      ["origin", from],
      ["access-control-request-method", method],
      ["access-control-request-headers", headers],
    ]);
    const answer = () => preflightHeaders(bucketWith(cors), asked);
    if (expected === undefined) expect(answer).toThrow(expect.objectContaining({ code: "AccessForbidden" }));
    else expect(answer()["access-control-allow-origin"]).toBe(expected);
  });

  it("says what it is about", () => {
    expect(() => preflightHeaders(bucketWith(anyPost), new Map([["origin", "https://any.where"]]))).toThrow(
      expect.objectContaining({ code: "BadRequest" }),
    );
  });

  it("is answered with all that the rule says", () => {
    const asked = new Map([
      ["origin", "http://localhost:5173"],
      ["access-control-request-method", "PUT"],
    ]);
    expect(preflightHeaders(bucketWith(desk), asked)).toEqual({
      "access-control-allow-origin": "http://localhost:5173",
      "access-control-allow-methods": "PUT, GET",
      "access-control-allow-credentials": "true",
      "access-control-max-age": "60",
      vary: "Origin, Access-Control-Request-Headers, Access-Control-Request-Method",
    });
  });
});

it("an answer to no browser carries no CORS headers", () => {
  expect(corsHeaders(bucketWith(anyPost), new Map(), "POST")).toEqual({});
});

describe("a CORS configuration is refused", () => {
  it.each([
    ["without rules", configuration(), "MalformedXML"],
    ["without an origin", configuration(rule(method("PUT"))), "MalformedXML"],
    ["without a method", configuration(rule(origin("*"))), "MalformedXML"],
    ["with an unknown method", configuration(rule(origin("*"), method("PATCH"))), "InvalidRequest"],
    ["with two wildcards", configuration(rule(origin("https://*.*.pe"), method("PUT"))), "InvalidRequest"],
    ["with what is not known", configuration(rule(origin("*"), method("PUT"), "<Other/>")), "NotImplemented"],
  ])("%s", (_, document, code) => {
    expect(() => readCorsRules(document)).toThrow(expect.objectContaining({ code }));
  });
});
