import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { afterEach, expect, it, vi } from "vitest";
import { openDynamoDb } from "../../../shared/storage/dynamodb.ts";

const secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

afterEach(() => {
  vi.unstubAllEnvs();
});

/** Returns what the client of the tables sends, by an environment like a function's. */
async function sentBy(token: string | undefined): Promise<{ headers: IncomingHttpHeaders; body: string }> {
  let sent = { headers: {}, body: "" };
  const server = createServer(async (request, response) => {
    sent = { headers: request.headers, body: await text(request) };
    response.writeHead(200, { "content-type": "application/x-amz-json-1.0" }).end("{}");
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  vi.stubEnv("AWS_REGION", "us-east-1");
  vi.stubEnv("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", secret);
  vi.stubEnv("AWS_SESSION_TOKEN", token);
  vi.stubEnv("AWS_ENDPOINT_URL_DYNAMODB", `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const client = openDynamoDb();
  await client.send(new GetCommand({ TableName: "claims", Key: { pk: "CLAIM#ñandú", sk: "HEAD" } }));
  client.destroy();
  server.close();
  return sent;
}

const sha256 = (data: string): string => createHash("sha256").update(data).digest("hex");
const hmac = (key: string | Buffer, data: string): Buffer => createHmac("sha256", key).update(data).digest();

/** Works a signature of version 4 out anew, as AWS describes it. */
function signatureOf(headers: IncomingHttpHeaders, body: string, signedHeaders: string): string {
  const named = signedHeaders.split(";").map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const canonical = ["POST", "/", "", named.join(""), signedHeaders, sha256(body)].join("\n");
  const at = String(headers["x-amz-date"]);
  const scope = [at.slice(0, 8), "us-east-1", "dynamodb", "aws4_request"];
  const key = scope.reduce<Buffer>(hmac, Buffer.from(`AWS4${secret}`));
  return hmac(key, ["AWS4-HMAC-SHA256", at, scope.join("/"), sha256(canonical)].join("\n")).toString("hex");
}

it.each([["with a session's token", "token"] as const, ["without one", undefined] as const])(
  "a request to the tables is signed as AWS asks, %s",
  async (_, token) => {
    const { headers, body } = await sentBy(token);
    const [, signedHeaders = "", signature] =
      /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/us-east-1\/dynamodb\/aws4_request, SignedHeaders=([\w;-]+), Signature=(\w{64})$/.exec(
        headers.authorization ?? "",
      ) ?? [];
    expect(signedHeaders.split(";")).toEqual(
      expect.arrayContaining(["host", "x-amz-date", "x-amz-target", ...(token ? ["x-amz-security-token"] : [])]),
    );
    expect(headers["x-amz-security-token"]).toBe(token);
    expect(signature).toBe(signatureOf(headers, body, signedHeaders));
  },
);
