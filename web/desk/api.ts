import { createClient, type Outcome } from "../client.ts";
import { deskPages } from "../paths.ts";
import { createSession } from "../session.ts";

export const session = createSession({
  name: "staff",
  redirectPath: deskPages.signIn.path,
  authority: async () => {
    const office = await api.showOffice();
    return office.ok ? { ok: true, value: office.value.signIn.staff } : office;
  },
});

export const api = createClient({
  fetch: (url, init) => fetch(url, init),
  token: session.token,
  isOnline: () => navigator.onLine,
});

/** Leaves to sign in and comes back to this page. */
export function signInAgain(): Promise<Outcome<void>> {
  return session.begin(location.pathname);
}
