import { askedEarly } from "../asked-early.ts";
import { createClient, type Outcome } from "../client.ts";
import type { routes as customerRoutes } from "../customer-routes.generated.ts";
import type { OfficeAnswer } from "../office.ts";
import type { routes as openRoutes } from "../open-routes.generated.ts";
import { sitePages } from "../paths.ts";
import { createSession } from "../session.ts";
import { routes } from "../site-routes.generated.ts";

/** The request sent last, answered or not; at first, those that the page sent before this script was loaded. */
let last: Promise<unknown> = Promise.allSettled(Object.values(globalThis.window?.early?.asked ?? {}));

function ask(url: string, init: RequestInit): Promise<Response> {
  const response = askedEarly(url, init);
  last = response.catch(() => undefined);
  return response;
}

/**
 * Waits until the last request of the page is answered and 200 ms pass without another: what comes after delays nothing
 * that the page needs as it opens. A failed request counts as answered. Then renews the session if its token was asked
 * for before the script was here and not used yet. Never rejects.
 */
export async function whenAnswered(): Promise<void> {
  for (let before: unknown; before !== last; ) {
    before = last;
    await last;
    // One answer may be what the next question needs, which a page asks some frames later.
    await new Promise((next) => setTimeout(next, 200));
  }
  // The session may have been renewed early: the answer is kept even where nothing asked for it.
  if (Object.keys(window.early?.asked ?? {}).length > 0) await session.token();
}

export const session = createSession({
  name: "customers",
  redirectPath: sitePages.signIn.path,
  authority: async () => {
    const office = await askOffice();
    return office.ok ? { ok: true, value: office.value.signIn.customers } : office;
  },
  fetch: ask,
});

export const api = createClient<keyof typeof routes | keyof typeof customerRoutes | keyof typeof openRoutes>({
  routes,
  // Routes to file without an account say so in their name.
  later: (id) =>
    id.includes("Open")
      ? import("../open-routes.generated.ts").then((open) => open.routes)
      : import("../customer-routes.generated.ts").then((customers) => customers.routes),
  fetch: ask,
  token: session.token,
  isOnline: () => navigator.onLine,
});

let asking: Promise<Outcome<OfficeAnswer>> | undefined;

/** Returns the office's facts from the API. The API is asked once for all callers, and again only after a failure. */
export async function askOffice(): Promise<Outcome<OfficeAnswer>> {
  asking ??= api.showOffice();
  const office = await asking;
  if (!office.ok) asking = undefined;
  return office;
}

/**
 * Leaves for the provider's sign-in page, from which the person comes back to this page, without its query. Fails if
 * the sign-in cannot begin.
 */
export function signInAgain(): Promise<Outcome<void>> {
  return session.begin(location.pathname);
}
