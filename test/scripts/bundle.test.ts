import { existsSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as dynamoDb from "@aws-sdk/client-dynamodb";
import { type BuildOptions, build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundleFunctions, root } from "../../scripts/bundle.ts";
import { withMadeErrors, withNamedTraits, withPlainEndpoints } from "../../scripts/bundle-plugins.ts";
import { fontFiles } from "../../shared/documents/font-files.ts";
import type { Sheet } from "../../shared/documents/sheet.ts";
import { letterhead, pdfRenderer } from "../shared/documents/document-examples.ts";

const into = mkdtempSync(join(tmpdir(), "caudal-bundles-"));
beforeAll(() => bundleFunctions(["signing", "render-documents", "office", "claims"], into));
afterAll(() => rmSync(into, { recursive: true, force: true }));

describe("the bundle of a function that makes PDFs", () => {
  it.each(["signing", "render-documents"])("contains the fonts and the colour profile: %s", (name) => {
    expect(readdirSync(join(into, name, "fonts")).toSorted()).toEqual(Object.values(fontFiles).toSorted());
    expect(existsSync(join(into, name, "data", "sRGB_IEC61966_2_1.icc"))).toBe(true);
  });

  it("is the only kind that contains them", () => {
    expect(readdirSync(join(into, "office"))).toEqual(["index.cjs", "openapi.json"]);
  });
});

it("the function that answers the API's description has it beside it, and none of the routes it describes", () => {
  const described = JSON.parse(readFileSync(join(into, "office", "openapi.json"), "utf8"));
  expect(Object.keys(described.paths)).toContain("/api/desk/claims/{claimId}/resolution");
  expect(readFileSync(join(into, "office", "index.cjs"), "utf8")).not.toContain("/desk/claims/{claimId}");
});

describe("what a function imports late", () => {
  it("lies beside its bundle and is not in it", () => {
    const [bundle = "", ...beside] = ["index", "pdf-renderer", "verify-signed-pdf"].map((name) =>
      readFileSync(join(into, "signing", `${name}.cjs`), "utf8"),
    );
    const marks = ["%PDF-", "AuthorityKeyIdentifier"];
    expect(marks.map((mark) => bundle.includes(mark))).toEqual([false, false]);
    expect(marks.map((mark, at) => beside[at]?.includes(mark))).toEqual([true, true]);
  });

  it("is the client of queues, of which an API function rarely needs one", () => {
    const [bundle, beside] = ["index", "queue-client"].map((name) =>
      readFileSync(join(into, "claims", `${name}.cjs`), "utf8").includes("AmazonSQS"),
    );
    expect([bundle, beside]).toEqual([false, true]);
  });

  it("prints the bytes that the source prints", async () => {
    const late = await import(pathToFileURL(join(into, "signing", "pdf-renderer.cjs")).href);
    const sheet: Sheet = {
      letterhead,
      title: "Prueba",
      code: "RE-1",
      madeAt: "2026-11-23T15:00:00.000Z",
      blocks: [{ text: "Año" }],
    };
    const printed = await late.openPdfRenderer(join(into, "signing", "fonts")).print(sheet);
    expect(Buffer.from(printed).equals(Buffer.from(await pdfRenderer.print(sheet)))).toBe(true);
  });
});

it("no bundle has what streams events or describes schemas", () => {
  const bundles = ["office", "signing"].map((name) => readFileSync(join(into, name, "index.cjs"), "utf8"));
  for (const bundle of bundles) expect(bundle).toContain("calls no operation that streams events");
  const marks = ["eventstream", ":event-type", "draft-2020-12"];
  expect(marks.filter((mark) => bundles.some((bundle) => bundle.includes(mark)))).toEqual([]);
});

it("no bundle imports a part of Node late, which loads more of Node than to require it", () => {
  const bundle = readFileSync(join(into, "office", "index.cjs"), "utf8");
  expect(bundle).toContain('require("node:http")');
  expect(bundle).not.toContain('import("node:');
});

it("no bundle asks for what browsers have, which Node would load to answer", () => {
  const bundles = ["office", "signing"].map((name) => readFileSync(join(into, name, "index.cjs"), "utf8"));
  const asked = /navigator|ReadableStream\.name|=typeof ReadableStream/;
  expect(bundles.map((bundle) => asked.exec(bundle)?.[0])).toEqual([undefined, undefined]);
});

it("no bundle reads settings of the SDK from files", () => {
  const bundle = readFileSync(join(into, "office", "index.cjs"), "utf8");
  expect(["AWS_SHARED_CREDENTIALS_FILE", "node:fs/promises"].filter((mark) => bundle.includes(mark))).toEqual([]);
});

it("no bundle has the partitions but AWS's own, or what serves where no function runs", () => {
  const bundles = ["claims", "signing"].map((name) => readFileSync(join(into, name, "index.cjs"), "utf8"));
  for (const bundle of bundles) expect(bundle).toContain("amazonaws.com");
  // SHA-256 begins with the first number, SHA-1 and MD5 with the second.
  const numbers = ["1779033703", "1732584193"];
  const marks = ["amazonaws.com.cn", "aws-us-gov", "x-aws-ec2-metadata-token", "{Region}", ...numbers];
  expect(marks.filter((mark) => bundles.some((bundle) => bundle.includes(mark)))).toEqual([]);
});

describe("the address of a service in a bundle", () => {
  const options: BuildOptions = { bundle: true, platform: "node", mainFields: ["module", "main"] };
  const clients = ["cognito-identity-provider", "dynamodb", "kms", "sesv2", "sns", "sqs"];

  /** Returns what answers the addresses of a client in a bundle, and what answers them by the SDK's rules. */
  async function resolversOf(client: string) {
    const source = join(root, "node_modules/@aws-sdk", `client-${client}`, "dist-es/endpoint/endpointResolver.js");
    const resolvers = [[withPlainEndpoints], []].map(async (plugins, at) => {
      const outfile = join(into, `${client}-${at}.cjs`);
      await build({ ...options, entryPoints: [source], plugins, outfile });
      const { default: module } = await import(pathToFileURL(outfile).href);
      return (asked: object) => {
        const { url, properties, headers } = module.defaultEndpointResolver(asked);
        return [url.href, properties, headers];
      };
    });
    const [ours, theirs] = await Promise.all(resolvers);
    if (!ours || !theirs) throw new Error("two are built");
    return { ours, theirs };
  }

  const given = ["us-east-1", "sa-east-1", "mx-central-1", "ap-southeast-5"].map((Region) => ({ Region }));
  const here = { Region: "us-east-1", Endpoint: "http://127.0.0.1:8000" };
  const refused = [{ Region: "cn-north-1" }, {}, { Region: "us-east-1", UseFIPS: true }];

  it.each(clients)("is the one that the SDK's rules answer: %s", async (client) => {
    const { ours, theirs } = await resolversOf(client);
    for (const asked of [...given, { ...here, Endpoint: `${here.Endpoint}/path` }])
      expect(ours(asked)).toEqual(theirs(asked));
    for (const asked of refused) expect(() => ours(asked)).toThrow(/plain|Region/);
  });

  it("is the one that the SDK's rules answer for a bucket", async () => {
    const { ours, theirs } = await resolversOf("s3");
    for (const Bucket of ["abc", "caudal-dev-evidence-1x2y3z", "a".repeat(63)])
      for (const asked of [...given, here, { ...here, Endpoint: `${here.Endpoint}/` }])
        expect(ours({ ...asked, Bucket })).toEqual(theirs({ ...asked, Bucket }));
    for (const asked of refused) expect(() => ours({ ...asked, Bucket: "abc" })).toThrow(/plain|Region/);
    for (const Bucket of [undefined, "ab", "con.puntos", "arn:aws:s3:us-east-1:1:accesspoint/x"])
      expect(() => ours({ Region: "us-east-1", Bucket })).toThrow("no name of a bucket's host");
  });
});

it("every bundle is in ASCII", () => {
  const bundle = readFileSync(join(into, "claims", "index.cjs"), "utf8");
  expect([...bundle].filter((letter) => letter > "~")).toEqual([]);
  expect(bundle).toContain(String.raw`\u`);
});

it("no bundle says what routes do, or has schemas of the SDK for commands that it never sends", () => {
  const [claims, signing] = ["claims", "signing"].map((name) => readFileSync(join(into, name, "index.cjs"), "utf8"));
  expect(claims).toContain("/claims/{claimId}/visit/slot");
  expect(claims).not.toContain("Moves the visit to another free slot");
  expect(signing).toContain("GetObjectRequest");
  expect(signing).not.toContain("AnalyticsConfiguration");
});

describe("the methods of zod that ask a text for a form", () => {
  const forms =
    "base64|base64url|cuid|cuid2|date|datetime|duration|e164|email|emoji|guid|ipv4|ipv6|jwt|nanoid|time|ulid|url|uuid";
  const call = String.raw`\((?:[^()]|\([^()]*\))*\)\s*\.`;
  const asked = new RegExp(String.raw`\bstring${call}(?:\w+${call})*(?:${forms})\(`);

  it("are in no bundle", () => {
    const bundle = readFileSync(join(into, "claims", "index.cjs"), "utf8");
    expect(["emoji", "nanoid", "uuidv7"].filter((form) => bundle.includes(`${form}(`))).toEqual([]);
    expect(["sha512_hex", "rfc5322", "promiseAllObject"].filter((name) => bundle.includes(name))).toEqual([]);
  });

  it("are called by no source", () => {
    const files = globSync("{functions,shared,tenants}/**/*.ts", { cwd: root });
    expect(files.filter((file) => asked.test(readFileSync(join(root, file), "utf8")))).toEqual([]);
    expect(asked.test('z.string().trim().max(3, "No (no).").email()')).toBe(true);
    expect(asked.test("z.string().trim(), z.email()")).toBe(false);
  });
});

it("the errors of the SDK's clients are as the SDK declares them", async () => {
  const errors = join(import.meta.dirname, "../../node_modules/@aws-sdk/client-dynamodb/dist-es/models/errors.js");
  const outfile = join(into, "errors.cjs");
  const base = {
    entryPoints: [errors],
    bundle: true,
    platform: "node",
    mainFields: ["module", "main"],
  } satisfies BuildOptions;
  const made = await build({ ...base, plugins: [withMadeErrors], outfile });
  expect(made.errors).toEqual([]);
  const { default: ours } = await import(pathToFileURL(outfile).href);
  const names = Object.keys(dynamoDb).filter((name) => /(Exception|Error|Exceeded)$/.test(name) && name in ours);
  expect(names.length).toBeGreaterThan(25);
  for (const name of names) {
    const [own, theirs] = [ours, dynamoDb].map((module) => {
      const Made = module[name as never] as unknown as new (options: object) => Error & { $fault: string };
      const error = Object.assign(new Made({ $metadata: { attempts: 1 }, message: "No." }), { Item: 1 });
      return [
        error instanceof Made,
        error instanceof Error,
        error.name,
        error.$fault,
        error.message,
        Reflect.get(Made, "shapeId"),
      ];
    });
    expect(own).toEqual(theirs);
  }
});

it("an error of the SDK's clients that no source names is as the SDK throws it, but for its class", async () => {
  const contents = `export { DynamoDBClient, DescribeTableCommand } from "@aws-sdk/client-dynamodb";`;
  const base = {
    stdin: { contents, resolveDir: root },
    bundle: true,
    minify: true,
    platform: "node",
  } satisfies BuildOptions;
  const answers: Readonly<Record<string, readonly [number, object]>> = {
    ReplicaNotFoundException: [400, { message: "No." }],
    InternalServerError: [500, { message: "No." }],
    TransactionCanceledException: [400, { Message: "No.", CancellationReasons: [{ Code: "None" }] }],
  };
  const server = createServer((request, response) => {
    const [, name = ""] = (request.url ?? "").split("/");
    const [status, body] = answers[name] ?? [];
    response.writeHead(status ?? 404, { "content-type": "application/x-amz-json-1.0" });
    response.end(JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${name}`, ...body }));
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const thrown = [[withNamedTraits, withMadeErrors], []].map(async (plugins, at) => {
      const outfile = join(into, `thrown-${at}.cjs`);
      await build({ ...base, mainFields: ["module", "main"], plugins, outfile });
      const { default: module } = await import(pathToFileURL(outfile).href);
      const of = async (name: string) => {
        const endpoint = `http://127.0.0.1:${port}/${name}`;
        const credentials = { accessKeyId: "a", secretAccessKey: "b" };
        const client = new module.DynamoDBClient({ endpoint, region: "us-east-1", credentials, maxAttempts: 1 });
        const failure = await client
          .send(new module.DescribeTableCommand({ TableName: "x" }))
          .catch((each: Error) => each);
        const { message, $fault, $metadata, CancellationReasons } = failure;
        return [failure instanceof Error, failure.name, message, $fault, $metadata.httpStatusCode, CancellationReasons];
      };
      const isIn = readFileSync(outfile, "utf8").includes("ReplicaNotFoundException");
      return { isIn, errors: await Promise.all(Object.keys(answers).map(of)) };
    });
    const [ours, theirs] = await Promise.all(thrown);
    expect(ours?.errors).toEqual(theirs?.errors);
    expect(ours?.errors.map(([, name]) => name)).toEqual(Object.keys(answers));
    expect([ours?.isIn, theirs?.isIn]).toEqual([false, true]);
  } finally {
    server.close();
  }
});
