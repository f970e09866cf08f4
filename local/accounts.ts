import * as z from "zod";
import { type StaffRole, staffRoles } from "../shared/domain/work/people.ts";
import { region } from "./cloud.ts";
import type { ServiceAnswer } from "./messages.ts";
import { type Person, subOf } from "./people.ts";
import type { Pool } from "./resources.ts";

/** The accounts of the user pools, as the service of the pools answers for them. */
export interface Accounts {
  /**
   * Answers a call of the service's JSON protocol; `target` is its `x-amz-target`. Known are `AdminGetUser` and what
   * makes and changes accounts of the staff: 400 for any other, and for an account that does not exist in the pool.
   */
  answer(target: string, body: string): ServiceAnswer;
}

/** Where the accounts of both pools stand. */
export interface AccountBook {
  find(sub: string): Person | undefined;
  /** Stores a person, new or changed, and returns their `sub`. */
  keep(person: Person): string;
}

const asked = z.object({ UserPoolId: z.string(), Username: z.string(), GroupName: z.enum(staffRoles).optional() });
const service = "AWSCognitoIdentityProviderService.";

/** What an operation makes of a person; sign-outs and invitations have nothing to do here: tokens last minutes. */
const changes: Readonly<Record<string, (one: Person, group: StaffRole | undefined) => Person>> = {
  AdminAddUserToGroup: (one, group) => ({
    ...one,
    roles: staffRoles.filter((role) => role === group || one.roles?.includes(role)),
  }),
  AdminRemoveUserFromGroup: (one, group) => ({ ...one, roles: (one.roles ?? []).filter((role) => role !== group) }),
  AdminDisableUser: (one) => ({ ...one, isClosed: true }),
  AdminEnableUser: (one) => ({ ...one, isClosed: false }),
  AdminUserGlobalSignOut: (one) => one,
};

export function openAccounts({ find, keep }: AccountBook): Accounts {
  const answer = (status: number, value: object): ServiceAnswer => ({
    status,
    type: "application/x-amz-json-1.1",
    body: JSON.stringify(value),
  });
  const failed = (type: string, message: string) => answer(400, { __type: type, message });
  const made = (UserPoolId: string, identifier: string): ServiceAnswer => {
    if (UserPoolId !== poolIdOf("staff")) return failed("NotAuthorizedException", "customers register themselves");
    const person: Person = { pool: "staff", identifier, roles: [] };
    if (find(subNamed(identifier))) return failed("UsernameExistsException", "User account already exists");
    return answer(200, { User: { Username: keep(person), Attributes: attributesOf(keep(person), person) } });
  };
  return {
    answer: (target, body) => {
      const operation = target.startsWith(service) ? target.slice(service.length) : target;
      const change = changes[operation];
      if (!change && operation !== "AdminGetUser" && operation !== "AdminCreateUser")
        return failed("UnknownOperationException", `not known here: ${target}`);
      const { UserPoolId, Username, GroupName } = asked.parse(JSON.parse(body));
      if (operation === "AdminCreateUser") return made(UserPoolId, Username);
      const sub = find(Username) ? Username : subNamed(Username);
      const one = find(sub);
      if (!one || UserPoolId !== poolIdOf(one.pool)) return failed("UserNotFoundException", "User does not exist.");
      if (change) {
        keep(change(one, GroupName));
        return answer(200, {});
      }
      const UserAttributes = attributesOf(sub, one);
      return answer(200, { Username: sub, Enabled: !one.isClosed, UserStatus: "CONFIRMED", UserAttributes });
    },
  };
}

const subNamed = (identifier: string): string => subOf({ pool: "staff", identifier });

function attributesOf(sub: string, { identifier }: Person) {
  const name = identifier.includes("@") ? "email" : "phone_number";
  return [
    { Name: "sub", Value: sub },
    { Name: name, Value: identifier },
    { Name: `${name}_verified`, Value: "true" },
  ];
}

const poolIdOf = (pool: Pool): string => `${region}_${pool}`;
