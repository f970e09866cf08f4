import { hydrate } from "preact";
import { type SitePage, sitePages } from "../paths.ts";
import { loadPage, Site } from "./site.tsx";

const isSitePage = (page: string): page is SitePage => page in sitePages;
const page = document.documentElement.dataset["page"] ?? "";
const root = document.getElementById("app");

// Hydration would find an empty page if the code of this file's page were not loaded before it, and pages wait for this
// file.
if (root && isSitePage(page)) {
  loadPage(page)
    // A task of its own: after that of loading the code, a slow phone can show what was touched meanwhile.
    .then(() => new Promise((next) => setTimeout(next)))
    .then(() => {
      hydrate(<Site />, root);
      window.early?.form?.requestSubmit();
    });
}
