import { describe, expect, it } from "vitest";
import { findStoreProgram, installedDynoxide } from "../../local/store-program.ts";

const withJava = (major: number | undefined) => ({ javaHome: undefined, majorOf: () => major });

function found(dynoxide: string | undefined, major?: number) {
  const said: string[] = [];
  const program = findStoreProgram((line) => said.push(line), { dynoxide, java: withJava(major) });
  return { program, said };
}

describe("which program keeps the local tables", () => {
  it("is dynoxide where npm brought it, on this machine's own address and without Java", () => {
    const { program, said } = found("/modules/dynoxide");
    expect(program.command).toBe("/modules/dynoxide");
    expect(program.arguments(8123, "/state")).toEqual(["serve", "--port", "8123", "--db-path", "/state/tables.sqlite"]);
    expect(program.arguments(8123)).toEqual(["serve", "--port", "8123"]);
    expect(said).toEqual([]);
  });

  it("is DynamoDB Local elsewhere, kept to this machine by the Java that can", () => {
    const { program, said } = found(undefined, 21);
    expect(program.command).toBe("java");
    expect(program.arguments(8123, "/state").join(" ")).toMatch(/loopback\.policy.* -dbPath \/state -sharedDb/);
    expect(said).toEqual([]);
  });

  it("says that a Java without a security manager leaves the port open", () => {
    const { program, said } = found(undefined, 24);
    expect(program.arguments(8123).join(" ")).not.toContain("loopback.policy");
    expect(said).toEqual([expect.stringContaining("open to the network")]);
  });

  it.each([
    ["an old one", 11],
    ["not there", undefined],
  ] as const)("says in one sentence what to install where Java is %s and no binary came", (_, major) => {
    expect(() => found(undefined, major)).toThrow(
      expect.objectContaining({
        name: "CannotStart",
        message: expect.stringMatching(/^[^\n]*apt-get install openjdk-21-jre-headless[^\n]*$/),
      }),
    );
  });

  it("came with npm ci for Linux x64", () => {
    const isLinuxX64 = process.platform === "linux" && process.arch === "x64";
    expect(installedDynoxide() !== undefined).toBe(isLinuxX64);
  });
});
