import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addStaff as addOperation } from "../../../../functions/administration/work/add-staff.ts";
import { changeRoles as changeOperation } from "../../../../functions/administration/work/change-roles.ts";
import { endAccess as endOperation } from "../../../../functions/administration/work/end-access.ts";
import { listAccessChanges as listOperation } from "../../../../functions/administration/work/list-access-changes.ts";
import type { ApiHandler } from "../../../../functions/runtime/api.ts";
import { tenant } from "../../../../settings.ts";
import type { Route } from "../../../../shared/contract/route.ts";
import * as routes from "../../../../shared/contract/work/access-routes.ts";
import type { StaffRole } from "../../../../shared/domain/work/people.ts";
import { openStaffRegister, type StaffRegister } from "../../../../shared/storage/register/staff-register.ts";
import { openAccessChanges } from "../../../../shared/storage/work/access-changes.ts";
import type { StaffAccounts } from "../../../../shared/storage/work/staff-accounts.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { type ApiRequest, call, handlerOf } from "../../api-call.ts";
import { captureLog } from "../../log-lines.ts";

const office = tenant.office.code.value;
let local: TestTables;
let handler: ApiHandler;
let register: StaffRegister;
/** The groups of each account at the sign-in; empty once it is closed. */
let groups: Map<string, readonly StaffRole[]>;
/** What was set at the sign-in, in order. */
const held: (readonly StaffRole[])[] = [];
/** Whether the sign-in's service answers. */
let isUp: boolean;

beforeAll(async () => {
  local = await testTables();
}, 60_000);
afterAll(() => local.stop());

beforeEach(async () => {
  captureLog();
  const table = await local.table("claims");
  register = openStaffRegister(table);
  groups = new Map();
  isUp = true;
  const staffAccounts: StaffAccounts = {
    open: async (email) => `sub-of-${email.split("@")[0]}`,
    hold: async (sub, roles) => {
      if (!isUp) throw new Error("the sign-in does not answer");
      held.push(roles);
      groups.set(sub, roles);
    },
  };
  const deps = { tenant, staffRegister: register, accessChanges: openAccessChanges(table), staffAccounts };
  handler = handlerOf({
    addStaff: addOperation(deps),
    changeRoles: changeOperation(deps),
    endAccess: endOperation(deps),
    listAccessChanges: listOperation(deps),
  });
  for (const [sub, ...roles] of [
    ["manager-1", "manager"],
    ["clerk-1", "clerk"],
  ] as const)
    await register.save(office, {
      sub,
      name: `PERSONA DE PRUEBA ${sub.toUpperCase()}`,
      extension: "101",
      roles,
      onDuty: true,
    });
});

const as = (sub: string, role: StaffRole, route: Route, request: ApiRequest = {}) =>
  call(handler, route, { ...request, claims: { token_use: "access", sub, "cognito:groups": `[${role}]` } });
const manager = (route: Route, request?: ApiRequest) => as("manager-1", "manager", route, request);
const rolesOf = async (sub: string) => (await register.list(office)).find((one) => one.sub === sub)?.roles;
const newcomer = {
  name: "PERSONA DE PRUEBA NUEVA",
  extension: "205",
  email: "nueva@example.pe",
  roles: ["operator", "clerk"],
  reason: "Entra al turno de mañana.",
};

