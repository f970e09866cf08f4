import { expect, it } from "vitest";
import { openAccounts } from "../../local/accounts.ts";
import { seededPeople, subOf } from "../../local/people.ts";

const bySub = new Map(Object.values(seededPeople).map((one) => [subOf(one), one]));
const accounts = openAccounts((sub) => bySub.get(sub));
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
