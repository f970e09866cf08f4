import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LocalStack, startLocalStack } from "../../local/stack.ts";
import { sayAside } from "../say-aside.ts";
import { assembly } from "./fixtures/assembly.ts";
import { storesOf } from "./fixtures/cloud.ts";

const { templates, notes } = assembly();
const state = mkdtempSync(join(tmpdir(), "state-"));
let stack: LocalStack;
let stores: ReturnType<typeof storesOf>;

beforeAll(async () => {
  stack = await startLocalStack({ templates, state, say: sayAside });
  stores = storesOf(stack);
});
afterAll(() => stack.stop());

async function ask(path: string, init: RequestInit = {}) {
  const response = await fetch(`${stack.origin}${path}`, init);
  return { status: response.status, headers: response.headers, body: await response.text() };
}
const bearer = async (person: Parameters<LocalStack["token"]>[0]) => ({
  headers: { authorization: `Bearer ${await stack.token(person)}` },
});

describe("the API", () => {
  it("answers through the function's own bundle, with what the template resolves to", async () => {
    const { status, body } = await ask("/api/health");
    expect([status, JSON.parse(body)]).toEqual([
      200,
      { status: "ok", now: expect.any(String), secret: expect.stringMatching(/^[0-9a-f]{48}$/) },
    ]);
  });

  it("adds the origin key and the viewer's address as the edge does, whatever the client sent, and passes on path, query and body", async () => {
    const { secret } = JSON.parse((await ask("/api/health")).body);
    const { body } = await ask("/api/echo/a%20b?x=1&x=2", {
      method: "POST",
      headers: { "x-origin-key": "mine", "x-viewer-address": "198.51.100.7", "content-type": "application/json" },
      body: '{"ñ":1}',
    });
    expect(JSON.parse(body)).toMatchObject({
      version: "2.0",
      routeKey: "POST /api/echo/{id}",
      pathParameters: { id: "a b" },
      queryStringParameters: { x: "1,2" },
      headers: { "x-origin-key": secret, "x-viewer-address": "127.0.0.1" },
      body: '{"ñ":1}',
      isBase64Encoded: false,
    });
  });

  it.each<[string, RequestInit, number, string, string]>([
    ["/api/nothing", {}, 404, "Not Found", "no route"],
    ["/api/health", { method: "POST" }, 404, "Not Found", "no such method"],
    ["/api/mine", {}, 401, "Unauthorized", "no token"],
    ["/api/mine", { headers: { authorization: "Bearer x" } }, 401, "Unauthorized", "no good one"],
    [
      "/api/echo/1",
      { method: "POST", body: "x".repeat(10 * 1024 * 1024 + 1) },
      413,
      "Request Entity Too Large",
      "more than the gateway takes",
    ],
    [
      "/api/echo/1",
      { method: "POST", body: "x".repeat(7 * 1024 * 1024) },
      413,
      "Request Entity Too Large",
      "more than a function takes",
    ],
    ["/api/slow", {}, 503, "Service Unavailable", "longer than the gateway waits"],
    ["/api/throw", {}, 500, "Internal Server Error", "a bug"],
    ["/api/crash", {}, 500, "Internal Server Error", "a crash"],
    ["/api/odd", {}, 500, "Internal Server Error", "no answer"],
    ["/api/%", {}, 400, "Bad Request", "no path"],
  ])("refuses %s in the gateway's own words: $2 $3 ($4)", async (path, init, status, message) => {
    const answered = await ask(path, init);
    expect([answered.status, answered.body, answered.headers.get("content-type")]).toEqual([
      status,
      `{"message":"${message}"}`,
      "application/json",
    ]);
  });

  it("accepts each pool on the routes of its authorizer, and passes claims on as texts", async () => {
    expect((await ask("/api/mine", await bearer("billing"))).status).toBe(401);
    expect((await ask("/api/desk", await bearer("maria"))).status).toBe(401);
    expect((await ask("/api/mine", await bearer("maria"))).status).toBe(200);
    const { body } = await ask("/api/desk", await bearer("admin"));
    expect(JSON.parse(body).requestContext.authorizer.jwt).toEqual({
      claims: {
        iss: `${stack.origin}/_local/oidc/staff`,
        "cognito:groups": "[administrator]",
        token_use: "access",
        client_id: "staffclient",
        aud: "staffclient",
        scope: "openid",
        version: "2",
        sub: expect.stringMatching(/^[0-9a-f-]{36}$/),
        username: expect.any(String),
        auth_time: expect.stringMatching(/^\d+$/),
        exp: expect.stringMatching(/^\d+$/),
        iat: expect.stringMatching(/^\d+$/),
        jti: expect.any(String),
        origin_jti: expect.any(String),
        event_id: expect.any(String),
      },
      scopes: ["openid"],
    });
  });
});

const noted = (key: string) => notes().filter((note) => key in note);

