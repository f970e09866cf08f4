import { describe, expect, it } from "vitest";
import type { UserPool } from "../../../../shared/storage/claim/account-contacts.ts";
import { openStaffAccounts } from "../../../../shared/storage/work/staff-accounts.ts";

interface Sent {
  readonly constructor: { readonly name: string };
  readonly input: Readonly<Record<string, unknown>>;
}

/** A pool that answers with what `answers` has for a command, and keeps what it was asked. */
function pool(answers: Readonly<Record<string, unknown>> = {}) {
  const asked: (readonly [string, Sent["input"]])[] = [];
  const client = {
    send: async ({ constructor: { name }, input }: Sent) => {
      asked.push([name.replace(/^Admin|Command$/g, ""), input]);
      const answer = answers[name];
      if (answer instanceof Error) throw answer;
      return answer ?? {};
    },
  } as unknown as UserPool["client"];
  return { accounts: openStaffAccounts({ client, name: "pool-1" }), asked };
}

const named = (name: string) => Object.assign(new Error(name), { name });
const attributes = [
  { Name: "email", Value: "nueva@example.pe" },
  { Name: "sub", Value: "sub-1" },
];

describe("the accounts of the staff", () => {
  it("are made with a confirmed address, which is invited by mail", async () => {
    const { accounts, asked } = pool({ AdminCreateUserCommand: { User: { Attributes: attributes } } });
    expect(await accounts.open("nueva@example.pe")).toBe("sub-1");
    expect(asked).toEqual([
      [
        "CreateUser",
        {
          UserPoolId: "pool-1",
          Username: "nueva@example.pe",
          DesiredDeliveryMediums: ["EMAIL"],
          UserAttributes: [
            { Name: "email", Value: "nueva@example.pe" },
            { Name: "email_verified", Value: "true" },
          ],
        },
      ],
    ]);
  });

  it("of an address that has one are found, and nobody is invited again", async () => {
    const { accounts, asked } = pool({
      AdminCreateUserCommand: named("UsernameExistsException"),
      AdminGetUserCommand: { UserAttributes: attributes },
    });
    expect(await accounts.open("nueva@example.pe")).toBe("sub-1");
    expect(asked.map(([name]) => name)).toEqual(["CreateUser", "GetUser"]);
  });

  it.each([
    ["another failure", named("TooManyRequestsException"), "TooManyRequestsException"],
    ["an account without a sub", { User: { Attributes: [] } }, "an account has no sub"],
  ])("%s of the pool is thrown on", async (_, answered, message) => {
    const { accounts } = pool({ AdminCreateUserCommand: answered });
    await expect(accounts.open("nueva@example.pe")).rejects.toThrow(message);
  });

  it("are in exactly the groups of their roles, never in or out of the supervisors', and signed out", async () => {
    const { accounts, asked } = pool();
    await accounts.hold("sub-1", ["clerk", "operator"]);
    const groups = (name: string) => asked.flatMap(([each, { GroupName }]) => (each === name ? [GroupName] : []));
    expect(groups("AddUserToGroup").toSorted()).toEqual(["clerk", "operator"]);
    expect(groups("RemoveUserFromGroup")).toContain("manager");
    expect([...groups("AddUserToGroup"), ...groups("RemoveUserFromGroup")]).not.toContain("external-supervisor");
    expect(asked[0]?.[0]).toBe("EnableUser");
    expect(asked.at(-1)).toEqual(["UserGlobalSignOut", { UserPoolId: "pool-1", Username: "sub-1" }]);
  });

  it("without a role are closed after their groups are taken", async () => {
    const { accounts, asked } = pool();
    await accounts.hold("sub-1", []);
    const names = asked.map(([name]) => name);
    expect(names.filter((name) => name === "AddUserToGroup" || name === "EnableUser")).toEqual([]);
    expect(names.slice(-2)).toEqual(["DisableUser", "UserGlobalSignOut"]);
  });
});
