import type { ComponentChildren, FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";
import { LocationProvider, lazy, Route, Router, useLocation } from "preact-iso";
import { Contacts } from "../look/contacts.tsx";
import { Drop } from "../look/drop.tsx";
import { Strips } from "../look/notice.tsx";
import { Office, officeFacts, useOffice } from "../office.ts";
import { type SitePage, sitePages } from "../paths.ts";
import { frameWords } from "../words/frame.ts";
import { askOffice, session } from "./api.ts";
import { useSessionIsOpen } from "./page.tsx";

type LazyPage = FunctionComponent & { readonly preload: () => Promise<unknown> };

const later = (load: () => Promise<FunctionComponent>): LazyPage => lazy<FunctionComponent>(load);

/** Every page, loaded when it is asked for. */
export const pages = {
  home: later(() => import("./home.tsx").then((page) => page.HomePage)),
  receipt: later(() => import("./receipt.tsx").then((page) => page.ReceiptPage)),
  signIn: later(() => import("./sign-in.tsx").then((page) => page.SignInPage)),
  supplies: later(() => import("./supplies.tsx").then((page) => page.SuppliesPage)),
  consumption: later(() => import("./consumption.tsx").then((page) => page.ConsumptionPage)),
  supplyReceipt: later(() => import("./supply-receipt.tsx").then((page) => page.SupplyReceiptPage)),
  terms: later(() => import("./terms.tsx").then((page) => page.TermsPage)),
  help: later(() => import("./help.tsx").then((page) => page.HelpPage)),
  accessibility: later(() => import("./accessibility.tsx").then((page) => page.AccessibilityPage)),
  privacy: later(() => import("./privacy.tsx").then((page) => page.PrivacyPage)),
  notFound: later(() => import("./not-found.tsx").then((page) => page.NotFoundPage)),
} as const satisfies Record<SitePage, LazyPage>;

const patternOf = (page: SitePage): string => sitePages[page].path.replace(/\{(\w+)\}/g, ":$1");

/** The desk and the API are other applications: their links leave. */
const scope = /^\/(?!desk\/|api\/|_local\/)/;

export function Site() {
  const [office, setOffice] = useState(officeFacts);
  const [isDown, setIsDown] = useState(false);
  useEffect(() => {
    askOffice().then((answer) => {
      setIsDown(!answer.ok);
      if (answer.ok) setOffice({ ...officeFacts, ...answer.value });
    });
  }, []);
  return (
    <LocationProvider scope={scope}>
      <Office.Provider value={office}>
        <Frame isDown={isDown}>
          <Router onRouteChange={arrive}>
            <Route path={patternOf("home")} component={pages.home} />
            <Route path={patternOf("receipt")} component={pages.receipt} />
            <Route path={patternOf("signIn")} component={pages.signIn} />
            <Route path={patternOf("supplies")} component={pages.supplies} />
            <Route path={patternOf("consumption")} component={pages.consumption} />
            <Route path={patternOf("supplyReceipt")} component={pages.supplyReceipt} />
            <Route path={patternOf("terms")} component={pages.terms} />
            <Route path={patternOf("help")} component={pages.help} />
            <Route path={patternOf("accessibility")} component={pages.accessibility} />
            <Route path={patternOf("privacy")} component={pages.privacy} />
            <Route default component={pages.notFound} />
          </Router>
        </Frame>
      </Office.Provider>
    </LocationProvider>
  );
}

/** After a change of page the focus goes to its heading. */
function arrive(): void {
  document.querySelector("h1")?.focus();
}

interface FrameProps {
  readonly isDown: boolean;
  readonly children: ComponentChildren;
}

function Frame({ children, isDown }: FrameProps) {
  const { name, legalName, telephone, testData } = useOffice();
  return (
    <>
      <a class="skip" href="#main">
        {frameWords.skip}
      </a>
      <header>
        <div class="top">
          <div class="row">
            <a class="brand" href={sitePages.home.path}>
              <Drop />
              <span>
                <b>{name}</b> {frameWords.site}
              </span>
            </a>
            <SessionLink />
          </div>
          <nav class="row" aria-label={frameWords.menu}>
            <ul class="menu">
              <MenuItem page="receipt" />
              <MenuItem page="supplies" />
              <MenuItem page="terms" />
            </ul>
          </nav>
        </div>
        {testData && (
          <p class="strip">
            <b>{frameWords.testDataShort}.</b> <span class="wide">{frameWords.testData}</span>
          </p>
        )}
        <Strips>{isDown && frameWords.down(telephone)}</Strips>
      </header>
      <div class="row page">
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <Contacts />
      </div>
      <footer>
        <nav class="row" aria-label={frameWords.footer}>
          <ul class="menu">
            {(["help", "accessibility", "privacy"] as const).map((page) => (
              <li key={page}>
                <a href={sitePages[page].path}>{sitePages[page].title}</a>
              </li>
            ))}
          </ul>
          <p>{legalName}</p>
        </nav>
      </footer>
    </>
  );
}

interface MenuItemProps {
  readonly page: keyof typeof frameWords.menuItems;
}

function MenuItem({ page }: MenuItemProps) {
  const here = useLocation().path;
  const { path } = sitePages[page];
  return (
    <li>
      <a href={path} aria-current={`${here}/`.startsWith(path) ? "page" : undefined}>
        {frameWords.menuItems[page]}
      </a>
    </li>
  );
}

function SessionLink() {
  const isOpen = useSessionIsOpen();
  const { route } = useLocation();
  const leave = () => {
    route(sitePages.signIn.path);
    session.end();
  };
  return isOpen ? (
    <button type="button" class="session" onClick={leave}>
      {frameWords.signOut}
    </button>
  ) : (
    <a class="session" href={sitePages.signIn.path}>
      {frameWords.signIn}
    </a>
  );
}
