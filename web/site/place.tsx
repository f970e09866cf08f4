import { type ComponentChildren, createContext, type FunctionComponent } from "preact";
import { useContext, useLayoutEffect, useRef, useState } from "preact/hooks";
import { type SitePage, sitePages } from "../paths.ts";

/** What an address asks for: a page, and the values in the address by their names. */
interface Asked {
  readonly page: SitePage;
  /** The address without its query. */
  readonly path: string;
  readonly query: Readonly<Partial<Record<string, string>>>;
  readonly params: Readonly<Partial<Record<string, string>>>;
}

/** Where the person is on the site, and the way to another address. */
interface Place extends Asked {
  /**
   * Shows the page of an address; `replace` puts it in the history instead of this one. Without a network nothing
   * happens.
   */
  readonly route: (address: string, replace?: boolean) => void;
}

const nowhere: Place = { page: "notFound", path: "", query: {}, params: {}, route: () => {} };
const PlaceContext = createContext(nowhere);
export const usePlace = (): Place => useContext(PlaceContext);

const isSitePage = (page: string): page is SitePage => page in sitePages;
const everyPage = Object.keys(sitePages).filter(isSitePage);
const partsOf = (path: string): string[] => path.split("/").filter(Boolean);

/** Returns a part of an address without its URL escapes; as it is if they are not valid. */
function unescaped(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Returns the values of an address for the names in a page's path; undefined if it is not an address of that page. */
function valuesIn(path: string, page: SitePage): Asked["params"] | undefined {
  const parts = partsOf(path);
  const named = partsOf(sitePages[page].path);
  const params: Record<string, string> = {};
  if (parts.length !== named.length) return undefined;
  for (const [at, part] of parts.entries()) {
    const name = named[at] ?? "";
    if (name.startsWith("{")) params[name.slice(1, -1)] = unescaped(part);
    else if (name !== part) return undefined;
  }
  return params;
}

/** Returns what an address of the site asks for; `notFound` if there is no such page. */
function askedBy({ pathname: path, searchParams }: URL): Asked {
  const query = Object.fromEntries(searchParams);
  for (const page of everyPage) {
    const params = valuesIn(path, page);
    if (params) return { page, path, query, params };
  }
  return { page: "notFound", path, query, params: {} };
}

/** The addresses of other applications and of files, whose links leave the site. */
const others = /^\/(desk|api|_local)\/|\.pdf$/;

/**
 * Returns the address of the link that was pressed. Undefined if nothing, or a link that leaves the site, or one to be
 * opened in another tab or on this page, was pressed.
 */
function pressed(event: MouseEvent): string | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.button !== 0) return undefined;
  const link = event.composedPath().find((each) => each instanceof HTMLAnchorElement && each.href !== "");
  if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin || link.download) return undefined;
  if (link.target || link.getAttribute("href")?.startsWith("#") || others.test(link.pathname)) return undefined;
  return link.href;
}

interface PlacesProps {
  /** Loads the component of a page into `loaded`. */
  readonly load: (page: SitePage) => Promise<FunctionComponent>;
  /** The component of each page that was loaded, the first one's too. */
  readonly loaded: Readonly<Partial<Record<SitePage, FunctionComponent>>>;
  /** Renders the frame around the page. */
  readonly children: (page: ComponentChildren) => ComponentChildren;
}

/**
 * Renders the page of the address, and follows the links of the site that are pressed and the browser's back button.
 * Another page is shown once it is loaded, with the focus on its heading and, unless by the back button, from its top;
 * until then the page before stays. If it cannot be loaded, the browser opens the address itself; without a network
 * nothing happens.
 */
export function Places({ load, loaded, children }: PlacesProps) {
  const [asked, setAsked] = useState(() => askedBy(new URL(location.href)));
  const turn = useRef(0);
  const isBack = useRef(false);
  const before = useRef(asked.path);
  const go = async (address: string, way?: "push" | "replace"): Promise<void> => {
    turn.current += 1;
    const mine = turn.current;
    const next = askedBy(new URL(address, location.href));
    const page = await load(next.page).catch(() => undefined);
    if (mine !== turn.current) return;
    if (!page) {
      // The scripts of this release may be gone: the address itself has those of the next one.
      if (navigator.onLine) location.assign(address);
      return;
    }
    if (way === "push") history.pushState(null, "", address);
    if (way === "replace") history.replaceState(null, "", address);
    isBack.current = way === undefined;
    setAsked(next);
  };
  useLayoutEffect(() => {
    const onClick = (event: MouseEvent) => {
      const address = pressed(event);
      if (address === undefined) return;
      event.preventDefault();
      go(address, "push");
    };
    const onBack = () => go(location.href);
    addEventListener("click", onClick);
    addEventListener("popstate", onBack);
    return () => {
      removeEventListener("click", onClick);
      removeEventListener("popstate", onBack);
    };
  }, []);
  useLayoutEffect(() => {
    if (before.current === asked.path) return;
    before.current = asked.path;
    if (!isBack.current) scrollTo(0, 0);
    document.querySelector("h1")?.focus();
  }, [asked]);
  const Page = loaded[asked.page];
  const place = { ...asked, route: (address: string, replace = false) => go(address, replace ? "replace" : "push") };
  return <PlaceContext.Provider value={place}>{children(Page && <Page />)}</PlaceContext.Provider>;
}
