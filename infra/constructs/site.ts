import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Aws, CfnCondition, CfnParameter, Duration, Fn, Stack } from "aws-cdk-lib";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  CfnResponseHeadersPolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  type IOrigin,
  OriginRequestPolicy,
  OriginSslPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin, S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { CfnDelivery, CfnDeliveryDestination, CfnDeliverySource } from "aws-cdk-lib/aws-logs";
import { CfnBucket } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { ClosedBucket } from "./closed-bucket.ts";
import { headersConfig } from "./cloudfront-headers.ts";
import { Firewall } from "./firewall.ts";
import { keptLog } from "./kept-log.ts";

interface SiteProps {
  /** `caudal-<stage>`. */
  readonly prefix: string;
  /** The folder that holds `edge/paths.js` and `site-headers.json`. */
  readonly build: string;
  /** @default the distribution's own address */
  readonly domain?: { readonly name: string; readonly certificateArn: string } | undefined;
  readonly apiHost: string;
  readonly originKey: string;
  /** The name of the bucket of access logs, whose policy takes lines of this one already. */
  readonly logs: string;
  /** The origins that pages may call besides their own, by their placeholder in `site-headers.json`. */
  readonly origins: Readonly<Record<"ISSUERS" | "UPLOADS" | "PAGES", readonly string[]>>;
}

/**
 * The headers of every answer of the API, those of the gateway itself too: nothing in it is a page, and nothing is
 * kept.
 */
const apiHeaders = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "strict-transport-security": "max-age=63072000; includeSubDomains",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};

/**
 * The site, the desk and the API at one address: pages from a closed bucket, `/api` from the API, behind the firewall.
 */
export class Site extends Construct {
  /** `https://…`, without a slash at the end. */
  readonly address: string;
  readonly bucketName: string;
  private readonly distribution: Distribution;

  constructor(scope: Construct, id: string, props: SiteProps) {
    super(scope, id);
    const { prefix, domain, logs } = props;
    const bucket = new ClosedBucket(this, "Bucket", {
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(30) }],
    });
    const resource = bucket.node.defaultChild;
    if (!CfnBucket.isCfnBucket(resource)) throw new Error("the site's bucket is not a CfnBucket");
    // CDK's way would have the policy of the logs, which is the data stack's, name a bucket of this stack.
    resource.loggingConfiguration = { destinationBucketName: logs, logFilePrefix: "site/" };
    this.distribution = new Distribution(this, "Distribution", {
      comment: `${prefix}: site, desk and API`,
      ...(domain && {
        domainNames: [domain.name],
        certificate: Certificate.fromCertificateArn(this, "Certificate", domain.certificateArn),
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      }),
      httpVersion: HttpVersion.HTTP2_AND_3,
      webAclId: this.firewall(prefix),
      defaultBehavior: this.pages(S3BucketOrigin.withOriginAccessControl(bucket), props),
      additionalBehaviors: { "/api/*": this.api(props) },
    });
    this.address = `https://${domain?.name ?? this.distribution.domainName}`;
    this.bucketName = bucket.bucketName;
    // CloudFront hands its log over in us-east-1 alone.
    if (this.isAtHome) this.log(prefix);
  }

  /** Whether the stack is in the Region of CloudFront's own resources. */
  private get isAtHome(): boolean {
    return Stack.of(this).region === "us-east-1";
  }

  /**
   * The firewall's ARN: of one of its own in us-east-1. CloudFront takes none of another Region: there it is a
   * parameter, empty while us-east-1 does not answer.
   */
  private firewall(prefix: string): string {
    if (this.isAtHome) return new Firewall(this, "Firewall", { prefix }).arn;
    const arn = new CfnParameter(Stack.of(this), "EdgeFirewall", {
      default: "",
      description: "The ARN of a web firewall for CloudFront in us-east-1; empty for none",
    });
    const isGiven = new CfnCondition(this, "HasFirewall", {
      expression: Fn.conditionNot(Fn.conditionEquals(arn, "")),
    });
    return Fn.conditionIf(isGiven.logicalId, arn.valueAsString, Aws.NO_VALUE).toString();
  }

  private pages(origin: IOrigin, { prefix, build, origins }: SiteProps): BehaviorOptions {
    const { headers }: { headers: Record<string, string> } = JSON.parse(
      readFileSync(join(build, "site-headers.json"), "utf8"),
    );
    const paths = new EdgeFunction(this, "Paths", {
      comment: "Each path to the file of its page, and 404 where there is none",
      code: FunctionCode.fromFile({ filePath: join(build, "edge", "paths.js") }),
      runtime: FunctionRuntime.JS_2_0,
    });
    return {
      origin,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: new CfnResponseHeadersPolicy(this, "Headers", {
        responseHeadersPolicyConfig: headersConfig(`${prefix}-site`, headers, origins),
      }),
      functionAssociations: [
        { function: paths, eventType: FunctionEventType.VIEWER_REQUEST },
        { function: paths, eventType: FunctionEventType.VIEWER_RESPONSE },
      ],
    };
  }

  /**
   * Returns the behaviour of `/api`, which passes each request on to the API with three changes. Host becomes the API's
   * own, the origin key is added, and `x-viewer-address` is set to the sender's address, whatever the request said.
   */
  private api({ apiHost: host, originKey, prefix }: SiteProps): BehaviorOptions {
    const viewer = new EdgeFunction(this, "Viewer", {
      comment: "The address each request came from",
      code: FunctionCode.fromInline(
        'function handler(event) { event.request.headers["x-viewer-address"] = { value: event.viewer.ip }; return event.request; }',
      ),
      runtime: FunctionRuntime.JS_2_0,
    });
    return {
      origin: new HttpOrigin(host, {
        originSslProtocols: [OriginSslPolicy.TLS_V1_2],
        customHeaders: { "x-origin-key": originKey },
      }),
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      responseHeadersPolicy: new CfnResponseHeadersPolicy(this, "ApiHeaders", {
        responseHeadersPolicyConfig: headersConfig(`${prefix}-api`, apiHeaders, {}),
      }),
      functionAssociations: [{ function: viewer, eventType: FunctionEventType.VIEWER_REQUEST }],
    };
  }

  /** Delivers the edge's access log. Its fields leave out queries, which carry sign-in codes, and paths. */
  private log(prefix: string): void {
    const name = `${prefix}-edge`;
    const source = new CfnDeliverySource(this, "LogSource", {
      name,
      logType: "ACCESS_LOGS",
      resourceArn: this.distribution.distributionArn,
    });
    const destination = new CfnDeliveryDestination(this, "LogDestination", {
      name,
      destinationResourceArn: keptLog(this, `/aws/vendedlogs/${name}`).logGroupArn,
      outputFormat: "json",
    });
    new CfnDelivery(this, "LogDelivery", {
      deliverySourceName: source.ref,
      deliveryDestinationArn: destination.attrArn,
      recordFields: [
        "timestamp(ms)",
        "c-ip",
        "cs-method",
        // No path: those of notices and holds carry the key that opens them.
        "sc-status",
        "x-edge-result-type",
        "time-taken",
        "sc-bytes",
        "cs(User-Agent)",
        "x-edge-request-id",
      ],
    });
  }
}
