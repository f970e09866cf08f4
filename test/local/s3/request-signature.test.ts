import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { GetObjectCommand, ListBucketsCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  answerOf,
  clientOf,
  credentials,
  outcome,
  type RunningServer,
  runServer,
  sendSigned,
  withHeaders,
} from "./running-server.ts";

const object = { Bucket: "signed", Key: "k e/y+ñ" };
const minute = 60_000;

let server: RunningServer;
/** How many milliseconds the server's clock is ahead of the signer's. */
let ahead = 0;
beforeAll(async () => {
  server = await runServer([object.Bucket], { now: () => new Date(Date.now() + ahead) });
  await server.client.send(new PutObjectCommand({ ...object, Body: "content" }));
});
afterAll(() => server.stop());

describe("a signed request", () => {
  it.each([
    ["passes", {}, 0, "200"],
    ["passes with a clock a little off", {}, 14 * minute, "200"],
    ["is of now", {}, 16 * minute, "403 RequestTimeTooSkewed"],
    ["is not of later", {}, -16 * minute, "403 RequestTimeTooSkewed"],
    [
      "is by the one who has the secret",
      { credentials: { ...credentials, secretAccessKey: "attempt" } },
      0,
      "403 SignatureDoesNotMatch",
    ],
    ["is by somebody known", { credentials: { ...credentials, accessKeyId: "SOMEBODY" } }, 0, "403 InvalidAccessKeyId"],
    ["is for this region", { region: "eu-west-1" }, 0, "400 AuthorizationHeaderMalformed"],
  ])("%s", async (_, config, later, expected) => {
    const client = clientOf(server.endpoint, config);
    ahead = later;
    expect(await outcome(client.send(new ListBucketsCommand({})))).toBe(expected);
    ahead = 0;
    client.destroy();
  });

  it("is signed by this clock once the SDK has seen the server's time", async () => {
    const client = clientOf(server.endpoint, { maxAttempts: 2 });
    ahead = 60 * minute;
    const listed = await outcome(client.send(new ListBucketsCommand({})));
    ahead = 0;
    client.destroy();
    expect(listed).toBe("200");
  });

  it("may be on its way while the clock is moved", async () => {
    const moved = await runServer(["moved"], {
      now: () => new Date(Date.now() + 60 * minute),
      unmoved: () => new Date(),
    });
    const listed = await outcome(clientOf(moved.endpoint, { maxAttempts: 1 }).send(new ListBucketsCommand({})));
    await moved.stop();
    expect(listed).toBe("200");
  });

  it("is signed at all", async () => {
    expect(await answerOf(await fetch(`${server.endpoint}/signed/key`))).toBe("403 AccessDenied");
  });
});

describe("a presigned URL", () => {
  const signed = () => getSignedUrl(server.client, new GetObjectCommand(object), { expiresIn: 60 });

  it.each<[string, number, (url: string) => [url: string, init?: RequestInit], string]>([
    ["passes while it has not expired", 55_000, (url) => [url], "200"],
    ["expires", 61_000, (url) => [url], "403 AccessDenied"],
    ["does not count before its time", -16 * minute, (url) => [url], "403 AccessDenied"],
    ["is not prolonged", 0, (url) => [url.replace("Expires=60", "Expires=600")], "403 SignatureDoesNotMatch"],
    [
      "lasts a week at most",
      0,
      (url) => [url.replace("Expires=60", "Expires=604801")],
      "400 AuthorizationQueryParametersError",
    ],
    ["is for one key", 0, (url) => [url.replace("/k%20e/", "/other/")], "403 SignatureDoesNotMatch"],
    ["is for one method", 0, (url) => [url, { method: "DELETE" }], "403 SignatureDoesNotMatch"],
    ["takes no further parameter", 0, (url) => [`${url}&versionId=null`], "403 SignatureDoesNotMatch"],
    [
      "takes no further x-amz- header",
      0,
      (url) => [url, { headers: { "x-amz-checksum-mode": "ENABLED" } }],
      "403 AccessDenied",
    ],
  ])("%s", async (_, later, change, expected) => {
    const url = await signed();
    ahead = later;
    expect(await answerOf(await fetch(...change(url)))).toBe(expected);
    ahead = 0;
  });
});

describe("an unsupported request", () => {
  it.each([
    ["a canned ACL", { "x-amz-acl": "public-read" }],
    ["another storage class", { "x-amz-storage-class": "GLACIER" }],
    ["encryption", { "x-amz-server-side-encryption": "aws:kms" }],
    ["a session token", { "x-amz-security-token": "token" }],
    ["a conditional write on an ETag that must not be", { "if-none-match": '"etag"' }],
  ])("is answered 501, not ignored: %s", async (_, headers) => {
    const client = withHeaders(clientOf(server.endpoint), headers);
    expect(await outcome(client.send(new PutObjectCommand({ ...object, Body: "x" })))).toBe("501 NotImplemented");
    client.destroy();
  });

  it.each([
    ["GET", "/signed?versions", "200"], // the control
    ["GET", "/signed/key", "404 NoSuchKey"], // the control
    ["GET", "/signed?acl", "501 NotImplemented"],
    ["PUT", "/signed?website", "501 NotImplemented"],
    ["GET", "/signed", "501 NotImplemented"],
    ["GET", "/signed?uploads", "501 NotImplemented"],
    ["GET", "/signed?list-type=2&fetch-owner=true", "501 NotImplemented"],
    ["GET", "/signed/key?partNumber=1", "501 NotImplemented"],
    ["GET", "/signed/key?acl", "501 NotImplemented"],
    ["GET", "/signed/key?uploadId=1", "501 NotImplemented"],
    ["POST", "/signed/key?restore", "501 NotImplemented"],
    ["PATCH", "/signed/key", "501 NotImplemented"],
  ])("%s %s is answered %s", async (method, path, expected) => {
    expect(await sendSigned(server.endpoint, method, path)).toBe(expected);
  });
});

it("a server is reached at 127.0.0.1 only", async () => {
  const { port } = new URL(server.endpoint);
  const addresses = Object.values(networkInterfaces()).flatMap((each) => each?.map(({ address }) => address) ?? []);
  const reached = addresses.map(async (host) => {
    const socket = connect({ host, port: Number(port) });
    const isReached = await once(socket, "connect").then(Boolean, () => false);
    socket.destroy();
    return isReached ? host : [];
  });
  expect((await Promise.all(reached)).flat()).toEqual(["127.0.0.1"]);
});

it("a path that is no UTF-8 is refused", async () => {
  const { hostname, port } = new URL(server.endpoint);
  const status = await new Promise((resolve) => {
    const sent = request({ hostname, port, path: "/signed/%ff" }, (response) => resolve(response.resume().statusCode));
    sent.end();
  });
  expect(status).toBe(400);
});
