import { workerFile } from "../../desk-paths.ts";

interface AddressPolicy {
  readonly createScriptURL: (address: string) => string;
}

/** The part of Trusted Types that is used here; a browser without them takes the address as it is. */
interface AddressPolicies {
  readonly createPolicy: (name: string, rules: AddressPolicy) => AddressPolicy;
}

declare const trustedTypes: AddressPolicies | undefined;

/**
 * The address of the worker, in the form that the content policy asks for: the policy's name stands in
 * `site-headers.ts`.
 */
function workerAddress(): string {
  const rules: AddressPolicy = { createScriptURL: () => workerFile };
  if (typeof trustedTypes === "undefined") return workerFile;
  return trustedTypes.createPolicy("desk-worker", rules).createScriptURL("");
}

let asked = false;

/**
 * Registers the service worker by which the desk opens without signal, links the manifest by which it can be installed,
 * and asks the browser to keep its storage. Only the first call on a page does anything. What the browser refuses is
 * left out. Never rejects.
 */
export async function keepApp(): Promise<void> {
  if (asked) return;
  asked = true;
  const manifest = document.createElement("link");
  manifest.rel = "manifest";
  manifest.href = "/desk/app.webmanifest";
  document.head.append(manifest);
  await Promise.allSettled([
    navigator.serviceWorker?.register(workerAddress(), { scope: "/desk/" }),
    navigator.storage?.persist?.(),
  ]);
}
