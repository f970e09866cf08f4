import { Match } from "aws-cdk-lib/assertions";
import { staffRoles } from "../../../shared/domain/work/people.ts";
import { deskPages } from "../../../web/desk-paths.ts";
import { sitePages } from "../../../web/paths.ts";
import { all, lacking, type Resource, resource, type Templates, target } from "../templates.ts";
import { kept, type Rule } from "./rule.ts";
import { poolIds } from "./stateful.ts";

const mismatches = (one: Resource, pattern: object): string[] =>
  Match.objectLike(pattern).test(one.Properties).toHumanStrings();

const clientOf = (templates: Templates, pool: string): Resource["Properties"] =>
  all(templates, "AWS::Cognito::UserPoolClient").find(
    ([, { Properties }]) => target(templates, Properties.UserPoolId) === pool,
  )?.[1].Properties;

/** The firewall that stands before the customers' pool. */
function wallOf(templates: Templates): Resource["Properties"] {
  const [, found] =
    all(templates, "AWS::WAFv2::WebACLAssociation").find(
      ([, { Properties }]) => target(templates, Properties.ResourceArn) === `${poolIds.customers}.Arn`,
    ) ?? [];
  return found && resource(templates, target(templates, found.Properties.WebACLArn).replace(/\.Arn$/, ""))?.Properties;
}

const expectedClients = {
  customers: { path: sitePages.signIn.path, access: 60, refresh: 24 * 60 },
  staff: { path: deskPages.signIn.path, access: 15, refresh: 8 * 60 },
};

const spoil =
  (id: string, change: (properties: Resource["Properties"]) => void) =>
  (templates: Templates): void =>
    change(resource(templates, id).Properties);

