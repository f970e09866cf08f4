import { describe, expect, it } from "vitest";
import { type Assembly, readAssembly } from "../../local/templates.ts";
import { fixture, type Templates, written } from "./fixtures/assembly.ts";

const origin = "http://127.0.0.1:8080";
const surroundings = {
  origin,
  issuer: (pool: string) => `${origin}/_local/oidc/${pool}`,
  secret: (name: string) => `secret of ${name}`,
};
const base = fixture("/out");

function read(templates: Templates, more?: object): Assembly {
  return readAssembly(written(templates, more), "caudal-dev-", surroundings);
}
function resolved(assembly: Assembly, id: string): unknown {
  const found = assembly.resources.find((resource) => resource.id === id);
  if (!found) throw new Error(`no ${id}`);
  return assembly.properties(found);
}
const with_ = (service: Templates["service"]): Templates => ({ ...base, service: { ...base.service, ...service } });

describe("templates", () => {
  it("read across stacks, with the local issuers in place of the pools", () => {
    expect(resolved(read(base), "CustomersGuard")).toMatchObject({
      JwtConfiguration: { Issuer: `${origin}/_local/oidc/customers`, Audience: ["customersclient"] },
    });
  });

  it("have the gateway in place of the distribution, secrets, and names that are known before anything is made", () => {
    const assembly = read(base);
    expect(resolved(assembly, "StaffClient")).toMatchObject({
      UserPoolId: "us-east-1_staff",
      CallbackURLs: [`${origin}/desk/`],
    });
    const [work] = assembly.of("AWS::SQS::Queue").filter(({ id }) => id === "Work");
    if (work) assembly.made(work, { "": "http://queues/work" });
    expect(resolved(assembly, "Answering")).toMatchObject({
      Environment: {
        Variables: {
          ORIGIN_KEY: "secret of arn:aws:secretsmanager:us-east-1:000000000000:secret:caudal-dev-service-OriginKey",
          TABLE_BILLING: "caudal-dev-data-Table",
          QUEUE_WORK: "http://queues/work",
        },
      },
    });
    expect(resolved(assembly, "Bucket")).toMatchObject({ BucketName: "caudal-dev-imports-000000000000" });
  });

  it("leave out what stands under a condition that does not hold", () => {
    const more = { Conditions: { No: { "Fn::Equals": ["a", "b"] }, Yes: { "Fn::Not": [{ Condition: "No" }] } } };
    const role = { Type: "AWS::IAM::Role" };
    const ids = read(
      with_({ Out: { ...role, Condition: "No" }, In: { ...role, Condition: "Yes" } }),
      more,
    ).resources.map(({ id }) => id);
    expect(ids).toContain("In");
    expect(ids).not.toContain("Out");
  });

  it("read parameters and mappings", () => {
    const more = { Parameters: { Size: { Type: "Number", Default: 7 } }, Mappings: { M: { "7": { k: "seven" } } } };
    const rule = { Type: "AWS::IAM::Role", Properties: { a: { "Fn::FindInMap": ["M", { Ref: "Size" }, "k"] } } };
    expect(resolved(read(with_({ Mapped: rule }), more), "Mapped")).toEqual({ a: "seven" });
  });

  it.each<[string, object, string, string]>([
    [
      "AWS::Kinesis::Stream",
      {},
      "caudal-dev-service.New: the local stack does not know AWS::Kinesis::Stream",
      "a type nobody decided about",
    ],
    ["AWS::Cognito::UserPool", { UserPoolName: "caudal-dev-robots" }, "customers or staff", "a third pool"],
  ])("with a %s %j throw %s (%s)", (Type, Properties, message) => {
    expect(() => read(with_({ New: { Type, Properties } }))).toThrow(message);
  });

  it.each([
    [
      { a: { "Fn::ImportValue": "data:nothing" } },
      "caudal-dev-service.New.a.Fn::ImportValue: no stack exports data:nothing",
    ],
    [{ a: { Ref: "Nobody" } }, "caudal-dev-service.New.a.Ref: no resource Nobody"],
    [
      { a: [{ "Fn::GetAtt": ["Role", "RoleId"] }] },
      "caudal-dev-service.New.a[0].Fn::GetAtt: the local stack has no RoleId of AWS::IAM::Role Role",
    ],
    [{ a: "{{resolve:ssm:/x}}" }, "caudal-dev-service.New.a: the local stack does not know {{resolve:ssm:/x}}"],
    [{ a: { "Fn::Cidr": ["10.0.0.0/16", 1, 8] } }, "New.a: the local stack does not know Fn::Cidr"],
    [{ a: { "Fn::If": ["Nothing", 1, 2] } }, "caudal-dev-service.New.a.Fn::If: no condition Nothing"],
  ])("with %j throw %s", (Properties, message) => {
    const assembly = read(with_({ New: { Type: "AWS::IAM::Role", Properties } }));
    expect(() => resolved(assembly, "New")).toThrow(message);
  });

  it("that were never synthesized say what to run", () => {
    expect(() => readAssembly("/nowhere", "caudal-dev-", surroundings)).toThrow("npm run synth");
  });
});
