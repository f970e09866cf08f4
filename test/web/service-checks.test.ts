import { expect, it } from "vitest";
import { probeDocumentDesk } from "../../functions/probe-document-desk/probe-document-desk.ts";
import { checkedParts } from "../../web/site/problem/service-checks.ts";

const issuer = "https://ingreso.example.pe/pool";
const right: Readonly<Record<string, number>> = {
  "POST /api/receipt-lookups": 400,
  "POST /api/open/claims": 400,
  "GET /api/outages": 200,
  [`GET ${issuer}/.well-known/openid-configuration`]: 200,
};

/** The parts as found where each question is answered with a status, or not at all. */
async function found(given: Readonly<Record<string, number | Error>> = {}, of: string | undefined = issuer) {
  const asked: string[] = [];
  const parts = await checkedParts({
    fetch: async (address, { method = "GET" }) => {
      const question = `${method} ${address}`;
      asked.push(question);
      const answered = given[question] ?? right[question];
      if (answered instanceof Error) throw answered;
      return new Response(null, { status: answered ?? 404 });
    },
    issuer: async () => of,
    key: () => "k",
  });
  return { parts, asked };
}

const works = { receipts: "works", claims: "works", documents: "works", signIn: "works" };
const lost = new TypeError("Failed to fetch");
const late = new DOMException("", "TimeoutError");

it("asks all that the alarm's probe asks, and how a receipt is looked up", async () => {
  const probed: string[] = [];
  const ask = async (address: string) => probed.push(address);
  const outside = { siteAddress: "", issuer, ask, file: ask, pause: async () => {} };
  await probeDocumentDesk(outside)().catch(() => undefined);
  const { asked, parts } = await found();
  expect(parts).toEqual(works);
  expect(asked.map((one) => one.split(" ")[1]).toSorted()).toEqual(
    [...new Set([...probed, "/api/receipt-lookups"])].toSorted(),
  );
});

it.each([
  ["claims", "POST /api/open/claims", 503],
  ["claims", "POST /api/open/claims", 201],
  ["claims", "POST /api/open/claims", late],
  ["receipts", "POST /api/receipt-lookups", 502],
  ["documents", "GET /api/outages", 500],
  ["documents", "GET /api/outages", lost],
  ["signIn", `GET ${issuer}/.well-known/openid-configuration`, lost],
] as const)("says that %s fails, and nothing else, if %s gets %s", async (part, question, answered) => {
  expect((await found({ [question]: answered })).parts).toEqual({ ...works, [part]: "fails" });
});

it("says that nobody can sign in if the office does not say where", async () => {
  expect((await found({}, "")).parts).toEqual({ ...works, signIn: "fails" });
});

it("blames nothing of the service where nothing can be reached", async () => {
  const none = Object.fromEntries(Object.keys(right).map((question) => [question, lost]));
  const { parts } = await found(none);
  expect(new Set(Object.values(parts))).toEqual(new Set(["unreached"]));
});
