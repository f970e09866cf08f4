import { describe, expect, it } from "vitest";
import { findJava, type JavaPlaces, majorIn } from "../../local/java.ts";

const fetchedPath = "/cache/jre/bin/java";

/** A machine with these Javas; fetching puts one of `fetchable` in the cache, or fails. */
function machine(
  majors: Readonly<Record<string, number>>,
  home?: string,
  fetchable?: number,
): JavaPlaces & { readonly said: string[] } {
  const installed: Record<string, number> = { ...majors };
  const said: string[] = [];
  return {
    said,
    javaHome: home,
    fetched: () => (fetchedPath in installed ? fetchedPath : undefined),
    fetch: async () => {
      if (fetchable === undefined) throw new Error("no network");
      installed[fetchedPath] = fetchable;
    },
    majorOf: (command) => installed[command],
    say: (line) => said.push(line),
  };
}

describe("which Java runs DynamoDB Local", () => {
  it.each([
    [machine({ java: 17 }), "java", 17, "that of the path"],
    [machine({ java: 17, "/home21/bin/java": 21 }, "/home21"), "/home21/bin/java", 21, "JAVA_HOME goes first"],
    [machine({ java: 17, "/home8/bin/java": 8 }, "/home8"), "java", 17, "an old JAVA_HOME is passed over"],
    [machine({ java: 17 }, "/nowhere"), "java", 17, "so is one that is not there"],
    [machine({ java: 11, [fetchedPath]: 21 }), fetchedPath, 21, "what was fetched before serves again"],
    [machine({}, undefined, 21), fetchedPath, 21, "none: one is fetched"],
  ])("%#: %s %i (%s)", async (places, command, major) => {
    expect(await findJava(places)).toEqual({ command, major });
  });

  it("says what it fetches and how big it is", async () => {
    const places = machine({ java: 11 }, undefined, 21);
    await findJava(places);
    expect(places.said).toEqual([expect.stringMatching(/Temurin 21.*50 MB.*\.cache/)]);
  });

  it("says nothing when there is one", async () => {
    const places = machine({ java: 24 });
    await findJava(places);
    expect(places.said).toEqual([]);
  });

  it.each([
    [machine({ java: 11 }), "apt-get install openjdk-21-jre-headless", "none and no network"],
    [machine({}, undefined, 8), "does not run on this machine", "what was fetched does not fit"],
  ])("%#: one line, without a stack: %s (%s)", async (places, line) => {
    await expect(findJava(places)).rejects.toMatchObject({
      name: "CannotStart",
      message: expect.stringContaining(line),
    });
  });

  it.each([
    ['openjdk version "17.0.21" 2026-10-20', 17],
    ['openjdk version "24" 2025-03-18', 24],
    ['java version "1.8.0_402"', 8],
    ["bash: java: command not found", undefined],
  ])("reads %s as %s", (printed, major) => {
    expect(majorIn(printed)).toBe(major);
  });
});
