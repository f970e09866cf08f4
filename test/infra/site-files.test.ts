import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { GetObjectCommand, ListObjectVersionsCommand, PutBucketVersioningCommand } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Pages, takeBackPages, uploadSite } from "../../scripts/site-files.ts";
import { type RunningServer, runServer } from "../local/s3/running-server.ts";

const bucket = "site";
const folder = mkdtempSync(join(tmpdir(), "caudal-pages-"));
let server: RunningServer;

beforeAll(async () => {
  server = await runServer([bucket]);
  await server.client.send(
    new PutBucketVersioningCommand({ Bucket: bucket, VersioningConfiguration: { Status: "Enabled" } }),
  );
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

async function deploy(files: Readonly<Record<string, string>>, which: Pages = "all"): Promise<void> {
  for (const [key, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, key)), { recursive: true });
    writeFileSync(join(folder, key), content);
  }
  await uploadSite(server.client, bucket, folder, which);
}
async function served(key: string) {
  const { Body, CacheControl, ContentType } = await server.client.send(
    new GetObjectCommand({ Bucket: bucket, Key: key }),
  );
  return { text: await Body?.transformToString(), cacheControl: CacheControl, contentType: ContentType };
}

it("a release that is taken back shows the pages of the one before, with their headers, and keeps every asset", async () => {
  await deploy({ "index.html": "first", "assets/site-1.js": "1", "é/index.html": "same" });
  await deploy({ "index.html": "second", "assets/site-2.js": "2", "plazos/index.html": "new" });
  expect((await served("index.html")).text).toBe("second");
  expect(await takeBackPages(server.client, bucket)).toBe(2);
  expect(await served("index.html")).toEqual({
    text: "first",
    cacheControl: "no-cache",
    contentType: "text/html; charset=utf-8",
  });
  expect((await served("é/index.html")).text).toBe("same");
  expect((await served("assets/site-2.js")).text).toBe("2");
  await deploy({ "index.html": "third" });
  await takeBackPages(server.client, bucket);
  expect((await served("index.html")).text).toBe("first");
});

it("a release that is run again uploads what did not go up, and what stands keeps its version before", async () => {
  await deploy({ "index.html": "fourth", "plazos/index.html": "fourth" });
  await deploy({ "index.html": "fifth", "plazos/index.html": "fifth" });
  await deploy({ "plazos/index.html": "sixth" }, "those that differ");
  expect((await served("plazos/index.html")).text).toBe("sixth");
  await takeBackPages(server.client, bucket);
  expect((await served("index.html")).text).toBe("fourth");
  expect((await served("plazos/index.html")).text).toBe("fifth");
});

it("asks on until every version was listed", async () => {
  const { client } = server;
  let asked = 0;
  client.middlewareStack.add(
    (next, context) => (args) => {
      if (context["commandName"] !== ListObjectVersionsCommand.name) return next(args);
      asked += 1;
      return next({ ...args, input: { ...args.input, MaxKeys: 2 } });
    },
    { step: "initialize" },
  );
  await uploadSite(client, bucket, folder, "all");
  expect(await takeBackPages(client, bucket)).toBe(3);
  expect(asked).toBeGreaterThan(3);
});
