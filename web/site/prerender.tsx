import type { VNode } from "preact";
import { officeFacts } from "../office.ts";
import { type SitePage, sitePages } from "../paths.ts";
import { blankForms } from "../words/blank-forms.ts";
import { deskWords } from "../words/desk.ts";
import { contactWords, frameWords } from "../words/frame.ts";
import { loadPage, Site } from "./site.tsx";
import { withoutScripts } from "./without-scripts.words.ts";

const isSitePage = (page: string): page is SitePage => page in sitePages;
await Promise.all(Object.keys(sitePages).filter(isSitePage).map(loadPage));

interface Prerendered {
  readonly app: VNode;
  readonly title: string;
  /** The text for people whose browser runs no scripts. */
  readonly noScript: string;
  /** The forms they can print and fill in by hand instead; absent where the page itself lists them. */
  readonly forms?: {
    readonly text: string;
    readonly links: readonly { readonly href: string; readonly label: string }[];
  };
}

/**
 * Returns what the build writes into the HTML file of a page. `desk` is the one file of the staff's app, which is
 * rendered in the browser: its `app` is empty.
 */
export function prerendered(page: SitePage | "desk"): Prerendered {
  const { name, telephone, address, regulatorTelephone } = officeFacts;
  const noScript = `${withoutScripts.page} ${telephone} · ${address} · ${contactWords.regulator}: ${regulatorTelephone}.`;
  if (page === "desk")
    return { app: <></>, title: frameWords.titleOf(deskWords.desk, name), noScript: withoutScripts.desk };
  const links = Object.entries(blankForms).map(([form, label]) => ({ href: `/${form}.pdf`, label }));
  const forms = { text: withoutScripts.forms, links };
  return {
    app: <Site />,
    title: frameWords.titleOf(sitePages[page].title, name),
    noScript,
    ...(page !== "help" && { forms }),
  };
}
