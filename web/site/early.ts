/**
 * The few lines that stand inline in every page of the site: they ask what the page will need before the bundle is
 * here, and keep a form that was sent too soon until somebody can send it. Public data only.
 */
export {};

declare global {
  interface Window {
    early?: { readonly asked: Record<string, Promise<Response>>; form?: HTMLFormElement };
  }
}

const early: NonNullable<Window["early"]> = { asked: { "/api/office": fetch("/api/office") } };
window.early = early;
addEventListener("submit", (event) => {
  if (event.defaultPrevented || !(event.target instanceof HTMLFormElement)) return;
  // A form in a dialog closes it: it sends nothing.
  if (event.target.closest("dialog")) return;
  event.preventDefault();
  early.form = event.target;
});
