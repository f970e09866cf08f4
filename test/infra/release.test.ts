import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { versionsOf } from "../../infra/stage.ts";
import { type Releasing, release } from "../../scripts/deploy.ts";
import { takeBack, type Versions } from "../../scripts/live-versions.ts";
import { failureOfSite } from "../../scripts/site-answers.ts";

/**
 * A stage with functions and their versions. A deployment publishes a version of each function in `changes`, moves the
 * aliases as the context says, and creates what is new.
 */
function stage(deployed: Readonly<Record<string, string>>, changes: readonly string[] = []) {
  const newest = new Map(Object.entries(deployed));
  const lives = new Map(Object.entries(deployed).map(([name, version]) => [name, { version, note: "" }]));
  const said: string[] = [];
  const did: string[] = [];
  /** Versions that do not start, such as `claims 8`. */
  const broken = new Set<string>();
  let published = false;
  const versions: Versions = {
    live: async (name) => {
      const one = lives.get(name);
      const [, before] = /^before (\d+)$/.exec(one?.note ?? "") ?? [];
      return one && { version: one.version, ...(before !== undefined && { before }) };
    },
    newest: async (name) => newest.get(name) ?? "0",
    failureOf: async (name, version) => {
      did.push(`ask ${name} ${version}`);
      return broken.has(`${name} ${version}`) ? "REVISION is missing" : undefined;
    },
    move: async (name, version, note) => void lives.set(name, { version, note }),
  };
  const names = ["claims", "office", "sweep"];
  const releasing: Releasing = {
    versions,
    names,
    missing: [],
    deploy: (context, stacks) => {
      did.push(`deploy ${stacks ? `${stacks} ` : ""}${JSON.stringify(context)}`);
      if (!published) for (const name of changes) newest.set(name, String(Number(newest.get(name) ?? 0) + 1));
      published = true;
      const held = versionsOf(context["held"]);
      const before = versionsOf(context["before"]);
      for (const [name, version] of newest)
        lives.set(name, { version: held[name] ?? version, note: before[name] ? `before ${before[name]}` : "" });
    },
    publish: async (pages) => {
      did.push(pages === "all" ? "publish" : `publish ${pages}`);
      return "https://site.test";
    },
    failureAt: async () => undefined,
    takeBack: async () => void (await takeBack(versions, names)),
    say: (line) => void said.push(line),
  };
  const answering = () => Object.fromEntries([...lives].map(([name, { version }]) => [name, version]));
  /** The next deployment publishes versions again. */
  const changed = () => {
    published = false;
  };
  return { releasing, versions, names, answering, did, said, broken, changed };
}

const deployed = { claims: "7", office: "3", sweep: "2" };

