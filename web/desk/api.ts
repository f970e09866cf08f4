import type { StaffRole } from "../../shared/domain/work/people.ts";
import { askedEarly } from "../asked-early.ts";
import { createClient, type Outcome } from "../client.ts";
import { deskPages } from "../desk-paths.ts";
import type { routes as writeRoutes } from "../desk-write-routes.generated.ts";
import { routes } from "../routes.generated.ts";
import { createSession } from "../session.ts";
import { roleNames } from "./work/roles.words.ts";

export const session = createSession({
  name: "staff",
  redirectPath: deskPages.signIn.path,
  authority: async () => {
    const office = await api.showOffice();
    return office.ok ? { ok: true, value: office.value.signIn.staff } : office;
  },
  fetch: askedEarly,
});

let writes: Promise<typeof writeRoutes> | undefined;

/**
 * Loads the routes by which the desk writes, which no page needs before somebody has filled something in. Asked for
 * without signal once, some browsers never ask for them again while the page lives. What is sent as the page is left
 * has no time to wait for more than what is here already.
 */
export function loadWrites(): Promise<typeof writeRoutes> {
  writes ??= import("../desk-write-routes.generated.ts").then(
    (loaded) => loaded.routes,
    (cause) => {
      writes = undefined;
      throw cause;
    },
  );
  return writes;
}

export const api = createClient<keyof typeof routes | keyof typeof writeRoutes>({
  routes,
  later: loadWrites,
  // Of a page that is left, browsers send to the end only what is small.
  fetch: (url, init) => fetch(url, { ...init, keepalive: document.hidden && String(init.body ?? "").length < 10_000 }),
  token: session.token,
  isOnline: () => navigator.onLine,
});

/**
 * Leaves for the provider's sign-in page. After the sign-in the person comes back to this address with its query; from
 * the page of the sign-in itself, to the desk's first page. Returns a problem if the provider could not be reached.
 */
export function signInAgain(): Promise<Outcome<void>> {
  const { pathname, search } = location;
  return session.begin(pathname === deskPages.signIn.path ? deskPages.home.path : pathname + search);
}

const isRole = (group: unknown): group is StaffRole => typeof group === "string" && group in roleNames;

/**
 * Returns the staff roles in the caller's access token, without any other group in it. They only decide what the desk
 * shows: the API checks every call. Returns a problem without a token: `signed-out` if nobody is signed in,
 * `unreachable` if the token could not be renewed.
 */
export async function askRoles(): Promise<Outcome<readonly StaffRole[]>> {
  const token = await session.token();
  if (!token.ok) return token;
  const groups: unknown = claimsOf(token.value)["cognito:groups"];
  return { ok: true, value: Array.isArray(groups) ? groups.filter(isRole) : [] };
}

/**
 * Returns the claims in a JWT's payload without verifying the signature. Returns an empty object if the token cannot be
 * read.
 */
export function claimsOf(token: string): Record<string, unknown> {
  try {
    return JSON.parse(atob(token.split(".")[1]?.replace(/-/g, "+").replace(/_/g, "/") ?? ""));
  } catch {
    return {};
  }
}
