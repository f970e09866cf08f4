import type { CfnResponseHeadersPolicy } from "aws-cdk-lib/aws-cloudfront";

type Config = CfnResponseHeadersPolicy.ResponseHeadersPolicyConfigProperty;
type Security = CfnResponseHeadersPolicy.SecurityHeadersConfigProperty;

/** The headers CloudFront refuses as plain ones, and how each value is said to it. */
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
 * The headers the web build wrote, as CloudFront takes them. Each `{{PLACE}}` becomes the origins that belong there.
 * @throws on a place nobody knows: a policy with a hole in it would be served.
 */
export function headersConfig(
  name: string,
  headers: Readonly<Record<string, string>>,
  places: Readonly<Record<string, readonly string[]>>,
): Config {
  const filled = Object.entries(headers).map(([header, value]) => ({
    header: header.toLowerCase(),
    value: value.replace(/\{\{(.*?)\}\}/g, (_, place: string) => {
      const origins = places[place];
      if (!origins) throw new Error(`the header ${header} has a place nobody knows: ${place}`);
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
