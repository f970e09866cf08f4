import { AdminGetUserCommand, CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";

/** The user pool of customers: `name` is its id. */
export type UserPool = { readonly client: CognitoIdentityProviderClient; readonly name: string };

/**
 * Where an account gets its sign-in codes: the mail, or else the mobile of nine digits, that it showed to be its own.
 */
export type AccountContact =
  | { readonly channel: "email"; readonly to: string }
  | { readonly channel: "sms"; readonly to: string };

export interface AccountContacts {
  /** Returns where to write to an account; `undefined` if it does not exist any more or has no confirmed contact. */
  find(sub: string): Promise<AccountContact | undefined>;
}

export function openUserPools(): CognitoIdentityProviderClient {
  return new CognitoIdentityProviderClient({});
}

export function openAccountContacts({ client, name }: UserPool): AccountContacts {
  return {
    find: async (sub) => {
      const attributes = await attributesOf({ client, name }, sub);
      const confirmed = (of: "email" | "phone_number") =>
        attributes.get(`${of}_verified`) === "true" ? attributes.get(of) : undefined;
      const [email, telephone] = [confirmed("email"), confirmed("phone_number")];
      if (email) return { channel: "email", to: email };
      return telephone ? { channel: "sms", to: telephone.replace(/^\+51/, "") } : undefined;
    },
  };
}

/** An account's name in the pool is its `sub`: the pool takes mails and telephones as aliases only. */
async function attributesOf({ client, name }: UserPool, sub: string): Promise<ReadonlyMap<string, string>> {
  try {
    const { UserAttributes = [] } = await client.send(new AdminGetUserCommand({ UserPoolId: name, Username: sub }));
    return new Map(UserAttributes.map(({ Name = "", Value = "" }) => [Name, Value]));
  } catch (failure) {
    if (failure instanceof Error && failure.name === "UserNotFoundException") return new Map();
    throw failure;
  }
}
