import { type Browser, chromium } from "playwright-core";
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
