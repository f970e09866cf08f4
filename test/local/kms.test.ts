import { createPublicKey, verify } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GetPublicKeyCommand, KMSClient, SignCommand, type SignCommandInput } from "@aws-sdk/client-kms";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { credentials, region } from "../../local/cloud.ts";
import { openKms } from "../../local/kms.ts";
import { openRecords } from "../../local/records.ts";
import { readAssembly } from "../../local/templates.ts";
import { fixture, written } from "./fixtures/assembly.ts";

const key = (properties: object = {}) => ({
  Type: "AWS::KMS::Key",
  Properties: { KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY", KeyPolicy: {}, ...properties },
});
const base = fixture("/out");
const state = mkdtempSync(join(tmpdir(), "kms-"));
const surroundings = { origin: "http://127.0.0.1:8080", issuer: (pool: string) => pool, secret: () => "s" };
const assemblyWith = (properties?: object) =>
  readAssembly(written({ ...base, data: { ...base.data, Seals: key(properties) } }), "caudal-dev-", surroundings);
const assembly = assemblyWith();
const [seals] = assembly.of("AWS::KMS::Key");
const [keyId, arn] = [assembly.attribute(seals!), assembly.attribute(seals!, "Arn")];
const opened = () => openKms(assembly, openRecords(state).of("keys"));

const kms = opened();
const server = createServer(async (request, response) => {
  const body = Buffer.concat(await request.toArray()).toString();
  const answered = kms.answer(String(request.headers["x-amz-target"]), body);
  response.writeHead(answered.status, { "content-type": answered.type }).end(answered.body);
});
let client: KMSClient;
beforeAll(async () => {
  await new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  client = new KMSClient({ endpoint, region, credentials });
});
afterAll(() => {
  client.destroy();
  server.close();
});

const message = Buffer.from('{"sha256":"ñ"}');
const sign = (more: Partial<SignCommandInput> = {}) =>
  client.send(
    new SignCommand({ KeyId: arn, Message: message, MessageType: "RAW", SigningAlgorithm: "ECDSA_SHA_256", ...more }),
  );
const publicKey = async () => {
  const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId: arn }));
  return createPublicKey({ key: Buffer.from(PublicKey!), format: "der", type: "spki" });
};

describe("the local key service", () => {
  it("signs, in DER, what its public key verifies; and nothing else verifies", async () => {
    const { Signature, KeyId, SigningAlgorithm } = await sign();
    expect({ KeyId, SigningAlgorithm }).toEqual({ KeyId: arn, SigningAlgorithm: "ECDSA_SHA_256" });
    const verified = async (text: Uint8Array) => verify("sha256", text, await publicKey(), Signature!);
    expect(await verified(message)).toBe(true);
    expect(await verified(Buffer.from("{}"))).toBe(false);
  });

  it("describes its key, by its id as by its ARN", async () => {
    expect(await client.send(new GetPublicKeyCommand({ KeyId: keyId }))).toMatchObject({
      KeyId: arn,
      KeySpec: "ECC_NIST_P256",
      KeyUsage: "SIGN_VERIFY",
      SigningAlgorithms: ["ECDSA_SHA_256"],
    });
  });

  it("keeps its key: a signature of before verifies after a restart", async () => {
    const { Signature } = await sign();
    const answered = JSON.parse(opened().answer("TrentService.GetPublicKey", JSON.stringify({ KeyId: arn })).body);
    const again = createPublicKey({ key: Buffer.from(answered.PublicKey, "base64"), format: "der", type: "spki" });
    expect(verify("sha256", message, again, Signature!)).toBe(true);
  });

  it.each<[string, Partial<SignCommandInput>, string]>([
    ["NotFoundException", { KeyId: arn.replace(/.$/, "x") }, "a key that is not there"],
    ["InvalidKeyUsageException", { SigningAlgorithm: "ECDSA_SHA_384" }, "an algorithm of another curve"],
    ["InvalidKeyUsageException", { SigningAlgorithm: "RSASSA_PSS_SHA_256" }, "an algorithm of another kind of key"],
    ["ValidationException", { SigningAlgorithm: "ES256" as "ECDSA_SHA_256" }, "no algorithm of the service"],
    ["ValidationException", { Message: Buffer.alloc(4097) }, "more than the service takes"],
    ["ValidationException", { Message: new Uint8Array() }, "nothing to sign"],
    ["ValidationException", { MessageType: "DIGEST" }, "a digest, which is not known here"],
  ])("refuses with %s: %j (%s)", async (name, more) => {
    await expect(sign(more)).rejects.toMatchObject({ name, $metadata: { httpStatusCode: 400 } });
  });

  it.each(["TrentService.Encrypt", "TrentService.toString", "undefined"])(
    "does not know an operation that is none of its own (%#)",
    (target) => {
      const { status, body } = kms.answer(target, "{}");
      expect([status, JSON.parse(body).__type]).toEqual([400, "UnknownOperationException"]);
    },
  );

  it.each([[{ KeySpec: "RSA_2048" }], [{ EnableKeyRotation: true }]])("does not start with %j", (properties) => {
    expect(() => openKms(assemblyWith(properties), openRecords(state).of("other"))).toThrow("Seals");
  });
});
