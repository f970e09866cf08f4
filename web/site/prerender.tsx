import type { VNode } from "preact";
import { officeFacts } from "../office.ts";
import { type SitePage, sitePages } from "../paths.ts";
import { deskWords } from "../words/desk.ts";
import { contactWords, frameWords } from "../words/frame.ts";
import { pages, Site } from "./site.tsx";

await Promise.all(Object.values(pages).map((page) => page.preload()));

interface Prerendered {
  readonly app: VNode;
  readonly title: string;
  /** What who runs no scripts reads first. */
  readonly noScript: string;
}

/** What the build needs of a page; of the desk, which is drawn in the browser, only the words. */
export function prerendered(page: SitePage | "desk"): Prerendered {
  const { name, telephone, address, regulatorTelephone } = officeFacts;
  const noScript = `${frameWords.noScript} ${telephone} · ${address} · ${contactWords.regulator}: ${regulatorTelephone}.`;
  if (page === "desk")
    return { app: <></>, title: frameWords.titleOf(deskWords.desk, name), noScript: deskWords.noScript };
  return { app: <Site />, title: frameWords.titleOf(sitePages[page].title, name), noScript };
}
