import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** The oldest Java that DynamoDB Local runs on. */
const oldest = 17;

/** The last Java with a security manager, which keeps DynamoDB Local to this machine. */
export const lastWithSecurityManager = 23;

export interface Java {
  readonly command: string;
  readonly major: number;
}

/** Where to look for a Java; passed in so that tests can vary it. */
export interface JavaPlaces {
  readonly javaHome: string | undefined;
  /** The major version of the Java that `command` runs; undefined if it runs none. */
  majorOf(command: string): number | undefined;
}

/**
 * Returns the `java` of `JAVA_HOME` if its version is 17 or later. If not, returns the `java` on the path if its
 * version is 17 or later, or undefined.
 */
export function findJava({ javaHome, majorOf }: JavaPlaces): Java | undefined {
  for (const command of [...(javaHome ? [join(javaHome, "bin", "java")] : []), "java"]) {
    const major = majorOf(command);
    if (major !== undefined && major >= oldest) return { command, major };
  }
  return undefined;
}

/**
 * Returns how to look for a Java on this machine: the value of `JAVA_HOME`, and `majorOf`, which runs a `java` command
 * each time it is called and returns its major version.
 */
export function javaPlaces(): JavaPlaces {
  return {
    javaHome: process.env["JAVA_HOME"],
    majorOf: (command) => {
      if (command !== "java" && !existsSync(command)) return undefined;
      return majorIn(spawnSync(command, ["-version"], { encoding: "utf8" }).stderr ?? "");
    },
  };
}

/**
 * Returns the major version in what `java -version` prints: 17 for `version "17.0.21"`, 8 for `version "1.8.0_402"`;
 * undefined if the text has no version.
 */
export function majorIn(printed: string): number | undefined {
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(printed) ?? [];
  return first === undefined ? undefined : Number(first === "1" ? second : first);
}
