import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text as textFrom } from "node:stream/consumers";
import { App, Stack } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { Topic } from "aws-cdk-lib/aws-sns";
import { describe, expect, it, onTestFinished } from "vitest";
import { parse } from "yaml";
import { composePipeline } from "../../infra/pipeline.ts";
import { root } from "../../scripts/bundle.ts";
import { answeringAws, answerOf } from "../infra/answering-aws.ts";
import { releaseBefore } from "../release-before.ts";

const textOf = (name: string): string => readFileSync(join(root, ".github", "workflows", `${name}.yml`), "utf8");
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** What a job's checkout is given. */
const checkoutOf = ({ steps }: { steps: { uses?: string; with?: object }[] }): object | undefined =>
  steps.find(({ uses }) => uses?.startsWith("actions/checkout@"))?.with;

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

  it("hold nothing up while somebody is asked for an approval: what waits in turn is a job, or a stage", () => {
    expect(parse(textOf("ci")).concurrency).toBe(undefined);
    expect(parse(textOf("deploy")).concurrency).toEqual({
      group: `deploy-\${{ inputs.stage }}`,
      "cancel-in-progress": false,
    });
    // In the order of the commits: what is tested in turn is deployed in turn.
    expect(jobs.whole.concurrency.group).toBe(`whole-\${{ github.ref }}`);
    expect([jobs.staging.concurrency, jobs.prod.concurrency]).toEqual([undefined, undefined]);
  });

  it("test a clone with its whole history, from which the release before is built", () => {
    expect(checkoutOf(jobs.whole)).toEqual({ "fetch-depth": 0 });
  });

  it("deploy from a clone with its whole history, which says what may follow what", () => {
    expect(checkoutOf(deploying.deploy)).toEqual({ "fetch-depth": 0 });
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

const comparing = ["cloudformation:DescribeStacks", "cloudformation:GetTemplate"];

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
    expect(trusts("dev,staging")).toEqual({
      "caudal-github-diff": only("repo:eps/caudal:pull_request"),
      "caudal-github-deploy-dev": only("repo:eps/caudal:environment:dev"),
      "caudal-github-deploy-staging": only("repo:eps/caudal:environment:staging"),
    });
    expect(Object.keys(trusts("prod"))).toEqual(["caudal-github-diff", "caudal-github-deploy-prod"]);
  });

  it("to compare may only read, and to deploy touches one stage", () => {
    const template = Template.fromStack(pipeline("staging"));
    template.hasResourceProperties("AWS::IAM::Role", {
      RoleName: "caudal-github-diff",
      Policies: [
        {
          PolicyDocument: {
            Statement: [
              {
                Effect: "Allow",
                // No role of the CDK's: the one to look up reads every table and bucket.
                Action: comparing,
                Resource: {
                  "Fn::Join": ["", ["arn:aws:cloudformation:*:", { Ref: "AWS::AccountId" }, ":stack/caudal-staging-*"]],
                },
              },
            ],
          },
        },
      ],
    });
    const text = JSON.stringify(template.toJSON());
    expect(text).not.toMatch(/caudal-prod|"Action":"\*"|"Resource":"\*"/);
    expect(text.match(/-lookup-role-/g)).toHaveLength(1);
    expect(text.match(/-deploy-role-/g)).toHaveLength(1);
  });

  it("are made for no example, and for stages that there are", () => {
    const of = (repository: string, deploys: string) => () => composePipeline(new App(), { repository, deploys });
    expect(of("example/caudal", "prod")).toThrow("nobody's repository");
    expect(of("eps/caudal", "test")).toThrow("State the stages");
    expect(of("eps/caudal", "")).toThrow("State the stages");
  });

  it("let no stage of an account deploy production beside it: the CDK has one role there for all of them", () => {
    const of = (deploys: string) => () => pipeline(deploys);
    expect(of("staging,prod")).toThrow("staging and prod share an account");
    expect(of("dev,second")).toThrow("Give prod an account of its own");
    expect(of("prod,second")).not.toThrow();
  });

  it("pass cdk-nag", () => {
    const app = new App();
    composePipeline(app, { repository: "eps/caudal", deploys: "dev,staging" });
    expect(() => app.synth()).not.toThrow();
  });
});

describe("a clone without the release before", () => {
  const shallow = (mustBe: boolean) => releaseBefore("", mustBe);

  it("leaves the tests with it out, and says why", () => {
    expect(shallow(false)).toEqual({ missing: expect.stringContaining("fetch its whole history") });
  });

  it("fails where nobody reads what was left out", () => {
    expect(() => shallow(true)).toThrow("fetch its whole history");
  });
});

/** What AWS answers the role `diff`: it has one empty stack of each name. */
const answersToDiff: Readonly<Record<string, string>> = {
  GetCallerIdentity:
    "<Account>111122223333</Account><Arn>arn:aws:sts::111122223333:assumed-role/caudal-github-diff/1</Arn><UserId>1</UserId>",
  DescribeStacks:
    "<Stacks><member><StackName>any</StackName><StackId>1</StackId><CreationTime>2026-11-27T00:00:00Z</CreationTime><StackStatus>UPDATE_COMPLETE</StackStatus></member></Stacks>",
  GetTemplate: '<TemplateBody>{"Resources":{}}</TemplateBody>',
};

it("a pull request is compared by the two rights that its role has, though the CDK asks for a role of its own first", async () => {
  const folder = mkdtempSync(join(tmpdir(), "caudal-diff-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const app = new App({ outdir: join(folder, "assembly") });
  new Topic(new Stack(app, "caudal-staging-data", { env: { region: "us-east-1" } }), "Alarms");
  app.synth();
  const [, command = ""] = /npx cdk (diff .*?) >/.exec(textOf("ci")) ?? [];
  const asked = new Set<string>();
  const address = await answeringAws(({ action }) => {
    // Everybody may ask who they are.
    if (action !== "GetCallerIdentity") asked.add(action);
    return answersToDiff[action] && answerOf(action, answersToDiff[action]);
  });
  const child = spawn(
    process.execPath,
    [
      join(root, "node_modules/aws-cdk/bin/cdk"),
      ...command.replace("build/assembly/staging", app.outdir).split(" "),
      "--no-notices",
    ],
    {
      cwd: folder,
      env: {
        PATH: process.env["PATH"],
        HOME: folder,
        AWS_ENDPOINT_URL: address,
        AWS_ACCESS_KEY_ID: "none",
        AWS_SECRET_ACCESS_KEY: "none",
        AWS_REGION: "us-east-1",
        CDK_DISABLE_CLI_TELEMETRY: "true",
      },
    },
  );
  const ended = new Promise((end) => child.on("close", end));
  const said = (await Promise.all([textFrom(child.stdout), textFrom(child.stderr)])).join("");
  expect(said).toContain("[+] AWS::SNS::Topic");
  expect(await ended).toBe(0);
  expect([...asked]).toEqual(["AssumeRole", ...comparing.map((right) => right.replace("cloudformation:", ""))]);
});
