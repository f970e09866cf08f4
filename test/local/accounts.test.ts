import { expect, it } from "vitest";
import { openAccounts } from "../../local/accounts.ts";
import { type Person, seededPeople, subOf } from "../../local/people.ts";

const bySub = new Map<string, Person>(Object.values(seededPeople).map((one) => [subOf(one), one]));
const accounts = openAccounts({
  find: (sub) => bySub.get(sub),
  keep: (one) => {
    bySub.set(subOf(one), one);
    return subOf(one);
  },
});
const ask = (Username: string, UserPoolId = "us-east-1_customers", operation = "AdminGetUser") =>
  accounts.answer(`AWSCognitoIdentityProviderService.${operation}`, JSON.stringify({ UserPoolId, Username }));

it.each([
  ["maria", "phone_number", "+51900000001"],
  ["jorge", "email", "jorge@example.pe"],
] as const)("answers what %s signs in with, as confirmed", (name, attribute, value) => {
  const { status, body } = ask(subOf(seededPeople[name]));
  expect(status).toBe(200);
  expect(JSON.parse(body).UserAttributes).toEqual(
    expect.arrayContaining([
      { Name: attribute, Value: value },
      { Name: `${attribute}_verified`, Value: "true" },
    ]),
  );
});

it.each([
  ["nobody", "us-east-1_customers", "AdminGetUser", "UserNotFoundException"],
  [subOf(seededPeople.clerk), "us-east-1_customers", "AdminGetUser", "UserNotFoundException"],
  [subOf(seededPeople.maria), "us-east-1_staff", "AdminGetUser", "UserNotFoundException"],
  [subOf(seededPeople.maria), "us-east-1_customers", "AdminDeleteUser", "UnknownOperationException"],
])("refuses %s in %s by %s", (sub, pool, operation, type) => {
  const { status, body } = ask(sub, pool, operation);
  expect([status, JSON.parse(body).__type]).toEqual([400, type]);
});

it("makes an account of the staff once, with its groups, and closes it", () => {
  const email = "nueva@example.pe";
  const staff = (Username: string, operation: string, GroupName?: string) =>
    accounts.answer(
      `AWSCognitoIdentityProviderService.${operation}`,
      JSON.stringify({ UserPoolId: "us-east-1_staff", Username, GroupName }),
    );
  const made = JSON.parse(staff(email, "AdminCreateUser").body).User;
  expect(made.Attributes).toContainEqual({ Name: "sub", Value: made.Username });
  expect(JSON.parse(staff(email, "AdminCreateUser").body).__type).toBe("UsernameExistsException");
  staff(made.Username, "AdminAddUserToGroup", "clerk");
  staff(made.Username, "AdminAddUserToGroup", "operator");
  staff(made.Username, "AdminRemoveUserFromGroup", "clerk");
  expect(bySub.get(made.Username)?.roles).toEqual(["operator"]);
  staff(made.Username, "AdminDisableUser");
  expect(JSON.parse(staff(email, "AdminGetUser").body).Enabled).toBe(false);
  staff(made.Username, "AdminEnableUser");
  expect(JSON.parse(staff(email, "AdminGetUser").body).Enabled).toBe(true);
});
