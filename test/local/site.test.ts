import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Gateway, startGateway } from "../../local/gateway.ts";
import { openSite } from "../../local/site.ts";

const built = mkdtempSync(join(tmpdir(), "built-"));
const home = "<!doctype html><p>ñandú</p>".repeat(50);
let gateway: Gateway;

function write(name: string, content: string): void {
  mkdirSync(join(built, name, ".."), { recursive: true });
  writeFileSync(join(built, name), content);
}

beforeAll(async () => {
  write("site/index.html", home);
  write("site/reclamos/_/index.html", "one claim");
  write("site/404.html", "nothing here");
  write("site/assets/app-1a2b.js", "let a;");
  write("site-secrets/key", "not of the site");
  write(
    "site-headers.json",
    '{"headers":{"content-security-policy":"connect-src \'self\' {{ISSUERS}} {{UPLOADS}}","x-frame-options":"DENY"}}',
  );
  write(
    "edge/paths.js",
    `function handler(event) {
      var request = event.request;
      if (event.response) {
        if (request.uri === "/404.html") event.response.statusCode = 404;
        return event.response;
      }
      if (request.uri === "/old") return { statusCode: 301, headers: { location: { value: "/" } } };
      if (request.uri.indexOf("/raw") === 0) { request.uri = request.uri.slice(4); return request; }
      if (request.uri === "/") request.uri = "/index.html";
      else if (/^\\/reclamos\\/[^/]+\\/$/.test(request.uri)) request.uri = "/reclamos/_/index.html";
      else if (request.uri.indexOf("/assets/") !== 0) request.uri = "/404.html";
      return request;
    }`,
  );
  gateway = await startGateway(0, () => {});
  gateway.open({ "/": openSite({ folder: built, hosts: { ISSUERS: "http://a", UPLOADS: "http://b" } }) });
});
afterAll(() => gateway.stop());

/** Requests the path as it is; `fetch` would normalise it and undo its encoding. */
function ask(path: string, headers: Record<string, string> = {}, method = "GET") {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((done, fail) => {
    const sending = request(`${gateway.origin}`, { path, headers, method }, async (response) => {
      const body = Buffer.concat(await response.toArray());
      done({ status: response.statusCode ?? 0, headers: response.headers, body });
    });
    sending.on("error", fail).end();
  });
}

describe("the static site", () => {
  it.each([
    ["/", 200, home, "a page"],
    ["/?a=1", 200, home, "with a query"],
    ["/reclamos/7/", 200, "one claim", "the page of any claim"],
    ["/assets/app-1a2b.js", 200, "let a;", "a file it names"],
    ["/nowhere", 404, "nothing here", "the edge's function decides what an unknown path shows"],
    ["/assets/gone.js", 403, "AccessDenied", "a closed bucket does not say what it lacks"],
    ["/raw/..%2fsite-secrets/key", 403, "AccessDenied", "nothing beside the site"],
    ["/raw/../site-secrets/key", 404, "nothing here", "however written"],
    ["/raw/assets", 403, "AccessDenied", "a folder is no page"],
  ])("%s: %i (%#, %s)", async (path, status, body) => {
    const answered = await ask(path);
    expect([answered.status, answered.body.toString()]).toEqual([status, body]);
    expect(answered.headers).toMatchObject({
      "content-security-policy": "connect-src 'self' http://a http://b",
      "x-frame-options": "DENY",
    });
  });

  it("redirects as the edge's function redirects", async () => {
    expect(await ask("/old")).toMatchObject({ status: 301, headers: { location: "/", "x-frame-options": "DENY" } });
  });

  it("compresses as asked, and says so to caches", async () => {
    const [br, gzip, plain] = await Promise.all([
      ask("/", { "accept-encoding": "gzip, deflate, br" }),
      ask("/", { "accept-encoding": "gzip;q=1" }),
      ask("/"),
    ]);
    expect([br, gzip, plain].map(({ headers }) => headers["content-encoding"])).toEqual(["br", "gzip", undefined]);
    expect([brotliDecompressSync(br.body), gunzipSync(gzip.body), plain.body].map(String)).toEqual([home, home, home]);
    expect(plain.headers).toMatchObject({ vary: "accept-encoding", "content-type": "text/html; charset=utf-8" });
  });

  it("answers 304 to a current copy; pages are revalidated, files with a hashed name never", async () => {
    const { headers } = await ask("/");
    expect(headers["cache-control"]).toBe("no-cache");
    expect(await ask("/", { "if-none-match": String(headers["etag"]) })).toMatchObject({
      status: 304,
      body: Buffer.alloc(0),
    });
    expect((await ask("/assets/app-1a2b.js")).headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  });

  it("answers HEAD without the page and refuses to take anything", async () => {
    expect(await ask("/", {}, "HEAD")).toMatchObject({ status: 200, body: Buffer.alloc(0) });
    expect(await ask("/", {}, "POST")).toMatchObject({ status: 403 });
  });

  it("is the new one after a build", async () => {
    await new Promise((wake) => setTimeout(wake, 20));
    write("site/reclamos/_/index.html", "another");
    expect(String((await ask("/reclamos/7/")).body)).toBe("another");
  });

  it("is at one address: another name for this machine is sent there", async () => {
    expect(await ask("/x?y", { host: "localhost:1" })).toMatchObject({
      status: 308,
      headers: { location: `${gateway.origin}/x?y` },
    });
  });

  it("that was never built says so", async () => {
    const other = await startGateway(0, () => {});
    other.open({ "/": openSite({ folder: "/nowhere", hosts: {} }) });
    const answered = await fetch(other.origin);
    expect([answered.status, await answered.text()]).toEqual([404, expect.stringContaining("npm run build")]);
    await other.stop();
  });

  it("with a placeholder nobody fills is not served", async () => {
    const said: string[] = [];
    const other = await startGateway(0, (line) => said.push(line));
    other.open({ "/": openSite({ folder: built, hosts: { ISSUERS: "" } }) });
    expect((await fetch(other.origin)).status).toBe(500);
    expect(said.join()).toContain("{{UPLOADS}}");
    await other.stop();
  });
});

describe("the gateway's port", () => {
  it("when taken: one line that says which and what to do", async () => {
    const port = Number(new URL(gateway.origin).port);
    await expect(startGateway(port, () => {})).rejects.toMatchObject({
      name: "CannotStart",
      message: `El puerto ${port} ya está en uso. Cierra lo que lo usa, o elige otro: PORT=${port + 1} npm start`,
    });
  });

  it("before the stack is up: try again later", async () => {
    const starting = await startGateway(0, () => {});
    expect((await fetch(starting.origin)).status).toBe(503);
    await starting.stop();
  });
});

afterAll(() => rmSync(built, { recursive: true }));