describe("a queue", () => {
  it("feeds its function; the messages named as failed come back and end among the dead letters, the rest is deleted", async () => {
    await stores.send("work", "a", "poison", "b");
    expect(await stores.received("work-dead-letters")).toEqual(["poison"]);
    const took = noted("took").flatMap(({ took, count }) => [took].flat().map((body) => `${body}${count}`));
    expect(took.sort()).toEqual(["a1", "b1", "poison1", "poison2"]);
    expect(await stores.left("work")).toBe(0);
  });

  it("keeps the whole batch when its function throws", async () => {
    await stores.send("work", "throw");
    expect(await stores.received("work-dead-letters")).toEqual(["throw"]);
    expect(await stores.left("work")).toBe(0);
  });
});

describe("a table's stream", () => {
  it("feeds its function in order, sends a record that keeps failing to its failure queue, and goes on", async () => {
    await stores.put("one");
    await stores.put("poison");
    await stores.put("two");
    const [record = "{}"] = await stores.received("lost");
    expect(JSON.parse(record)).toMatchObject({
      requestContext: { condition: "RetryAttemptsExhausted", functionArn: expect.stringContaining("Following") },
      DDBStreamBatchInfo: { batchSize: 1, streamArn: expect.stringContaining("/stream/") },
    });
    await expect.poll(() => noted("followed").at(-1)).toMatchObject({ followed: ["two"], source: "aws:dynamodb" });
    expect(noted("followed").filter(({ followed }) => String(followed) === "poison")).toHaveLength(2);
  });
});

describe("a bucket", () => {
  it("notifies its queue of a new file under its prefix, and of no other", async () => {
    const Bucket = "caudal-dev-imports-000000000000";
    await stores.s3.send(new PutObjectCommand({ Bucket, Key: "other/x", Body: "x" }));
    await stores.s3.send(new PutObjectCommand({ Bucket, Key: "files/x", Body: "x" }));
    const [notification = "{}", ...more] = await stores.received("files");
    expect(JSON.parse(notification).Records[0].s3.object).toMatchObject({ key: "files/x", size: 1 });
    expect(more).toEqual([]);
  });
});

describe("mail and SMS", () => {
  const send = (path: string, init: RequestInit) => ask(path, { method: "POST", ...init });

  it("are kept, by address, newest first", async () => {
    const mail = (subject: string, to: string) =>
      send("/_local/sesv2/v2/email/outbound-emails", {
        body: JSON.stringify({
          FromEmailAddress: "office@example.pe",
          Destination: { ToAddresses: [to] },
          ConfigurationSetName: "caudal-dev-notices",
          Content: { Simple: { Subject: { Data: subject }, Body: { Text: { Data: "Hola" } } } },
        }),
      });
    expect((await mail("1", "a@example.pe")).body).toMatch(/"MessageId"/);
    await mail("2", "b@example.pe");
    await mail("3", "a@example.pe");
    const sms = await send("/_local/sns/", {
      body: new URLSearchParams({ Action: "Publish", PhoneNumber: "+51900000009", Message: "Código <1>" }),
    });
    expect(sms.body).toContain("<MessageId>");
    const kept = async (to: string) =>
      JSON.parse((await ask(`/_local/messages?to=${encodeURIComponent(to)}`)).body).messages;
    expect(await kept("a@example.pe")).toMatchObject([
      { channel: "mail", subject: "3" },
      { subject: "1", text: "Hola" },
    ]);
    expect(await kept("+51900000009")).toMatchObject([{ channel: "sms", text: "Código <1>" }]);
    expect((await ask("/_local/")).body).toContain("Código &#60;1&#62;");
  });

  it.each([
    [
      "/_local/sesv2/v2/email/outbound-emails",
      '{"FromEmailAddress":"a@b.pe","Destination":{"ToAddresses":["a@b.pe"]},"Content":{"Raw":{}}}',
      "raw mail",
    ],
    [
      "/_local/sesv2/v2/email/outbound-emails",
      '{"FromEmailAddress":"a@b.pe","ConfigurationSetName":"another","Destination":{"ToAddresses":["a@b.pe"]},"Content":{"Simple":{"Subject":{"Data":"s"},"Body":{"Text":{"Data":"t"}}}}}',
      "a configuration set of nobody",
    ],
    ["/_local/sns/", "Action=Publish&TopicArn=a&Message=b", "a topic"],
  ])("of a kind not known are refused: %s %s (%s)", async (path, body) => {
    expect((await send(path, { body })).status).toBe(400);
  });
});

