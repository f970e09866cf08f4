import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminUserGlobalSignOutCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import type { StaffRole } from "../../domain/work/people.ts";
import { deskRoles } from "../../domain/work/staff-access.ts";
import type { UserPool } from "../claim/account-contacts.ts";

/** The accounts with which the staff sign in. Each call may be made again: it leaves what the first one left. */
export interface StaffAccounts {
  /**
   * Makes an account for a mail address, which invites its person, and returns its `sub`. Returns that of the account
   * that has the address already, if there is one, and invites nobody.
   */
  open(email: string): Promise<string>;
  /**
   * Puts an account in exactly the groups of these roles. Without roles it is closed, and its person is signed out: a
   * token that they hold is good for a quarter of an hour at the most.
   */
  hold(sub: string, roles: readonly StaffRole[]): Promise<void>;
}

export function openStaffAccounts({ client, name: UserPoolId }: UserPool): StaffAccounts {
  return {
    open: async (email) => {
      try {
        const { User } = await client.send(
          new AdminCreateUserCommand({
            UserPoolId,
            Username: email,
            DesiredDeliveryMediums: ["EMAIL"],
            UserAttributes: [
              { Name: "email", Value: email },
              { Name: "email_verified", Value: "true" },
            ],
          }),
        );
        return subIn(User?.Attributes);
      } catch (failure) {
        if (!(failure instanceof Error) || failure.name !== "UsernameExistsException") throw failure;
        const { UserAttributes } = await client.send(new AdminGetUserCommand({ UserPoolId, Username: email }));
        return subIn(UserAttributes);
      }
    },
    hold: async (sub, roles) => {
      const account = { UserPoolId, Username: sub };
      if (roles.length > 0) await client.send(new AdminEnableUserCommand(account));
      for (const role of deskRoles)
        await client.send(
          roles.includes(role)
            ? new AdminAddUserToGroupCommand({ ...account, GroupName: role })
            : new AdminRemoveUserFromGroupCommand({ ...account, GroupName: role }),
        );
      if (roles.length === 0) await client.send(new AdminDisableUserCommand(account));
      // Who lost a role goes on with the token they hold until it ends; no new one has it.
      await client.send(new AdminUserGlobalSignOutCommand(account));
    },
  };
}

function subIn(
  attributes: readonly { readonly Name?: string | undefined; readonly Value?: string | undefined }[] = [],
) {
  const sub = attributes.find(({ Name }) => Name === "sub")?.Value;
  if (!sub) throw new Error("an account has no sub");
  return sub;
}
