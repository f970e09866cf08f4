/**
 * A script inline in every page of the site. It asks for the office's public facts before the bundle is loaded, and keeps a form
 * that was submitted before that, which `main.tsx` then submits.
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
  // The submit of a form in a dialog only closes the dialog.
  if (event.target.closest("dialog")) return;
  event.preventDefault();
  early.form = event.target;
});
