import { spawnSync } from "node:child_process";
import { existsSync, globSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { cannotStart } from "./cannot-start.ts";

/** DynamoDB Local needs it. */
const oldest = 17;

export interface Java {
  readonly command: string;
  readonly major: number;
}

/** Where a Java may be: passed in, so that the choice can be tested. */
export interface JavaPlaces {
  readonly javaHome: string | undefined;
  /** The one fetched before, if any. */
  fetched(): string | undefined;
  /** Fetches one; throws when it cannot. */
  fetch(): Promise<void>;
  majorOf(command: string): number | undefined;
  say(line: string): void;
}

/**
 * The first Java fit to run DynamoDB Local: that of `JAVA_HOME`, of the path, of the project's cache, else one fetched
 * into the cache.
 * @throws a line with what to install when there is none and none can be fetched.
 */
export async function findJava(places: JavaPlaces): Promise<Java> {
  const home = places.javaHome && join(places.javaHome, "bin", "java");
  const found = firstFit([home, "java", places.fetched()], places);
  if (found) return found;
  places.say(`no Java ${oldest} or newer: fetching a Temurin 21 runtime once (about 50 MB) into .cache/jre`);
  await places.fetch().catch((failure: unknown) => {
    throw cannotStart(
      `DynamoDB Local needs Java ${oldest} or newer and none could be fetched. Install one: ` +
        "apt-get install openjdk-21-jre-headless, or brew install openjdk@21, and set JAVA_HOME.",
      failure,
    );
  });
  const fetched = firstFit([places.fetched()], places);
  if (!fetched) throw cannotStart("the fetched Java does not run on this machine: install Java 21 and set JAVA_HOME.");
  return fetched;
}

function firstFit(commands: readonly (string | undefined)[], { majorOf }: JavaPlaces): Java | undefined {
  for (const command of commands) {
    const major = command === undefined ? undefined : majorOf(command);
    if (command !== undefined && major !== undefined && major >= oldest) return { command, major };
  }
  return undefined;
}

/** The places of this machine; what is fetched goes to `<cache>/jre`. */
export function javaPlaces(cache: string, say: (line: string) => void): JavaPlaces {
  return {
    javaHome: process.env["JAVA_HOME"],
    fetched: () => globSync("jre/**/bin/java", { cwd: cache }).map((path) => join(cache, path))[0],
    fetch: async () => {
      mkdirSync(cache, { recursive: true });
      const { install } = createRequire(import.meta.url)("njre");
      await install(21, { type: "jre", installPath: join(cache, "jre") });
    },
    majorOf: (command) => {
      if (command !== "java" && !existsSync(command)) return undefined;
      return majorIn(spawnSync(command, ["-version"], { encoding: "utf8" }).stderr ?? "");
    },
    say,
  };
}

/** The major version in what `java -version` prints: 17 of `"17.0.21"`, 8 of `"1.8.0_402"`. */
export function majorIn(printed: string): number | undefined {
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(printed) ?? [];
  return first === undefined ? undefined : Number(first === "1" ? second : first);
}