describe("a release", () => {
  it("asks each new version whether it starts while the one before answers, and only then moves the traffic", async () => {
    const { releasing, answering, did } = stage(deployed, ["claims", "office"]);
    expect(await release(releasing)).toBe(true);
    expect(did).toEqual([
      "ask claims 7",
      "ask office 3",
      "ask sweep 2",
      'deploy {"held":"claims:7,office:3,sweep:2"}',
      "ask claims 8",
      "ask office 4",
      'deploy {"before":"claims:7,office:3,sweep:2"}',
      "publish",
    ]);
    expect(answering()).toEqual({ claims: "8", office: "4", sweep: "2" });
  });

  it("moves no traffic if one version does not start", async () => {
    const { releasing, answering, did, said, broken } = stage(deployed, ["claims", "office"]);
    broken.add("office 4");
    expect(await release(releasing)).toBe(false);
    expect(answering()).toEqual(deployed);
    expect(did).not.toContain("publish");
    expect(said.join()).toContain("office 4: REVISION is missing");
  });

  it("that fails leaves the way back of the release before it", async () => {
    const { releasing, versions, names, answering, broken } = stage(deployed, ["claims"]);
    for (const name of names) await versions.move(name, answering()[name] ?? "", "before 1");
    broken.add("claims 8");
    expect(await release(releasing)).toBe(false);
    expect(answering()).toEqual(deployed);
    await takeBack(versions, names);
    expect(answering()).toEqual({ claims: "1", office: "1", sweep: "1" });
  });

  it("is taken back if the site does not answer", async () => {
    const { releasing, answering, said } = stage(deployed, ["claims"]);
    expect(await release({ ...releasing, failureAt: async () => "/api/health answers 502" })).toBe(false);
    expect(answering()).toEqual(deployed);
    expect(said.at(-1)).toBe("https://site.test: /api/health answers 502");
  });

  it("that creates the stage protects it by a second deployment, and asks nobody", async () => {
    const { releasing, answering, did } = stage({}, ["claims", "office", "sweep"]);
    expect(await release({ ...releasing, missing: ["data", "service", "routes"] })).toBe(true);
    expect(did).toEqual(['deploy {"first":"data,service,routes"}', "deploy {}", "publish"]);
    expect(answering()).toEqual({ claims: "1", office: "1", sweep: "1" });
  });

  it("that brings a function asks whether it starts before a route may lead to it", async () => {
    const { releasing, answering, did } = stage({ claims: "7", office: "3" }, ["claims", "sweep"]);
    expect(await release(releasing)).toBe(true);
    expect(did).toEqual([
      "ask claims 7",
      "ask office 3",
      'deploy all but routes {"held":"claims:7,office:3"}',
      "ask sweep 1",
      'deploy {"held":"claims:7,office:3"}',
      "ask claims 8",
      'deploy {"before":"claims:7,office:3"}',
      "publish",
    ]);
    expect(answering()).toEqual({ claims: "8", office: "3", sweep: "1" });
  });

  it("that brings a function which does not start moves no route and no traffic", async () => {
    const { releasing, answering, did, said, broken } = stage({ claims: "7", office: "3" }, ["claims", "sweep"]);
    broken.add("sweep 1");
    expect(await release(releasing)).toBe(false);
    expect(did.slice(2)).toEqual(['deploy all but routes {"held":"claims:7,office:3"}', "ask sweep 1"]);
    expect(answering()).toEqual({ claims: "7", office: "3", sweep: "1" });
    expect(said.join()).toContain("sweep 1: REVISION is missing");
  });

  it("that brought a function which does not start leads no route to it when it runs again as it was", async () => {
    const { releasing, did, broken } = stage({ claims: "7", office: "3" }, ["claims", "sweep"]);
    broken.add("sweep 1");
    await release(releasing);
    did.length = 0;
    expect(await release(releasing)).toBe(false);
    expect(did.slice(3)).toEqual(['deploy all but routes {"held":"claims:7,office:3"}', "ask sweep 1"]);
  });

  it("that mends a function of the run before leads routes only to its version that starts", async () => {
    const { releasing, answering, did, broken, changed } = stage({ claims: "7", office: "3" }, ["claims", "sweep"]);
    broken.add("sweep 1");
    await release(releasing);
    did.length = 0;
    changed();
    expect(await release(releasing)).toBe(true);
    expect(did).toEqual([
      "ask claims 7",
      "ask office 3",
      "ask sweep 1",
      'deploy all but routes {"held":"claims:7,office:3"}',
      "ask sweep 2",
      'deploy {"held":"claims:7,office:3"}',
      "ask claims 9",
      'deploy {"before":"claims:7,office:3"}',
      "publish",
    ]);
    expect(answering()).toEqual({ claims: "9", office: "3", sweep: "2" });
  });

  it("asks nobody whose version before is noted", async () => {
    const { releasing, versions, names, answering, did } = stage(deployed);
    for (const name of names) await versions.move(name, answering()[name] ?? "", "before 1");
    await release(releasing);
    expect(did.filter((each) => each.startsWith("ask"))).toEqual([]);
  });

  it("is tried again after it was taken back", async () => {
    const { releasing, versions, names, answering } = stage(deployed, ["claims"]);
    await release(releasing);
    await takeBack(versions, names);
    expect(answering()).toEqual(deployed);
    await release(releasing);
    expect(answering()).toEqual({ ...deployed, claims: "8" });
  });
});

