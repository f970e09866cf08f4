import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { outputOf } from "../../scripts/outputs.ts";
import { recordOf } from "../../scripts/staff.ts";
import { tenant } from "../../settings.ts";
import type { Table } from "../../shared/storage/dynamodb.ts";
import { openStaffRegister } from "../../shared/storage/register/staff-register.ts";
import { openSupervision } from "../../shared/storage/register/supervision.ts";
import { answeringAws, answerOf, refusalOf } from "../infra/answering-aws.ts";
import { type ServedTables, servedTables } from "../shared/storage/served-tables.ts";

const sub = "00000000-0000-4000-8000-000000000001";
const good = { sub, name: "PERSONA DE PRUEBA ANA", extension: "201", roles: "administrator,analyst" };

describe("what is typed about a person", () => {
  it("becomes their record", () => {
    expect(recordOf({ ...good, stage: "dev" })).toEqual({
      ok: true,
      value: { ...good, roles: ["administrator", "analyst"], onDuty: true },
    });
  });

  it.each<[object, string, string]>([
    [{ sub: "ana@example.pe" }, "--sub is", "an e-mail address instead of the sub"],
    [{ name: " " }, "--name is empty", "a blank name"],
    [{ extension: undefined }, "--extension is missing", "no extension"],
    [{ extension: "2o1" }, "--extension is up to", "an extension that is not digits"],
    [{ roles: "administrator,boss" }, "--roles are some of", "an unknown role"],
    [{ roles: "" }, "--roles are some of", "no role"],
  ])("is refused with %j: %s (%s)", (change, problem) => {
    expect(recordOf({ ...good, ...change })).toEqual({ ok: false, error: expect.stringContaining(problem) });
  });
});

describe("the table of a stage", () => {
  const file = join(mkdtempSync(join(tmpdir(), "outputs-")), "outputs.json");
  writeFileSync(file, JSON.stringify({ "caudal-dev-data": { ClaimsTable: "t" }, "caudal-dev-service": {} }));

  it.each<[string, "dev" | "prod", string, string | undefined]>([
    ["the deployment wrote it", "dev", file, "t"],
    ["it was deployed elsewhere, as by GitHub", "prod", file, "of-prod"],
    ["nothing was deployed from here", "prod", `${file}.none`, "of-prod"],
    ["it was never deployed", "dev", `${file}.none`, undefined],
  ])("is known or not: %s", async (_, stage, from, table) => {
    const endpoint = await answeringAws(({ action, parameters }) =>
      parameters.get("StackName") === "caudal-prod-data"
        ? answerOf(
            action,
            "<Stacks><member><StackName>caudal-prod-data</StackName><CreationTime>2026-11-27T00:00:00Z</CreationTime><StackStatus>CREATE_COMPLETE</StackStatus><Outputs><member><OutputKey>EvidenceBucket</OutputKey><OutputValue>e</OutputValue></member><member><OutputKey>ClaimsTable</OutputKey><OutputValue>of-prod</OutputValue></member></Outputs></member></Stacks>",
          )
        : { status: 400, body: refusalOf("ValidationError", "Stack with id caudal-dev-data does not exist") },
    );
    vi.stubEnv("AWS_ENDPOINT_URL_CLOUDFORMATION", endpoint);
    vi.stubEnv("AWS_ACCESS_KEY_ID", "none");
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", "none");
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(await outputOf(stage, "ClaimsTable", from)).toBe(table);
  });
});

describe("npm run staff", () => {
  let server: ServedTables;
  let claims: Table;
  beforeAll(async () => {
    server = await servedTables();
    claims = await server.table("claims");
  });
  afterAll(() => server.stop());
  const run = (...args: readonly string[]) =>
    spawnSync(
      process.execPath,
      [join(import.meta.dirname, "..", "..", "scripts", "staff.ts"), "--stage", "dev", ...args],
      {
        encoding: "utf8",
        env: { ...process.env, AWS_ACCESS_KEY_ID: server.accessKeyId },
      },
    );
  const add = (...more: readonly string[]) =>
    run("add", ...Object.entries(good).flatMap(([name, value]) => [`--${name}`, value]), ...more);

  it("adds a person to the office's register, and says so", async () => {
    expect(add("--table", claims.name)).toMatchObject({ status: 0, stdout: expect.stringContaining(good.name) });
    expect(await openStaffRegister(claims).list(tenant.office.code.value)).toEqual([
      { ...good, roles: ["administrator", "analyst"], onDuty: true, openClaims: 0 },
    ]);
  });

  const supervisor = {
    sub: "00000000-0000-4000-8000-000000000009",
    name: "SUPERVISORA DE PRUEBA",
    from: "2026-11-01",
    until: "2026-12-31",
    letter: "OFICIO DE PRUEBA 1",
  };
  const admit = (change: Partial<typeof supervisor> = {}) =>
    run(
      "supervisor",
      ...Object.entries({ ...supervisor, ...change }).flatMap(([name, value]) => [`--${name}`, value]),
      "--table",
      claims.name,
    );

  it("gives an external supervisor access for a time, and again for each letter", async () => {
    const office = tenant.office.code.value;
    const { status, stdout, stderr } = admit();
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(stdout).toContain("external-supervisor from 2026-11-01 until 2026-12-31");
    expect(admit({ from: "2027-01-01", until: "2027-02-01", letter: "OFICIO DE PRUEBA 2" }).status).toBe(0);
    const found = await openSupervision(claims).find(office, supervisor.sub);
    expect(found).toMatchObject({ sub: supervisor.sub, name: supervisor.name });
    expect(found?.accesses.map(({ from, until, letter, by }) => [from, until, letter, by])).toEqual([
      ["2026-11-01", "2026-12-31", "OFICIO DE PRUEBA 1", "npm run staff"],
      ["2027-01-01", "2027-02-01", "OFICIO DE PRUEBA 2", "npm run staff"],
    ]);
  });

  it("refuses access as a supervisor to a member of the staff", async () => {
    expect(add("--table", claims.name).status).toBe(0);
    expect(admit({ sub, name: good.name })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("is one of the staff"),
    });
    expect(await openSupervision(claims).find(tenant.office.code.value, sub)).toBeUndefined();
  });

  it.each<[Partial<typeof supervisor>, string]>([
    [{ until: "2026-10-31" }, "--until is before --from"],
    [{ from: "31/12/2026" }, "--from is a day, YYYY-MM-DD"],
    [{ letter: " " }, "--letter is empty"],
    [{ sub: "supervisora" }, "--sub is"],
  ])("a supervisor with %j is refused: %s", (change, said) => {
    expect(admit(change)).toMatchObject({ status: 2, stderr: expect.stringContaining(said) });
  });

  it.each<[readonly string[], string, string]>([
    [["remove"], "npm run staff -- add", "an unknown subcommand"],
    [["add"], "--sub is", "nobody"],
    [["add", "--stage", "test"], "no stage test", "a stage there is not"],
  ])("%j is refused: %s (%s)", (args, said) => {
    expect(run(...args)).toMatchObject({ status: 2, stderr: expect.stringContaining(said) });
  });
});
