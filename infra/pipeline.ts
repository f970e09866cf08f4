import { App, CfnOutput, Stack, type StackProps } from "aws-cdk-lib";
import { CfnRole, OidcProviderNative, PolicyDocument, PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Construct } from "constructs";
import { repository, type Stage, type StageSettings, settings, stages } from "../settings.ts";
import { checkByNag } from "./nag.ts";
import { isPublic } from "./stage.ts";

const issuer = "token.actions.githubusercontent.com";
/** The name in the names of the roles that `cdk bootstrap` makes. */
const qualifier = "hnb659fds";

interface PipelineProps extends StackProps {
  /** `owner/name`. */
  readonly repository: string;
  /** The stages deployed to the account of this stack. */
  readonly deploys: readonly Stage[];
}

/**
 * The roles that GitHub's workflows take by their own tokens, so that no key of AWS is stored anywhere. `diff` reads
 * templates and nothing else: whoever changes a workflow in a pull request has it. A role for each stage deploys it,
 * and only a job of the environment of that name gets it: who may approve there is set in the repository.
 */
export class PipelineStack extends Stack {
  constructor(scope: Construct, id: string, { repository, deploys, ...stackProps }: PipelineProps) {
    super(scope, id, stackProps);
    const provider = new OidcProviderNative(this, "GitHub", {
      url: `https://${issuer}`,
      clientIds: ["sts.amazonaws.com"],
    }).oidcProviderArn;
    this.role("diff", provider, `repo:${repository}:pull_request`, [
      new PolicyStatement({
        actions: ["cloudformation:DescribeStacks", "cloudformation:GetTemplate"],
        // In every Region: copies have one of their own.
        resources: deploys.map((stage) => `arn:aws:cloudformation:*:${this.account}:stack/caudal-${stage}-*`),
      }),
    ]);
    for (const stage of deploys)
      this.role(`deploy-${stage}`, provider, `repo:${repository}:environment:${stage}`, [
        this.assuming("lookup", "deploy", "file-publishing"),
        ...this.copying(stage),
        ...this.releasing(stage),
      ]);
  }

  private role(name: string, provider: string, subject: string, statements: readonly PolicyStatement[]): void {
    const role = new CfnRole(this, name, {
      roleName: `caudal-github-${name}`,
      maxSessionDuration: 3600,
      assumeRolePolicyDocument: {
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: "sts:AssumeRoleWithWebIdentity",
            Principal: { Federated: provider },
            Condition: { StringEquals: { [`${issuer}:aud`]: "sts.amazonaws.com", [`${issuer}:sub`]: subject } },
          },
        ],
      },
      policies: [{ policyName: "rights", policyDocument: new PolicyDocument({ statements: [...statements] }) }],
    });
    new CfnOutput(this, `${name}Role`, { value: role.attrArn, description: `The variable of the job ${name}` });
  }

  /** The right to take roles that `cdk bootstrap` made, which hold the rights over stacks and assets. */
  private assuming(...roles: readonly string[]): PolicyStatement {
    return this.assumingIn(this.region, roles);
  }

  private assumingIn(region: string, roles: readonly string[]): PolicyStatement {
    const { account } = this;
    return new PolicyStatement({
      actions: ["sts:AssumeRole"],
      resources: roles.map((role) => `arn:aws:iam::${account}:role/cdk-${qualifier}-${role}-role-${account}-${region}`),
    });
  }

  /** The same right in the Region of the stage's copies, if it has one. */
  private copying(stage: Stage): readonly PolicyStatement[] {
    const { copiesRegion }: StageSettings = settings[stage];
    return copiesRegion === undefined ? [] : [this.assumingIn(copiesRegion, ["lookup", "deploy", "file-publishing"])];
  }

  /** The rights that `scripts/deploy.ts` and `scripts/rollback.ts` use themselves. */
  private releasing(stage: Stage): readonly PolicyStatement[] {
    const { account, region } = this;
    const pages = `arn:aws:s3:::caudal-${stage}-service-site*`;
    return [
      new PolicyStatement({
        actions: ["cloudformation:DescribeStacks"],
        resources: [`arn:aws:cloudformation:${region}:${account}:stack/caudal-${stage}-*`],
      }),
      new PolicyStatement({
        actions: ["lambda:GetAlias", "lambda:InvokeFunction", "lambda:ListVersionsByFunction", "lambda:UpdateAlias"],
        resources: [`arn:aws:lambda:${region}:${account}:function:caudal-${stage}-*`],
      }),
      new PolicyStatement({ actions: ["s3:ListBucketVersions"], resources: [pages] }),
      new PolicyStatement({ actions: ["s3:PutObject", "s3:GetObjectVersion"], resources: [`${pages}/*`] }),
    ];
  }
}

/**
 * Builds the stack `caudal-pipeline` in us-east-1, with the roles of the stages named in `deploys`, such as
 * `dev,staging`. Names in it that are no stage are ignored. The stack names no account: it goes to the account of the
 * deployer's credentials.
 * @throws if the repository is of the owner `example`, if `deploys` names no stage, or a stage that serves the public
 * beside one that does not.
 */
export function composePipeline(
  app: App,
  of: { readonly repository: string; readonly deploys: string },
): PipelineStack {
  if (of.repository.startsWith("example/"))
    throw new Error(`${of.repository} is nobody's repository: state yours in settings.ts.`);
  const deploys = stages.filter((stage) => of.deploys.split(",").includes(stage));
  if (deploys.length === 0)
    throw new Error(`State the stages of this account: --context stages=staging or ${stages.join(",")}.`);
  if (deploys.some(isPublic) && !deploys.every(isPublic))
    throw new Error(
      `${deploys.join(" and ")} share an account, and so the CDK's one role that deploys: nothing would stand between them, nor wait for an approval. Give prod an account of its own.`,
    );
  checkByNag(app);
  return new PipelineStack(app, "caudal-pipeline", {
    env: { region: "us-east-1" },
    terminationProtection: true,
    repository: of.repository,
    deploys,
  });
}

if (import.meta.main) {
  const app = new App();
  composePipeline(app, { repository, deploys: String(app.node.tryGetContext("stages") ?? "") });
  app.synth();
}
