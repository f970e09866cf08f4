import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { claimsTableOf, recordOf } from "../../scripts/staff.ts";
import { tenant } from "../../settings.ts";
import type { Table } from "../../shared/storage/dynamodb.ts";
import { openStaffRegister } from "../../shared/storage/staff-register.ts";
import { type DynamoDbLocal, dynamoDbLocal } from "../shared/storage/dynamodb-local.ts";

const sub = "00000000-0000-4000-8000-000000000001";
const good = { sub, name: "PERSONA DE PRUEBA ANA", extension: "201", roles: "administrator,analyst" };

describe("what is typed of somebody", () => {
  it("becomes their record", () => {
    expect(recordOf({ ...good, stage: "dev" })).toEqual({
      ok: true,
      value: { ...good, roles: ["administrator", "analyst"], onDuty: true },
    });
  });

  it.each<[object, string, string]>([
    [{ sub: "ana@example.pe" }, "--sub is", "a name in place of the sub"],
    [{ name: " " }, "--name is empty", "nobody's name"],
    [{ extension: undefined }, "--extension is missing", "no extension"],
    [{ extension: "2o1" }, "--extension is up to", "no digits"],
    [{ roles: "administrator,boss" }, "--roles are some of", "a role that is none"],
    [{ roles: "" }, "--roles are some of", "no role"],
  ])("is refused with %j: %s (%s)", (change, problem) => {
    expect(recordOf({ ...good, ...change })).toEqual({ ok: false, error: expect.stringContaining(problem) });
  });
});

describe("the table of a stage", () => {
  const file = join(mkdtempSync(join(tmpdir(), "outputs-")), "outputs.json");
  writeFileSync(file, JSON.stringify({ "caudal-dev-data": { ClaimsTable: "t" }, "caudal-dev-service": {} }));

  it.each<["dev" | "prod", string, string | undefined, string]>([
    ["dev", file, "t", "the deployment wrote it"],
    ["prod", file, undefined, "it is of another stage"],
    ["dev", `${file}.none`, undefined, "nothing was deployed from here"],
  ])("%s by %s is %s (%s)", (stage, from, table) => {
    expect(claimsTableOf(stage, from)).toBe(table);
  });
});

describe("npm run staff", () => {
  let server: DynamoDbLocal;
  let claims: Table;
  beforeAll(async () => {
    server = await dynamoDbLocal();
    claims = await server.table("claims");
  });
  afterAll(() => server.stop());
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, [join(import.meta.dirname, "..", "..", "scripts", "staff.ts"), ...args], {
      encoding: "utf8",
    });
  const add = (...more: readonly string[]) =>
    run("add", ...Object.entries(good).flatMap(([name, value]) => [`--${name}`, value]), ...more);

  it("adds somebody to the office's register, and says so", async () => {
    expect(add("--table", claims.name)).toMatchObject({ status: 0, stdout: expect.stringContaining(good.name) });
    expect(await openStaffRegister(claims).list(tenant.office.code.value)).toEqual([
      { ...good, roles: ["administrator", "analyst"], onDuty: true, openClaims: 0 },
    ]);
  });

  it.each<[readonly string[], string, string]>([
    [["remove"], "npm run staff -- add", "an act it does not know"],
    [["add"], "--sub is", "nobody"],
    [["add", "--stage", "test"], "no stage test", "a stage there is not"],
  ])("%j is refused: %s (%s)", (args, said) => {
    expect(run(...args)).toMatchObject({ status: 1, stderr: expect.stringContaining(said) });
  });
});