export const signInRules: readonly Rule[] = [
  {
    name: "pools are kept and undeletable",
    problems: (templates) =>
      lacking(templates, "AWS::Cognito::UserPool", {
        ...kept,
        Properties: { DeletionProtection: "ACTIVE" },
      }),
    breaches: {
      "a pool anyone may delete": spoil(poolIds.staff, (one) => delete one.DeletionProtection),
      "a pool that a failed creation leaves": (templates) => {
        resource(templates, poolIds.customers).DeletionPolicy = "Retain";
      },
    },
  },
  {
    name: "customers sign themselves up and in by a code to their telephone or mail, in Spanish",
    problems: (templates) =>
      mismatches(resource(templates, poolIds.customers), {
        UserPoolName: "caudal-dev-customers",
        AdminCreateUserConfig: { AllowAdminCreateUserOnly: false },
        UsernameAttributes: ["email", "phone_number"],
        AutoVerifiedAttributes: ["email", "phone_number"],
        Policies: { SignInPolicy: { AllowedFirstAuthFactors: Match.arrayWith(["EMAIL_OTP", "SMS_OTP"]) } },
        EmailAuthenticationMessage: Match.stringLikeRegexp("^\\{####\\} es tu código"),
        SmsAuthenticationMessage: Match.stringLikeRegexp("^\\{####\\} es tu código"),
      }),
    breaches: {
      "no self sign-up": spoil(poolIds.customers, (one) => (one.AdminCreateUserConfig.AllowAdminCreateUserOnly = true)),
      "no codes": spoil(poolIds.customers, (one) => delete one.Policies.SignInPolicy),
    },
  },
  {
    name: "staff are added by staff, need an authenticator and a strong password, and have a group per role",
    problems: (templates) => {
      const groups = all(templates, "AWS::Cognito::UserPoolGroup").filter(
        ([, { Properties }]) => target(templates, Properties.UserPoolId) === poolIds.staff,
      );
      return [
        ...mismatches(resource(templates, poolIds.staff), {
          UserPoolName: "caudal-dev-staff",
          AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
          MfaConfiguration: "ON",
          EnabledMfas: ["SOFTWARE_TOKEN_MFA"],
          Policies: {
            PasswordPolicy: {
              MinimumLength: 14,
              RequireSymbols: true,
              RequireNumbers: true,
              RequireUppercase: true,
              RequireLowercase: true,
            },
          },
        }),
        ...staffRoles
          .filter((role) => !groups.some(([, { Properties }]) => Properties.GroupName === role))
          .map((role) => `no group ${role}`),
      ];
    },
    breaches: {
      "staff that sign themselves up": spoil(
        poolIds.staff,
        (one) => (one.AdminCreateUserConfig.AllowAdminCreateUserOnly = false),
      ),
      "no authenticator": spoil(poolIds.staff, (one) => (one.MfaConfiguration = "OPTIONAL")),
      "codes by SMS": spoil(poolIds.staff, (one) => one.EnabledMfas.push("SMS_MFA")),
      "a role without group": (templates) =>
        (all(templates, "AWS::Cognito::UserPoolGroup")[0]![1].Properties.GroupName = "other"),
    },
  },
  {
    name: "each pool has one browser client: code flow, no secret, our own pages only, short tokens, rotating refresh, no hints",
    problems: (templates) =>
      Object.entries(expectedClients).flatMap(([pool, { path, access, refresh }]) => {
        const returnTo = [
          { "Fn::Join": ["", ["https://", { "Fn::GetAtt": ["SiteDistribution390DED28", "DomainName"] }, path]] },
        ];
        return mismatches(
          { Type: "", Properties: clientOf(templates, poolIds[pool as keyof typeof poolIds]) ?? {} },
          {
            AllowedOAuthFlows: ["code"],
            AllowedOAuthFlowsUserPoolClient: true,
            AllowedOAuthScopes: ["openid", "email"],
            GenerateSecret: false,
            CallbackURLs: returnTo,
            LogoutURLs: returnTo,
            PreventUserExistenceErrors: "ENABLED",
            EnableTokenRevocation: true,
            RefreshTokenRotation: { Feature: "ENABLED" },
            AccessTokenValidity: access,
            RefreshTokenValidity: refresh,
            TokenValidityUnits: { AccessToken: "minutes", RefreshToken: "minutes" },
            ExplicitAuthFlows: [pool === "customers" ? "ALLOW_USER_AUTH" : "ALLOW_USER_SRP_AUTH"],
          },
        ).map((problem) => `${pool}: ${problem}`);
      }),
    breaches: {
      "implicit flow": (templates) => clientOf(templates, poolIds.staff).AllowedOAuthFlows.push("implicit"),
      "another site's page": (templates) =>
        clientOf(templates, poolIds.customers).CallbackURLs.push("https://example.com/"),
      "staff tokens of a day": (templates) => (clientOf(templates, poolIds.staff).AccessTokenValidity = 1440),
      "hints who has an account": (templates) =>
        (clientOf(templates, poolIds.customers).PreventUserExistenceErrors = "LEGACY"),
      "passwords in the open": (templates) =>
        clientOf(templates, poolIds.staff).ExplicitAuthFlows.push("ALLOW_USER_PASSWORD_AUTH"),
    },
  },
  {
    name: "an account is moved to another mail or mobile by nobody who has it, and keeps its own until another is verified",
    problems: (templates) => {
      const rules = Object.values(wallOf(templates)?.Rules ?? {}) as Resource["Properties"][];
      const blocked = rules
        .filter(({ Action }) => Action?.Block)
        .flatMap(({ Statement }) => Statement.OrStatement?.Statements ?? [])
        .map(({ ByteMatchStatement: { FieldToMatch, PositionalConstraint, SearchString } }) =>
          [FieldToMatch.SingleHeader.Name, PositionalConstraint, SearchString].join(" "),
        );
      const kept = (pool: string): readonly string[] =>
        resource(templates, pool).Properties.UserAttributeUpdateSettings?.AttributesRequireVerificationBeforeUpdate ??
        [];
      return [
        ...["UpdateUserAttributes", "DeleteUserAttributes", "DeleteUser"]
          .filter((operation) => !blocked.includes(`x-amzn-cognito-operation-name EXACTLY ${operation}`))
          .map((operation) => `${operation} is let through to the customers' pool`),
        ...["email", "phone_number"]
          .filter((one) => !kept(poolIds.customers).includes(one))
          .map((one) => `customers: a new ${one} counts before it is verified`),
        ...(kept(poolIds.staff).includes("email") ? [] : ["staff: a new email counts before it is verified"]),
        ...(clientOf(templates, poolIds.staff)?.WriteAttributes?.join() === "locale"
          ? []
          : ["staff: the browser's client writes more than nothing of use"]),
      ];
    },
    breaches: {
      "an operation that passes": (templates) => wallOf(templates).Rules.at(-1).Statement.OrStatement.Statements.pop(),
      "counted, not blocked": (templates) => (wallOf(templates).Rules.at(-1).Action = { Count: {} }),
      "another header": (templates) => {
        const [first] = wallOf(templates).Rules.at(-1).Statement.OrStatement.Statements;
        first.ByteMatchStatement.FieldToMatch.SingleHeader.Name = "x-amz-target";
      },
      "a mobile that counts at once": spoil(
        poolIds.customers,
        (one) => (one.UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate = ["email"]),
      ),
      "staff's mail that counts at once": spoil(poolIds.staff, (one) => delete one.UserAttributeUpdateSettings),
      "a client of staff that writes their mail": (templates) => {
        clientOf(templates, poolIds.staff).WriteAttributes = ["email"];
      },
      "a client of staff that writes all": (templates) => {
        delete clientOf(templates, poolIds.staff).WriteAttributes;
      },
    },
  },
  {
    name: "each sign-in of staff is logged, done or refused",
    problems: (templates) => {
      const group = "/aws/vendedlogs/caudal-dev-staff-sign-in";
      const [of] = all(templates, "AWS::Cognito::LogDeliveryConfiguration");
      const [logged] = of?.[1].Properties.LogConfigurations ?? [];
      const arn = JSON.stringify(logged?.CloudWatchLogsConfiguration.LogGroupArn ?? "");
      return of &&
        target(templates, of[1].Properties.UserPoolId) === poolIds.staff &&
        logged.EventSource === "userAuthEvents" &&
        logged.LogLevel === "INFO" &&
        arn.includes(`:log-group:${group}"`) &&
        all(templates, "AWS::Logs::LogGroup").some(([, { Properties }]) => Properties.LogGroupName === group)
        ? []
        : ["nobody sees who signs in"];
    },
    breaches: {
      "failures of sending alone": (templates) => {
        const [logged] = all(templates, "AWS::Cognito::LogDeliveryConfiguration")[0]![1].Properties.LogConfigurations;
        logged.EventSource = "userNotification";
      },
      "another pool": (templates) => {
        all(templates, "AWS::Cognito::LogDeliveryConfiguration")[0]![1].Properties.UserPoolId = {
          Ref: poolIds.customers,
        };
      },
    },
  },
  {
    name: "the customers' sign-in stands behind a firewall that limits each address",
    problems: (templates) => {
      const wall = wallOf(templates);
      return wall?.Scope === "REGIONAL" && JSON.stringify(wall.Rules).includes("RateBasedStatement")
        ? []
        : ["codes can be asked for without limit"];
    },
    breaches: {
      "no firewall": ({ service }) => {
        for (const [id, { Type }] of Object.entries(service.Resources))
          if (Type === "AWS::WAFv2::WebACLAssociation") delete service.Resources[id];
      },
      "the edge's firewall, which cannot stand there": (templates) => {
        const [edge] = all(templates, "AWS::WAFv2::WebACL").find(
          ([, { Properties }]) => Properties.Scope === "CLOUDFRONT",
        )!;
        all(templates, "AWS::WAFv2::WebACLAssociation")[0]![1].Properties.WebACLArn = { "Fn::GetAtt": [edge, "Arn"] };
      },
    },
  },
];
