import { readFileSync } from "node:fs";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { Match, Template } from "aws-cdk-lib/assertions";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { composePipeline } from "../../infra/pipeline.ts";
import { root } from "../../scripts/bundle.ts";

const textOf = (name: string): string => readFileSync(join(root, ".github", "workflows", `${name}.yml`), "utf8");
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

describe("the workflows", () => {
  const { jobs } = parse(textOf("ci"));
  const { jobs: deploying } = parse(textOf("deploy"));

  it("hold no key: whoever deploys has a token of GitHub's and a role", () => {
    expect(`${textOf("ci")}${textOf("deploy")}`).not.toMatch(/secrets\.|AKIA|access-key/i);
  });

  it("give the right to such a token to no job but those that take a role", () => {
    for (const name of ["ci", "deploy"]) expect(parse(textOf(name)).permissions).toEqual({ contents: "read" });
    const tokens = Object.keys(jobs).filter((name) => jobs[name].permissions?.["id-token"] === "write");
    expect(tokens).toEqual(["diff", "staging", "prod"]);
  });

  it("deploy to staging only what passed whole, and to prod only what stands in staging", () => {
    expect([jobs.staging.needs, jobs.prod.needs]).toEqual(["whole", "staging"]);
    expect([jobs.staging.with.stage, jobs.prod.with.stage]).toEqual(["staging", "prod"]);
    expect(jobs.staging.if).toContain("github.event_name == 'push'");
    // The environment is where the repository says who must approve.
    expect(deploying.deploy.environment).toMatch(/^\$\{\{ inputs\.stage \}\}$/);
  });

  it("compare with what stands only for pull requests of the repository itself", () => {
    expect(jobs.diff.if).toContain("head.repo.full_name == github.repository");
  });

  it("name commands that there are", () => {
    const named = [...`${textOf("ci")}${textOf("deploy")}`.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(
      ([, one]) => one!,
    );
    expect(named).toEqual(expect.arrayContaining(["synth", "deploy", "smoke", "rollback"]));
    expect(named.filter((one) => !(one in scripts))).toEqual([]);
  });
});

describe("the roles of the workflows", () => {
  const pipeline = (deploys: string) => composePipeline(new App(), { repository: "eps/caudal", deploys });
  const trusts = (deploys: string) => {
    const roles = Object.values(Template.fromStack(pipeline(deploys)).findResources("AWS::IAM::Role"));
    return Object.fromEntries(
      roles.map(({ Properties: { RoleName, AssumeRolePolicyDocument } }) => [
        RoleName,
        AssumeRolePolicyDocument.Statement.map((one: { Condition: object }) => one.Condition),
      ]),
    );
  };
  const only = (subject: string) => [
    {
      StringEquals: {
        "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
        "token.actions.githubusercontent.com:sub": subject,
      },
    },
  ];

  it("are one for each stage, each for the jobs of its environment alone, and one that compares", () => {
    expect(trusts("staging,prod")).toEqual({
      "caudal-github-diff": only("repo:eps/caudal:pull_request"),
      "caudal-github-deploy-staging": only("repo:eps/caudal:environment:staging"),
      "caudal-github-deploy-prod": only("repo:eps/caudal:environment:prod"),
    });
    expect(Object.keys(trusts("prod"))).toEqual(["caudal-github-diff", "caudal-github-deploy-prod"]);
  });

  it("to compare may only read, and to deploy touches one stage", () => {
    const template = Template.fromStack(pipeline("staging"));
    template.hasResourceProperties("AWS::IAM::Role", {
      RoleName: "caudal-github-diff",
      Policies: [{ PolicyDocument: { Statement: [Match.objectLike({ Action: "sts:AssumeRole" })] } }],
    });
    const text = JSON.stringify(template.toJSON());
    expect(text).not.toMatch(/caudal-prod|"Action":"\*"|"Resource":"\*"/);
    expect(text.match(/-lookup-role-/g)).toHaveLength(2);
    expect(text.match(/-deploy-role-/g)).toHaveLength(1);
  });

  it("are made for no example, and for stages that there are", () => {
    const of = (repository: string, deploys: string) => () => composePipeline(new App(), { repository, deploys });
    expect(of("example/caudal", "prod")).toThrow("nobody's repository");
    expect(of("eps/caudal", "test")).toThrow("State the stages");
    expect(of("eps/caudal", "")).toThrow("State the stages");
  });

  it("pass cdk-nag", () => {
    const app = new App();
    composePipeline(app, { repository: "eps/caudal", deploys: "staging,prod" });
    expect(() => app.synth()).not.toThrow();
  });
});