describe("a release that is run again as it was", () => {
  const twice = async () => {
    const made = stage(deployed, ["claims", "office"]);
    await release(made.releasing);
    made.did.length = 0;
    return made;
  };

  it("keeps the way back to the release before", async () => {
    const { releasing, versions, names, answering } = await twice();
    expect(await release(releasing)).toBe(true);
    expect(await takeBack(versions, names)).toEqual(["claims: 8 → 7", "office: 4 → 3"]);
    expect(answering()).toEqual(deployed);
  });

  it("uploads no page a second time, as that would be its own version before", async () => {
    const { releasing, did } = await twice();
    await release(releasing);
    expect(did.at(-1)).toBe("publish those that differ");
  });

  it("takes nothing back if the site does not answer", async () => {
    const { releasing, answering, said } = await twice();
    expect(await release({ ...releasing, failureAt: async () => "it does not answer" })).toBe(false);
    expect(answering()).toEqual({ claims: "8", office: "4", sweep: "2" });
    expect(said.at(-1)).toContain("nothing is taken back");
  });
});

describe("a release that is taken back", () => {
  it("moves each function to the version before, once", async () => {
    const { releasing, versions, names, answering } = stage(deployed, ["claims", "office"]);
    await release(releasing);
    expect(await takeBack(versions, names)).toEqual(["claims: 8 → 7", "office: 4 → 3"]);
    expect(answering()).toEqual(deployed);
    expect(await takeBack(versions, names)).toEqual([]);
    expect(answering()).toEqual(deployed);
  });

  it("leaves a function that nobody noted a version of", async () => {
    const { versions, names, answering } = stage(deployed);
    expect(await takeBack(versions, names)).toEqual([]);
    expect(answering()).toEqual(deployed);
  });
});

it.each([
  ["", {}],
  ["claims:12,count-totals:3", { claims: "12", "count-totals": "3" }],
])("the context %j states the versions %j", (context, versions) => {
  expect(versionsOf(context)).toEqual(versions);
});

it.each(["claims", "claims:", "claims:$LATEST", ":3"])("the context %j states no version", (context) => {
  expect(() => versionsOf(context)).toThrow("There is no version in");
});

describe("the site, asked from outside", () => {
  const siteThat = async (answers: Readonly<Record<string, readonly [status: number, body?: object]>>) => {
    const server = createServer((request, response) => {
      const [status, body] = answers[request.url ?? ""] ?? [404];
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body ?? {}));
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    onTestFinished(() => void server.close());
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  const health = (commit: string) => [200, { status: "ok", build: "b", commit }] as const;

  it.each([
    ["health and office answer", { "/api/health": health("9f66838"), "/api/office": [200] }, undefined],
    ["health fails", { "/api/health": [502] }, "/api/health answers 502"],
    [
      "health is of another form",
      { "/api/health": [200, { up: true }] },
      "/api/health does not answer as the contract says",
    ],
    [
      "another release answers",
      { "/api/health": health("0000000") },
      "/api/health answers the commit 0000000, not 9f66838",
    ],
    ["the office fails", { "/api/health": health("9f66838"), "/api/office": [500] }, "/api/office answers 500"],
  ] as const)("is judged by what it answers if %s", async (_, answers, failure) => {
    expect(await failureOfSite(await siteThat(answers), "9f66838 2026-11-28T07:10:00.000Z", 1)).toBe(failure);
  });

  it("says that nobody answers", async () => {
    expect(await failureOfSite("http://127.0.0.1:9", "9f66838", 1)).toMatch("it does not answer");
  });
});
