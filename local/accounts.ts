import * as z from "zod";
import { region } from "./cloud.ts";
import type { ServiceAnswer } from "./messages.ts";
import type { Person } from "./people.ts";
import type { Pool } from "./resources.ts";

/** The accounts of the user pools, as the service of the pools answers for them. */
export interface Accounts {
  /**
   * Answers a call of the service's JSON protocol; `target` is its `x-amz-target`. Only `AdminGetUser` is known: 400 for
   * any other, and for an account that does not exist in the pool.
   */
  answer(target: string, body: string): ServiceAnswer;
}

const asked = z.object({ UserPoolId: z.string(), Username: z.string() });

export function openAccounts(personOf: (sub: string) => Person | undefined): Accounts {
  const answer = (status: number, value: object): ServiceAnswer => ({
    status,
    type: "application/x-amz-json-1.1",
    body: JSON.stringify(value),
  });
  return {
    answer: (target, body) => {
      if (target !== "AWSCognitoIdentityProviderService.AdminGetUser")
        return answer(400, { __type: "UnknownOperationException", message: `not known here: ${target}` });
      const { UserPoolId, Username } = asked.parse(JSON.parse(body));
      const one = personOf(Username);
      if (!one || UserPoolId !== poolIdOf(one.pool))
        return answer(400, { __type: "UserNotFoundException", message: "User does not exist." });
      const name = one.identifier.includes("@") ? "email" : "phone_number";
      return answer(200, {
        Username,
        Enabled: true,
        UserStatus: "CONFIRMED",
        UserAttributes: [
          { Name: "sub", Value: Username },
          { Name: name, Value: one.identifier },
          { Name: `${name}_verified`, Value: "true" },
        ],
      });
    },
  };
}

const poolIdOf = (pool: Pool): string => `${region}_${pool}`;
