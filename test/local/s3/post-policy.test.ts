import { once } from "node:events";
import { Agent, type ClientRequest, request } from "node:http";
import { HeadObjectCommand, PutBucketCorsCommand } from "@aws-sdk/client-s3";
import { createPresignedPost, type PresignedPostOptions } from "@aws-sdk/s3-presigned-post";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerOf, type RunningServer, runServer } from "./running-server.ts";

const Bucket = "quarantine";
const Key = "drafts/1/receipt.pdf";
const today = new Date().toISOString().slice(0, 10).replaceAll("-", "");

let server: RunningServer;
/** How many milliseconds the server's clock is ahead of the signer's. */
let ahead = 0;
beforeAll(async () => {
  server = await runServer([Bucket, "other"], { now: () => new Date(Date.now() + ahead) });
  const rule = { AllowedOrigins: ["*"], AllowedMethods: ["POST"] };
  await server.client.send(new PutBucketCorsCommand({ Bucket, CORSConfiguration: { CORSRules: [rule] } }));
});
afterAll(() => server.stop());

/** How a form deviates from its policy. */
interface Deviation {
  policy?: Partial<PresignedPostOptions>;
  fields?: Record<string, string | undefined>;
  file?: Buffer | null;
  to?: string;
  later?: number;
}

async function post({ policy = {}, fields = {}, file = Buffer.alloc(500), to = Bucket, later = 0 }: Deviation) {
  ahead = later;
  const signed = await createPresignedPost(server.client, {
    Bucket,
    Key,
    Conditions: [
      ["content-length-range", 10, 1000],
      ["starts-with", "$x-amz-meta-name", "receipt"],
    ],
    Fields: { "Content-Type": "application/pdf", "x-amz-meta-name": "receipt of May" },
    Expires: 60,
    ...policy,
  });
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...signed.fields, ...fields })) {
    if (value !== undefined) form.append(name, value);
  }
  if (file) form.append("file", new Blob([new Uint8Array(file)]), "C:\\scans\\ñ 1.pdf");
  const url = `${server.endpoint}/${to}`;
  return fetch(url, { method: "POST", body: form, headers: { origin: "https://any.where" } });
}

function fieldsOf(conditions: unknown[], expiration = new Date(Date.now() + 60_000)): Record<string, string> {
  return { Policy: Buffer.from(JSON.stringify({ expiration, conditions })).toString("base64") };
}

/** Sends the whole request even if the answer comes before its end; returns the status. */
async function statusOf(sent: ClientRequest, body: Buffer): Promise<number | undefined> {
  const [[response]] = await Promise.all([
    once(sent, "response"),
    new Promise<void>((resolve) => sent.end(body, resolve)),
  ]);
  await once(response.resume(), "end");
  return response.statusCode;
}

