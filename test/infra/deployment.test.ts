import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { headersConfig } from "../../infra/constructs/site-headers.ts";
import { reasonsAgainst, siteFiles } from "../../scripts/deploy.ts";
import { unconfirmed } from "../../scripts/tenant-check.ts";
import { settings } from "../../settings.ts";

const real = { ...settings.prod, mailSender: "reclamos@eps.test", alarmAddress: "guardia@eps.test" };
const open = [{ path: "name", status: "assumed", source: "a guess" }] as const;

it.each([
  { stage: "prod", of: real, values: [], reasons: 0, why: "everything is in order" },
  { stage: "prod", of: real, values: open, reasons: 1, why: "a value of the tenant is a guess" },
  { stage: "dev", of: real, values: open, reasons: 0, why: "guesses may be tried out" },
  { stage: "dev", of: settings.dev, values: [], reasons: 2, why: "mail and alarms would go to nobody" },
] as const)("against deploying $stage speak $reasons reasons: $why", ({ stage, of, values, reasons }) => {
  expect(reasonsAgainst(stage, of, values)).toHaveLength(reasons);
});

it("only confirmed values are not listed", () => {
  const values = (["confirmed", "assumed", "stand-in"] as const).map((status) => ({
    path: status,
    status,
    source: "",
  }));
  expect(unconfirmed(values).map(({ path }) => path)).toEqual(["assumed", "stand-in"]);
});

describe("the site's files", () => {
  const folderOf = (...keys: readonly string[]): string => {
    const folder = mkdtempSync(join(tmpdir(), "caudal-site-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    for (const key of keys) {
      mkdirSync(join(folder, key, ".."), { recursive: true });
      writeFileSync(join(folder, key), "");
    }
    return folder;
  };

  it("go up after what they name, and only what carries its hash is kept", () => {
    expect(siteFiles(folderOf("index.html", "assets/site-1a2b.js", "plazos/index.html"))).toEqual([
      {
        key: "assets/site-1a2b.js",
        contentType: "text/javascript; charset=utf-8",
        cacheControl: "public, max-age=31536000, immutable",
      },
      { key: "index.html", contentType: "text/html; charset=utf-8", cacheControl: "no-cache" },
      { key: "plazos/index.html", contentType: "text/html; charset=utf-8", cacheControl: "no-cache" },
    ]);
  });

  it("are not guessed at", () => {
    expect(() => siteFiles(folderOf("index.html", "map.geotiff"))).toThrow("map.geotiff");
  });
});

describe("the headers of the web build", () => {
  it("are filled and sorted as CloudFront asks", () => {
    const headers = {
      "Content-Security-Policy": "connect-src 'self' {{ISSUERS}}",
      "x-frame-options": "DENY",
      "permissions-policy": "camera=()",
    };
    expect(headersConfig("site", headers, { ISSUERS: ["https://a.example", "https://b.example"] })).toEqual({
      name: "site",
      securityHeadersConfig: {
        contentSecurityPolicy: {
          contentSecurityPolicy: "connect-src 'self' https://a.example https://b.example",
          override: true,
        },
        frameOptions: { frameOption: "DENY", override: true },
      },
      customHeadersConfig: { items: [{ header: "permissions-policy", value: "camera=()", override: true }] },
    });
  });

  it("are refused with a place nobody knows", () => {
    const headers = { "content-security-policy": "script-src {{HASHES}}" };
    expect(() => headersConfig("site", headers, {})).toThrow("a place nobody knows: HASHES");
  });
});
