import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { runInNewContext } from "node:vm";
import { brotliCompressSync, gzipSync } from "node:zlib";
import * as z from "zod";
import type { Handler } from "./gateway.ts";
import { page, pageHeaders } from "./pages.ts";

/** The build's files for the edge: `site/`, `edge/paths.js`, `site-headers.json`. */
interface Built {
  readonly folder: string;
  /** The values of the headers' placeholders here: `{{ISSUERS}}`, `{{UPLOADS}}`, `{{PAGES}}`. */
  readonly hosts: Readonly<Record<string, string>>;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".pdf": "application/pdf",
};
const compressible = /^(text|application\/(json|manifest|xml))|svg/;

/**
 * Returns the handler that serves the built site as CloudFront does: the build's edge function rewrites or answers each
 * request and sees each answer, which has the site's headers. A file that is built again is read again. Answers 403 if
 * the file does not exist or the method is not GET or HEAD; 404, with a page that says so, if nothing was built.
 */
export function openSite({ folder, hosts }: Built): Handler {
  const [site, pathFile, headerFile] = ["site/", "edge/paths.js", "site-headers.json"].map((name) =>
    join(folder, name),
  );
  const files = keptByTime(readFile);
  const edge = keptByTime((path) => edgeFunction(readFileSync(path, "utf8")));
  const headers = keptByTime((path) => siteHeaders(readFileSync(path, "utf8"), hosts));
  return async (request, response) => {
    if (!site || !pathFile || !headerFile || !existsSync(pathFile) || !existsSync(headerFile))
      return void response.writeHead(404, pageHeaders).end(page("El sitio no está construido", "<p>npm run build</p>"));
    for (const [name, value] of Object.entries(headers(headerFile))) response.setHeader(name, value);
    if (request.method !== "GET" && request.method !== "HEAD") return void response.writeHead(403).end();
    const atEdge = edge(pathFile);
    const routed = await atEdge.route(request);
    if ("statusCode" in routed) return void response.writeHead(routed.statusCode, routed.headers).end(routed.body);
    const path = join(site, decodeURIComponent(routed.uri));
    // A closed bucket answers so for a name it does not hold.
    if (!path.startsWith(site) || !statSync(path, { throwIfNoEntry: false })?.isFile())
      return void response.writeHead(403, { "content-type": "text/plain" }).end("AccessDenied");
    const { statusCode, headers: own } = await atEdge.answer(routed.uri);
    for (const [name, value] of Object.entries(own)) response.setHeader(name, value);
    send(request, response, files(path), path.startsWith(join(site, "assets/")), statusCode);
  };
}

/**
 * Returns the handler that serves the gallery, a page that shows the parts of the site's pages, at the path `prefix`.
 * Its files are in `gallery/` of the build `folder`; nothing else is served. Answers 404 if the file does not
 * exist.
 */
export function openGallery(folder: string, prefix: string): Handler {
  const files = keptByTime(readFile);
  return (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://gallery.invalid");
    const path = join(folder, "gallery", decodeURIComponent(pathname.slice(prefix.length)) || "index.html");
    if (!path.startsWith(join(folder, "gallery/")) || !statSync(path, { throwIfNoEntry: false })?.isFile())
      return void response.writeHead(404, { "content-type": "text/plain" }).end("no such part\n");
    response.setHeader("content-security-policy", "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'");
    send(request, response, files(path), false);
  };
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  file: SiteFile,
  isImmutable: boolean,
  status = 200,
): void {
  const { type, etag, bodies } = file;
  const cacheControl = isImmutable ? "public, max-age=31536000, immutable" : "no-cache";
  const common = { "content-type": type, etag, "cache-control": cacheControl, vary: "accept-encoding" };
  if (request.headers["if-none-match"]?.includes(etag)) return void response.writeHead(304, common).end();
  const accepted = String(request.headers["accept-encoding"]).split(/[,;\s]+/);
  const [encoding = "identity", body = Buffer.alloc(0)] =
    bodies.find(([name]) => name === "identity" || accepted.includes(name)) ?? [];
  const coded = encoding !== "identity" && { "content-encoding": encoding };
  response
    .writeHead(status, { ...common, ...coded, "content-length": body.length })
    .end(request.method === "HEAD" ? undefined : body);
}

/** Returns a reader that reads a file again only once it was written since, so a build while the stack runs shows. */
function keptByTime<T>(read: (path: string) => T): (path: string) => T {
  const kept = new Map<string, { readonly at: number; readonly value: T }>();
  return (path) => {
    const at = statSync(path).mtimeMs;
    const before = kept.get(path);
    if (before?.at === at) return before.value;
    const value = read(path);
    kept.set(path, { at, value });
    return value;
  };
}

interface SiteFile {
  readonly type: string;
  readonly etag: string;
  /** By encoding, the preferred first. */
  readonly bodies: readonly (readonly [encoding: string, body: Buffer])[];
}

function readFile(path: string): SiteFile {
  const content = readFileSync(path);
  const type = types[extname(path)] ?? "application/octet-stream";
  const etag = `"${createHash("sha256").update(content).digest("hex").slice(0, 32)}"`;
  const small = compressible.test(type)
    ? ([
        ["br", brotliCompressSync(content)],
        ["gzip", gzipSync(content)],
      ] as const)
    : [];
  return { type, etag, bodies: [...small, ["identity", content]] };
}

function siteHeaders(text: string, hosts: Readonly<Record<string, string>>): Record<string, string> {
  const filled = text.replace(/\{\{(\w+)\}\}/g, (placeholder, name: string) => {
    const host = hosts[name];
    if (host === undefined) throw new Error(`site-headers.json: the local gateway does not know ${placeholder}`);
    return host;
  });
  return z.object({ headers: z.record(z.string(), z.string()) }).parse(JSON.parse(filled)).headers;
}

const values = z.record(
  z.string(),
  z.object({ value: z.string() }).transform(({ value }) => value),
);
const edgeAnswer = z.object({ statusCode: z.number(), headers: values.default({}), body: z.string().optional() });
const edgeResult = z.union([edgeAnswer, z.object({ uri: z.string() })]);

/**
 * Runs the code of a CloudFront Function of viewer requests and responses: `route` returns the request to go on with,
 * or an answer; `answer` the status and further headers of what the store answered for a file.
 */
function edgeFunction(code: string) {
  const handler: (event: unknown) => unknown = runInNewContext(`${code}\n;handler`, {});
  return {
    route: async ({ method, url = "/", headers, socket }: IncomingMessage) => {
      const { pathname, searchParams, host } = new URL(url, `http://${headers.host}`);
      const single = (pairs: Iterable<[string, string]>) =>
        Object.fromEntries([...pairs].map(([name, value]) => [name, { value }]));
      const event = {
        version: "1.0",
        context: {
          distributionDomainName: host,
          distributionId: "LOCAL",
          eventType: "viewer-request",
          requestId: "local",
        },
        viewer: { ip: socket.remoteAddress },
        request: {
          method,
          uri: pathname,
          querystring: single(searchParams),
          headers: single(Object.entries(headers).map(([name, value]) => [name, String(value)])),
          cookies: {},
        },
      };
      return edgeResult.parse(await handler(event));
    },
    answer: async (uri: string) =>
      edgeAnswer.parse(await handler({ request: { uri }, response: { statusCode: 200, headers: {} } })),
  };
}
