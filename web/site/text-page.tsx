import { type SitePage, sitePages } from "../paths.ts";
import { Heading } from "./page.tsx";

export interface Section {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

interface TextPageProps {
  readonly page: SitePage;
  readonly sections: readonly Section[];
}

/** Renders a page of text: the title of `page`, then each section under its own title. */
export function TextPage({ page, sections }: TextPageProps) {
  return (
    <>
      <Heading>{sitePages[page].title}</Heading>
      {sections.map(({ title, paragraphs }) => (
        <section key={title}>
          <h2>{title}</h2>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
    </>
  );
}
