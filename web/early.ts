/**
 * A script inline in every document. Where the page needs an account and somebody is signed in, it asks for their
 * access token before the bundle is loaded. It keeps a form that was submitted before that, which `main.tsx` then
 * submits.
 */
export {};

const early: NonNullable<Window["early"]> = { asked: {} };
window.early = early;
// Back from signing in, the session that was kept is no longer this one.
const isBack = new URLSearchParams(location.search).has("state");
const { account } = document.documentElement.dataset;
const kept = !isBack && sessionStorage.getItem(`caudal.${account}.session`);
if (kept) {
  // As `session.ts` asks.
  const { server, authority, refreshToken } = JSON.parse(kept);
  const body = { grant_type: "refresh_token", refresh_token: refreshToken, client_id: authority.clientId };
  const asked = fetch(server.token_endpoint, { method: "POST", body: new URLSearchParams(body) });
  // Whoever takes the answer finds out that it failed.
  asked.catch(() => {});
  early.asked[server.token_endpoint] = asked;
}
addEventListener("submit", (event) => {
  if (event.defaultPrevented || !(event.target instanceof HTMLFormElement)) return;
  // The submit of a form in a dialog only closes the dialog.
  if (event.target.closest("dialog")) return;
  event.preventDefault();
  early.form = event.target;
});
