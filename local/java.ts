import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** The oldest Java that DynamoDB Local runs on. */
const oldest = 17;

/** The last Java with a security manager, which is what keeps DynamoDB Local to this machine. */
export const lastWithSecurityManager = 23;

export interface Java {
  readonly command: string;
  readonly major: number;
}

/** Where a Java may be: passed in, so that the choice can be tested. */
export interface JavaPlaces {
  readonly javaHome: string | undefined;
  /** The major version of the Java that `command` runs; undefined if it runs none. */
  majorOf(command: string): number | undefined;
}

/** The first Java fit to run DynamoDB Local: that of `JAVA_HOME`, otherwise that of the path; undefined if neither is. */
export function findJava({ javaHome, majorOf }: JavaPlaces): Java | undefined {
  for (const command of [...(javaHome ? [join(javaHome, "bin", "java")] : []), "java"]) {
    const major = majorOf(command);
    if (major !== undefined && major >= oldest) return { command, major };
  }
  return undefined;
}

/** The places of this machine. */
export function javaPlaces(): JavaPlaces {
  return {
    javaHome: process.env["JAVA_HOME"],
    majorOf: (command) => {
      if (command !== "java" && !existsSync(command)) return undefined;
      return majorIn(spawnSync(command, ["-version"], { encoding: "utf8" }).stderr ?? "");
    },
  };
}

/** The major version in what `java -version` prints: 17 of `"17.0.21"`, 8 of `"1.8.0_402"`. */
export function majorIn(printed: string): number | undefined {
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(printed) ?? [];
  return first === undefined ? undefined : Number(first === "1" ? second : first);
}
