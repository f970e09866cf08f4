import { sitePages } from "../paths.ts";
import { homeWords } from "./home.words.ts";
import { addressOf, Heading } from "./page.tsx";

export function HomePage() {
  return (
    <>
      <div class="hero">
        <Heading>{sitePages.home.title}</Heading>
        <p>{homeWords.lede}</p>
        <div class="buttons">
          <a class="button" href={addressOf("receipt")}>
            {homeWords.action}
          </a>
          <a class="button plain" href={addressOf("claimStart")}>
            {homeWords.claimAction}
          </a>
        </div>
        <p>{homeWords.claimText}</p>
      </div>
      <ul class="doors">
        {(["claimState", "claims", "problems", "supplies", "submissions", "verify", "terms", "help"] as const).map(
          (page) => (
            <li key={page}>
              <h2>
                <a href={addressOf(page)}>{homeWords.doors[page].title}</a>
              </h2>
              <p>{homeWords.doors[page].text}</p>
            </li>
          ),
        )}
      </ul>
    </>
  );
}
