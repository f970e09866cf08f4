import { describe, expect, it } from "vitest";
import { probeDocumentDesk } from "../../../functions/probe-document-desk/probe-document-desk.ts";

const siteAddress = "https://sitio.example.pe";
const issuer = "https://ingreso.example.pe/pool";
const outages = `${siteAddress}/api/outages`;
const discovery = `${issuer}/.well-known/openid-configuration`;
const filing = `${siteAddress}/api/open/claims`;
const endpoint = "https://ingreso.example.pe/oauth2";
const right: Readonly<Record<string, unknown>> = {
  [outages]: { outages: [] },
  [discovery]: { authorization_endpoint: endpoint, token_endpoint: endpoint, jwks_uri: endpoint },
  [filing]: { type: "urn:caudal:invalid-request" },
};

/** Asks; each address answers what it is given, one after the other, and the last for good. An error is no answer. */
async function watched(given: Readonly<Record<string, readonly unknown[]>> = {}) {
  const asked: string[] = [];
  const pauses: number[] = [];
  const ask = async (address: string) => {
    const before = asked.filter((one) => one === address).length;
    asked.push(address);
    const answers = given[address] ?? [right[address]];
    const answer = answers[Math.min(before, answers.length - 1)];
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const done = probeDocumentDesk({ siteAddress, issuer, ask, file: ask, pause: async (ms) => pauses.push(ms) })();
  const failure = await done.then(
    () => undefined,
    (thrown: Error) => thrown.message,
  );
  return { asked, pauses, failure };
}

const lost = new Error("503");

describe("who asks from outside", () => {
  it("asks the document desk, where people sign in and how a claim is filed, once where all answer right", async () => {
    expect(await watched()).toEqual({ asked: [outages, discovery, filing], pauses: [], failure: undefined });
  });

  it("takes one answer that was lost, or two, for no outage", async () => {
    const { failure, pauses } = await watched({ [outages]: [lost, lost, right[outages]] });
    expect([failure, pauses]).toEqual([undefined, [5000, 5000]]);
  });

  it.each([
    ["the desk is down", outages, [lost]],
    ["the desk answers something else", outages, [{ type: "about:blank" }]],
    ["nobody can file a claim", filing, [lost]],
    ["a claim that lacks everything is taken", filing, [{ claimId: "c1" }]],
    ["nobody can sign in", discovery, [lost]],
    ["the issuer says nothing of how to sign in", discovery, [{}]],
  ])("fails when %s, and says which", async (_, address, answers) => {
    const { failure, asked } = await watched({ [address]: answers });
    expect(failure).toBe(`no right answer from ${address}`);
    expect(asked.filter((one) => one === address)).toHaveLength(3);
  });
});