describe("a POST policy", () => {
  it.each<[string, Deviation, string]>([
    ["is kept by the control", {}, "204"],
    ["is kept by the smallest file", { file: Buffer.alloc(10) }, "204"],
    ["is kept by the biggest file", { file: Buffer.alloc(1000) }, "204"],
    ["is kept by a form that leaves the bucket to the address", { fields: { bucket: undefined } }, "204"],
    ["does not name fields that are to be ignored", { fields: { "x-ignore-me": "1" } }, "204"],
    [
      "may ask for another status",
      { policy: { Fields: { success_action_status: "200", "x-amz-meta-name": "receipt" } } },
      "200",
    ],
    ["bounds the size from below", { file: Buffer.alloc(9) }, "400 EntityTooSmall"],
    ["bounds the size from above", { file: Buffer.alloc(1001) }, "400 EntityTooLarge"],
    ["stops a file that is much too big", { file: Buffer.alloc(20_000_000) }, "400 EntityTooLarge"],
    ["fixes a field", { fields: { "Content-Type": "text/html" } }, "403 AccessDenied"],
    ["fixes the key", { fields: { key: "drafts/2/receipt.pdf" } }, "403 AccessDenied"],
    ["fixes the bucket of the form", { fields: { bucket: "other" } }, "403 AccessDenied"],
    ["fixes the bucket it is sent to", { to: "other", fields: { bucket: undefined } }, "403 AccessDenied"],
    ["fixes the beginning of a field", { fields: { "x-amz-meta-name": "a receipt" } }, "403 AccessDenied"],
    ["needs the fields it names", { fields: { "x-amz-meta-name": undefined } }, "403 AccessDenied"],
    [
      "needs the fields it names, even with any value",
      { policy: { Conditions: [["starts-with", "$x-amz-meta-any", ""]], Fields: {} } },
      "403 AccessDenied",
    ],
    ["refuses fields it does not name", { fields: { "x-amz-meta-more": "1" } }, "403 AccessDenied"],
    ["refuses a lock it does not name", { fields: { "x-amz-object-lock-mode": "GOVERNANCE" } }, "403 AccessDenied"],
    ["refuses a status it does not name", { fields: { success_action_status: "200" } }, "403 AccessDenied"],
    ["expires", { later: 61_000 }, "403 AccessDenied"],
    [
      "is not another one under the same signature",
      { fields: fieldsOf([["starts-with", "$key", ""]]) },
      "403 SignatureDoesNotMatch",
    ],
    ["is signed", { fields: { "X-Amz-Signature": "0".repeat(64) } }, "403 SignatureDoesNotMatch"],
    [
      "is signed by the key it says",
      { fields: { "X-Amz-Credential": `SOMEBODY/${today}/us-east-1/s3/aws4_request` } },
      "403 InvalidAccessKeyId",
    ],
    [
      "is signed for this region",
      { fields: { "X-Amz-Credential": `LOCALKEY/${today}/eu-west-1/s3/aws4_request` } },
      "400 InvalidArgument",
    ],
    ["is there", { fields: { Policy: undefined } }, "403 AccessDenied"],
    ["comes with one file", { file: null }, "400 InvalidArgument"],
    [
      "with an unknown operator is none",
      { policy: { Conditions: [["ends-with", "$key", "f"] as never] } },
      "400 InvalidPolicyDocument",
    ],
    [
      "with a file size of no size is none",
      { policy: { Conditions: [["content-length-range", -1, 5]] } },
      "400 InvalidPolicyDocument",
    ],
    [
      "cannot allow metadata that is no header",
      { policy: { Fields: { "x-amz-meta-ñ": "1", "x-amz-meta-name": "receipt" } } },
      "400 InvalidArgument",
    ],
    [
      "cannot allow what this server does not do",
      { policy: { Fields: { acl: "public-read", "x-amz-meta-name": "receipt" } } },
      "501 NotImplemented",
    ],
    [
      "is held to its least size when it gives two",
      {
        policy: {
          Conditions: [
            ["content-length-range", 0, 400],
            ["content-length-range", 0, 900],
          ],
          Fields: {},
        },
      },
      "400 EntityTooLarge",
    ],
  ])("%s", async (_, deviation, expected) => {
    expect(await answerOf(await post(deviation))).toBe(expected);
  });

  // biome-ignore lint/suspicious/noTemplateCurlyInString: S3's own placeholder
  const Key = "in/${filename}";
  it("is held to the key that the name of the file makes", async () => {
    const policy = { Key, Conditions: [["starts-with", "$key", "in/"]] as never, Fields: {} };
    expect(await answerOf(await post({ policy }))).toBe("204");
    const { ContentLength } = await server.client.send(new HeadObjectCommand({ Bucket, Key: "in/ñ 1.pdf" }));
    expect(ContentLength).toBe(500);
  });

  it("has each field once", async () => {
    const signed = await createPresignedPost(server.client, { Bucket, Key });
    const form = new FormData();
    for (const [name, value] of [["key", "another"], ...Object.entries(signed.fields)]) form.append(name!, value!);
    form.append("file", new Blob(["content"]), "f");
    const response = await fetch(signed.url, { method: "POST", body: form });
    expect(await answerOf(response)).toBe("400 InvalidArgument");
  });

  it("that refuses a file lets the connection go on", async () => {
    const signed = await createPresignedPost(server.client, {
      Bucket,
      Key,
      Conditions: [["content-length-range", 1, 9]],
    });
    const form = new FormData();
    for (const [name, value] of Object.entries(signed.fields)) form.append(name, value);
    form.append("file", new Blob([new Uint8Array(20_000_000)]), "big");
    const encoded = new Response(form);
    const headers = { "content-type": encoded.headers.get("content-type") ?? "" };
    const body = Buffer.from(await encoded.arrayBuffer());
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const statuses = [
      await statusOf(request(signed.url, { agent, method: "POST", headers }), body),
      await statusOf(request(server.endpoint, { agent }), Buffer.of()),
    ];
    agent.destroy();
    expect(statuses).toEqual([400, 403]);
  });

  it("is answered so that a page of any origin can read it, also when refused", async () => {
    const origins = [await post({}), await post({ file: Buffer.alloc(5000) })].map(async (response) => {
      await response.text();
      return response.headers.get("access-control-allow-origin");
    });
    expect(await Promise.all(origins)).toEqual(["*", "*"]);
  });

  it.each([
    ["POST", 200],
    ["PUT", 403],
    ["GET", 403],
    ["DELETE", 403],
  ])("leaves a preflight for %s at %i", async (method, status) => {
    const headers = { origin: "https://any.where", "access-control-request-method": method };
    const response = await fetch(`${server.endpoint}/${Bucket}/${Key}`, { method: "OPTIONS", headers });
    expect(response.status).toBe(status);
  });
});
