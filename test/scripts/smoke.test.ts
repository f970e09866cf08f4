import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { smoke } from "../../scripts/smoke.ts";

/** A site that answers every request in the same way. */
async function siteThat(answer: (request: IncomingMessage) => readonly [status: number, type: string, body: string]) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const [status, type, body] = answer(request);
    response.writeHead(status, { "content-type": type }).end(body);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  onTestFinished(() => void server.close());
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

it("names every step that fails", async () => {
  const { origin, asked } = await siteThat(() => [502, "text/html", "Bad Gateway"]);
  const failed = await smoke(origin);
  expect(failed).toHaveLength(11);
  expect(failed[0]).toBe("opens the site: status 502, no page");
  expect(failed).toContain("asks for its health: status 502");
  expect(failed).toContain("asks for another's claims: status 502 without a token");
  expect(asked).toHaveLength(11);
});

it("is not content with any 200: not with an empty page, an answer of another form, or a list for everybody", async () => {
  const { origin } = await siteThat(({ url = "" }) =>
    url.startsWith("/api") ? [200, "application/json", "{}"] : [200, "text/html", "<title></title>"],
  );
  const failed = await smoke(origin);
  expect(failed).toHaveLength(11);
  expect(failed[0]).toMatch(/^opens the site: it lacks content-security-policy/);
  expect(failed.find((line) => line.startsWith("asks for its health"))).toContain("another answer");
});

it("sends nothing that could be filed, and moves no clock", async () => {
  const { asked, origin } = await siteThat(() => [500, "text/plain", ""]);
  await smoke(origin);
  expect(asked.filter((one) => one.startsWith("POST"))).toEqual([
    "POST /api/receipt-lookups",
    expect.stringMatching(/^POST \/api\//),
  ]);
  expect(asked.join()).not.toContain("_local");
});

it("says that nobody answers", async () => {
  expect((await smoke("http://127.0.0.1:9"))[0]).toContain("fetch failed");
});
