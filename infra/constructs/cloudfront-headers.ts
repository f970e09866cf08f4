import type { CfnResponseHeadersPolicy } from "aws-cdk-lib/aws-cloudfront";

type Config = CfnResponseHeadersPolicy.ResponseHeadersPolicyConfigProperty;
type Security = CfnResponseHeadersPolicy.SecurityHeadersConfigProperty;

/** The headers that CloudFront refuses as custom headers, each with the property that sets it. */
const security: Readonly<Record<string, (value: string) => Security>> = {
  "content-security-policy": (value) => ({ contentSecurityPolicy: { contentSecurityPolicy: value, override: true } }),
  "referrer-policy": (value) => ({ referrerPolicy: { referrerPolicy: value, override: true } }),
  "strict-transport-security": (value) => ({
    strictTransportSecurity: {
      accessControlMaxAgeSec: Number(/max-age=(\d+)/i.exec(value)?.[1]),
      includeSubdomains: /includeSubDomains/i.test(value),
      preload: /preload/i.test(value),
      override: true,
    },
  }),
  "x-content-type-options": () => ({ contentTypeOptions: { override: true } }),
  "x-frame-options": (value) => ({ frameOptions: { frameOption: value, override: true } }),
};

/**
 * Returns the configuration of a CloudFront response headers policy called `name`, which sets all `headers`, also where
 * the origin sent a header of the same name. Each `{{NAME}}` in a value becomes `originsOf.NAME`, joined by spaces.
 * @throws if a value names a `NAME` that `originsOf` lacks.
 */
export function headersConfig(
  name: string,
  headers: Readonly<Record<string, string>>,
  originsOf: Readonly<Record<string, readonly string[]>>,
): Config {
  const filled = Object.entries(headers).map(([header, value]) => ({
    header: header.toLowerCase(),
    value: value.replace(/\{\{(.*?)\}\}/g, (_, slot: string) => {
      const origins = originsOf[slot];
      if (!origins) throw new Error(`the header ${header} has a placeholder without origins: ${slot}`);
      return origins.join(" ");
    }),
  }));
  const plain = filled.filter(({ header }) => !(header in security));
  return {
    name,
    securityHeadersConfig: Object.assign({}, ...filled.map(({ header, value }) => security[header]?.(value))),
    ...(plain.length > 0 && { customHeadersConfig: { items: plain.map((one) => ({ ...one, override: true })) } }),
  };
}
