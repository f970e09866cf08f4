import { all, type Resource, resource, type Templates, target } from "../templates.ts";
import type { Rule } from "./rule.ts";

const distribution = (templates: Templates): Resource["Properties"] =>
  all(templates, "AWS::CloudFront::Distribution")[0]?.[1].Properties.DistributionConfig;
const apiBehaviour = (templates: Templates) =>
  distribution(templates).CacheBehaviors.find(({ PathPattern }: { PathPattern: string }) => PathPattern === "/api/*");
const originOf = (templates: Templates, { TargetOriginId }: { TargetOriginId: string }) =>
  distribution(templates).Origins.find(({ Id }: { Id: string }) => Id === TargetOriginId);
const policyNamed = (templates: Templates, name: string): [id: string, config: Resource["Properties"]] => {
  const [id, { Properties }] = all(templates, "AWS::CloudFront::ResponseHeadersPolicy").find(
    ([, one]) => one.Properties.ResponseHeadersPolicyConfig.Name === name,
  )!;
  return [id, Properties.ResponseHeadersPolicyConfig];
};
const headersOf = (templates: Templates): Resource["Properties"] => policyNamed(templates, "caudal-dev-site")[1];
const apiHeadersOf = (templates: Templates) => policyNamed(templates, "caudal-dev-api");
const siteWall = (templates: Templates): Resource["Properties"] =>
  all(templates, "AWS::WAFv2::WebACL")[0]?.[1].Properties;

/** CloudFront's own policies, by their published ids. */
const cachingDisabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
const allViewerExceptHost = "b689b0a8-53d0-40ab-baf2-68738e2966ac";

