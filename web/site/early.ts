/**
 * A script inline in every page of the site. Where the page needs an account and somebody is signed in, it asks for their access
 * token before the bundle is loaded. It keeps a form that was submitted before that, which `main.tsx` then submits.
 */
export {};

declare global {
  interface Window {
    /** Answers on their way by address, which `api.ts` takes, and the form. */
    early?: { readonly asked: Record<string, Promise<Response>>; form?: HTMLFormElement };
  }
}

const early: NonNullable<Window["early"]> = { asked: {} };
window.early = early;
const kept = "account" in document.documentElement.dataset && sessionStorage.getItem("caudal.customers.session");
if (kept) {
  // As `session.ts` asks.
  const { server, authority, refreshToken } = JSON.parse(kept);
  const body = { grant_type: "refresh_token", refresh_token: refreshToken, client_id: authority.clientId };
  early.asked[server.token_endpoint] = fetch(server.token_endpoint, {
    method: "POST",
    body: new URLSearchParams(body),
  });
}
addEventListener("submit", (event) => {
  if (event.defaultPrevented || !(event.target instanceof HTMLFormElement)) return;
  // The submit of a form in a dialog only closes the dialog.
  if (event.target.closest("dialog")) return;
  event.preventDefault();
  early.form = event.target;
});
