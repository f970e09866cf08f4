import { type Browser, type BrowserContext, chromium } from "playwright-core";
import type { BrowserProgram } from "../chromium.ts";

const quiet = [
  "--no-sandbox",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

export function launched({ executablePath, environment }: BrowserProgram): Promise<Browser> {
  return chromium.launch({ executablePath, args: quiet, env: { ...process.env, ...environment } });
}

/** A browser that keeps what it stores in `folder`, as a phone of 360 × 740 does: closing it is killing the app. */
export function launchedPhone(
  { executablePath, environment }: BrowserProgram,
  folder: string,
): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, {
    executablePath,
    args: quiet,
    env: { ...process.env, ...environment },
    viewport: { width: 360, height: 740 },
    locale: "es-PE",
    timezoneId: "America/Lima",
  });
}
