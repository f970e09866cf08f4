import { createHash } from "node:crypto";

/** What the documents hold themselves: the styles, of which each document has one, and the script that runs first. */
export interface Inline {
  readonly styles: { readonly site: string; readonly desk: string };
  readonly early: string;
}

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/**
 * Returns the response headers that every file of the site is served with. The placeholders `{{PAGES}}`, `{{ISSUERS}}`
 * and `{{UPLOADS}}` stand for origins that a deployment fills in.
 */
export function headersFor({ styles, early }: Inline): Record<string, string> {
  const policy = {
    "default-src": "'none'",
    "script-src": `'self' ${hashOf(early)}`,
    "style-src": `'self' ${hashOf(styles.site)} ${hashOf(styles.desk)}`,
    "img-src": "'self' blob: data: {{PAGES}}",
    "font-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "connect-src": "'self' {{ISSUERS}} {{UPLOADS}}",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
    "object-src": "'none'",
    "form-action": "'self'",
    "require-trusted-types-for": "'script'",
    // The one policy names the desk's service worker, whose address `web/desk/visit/installed-app.ts` writes out.
    "trusted-types": "desk-worker",
  };
  return {
    "content-security-policy": Object.entries(policy)
      .map(([name, value]) => `${name} ${value}`)
      .join("; "),
    "strict-transport-security": "max-age=63072000; includeSubDomains",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(self), microphone=(), payment=(), usb=()",
  };
}
