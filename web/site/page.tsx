import { useEffect, useRef, useState } from "preact/hooks";
import { filled } from "../filled-path.ts";
import { useOffice } from "../office.ts";
import { type SitePage, sitePages } from "../paths.ts";
import { frameWords } from "../words/frame.ts";
import { session } from "./api.ts";

/**
 * Returns whether somebody is signed in, anew at each sign-in and sign-out. Undefined in the first render, which must
 * equal the page that the build rendered without a session.
 */
export function useSessionIsOpen(): boolean | undefined {
  const [isOpen, setIsOpen] = useState<boolean>();
  useEffect(() => {
    const look = () => setIsOpen(session.isOpen());
    look();
    return session.onChange(look);
  }, []);
  return isOpen;
}

interface HeadingProps {
  readonly children: string;
  /** The page was replaced without a change of address: scroll to the top and focus this heading. */
  readonly arrived?: boolean;
  /** The words of the page's title, if not the heading's. */
  readonly titled?: string;
}

/** Returns `words` for rendering, with each code in them, as RE-2026-000001-1, in a span that no line break divides. */
export function unbroken(words: string) {
  return words.split(/(\S+-\d\S*)/).map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      <span key={part} class="whole">
        {part}
      </span>
    ),
  );
}

/** Renders the heading of a page, and sets the page's title to its words and the utility's name. */
export function Heading({ children: title, arrived = false, titled = title }: HeadingProps) {
  const { name } = useOffice();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!arrived) return;
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [arrived]);
  useEffect(() => {
    document.title = frameWords.titleOf(titled, name);
  }, [titled, name]);
  return (
    <h1 tabIndex={-1} ref={heading}>
      {unbroken(title)}
    </h1>
  );
}

export function addressOf(page: SitePage, values?: Readonly<Record<string, string>>): string {
  return filled(sitePages[page].path, values);
}
