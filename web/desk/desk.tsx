import type { FunctionComponent } from "preact";
import { LocationProvider, lazy, Route, Router, useLocation } from "preact-iso";
import { Drop } from "../look/drop.tsx";
import { Strips } from "../look/notice.tsx";
import { officeFacts } from "../office.ts";
import { type DeskPage, deskPages } from "../paths.ts";
import { deskWords } from "../words/desk.ts";
import { frameWords } from "../words/frame.ts";
import { session } from "./api.ts";
import { addressOf, Heading, StaffOnly, useSessionIsOpen } from "./page.tsx";
import { SignInPage } from "./sign-in.tsx";

const later = (load: () => Promise<FunctionComponent>) => lazy<FunctionComponent>(load);
const ImportsPage = later(() => import("./imports.tsx").then((page) => page.ImportsPage));
const ImportPage = later(() => import("./import.tsx").then((page) => page.ImportPage));

const patternOf = (page: DeskPage): string => deskPages[page].path.replace(/\{(\w+)\}/g, ":$1");

/** The staff's application. */
export function Desk() {
  return (
    <LocationProvider scope="/desk/">
      <a class="skip" href="#main">
        {frameWords.skip}
      </a>
      <header>
        <div class="top">
          <div class="row">
            <a class="brand" href={addressOf("home")}>
              <Drop />
              <span>
                <b>{officeFacts.name}</b> {deskWords.desk}
              </span>
            </a>
            <Leave />
          </div>
          <nav class="row" aria-label={deskWords.menu}>
            <ul class="menu">
              <ImportsItem />
            </ul>
          </nav>
        </div>
        <Strips />
      </header>
      <main class="row page wide" id="main" tabIndex={-1}>
        <div>
          <Router onRouteChange={() => document.querySelector("h1")?.focus()}>
            <Route path={patternOf("home")} component={HomePage} />
            <Route path={patternOf("signIn")} component={SignInPage} />
            <Route path={patternOf("imports")} component={ImportsPage} />
            <Route path={patternOf("importDetail")} component={ImportPage} />
            <Route default component={NotFoundPage} />
          </Router>
        </div>
      </main>
    </LocationProvider>
  );
}

function ImportsItem() {
  const { path } = deskPages.imports;
  const here = `${useLocation().path}/`.startsWith(path);
  return (
    <li>
      <a href={path} aria-current={here ? "page" : undefined}>
        {deskWords.menuItems.imports}
      </a>
    </li>
  );
}

function Leave() {
  const isOpen = useSessionIsOpen();
  return isOpen ? (
    <button type="button" class="session" onClick={session.end}>
      {frameWords.signOut}
    </button>
  ) : null;
}

function HomePage() {
  return (
    <>
      <Heading>{deskPages.home.title}</Heading>
      <StaffOnly>
        <p>{deskWords.homeLede}</p>
        <ul class="doors">
          <li>
            <h2>
              <a href={addressOf("imports")}>{deskPages.imports.title}</a>
            </h2>
            <p>{deskWords.importsText}</p>
          </li>
        </ul>
      </StaffOnly>
    </>
  );
}

function NotFoundPage() {
  return (
    <>
      <Heading>{deskWords.notFound}</Heading>
      <p>
        <a href={addressOf("home")}>{deskWords.toHome}</a>
      </p>
    </>
  );
}