describe("the clock", () => {
  it("moves everything but sign-in, runs each schedule once, and stores go on", async () => {
    const day = 86_400_000;
    const moved = await stack.moveClock("+3d");
    expect((Date.parse(moved) - Date.now()) / day).toBeCloseTo(3, 2);
    const swept = noted("swept");
    expect(swept.map(({ swept }) => swept)).toEqual(
      expect.arrayContaining([
        { night: true },
        expect.objectContaining({ "detail-type": "Scheduled Event", source: "aws.events" }),
      ]),
    );
    expect(swept).toHaveLength(2);
    expect((Date.parse(String(swept[0]?.["at"])) - Date.now()) / day).toBeCloseTo(3, 2);
    const { body: health, headers } = await ask("/api/health");
    expect((Date.parse(JSON.parse(health).now) - Date.now()) / day).toBeCloseTo(3, 2);
    // Pages take today's date from this header.
    expect((Date.parse(headers.get("date") ?? "") - Date.now()) / day).toBeCloseTo(3, 2);
    expect((await ask("/api/mine", await bearer("maria"))).status).toBe(200);
    const signedIn = async (how?: { readonly signedInAt: string }) => {
      const headers = { authorization: `Bearer ${await stack.token("signer", how)}` };
      const { claims } = JSON.parse((await ask("/api/desk", { headers })).body).requestContext.authorizer.jwt;
      return new Date(Number(claims.auth_time) * 1000).toISOString();
    };
    expect(Date.parse(stack.now()) - Date.parse(await signedIn())).toBeLessThan(5000);
    const before = "2026-01-02T03:04:05.000Z";
    expect(await signedIn({ signedInAt: before })).toBe(before);
    const { Body } = await stores.s3.send(
      new GetObjectCommand({ Bucket: "caudal-dev-imports-000000000000", Key: "files/x" }),
    );
    expect(await Body?.transformToString()).toBe("x");
  });

  it.each([
    ['{"to":"2020-01-01"}', 400, "El reloj solo va hacia adelante"],
    ['{"to":"mañana"}', 400, "El reloj no se mueve a «mañana»"],
    ['{"to":"+1d"}', 200, "now"],
  ])("by its endpoint: %s %i %s", async (body, status, text) => {
    const answered = await ask("/_local/clock", { method: "POST", body });
    expect([answered.status, answered.body]).toEqual([status, expect.stringContaining(text)]);
  });

  it.each([
    ["+1d", 303, "", "and shows the page again"],
    ["2020-01-01", 400, "solo va hacia adelante", "or says what is wrong"],
  ])("by the form of its page: %s %i %s (%s)", async (to, status, text) => {
    const sent = {
      method: "POST",
      redirect: "manual",
      headers: { origin: stack.origin },
      body: new URLSearchParams({ to }),
    } as const;
    const answered = await ask("/_local/", sent);
    expect([answered.status, answered.body]).toEqual([status, expect.stringContaining(text)]);
  });

  it("is not moved by a page of another site", async () => {
    expect(
      (await ask("/_local/clock", { method: "POST", headers: { origin: "http://evil.example" }, body: '{"to":"+1d"}' }))
        .status,
    ).toBe(403);
  });
});

describe("tokens by name", () => {
  it.each([
    ["maria", 200],
    ["nobody", 404],
  ])("%s: %i", async (name, status) => {
    expect((await ask(`/_local/tokens/${name}`)).status).toBe(status);
  });
});

it.each([
  ["whose data staff saw", "seen", '{"of":["1"]}'],
  ["what contradicts what", "fsck", '{"bytes":false}'],
])("%s is not shown to a page of another site", async (_, page, body) => {
  const asking = { method: "POST", headers: { origin: "http://evil.example" }, body };
  expect((await ask(`/_local/${page}`, asking)).status).toBe(403);
});

describe("every port", () => {
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((address) => address && !address.internal && address.family === "IPv4")?.address;

  it.runIf(outside)("is closed to the machine's address on the network", async () => {
    const ports = [stack.origin, ...Object.values(stack.environment)]
      .filter((value) => value.startsWith("http:"))
      .map((url) => new URL(url).port);
    expect(new Set(ports).size).toBe(4);
    for (const port of ports) {
      const refused = await fetch(`http://${outside}:${port}/`, { signal: AbortSignal.timeout(3000) }).then(
        ({ status }) => `port ${port} answered ${status}`,
        () => "refused",
      );
      expect(refused).toBe("refused");
    }
  });

  it.runIf(existsSync("/proc/self/net/tcp"))("of this process listens on 127.0.0.1 and on nothing else", () => {
    const own = new Set(readdirSync("/proc/self/fd").map((fd) => linkOf(`/proc/self/fd/${fd}`)));
    const listening = ["tcp", "tcp6"]
      .flatMap((kind) => readFileSync(`/proc/self/net/${kind}`, "utf8").trim().split("\n").slice(1))
      .map((line) => line.trim().split(/\s+/))
      .filter(([, , , status, , , , , , inode]) => status === "0A" && own.has(`socket:[${inode}]`))
      .map(([, address = ""]) => address.split(":")[0]);
    expect(listening.length).toBeGreaterThanOrEqual(3);
    expect(new Set(listening)).toEqual(new Set(["0100007F"]));
  });
});

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return "";
  }
}

describe("a second stack", () => {
  it("on the same state is refused in one line", async () => {
    await expect(startLocalStack({ templates, state, say: sayAside })).rejects.toMatchObject({
      name: "CannotStart",
      message: expect.stringContaining(stack.origin),
    });
    expect((await ask("/api/health")).status).toBe(200);
  });
});