describe("access to the desk", () => {
  it("is given at once, at the sign-in and in the register; twice is once", async () => {
    for (const time of [1, 2]) {
      const { status, body } = await manager(routes.addStaff, { body: newcomer });
      expect(status, `time ${time}`).toBe(201);
      expect(body).toEqual({ sub: "sub-of-nueva", name: newcomer.name, roles: ["operator", "clerk"] });
    }
    expect(groups.get("sub-of-nueva")).toEqual(["operator", "clerk"]);
    expect(await rolesOf("sub-of-nueva")).toEqual(["operator", "clerk"]);
    const { body } = await manager(routes.listAccessChanges);
    expect(body.changes).toHaveLength(1);
  });

  it("of an address that has it already is not given as somebody else", async () => {
    await manager(routes.addStaff, { body: newcomer });
    const again = await manager(routes.addStaff, { body: { ...newcomer, name: "PERSONA DE PRUEBA OTRA" } });
    expect(again.body.type).toBe("urn:caudal:person-exists");
  });

  it("given again with another extension or document corrects these, with who and why; duty stays", async () => {
    const ofNewcomer = async () => (await register.list(office)).find(({ sub }) => sub === "sub-of-nueva");
    await manager(routes.addStaff, { body: newcomer });
    await register.setDuty(office, "sub-of-nueva", false);
    const reason = "Su documento faltaba.";
    const corrected = { ...newcomer, extension: "206", document: "00000022", reason };
    expect((await manager(routes.addStaff, { body: corrected })).status).toBe(201);
    expect(await ofNewcomer()).toMatchObject({ extension: "206", document: "00000022", onDuty: false });
    await manager(routes.addStaff, { body: { ...newcomer, extension: "206" } });
    expect(await ofNewcomer()).toMatchObject({ document: "00000022", roles: newcomer.roles });
    const { body } = await manager(routes.listAccessChanges);
    expect(body.changes).toMatchObject([{ given: [], taken: [], ended: false, reason }, {}]);
  });

  it("of a signer needs the number of their document", async () => {
    const asked = await manager(routes.addStaff, { body: { ...newcomer, roles: ["signer"] } });
    expect(asked.body.errors).toEqual([
      { field: "body.document", message: "Quien firma necesita su número de documento, como está en su certificado." },
    ]);
    const given = await manager(routes.addStaff, { body: { ...newcomer, roles: ["signer"], document: "00000021" } });
    expect(given.status).toBe(201);
  });

  it("is changed with who, what and why, the last change first, page by page", async () => {
    const params = { sub: "clerk-1" };
    await manager(routes.changeRoles, { params, body: { roles: ["clerk", "analyst"], reason: "Cubre admisión." } });
    await manager(routes.changeRoles, { params, body: { roles: ["analyst"], reason: "Pasa a admisión." } });
    const first = await manager(routes.listAccessChanges, { query: { limit: "1" } });
    expect(first.body.changes).toEqual([
      {
        at: expect.any(String),
        by: "PERSONA DE PRUEBA MANAGER-1",
        person: "PERSONA DE PRUEBA CLERK-1",
        given: [],
        taken: ["clerk"],
        ended: false,
        reason: "Pasa a admisión.",
      },
    ]);
    const next = await manager(routes.listAccessChanges, { query: { limit: "1", cursor: first.body.cursor } });
    expect(next.body.changes).toMatchObject([{ given: ["analyst"], taken: [], reason: "Cubre admisión." }]);
    expect(next.body.cursor).toBeUndefined();
    const wrong = await manager(routes.listAccessChanges, { query: { cursor: "otra" } });
    expect(wrong.body.type).toBe("urn:caudal:malformed-cursor");
  });

  it("ends with every role and the account; the name stays; it may be given again", async () => {
    const params = { sub: "clerk-1" };
    const ended = await manager(routes.endAccess, { params, body: { reason: "Terminó su contrato." } });
    expect(ended.body).toMatchObject({ roles: [] });
    expect(groups.get("clerk-1")).toEqual([]);
    expect(await register.list(office)).toContainEqual(
      expect.objectContaining({ sub: "clerk-1", name: "PERSONA DE PRUEBA CLERK-1", roles: [], onDuty: false }),
    );
    const { body } = await manager(routes.listAccessChanges);
    expect(body.changes[0]).toMatchObject({ taken: ["clerk"], ended: true });
    await manager(routes.changeRoles, { params, body: { roles: ["clerk"], reason: "Vuelve." } });
    expect(groups.get("clerk-1")).toEqual(["clerk"]);
  });

  it.each([
    ["their own", routes.changeRoles, "manager-1", { roles: ["manager", "clerk"], reason: "Cubre." }, "own-access"],
    [
      "an administrator's",
      routes.changeRoles,
      "clerk-1",
      { roles: ["administrator"], reason: "Sí." },
      "not-yours-to-give",
    ],
    ["nobody's", routes.endAccess, "nobody", { reason: "Se fue." }, "person-not-found"],
  ] as const)("%s is not changed by a manager, and no account either", async (_, route, sub, body, refusal) => {
    const { body: answer } = await manager(route, { params: { sub }, body });
    expect(answer.type).toBe(`urn:caudal:${refusal}`);
    expect(groups.size).toBe(0);
  });

  it("of the last manager stays, also when two administrators take two managers' at once", async () => {
    await manager(routes.changeRoles, {
      params: { sub: "clerk-1" },
      body: { roles: ["manager"], reason: "Comparte." },
    });
    const take = (sub: string) =>
      as(`administrator-${sub}`, "administrator", routes.changeRoles, {
        params: { sub },
        body: { roles: ["clerk"], reason: "Cambia." },
      });
    const taken = await Promise.all([take("manager-1"), take("clerk-1")]);
    expect(taken.map(({ status }) => status).toSorted()).toEqual([200, expect.any(Number)]);
    await take("manager-1");
    await take("clerk-1");
    const managers = (await register.list(office)).filter(({ roles }) => roles.includes("manager"));
    expect(managers).toHaveLength(1);
    // Who came second took nothing at the sign-in either.
    for (const { sub, roles } of managers) expect(groups.get(sub) ?? roles).toEqual(roles);
  });

  it("is taken at the sign-in first: while that does not answer, the person stays on the list with what they have", async () => {
    isUp = false;
    const params = { sub: "clerk-1" };
    const ended = () => manager(routes.endAccess, { params, body: { reason: "Terminó su contrato." } });
    expect((await ended()).status).toBe(500);
    expect(await rolesOf("clerk-1")).toEqual(["clerk"]);
    isUp = true;
    expect((await ended()).status).toBe(200);
    expect([await rolesOf("clerk-1"), groups.get("clerk-1")]).toEqual([[], []]);
  });

  it("of which a part is taken keeps the rest at the sign-in meanwhile, and gains what is new at its end", async () => {
    await manager(routes.changeRoles, {
      params: { sub: "clerk-1" },
      body: { roles: ["clerk", "analyst"], reason: "a" },
    });
    held.length = 0;
    await manager(routes.changeRoles, {
      params: { sub: "clerk-1" },
      body: { roles: ["analyst", "operator"], reason: "b" },
    });
    expect(held).toEqual([["analyst"], ["analyst", "operator"]]);
  });

  it("that the sign-in did not take is put in force by asking again", async () => {
    isUp = false;
    const asked = { params: { sub: "clerk-1" }, body: { roles: ["operator"], reason: "Pasa a atención." } };
    expect((await manager(routes.changeRoles, asked)).status).toBe(500);
    expect(groups.has("clerk-1")).toBe(false);
    isUp = true;
    expect((await manager(routes.changeRoles, asked)).status).toBe(200);
    expect(groups.get("clerk-1")).toEqual(["operator"]);
    expect((await manager(routes.listAccessChanges)).body.changes).toHaveLength(1);
  });
});
