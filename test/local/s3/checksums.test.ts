import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checksumAlgorithms, checksumOf } from "../../../local/s3/checksums.ts";
import {
  answerOf,
  clientOf,
  outcome,
  type RunningServer,
  runServer,
  withHeaders,
  withTamperedBody,
} from "./running-server.ts";

const Bucket = "checksums";
const body = Buffer.from("123456789");
/** The check values that each algorithm's specification gives for the ASCII text "123456789". */
const checkValues = {
  CRC32: "cbf43926",
  CRC32C: "e3069283",
  CRC64NVME: "ae8b14860a799888",
  SHA1: "f7c3bc1d808e04732adf679965ccc34ca7ae3441",
  SHA256: "15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225",
};
const base64 = (hex: string) => Buffer.from(hex, "hex").toString("base64");

let server: RunningServer;
beforeAll(async () => {
  server = await runServer([Bucket]);
});
afterAll(() => server.stop());

describe.each(checksumAlgorithms)("%s", (algorithm) => {
  const right = base64(checkValues[algorithm]);
  const wrong = checksumOf(algorithm, Buffer.from("other")).toString("base64");
  const member = `Checksum${algorithm}` as const;
  const upload = { Bucket, Key: algorithm, Body: body };

  it("is the published one, also over several pieces", () => {
    expect(checksumOf(algorithm, body).toString("hex")).toBe(checkValues[algorithm]);
  });

  it("is stored with the upload it matches and checked by the SDK on the way back", async () => {
    await server.client.send(new PutObjectCommand({ ...upload, [member]: right }));
    const head = await server.client.send(new HeadObjectCommand({ Bucket, Key: algorithm, ChecksumMode: "ENABLED" }));
    const got = await server.client.send(new GetObjectCommand({ Bucket, Key: algorithm }));
    expect([head[member], await got.Body?.transformToString()]).toEqual([right, "123456789"]);
  });

  it("refuses what it does not match", async () => {
    expect(await outcome(server.client.send(new PutObjectCommand({ ...upload, [member]: wrong })))).toBe(
      "400 BadDigest",
    );
  });

  it("refuses what is no digest", async () => {
    const sent = server.client.send(new PutObjectCommand({ ...upload, [member]: "AAAA" }));
    expect(await outcome(sent)).toBe("400 InvalidDigest");
  });

  it("refuses a stream whose trailer it does not match", async () => {
    const command = () =>
      new PutObjectCommand({
        Bucket,
        Key: "stream",
        Body: Readable.from([body]),
        ContentLength: body.length,
        ChecksumAlgorithm: algorithm,
      });
    const control = await outcome(server.client.send(command()));
    const tampering = withTamperedBody(clientOf(server.endpoint), (sent) =>
      changed(sent as Readable, (text) => text.replace("123456789", "123456780")),
    );
    expect([control, await outcome(tampering.send(command()))]).toEqual(["200", "400 BadDigest"]);
    tampering.destroy();
  });
});

/** The same stream, small enough to be changed as a whole. */
function changed(sent: Readable, change: (sent: string) => string): Readable {
  return Readable.from(
    (async function* () {
      yield Buffer.from(change(Buffer.concat(await sent.map((chunk) => Buffer.from(chunk)).toArray()).toString()));
    })(),
  );
}

describe("the digest of a request", () => {
  const put = { Bucket, Key: "digest", Body: "123456789" };

  it.each([
    ["the right Content-MD5 passes", createHash("md5").update(body).digest("base64"), "200"],
    ["a wrong Content-MD5 is refused", createHash("md5").update("other").digest("base64"), "400 BadDigest"],
    ["a Content-MD5 that is none is refused", "nonsense", "400 InvalidDigest"],
  ])("%s", async (_, ContentMD5, expected) => {
    expect(await outcome(server.presigner.send(new PutObjectCommand({ ...put, ContentMD5 })))).toBe(expected);
  });

  it("in x-amz-content-sha256 covers the body", async () => {
    const tampering = withTamperedBody(
      clientOf(server.endpoint, { requestChecksumCalculation: "WHEN_REQUIRED" }),
      () => "123456780",
    );
    expect(await outcome(tampering.send(new PutObjectCommand(put)))).toBe("400 XAmzContentSHA256Mismatch");
    tampering.destroy();
  });

  it.each([
    [
      "two checksums",
      { "x-amz-checksum-crc32": "y/Q5Jg==", "x-amz-checksum-crc32c": "4waSgw==" },
      "400 InvalidRequest",
    ],
    ["an algorithm without its checksum", { "x-amz-sdk-checksum-algorithm": "SHA256" }, "400 InvalidRequest"],
    ["a trailer of a body without trailers", { "x-amz-trailer": "x-amz-checksum-crc32" }, "400 InvalidRequest"],
  ])("is one: %s", async (_, headers, expected) => {
    const client = withHeaders(clientOf(server.endpoint, { requestChecksumCalculation: "WHEN_REQUIRED" }), headers);
    expect(await outcome(client.send(new PutObjectCommand(put)))).toBe(expected);
    client.destroy();
  });

  it.each<[string, (sent: string) => string, string]>([
    ["comes", (sent) => sent, "200"],
    ["is not left out", (sent) => sent.replace(/x-amz-checksum-crc32:.*\r\n/, ""), "400 MalformedTrailerError"],
    ["is the one announced", (sent) => sent.replace("crc32:", "crc32c:"), "400 MalformedTrailerError"],
    ["comes with its end", (sent) => sent.replace(/\r\n$/, ""), "400 IncompleteBody"],
  ])("in a trailer %s", async (_, change, expected) => {
    const client = withTamperedBody(clientOf(server.endpoint), (sent) => changed(sent as Readable, change));
    const Body = Readable.from([body]);
    const sent = client.send(new PutObjectCommand({ ...put, Body, ContentLength: body.length }));
    expect(await outcome(sent)).toBe(expected);
    client.destroy();
  });

  it("of signed chunks is not passed over", async () => {
    const payload = { "x-amz-content-sha256": "STREAMING-AWS4-HMAC-SHA256-PAYLOAD" };
    const client = withHeaders(clientOf(server.endpoint), payload);
    expect(await outcome(client.send(new PutObjectCommand(put)))).toBe("501 NotImplemented");
    client.destroy();
  });

  it("of a stream covers the length it says", async () => {
    const client = withHeaders(clientOf(server.endpoint), { "x-amz-decoded-content-length": "8" });
    const Body = Readable.from([body]);
    const sent = client.send(new PutObjectCommand({ ...put, Body, ContentLength: body.length }));
    expect(await outcome(sent)).toBe("400 IncompleteBody");
    client.destroy();
  });

  it("is CRC64NVME when the client names none", async () => {
    const url = await getSignedUrl(server.presigner, new PutObjectCommand({ Bucket, Key: "plain" }));
    const response = await fetch(url, { method: "PUT", body });
    expect([await answerOf(response), response.headers.get("x-amz-checksum-crc64nvme")]).toEqual([
      "200",
      base64(checkValues.CRC64NVME),
    ]);
  });
});
