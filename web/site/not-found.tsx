import { sitePages } from "../paths.ts";
import { notFoundWords } from "./not-found.words.ts";
import { addressOf, Heading } from "./page.tsx";

export function NotFoundPage() {
  return (
    <>
      <Heading>{sitePages.notFound.title}</Heading>
      <p>{notFoundWords.lede}</p>
      <p>
        <a class="button" href={addressOf("home")}>
          {notFoundWords.home}
        </a>
      </p>
    </>
  );
}
