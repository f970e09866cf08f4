import { describe, expect, it } from "vitest";
import { findJava, type JavaPlaces, majorIn } from "../../local/java.ts";

/** A machine on which these commands run these major versions of Java. */
function machine(majors: Readonly<Record<string, number>>, javaHome?: string): JavaPlaces {
  return { javaHome, majorOf: (command) => majors[command] };
}

describe("which Java runs DynamoDB Local", () => {
  it.each<[JavaPlaces, ReturnType<typeof findJava>, string]>([
    [machine({ java: 17 }), { command: "java", major: 17 }, "that of the path"],
    [
      machine({ java: 17, "/home21/bin/java": 21 }, "/home21"),
      { command: "/home21/bin/java", major: 21 },
      "JAVA_HOME goes first",
    ],
    [
      machine({ java: 17, "/home8/bin/java": 8 }, "/home8"),
      { command: "java", major: 17 },
      "an old JAVA_HOME is passed over",
    ],
    [machine({ java: 17 }, "/nowhere"), { command: "java", major: 17 }, "so is one that is not there"],
    [machine({ java: 11 }), undefined, "an old one does not serve"],
    [machine({}), undefined, "there may be none"],
  ])("$2", (machine, java, _why) => {
    expect(findJava(machine)).toEqual(java);
  });

  it.each([
    ['openjdk version "17.0.21" 2026-10-20', 17],
    ['openjdk version "24" 2025-03-18', 24],
    ['java version "1.8.0_402"', 8],
    ["bash: java: command not found", undefined],
  ])("reads the version in «%s»", (printed, major) => {
    expect(majorIn(printed)).toBe(major);
  });
});