export const siteRules: readonly Rule[] = [
  {
    name: "`/api` goes to the API uncached, whole, over TLS, with the secret key; it has no other way in",
    problems: (templates) => {
      const behaviour = apiBehaviour(templates);
      const { CustomOriginConfig, OriginCustomHeaders = [] } = originOf(templates, behaviour);
      const key = OriginCustomHeaders.find(
        ({ HeaderName }: { HeaderName: string }) => HeaderName === "x-origin-key",
      )?.HeaderValue;
      const sound =
        behaviour.CachePolicyId === cachingDisabled &&
        behaviour.OriginRequestPolicyId === allViewerExceptHost &&
        behaviour.ViewerProtocolPolicy === "https-only" &&
        behaviour.AllowedMethods.includes("DELETE") &&
        CustomOriginConfig.OriginProtocolPolicy === "https-only";
      return [
        ...(sound ? [] : ["/api/* is cached, cut or in clear"]),
        ...(JSON.stringify(key ?? "").includes("{{resolve:secretsmanager:")
          ? []
          : ["the key is missing or in plain text"]),
      ];
    },
    breaches: {
      "a cached API": (templates) => (apiBehaviour(templates).CachePolicyId = "658327ea-f89d-4fab-a63d-7e88639e58f6"),
      "a key in plain text": (templates) =>
        (originOf(templates, apiBehaviour(templates)).OriginCustomHeaders[0].HeaderValue = "secret"),
      "an API in clear": (templates) =>
        (originOf(templates, apiBehaviour(templates)).CustomOriginConfig.OriginProtocolPolicy = "http-only"),
    },
  },
  {
    name: "the API gets the viewer's address from the edge, which overwrites what a request says",
    problems: (templates) => {
      const [associated] = apiBehaviour(templates).FunctionAssociations ?? [];
      const code = all(templates, "AWS::CloudFront::Function").find(
        ([id]) => id === associated?.FunctionARN?.["Fn::GetAtt"]?.[0],
      )?.[1].Properties.FunctionCode;
      const writes = String(code).includes('headers["x-viewer-address"] = { value: event.viewer.ip }');
      return writes && associated.EventType === "viewer-request" ? [] : ["a request can state its own address"];
    },
    breaches: {
      "no function": (templates) => delete apiBehaviour(templates).FunctionAssociations,
      "the paths function": (templates) => {
        apiBehaviour(templates).FunctionAssociations =
          distribution(templates).DefaultCacheBehavior.FunctionAssociations;
      },
    },
  },
  {
    name: "pages come from the closed bucket by this distribution only, through the paths function, and no error is disguised",
    problems: (templates) => {
      const { DefaultCacheBehavior: pages, CustomErrorResponses } = distribution(templates);
      const policies = all(templates, "AWS::S3::BucketPolicy").flatMap(
        ([, { Properties }]) => Properties.PolicyDocument.Statement,
      );
      const readers = policies.filter(({ Effect, Action }) => Effect === "Allow" && Action === "s3:GetObject");
      const sound =
        pages.ViewerProtocolPolicy === "redirect-to-https" &&
        pages.FunctionAssociations?.[0].EventType === "viewer-request" &&
        originOf(templates, pages).OriginAccessControlId &&
        CustomErrorResponses === undefined &&
        readers.length === 1 &&
        readers[0].Principal.Service === "cloudfront.amazonaws.com" &&
        JSON.stringify(readers[0].Condition ?? {}).includes(":distribution/");
      return sound ? [] : ["the pages are reached another way"];
    },
    breaches: {
      "pages without their paths": (templates) =>
        delete distribution(templates).DefaultCacheBehavior.FunctionAssociations,
      "a bucket any distribution reads": (templates) => {
        for (const [, { Properties }] of all(templates, "AWS::S3::BucketPolicy"))
          for (const statement of Properties.PolicyDocument.Statement)
            if (statement.Action === "s3:GetObject") delete statement.Condition;
      },
      "errors turned into pages": (templates) =>
        (distribution(templates).CustomErrorResponses = [{ ErrorCode: 403, ResponsePagePath: "/index.html" }]),
    },
  },
  {
    name: "pages carry the headers of the web build, and may ask only sign-in, uploads and themselves",
    problems: (templates) => {
      const { SecurityHeadersConfig: security, CustomHeadersConfig } = headersOf(templates);
      const policy = security.ContentSecurityPolicy?.ContentSecurityPolicy["Fn::Join"]?.[1]
        .map((part: unknown) => (typeof part === "string" ? part : "<account>"))
        .join("");
      const hosts = [
        "cognito-idp.us-east-1.amazonaws.com",
        "caudal-dev-customers.auth.us-east-1.amazoncognito.com",
        "caudal-dev-staff.auth.us-east-1.amazoncognito.com",
        "caudal-dev-imports-<account>.s3.us-east-1.amazonaws.com",
        "caudal-dev-quarantine-<account>.s3.us-east-1.amazonaws.com",
      ];
      return [
        ...(policy?.endsWith(`connect-src 'self' ${hosts.map((host) => `https://${host}`).join(" ")}`)
          ? []
          : [`pages may ask others: ${policy}`]),
        ...(security.StrictTransportSecurity?.AccessControlMaxAgeSec === 31_536_000 &&
        security.ContentTypeOptions &&
        CustomHeadersConfig.Items.length === 1
          ? []
          : ["a header of the build is missing"]),
      ];
    },
    breaches: {
      "no policy": (templates) => delete headersOf(templates).SecurityHeadersConfig.ContentSecurityPolicy,
      "one host more": (templates) =>
        headersOf(templates).SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy["Fn::Join"][1].push(
          " https://example.com",
        ),
      "no HSTS": (templates) => delete headersOf(templates).SecurityHeadersConfig.StrictTransportSecurity,
    },
  },
  {
    name: "every answer of the API, the gateway's own too, is kept by nobody, is no page and is only for the site",
    problems: (templates) => {
      const [id, { SecurityHeadersConfig: security, CustomHeadersConfig: plain }] = apiHeadersOf(templates);
      const custom = JSON.stringify(plain?.Items.map(({ Header, Value }: Resource["Properties"]) => [Header, Value]));
      return target(templates, apiBehaviour(templates).ResponseHeadersPolicyId ?? "") === id &&
        security.StrictTransportSecurity?.AccessControlMaxAgeSec >= 31_536_000 &&
        security.ContentTypeOptions &&
        /^default-src 'none'/.test(security.ContentSecurityPolicy?.ContentSecurityPolicy) &&
        custom === '[["cache-control","no-store"],["cross-origin-resource-policy","same-origin"]]'
        ? []
        : ["an answer lacks a header"];
    },
    breaches: {
      "an API without them": (templates) => delete apiBehaviour(templates).ResponseHeadersPolicyId,
      "the headers of pages": (templates) => {
        const { ResponseHeadersPolicyId } = distribution(templates).DefaultCacheBehavior;
        Object.assign(apiBehaviour(templates), { ResponseHeadersPolicyId });
      },
      "answers that are kept": (templates) => apiHeadersOf(templates)[1].CustomHeadersConfig.Items.shift(),
      "no HSTS": (templates) => delete apiHeadersOf(templates)[1].SecurityHeadersConfig.StrictTransportSecurity,
    },
  },
  {
    name: "everything passes the firewall: a limit by address and the known attacks",
    problems: (templates) => {
      const wall = siteWall(templates);
      const [id] = all(templates, "AWS::WAFv2::WebACL")[0] ?? [];
      const rules = JSON.stringify(wall?.Rules ?? []);
      return target(templates, distribution(templates).WebACLId ?? {}) === `${id}.Arn` &&
        wall.Scope === "CLOUDFRONT" &&
        rules.includes("RateBasedStatement") &&
        rules.includes("AWSManagedRulesCommonRuleSet")
        ? []
        : ["the firewall is not there, not whole, or not asked"];
    },
    breaches: {
      "no firewall": (templates) => delete distribution(templates).WebACLId,
      "no limit": (templates) => siteWall(templates).Rules.shift(),
      "no rules": (templates) => siteWall(templates).Rules.pop(),
    },
  },
  {
    name: "the edge's log has no path, which may contain a key, no query and no cookie",
    problems: (templates) => {
      const [[, delivery] = []] = all(templates, "AWS::Logs::Delivery");
      const fields: string[] = delivery?.Properties.RecordFields ?? [];
      const source = resource(templates, target(templates, delivery?.Properties.DeliverySourceName ?? {}));
      return fields.includes("sc-status") &&
        !fields.some((field) => /uri|query|cookie|referer/i.test(field)) &&
        source?.Properties.LogType === "ACCESS_LOGS"
        ? []
        : ["the edge is not logged, or logs secrets"];
    },
    breaches: {
      "a log of queries": (templates) =>
        all(templates, "AWS::Logs::Delivery")[0]![1].Properties.RecordFields.push("cs-uri-query"),
      "a log of addresses": (templates) =>
        all(templates, "AWS::Logs::Delivery")[0]![1].Properties.RecordFields.push("cs-uri-stem"),
      "no log": ({ service }) => {
        for (const [id, { Type }] of Object.entries(service.Resources))
          if (Type === "AWS::Logs::Delivery") delete service.Resources[id];
      },
    },
  },
  {
    name: "each firewall logs what it blocks, without paths, queries, tokens and cookies, and nothing that it lets pass",
    problems: (templates) => {
      const logs = all(templates, "AWS::WAFv2::LoggingConfiguration");
      const logged = logs.map(([, { Properties }]) => target(templates, Properties.ResourceArn));
      const groups = all(templates, "AWS::Logs::LogGroup").map(([, { Properties }]) => Properties.LogGroupName);
      return [
        ...all(templates, "AWS::WAFv2::WebACL").flatMap(([id]) =>
          logged.includes(`${id}.Arn`) ? [] : [`nobody learns what ${id} blocks`],
        ),
        ...logs.flatMap(([id, { Properties }]) => {
          const left = JSON.stringify(Properties.RedactedFields ?? []);
          const [, group = ""] = /:log-group:(aws-waf-logs-[\w-]+)$/.exec(
            target(templates, Properties.LogDestinationConfigs[0]),
          ) ?? [""];
          return ["UriPath", "QueryString", "authorization", "cookie"].every((one) => left.includes(one)) &&
            Properties.LoggingFilter?.DefaultBehavior === "DROP" &&
            groups.includes(group)
            ? []
            : [`${id} logs what it must not, or nowhere`];
        }),
      ];
    },
    breaches: {
      "a firewall that is not logged": ({ service }) => {
        delete service.Resources[
          Object.entries(service.Resources).find(([, { Type }]) => Type === "AWS::WAFv2::LoggingConfiguration")![0]
        ];
      },
      "a log of every request": (templates) =>
        delete all(templates, "AWS::WAFv2::LoggingConfiguration")[0]![1].Properties.LoggingFilter,
      "a log of paths": (templates) =>
        all(templates, "AWS::WAFv2::LoggingConfiguration")[0]![1].Properties.RedactedFields.shift(),
      "a log that is not there": (templates) =>
        (all(templates, "AWS::WAFv2::LoggingConfiguration")[0]![1].Properties.LogDestinationConfigs = ["arn:x"]),
    },
  },
];
