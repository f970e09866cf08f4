import { describe, expect, it } from "vitest";
import { type EdgeRequest, httpAnswer, httpEvent } from "../../local/http-event.ts";
import recorded from "./fixtures/http-event.json" with { type: "json" };

const { host, "x-amzn-trace-id": _, ...sent } = recorded.headers;
const request: EdgeRequest = {
  method: "POST",
  path: recorded.rawPath,
  query: recorded.rawQueryString,
  headers: {
    ...sent,
    host: "127.0.0.1:8080",
    connection: "keep-alive",
    cookie: "one=1; two=2",
    "x-forwarded-for": "198.51.100.7",
  },
  body: Buffer.from(recorded.body),
  sourceIp: "203.0.113.9",
};
const routed = {
  routeKey: recorded.routeKey,
  parameters: recorded.pathParameters,
  authorized: recorded.requestContext.authorizer.jwt,
  apiId: recorded.requestContext.apiId,
  host,
  now: "2026-11-24T15:04:05.000Z",
};

describe("the event a function gets", () => {
  it("is the recorded one but for what is drawn anew", () => {
    const event = httpEvent(request, routed);
    expect(event.headers["x-amzn-trace-id"]).toMatch(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/);
    const drawn = {
      ...event,
      headers: { ...event.headers, "x-amzn-trace-id": recorded.headers["x-amzn-trace-id"] },
      requestContext: { ...event.requestContext, requestId: recorded.requestContext.requestId },
    };
    expect(drawn).toEqual(recorded);
  });

  it("has no part that the request lacks", () => {
    const event = httpEvent(
      { ...request, query: "", headers: {}, body: Buffer.alloc(0) },
      { ...routed, parameters: {}, authorized: undefined },
    );
    for (const absent of ["cookies", "queryStringParameters", "pathParameters", "body"])
      expect(event).not.toHaveProperty(absent);
    expect(event.requestContext).not.toHaveProperty("authorizer");
    expect(event.rawQueryString).toBe("");
  });

  it.each<[string | undefined, boolean, string]>([
    ["application/json; charset=utf-8", false, "JSON is text"],
    ["application/problem+json", false, "so is every JSON"],
    ["text/csv", false, "and text"],
    ["application/x-www-form-urlencoded", true, "a form is not"],
    ["application/octet-stream", true, "nor are bytes"],
    [undefined, true, "nor what does not say what it is"],
  ])("passes on a body as base64 where it must: $2", (type, isBase64Encoded) => {
    const body = Buffer.from([0xc3, 0xb1]);
    const event = httpEvent({ ...request, body, headers: type === undefined ? {} : { "content-type": type } }, routed);
    expect(event).toMatchObject({ isBase64Encoded, body: isBase64Encoded ? "w7E=" : "ñ" });
  });
});

describe("what a function answers", () => {
  it("keeps status, headers in small letters, cookies and bytes", () => {
    const answer = httpAnswer({
      statusCode: 201,
      headers: { "Content-Type": "image/png", "X-N": 1 },
      cookies: ["a=1", "b=2"],
      body: "w7E=",
      isBase64Encoded: true,
    });
    expect(answer).toEqual({
      status: 201,
      headers: { "content-type": "image/png", "x-n": "1", "set-cookie": ["a=1", "b=2"] },
      body: Buffer.from("ñ"),
    });
  });

  it.each<[unknown, number, string, string, string]>([
    [{ a: 1 }, 200, "application/json", '{"a":1}', "without a status it is a JSON value"],
    ["hola", 200, "application/json", '"hola"', "a text too"],
    [{ statusCode: 200, body: "hola" }, 200, "text/plain; charset=utf-8", "hola", "with one and no type it is text"],
  ])("%j becomes %i %s %s (%s)", (value, status, type, body) => {
    expect(httpAnswer(value)).toEqual({ status, headers: { "content-type": type }, body: Buffer.from(body) });
  });

  it.each([[{ statusCode: "no" }], [{ statusCode: 42 }], [{ statusCode: 200, body: 5 }]])(
    "%j is no answer",
    (value) => {
      expect(httpAnswer(value)).toBeUndefined();
    },
  );
});
