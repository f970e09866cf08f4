import type { NoticeSender, NoticeTemplates } from "../../shared/tenant/notice-templates.ts";
import { inGsm7, smsLength } from "./gsm-7.ts";
import type { Notice } from "./notice-of.ts";

/** A notice ready to be sent: as a mail, in plain text and as a page, and as a short text message. */
export interface NoticeMessage {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** In the alphabet of text messages; it may be longer than one message. */
  readonly short: string;
}

/**
 * Returns a notice as a mail (`subject`, `text` and `html`), with the tenant's greeting and closing, and as a text
 * message (`short`). The text message begins with the sender's name and has the link unless the notice sets
 * `shortWithoutLink`. The tenant's line on where to get help comes last, but is left out if the message needs fewer
 * parts without the line: one of 160 characters, or several of 153. No other words are cut.
 */
export function noticeMessage(notice: Notice, { frame }: NoticeTemplates, sender: NoticeSender): NoticeMessage {
  const { subject, link, short, enter = frame.enter } = notice;
  const says = notice.says.flatMap((part) => part || []);
  const closing = frame.closing(sender);
  const parts = [frame.greeting, ...says, `${enter}\n${link}`, ...closing];
  const paragraphs = [
    ...[frame.greeting, ...says].map(paragraph),
    `<p>${escaped(enter)}<br><a href="${escaped(link)}">${escaped(link)}</a></p>`,
    ...closing.map(paragraph),
  ];
  return {
    subject,
    text: parts.join("\n\n"),
    html: page(subject, paragraphs),
    short: fitting([
      [`${sender.name}:`, short, ...(notice.shortWithoutLink ? [] : [link])].join(" "),
      frame.help(sender),
    ]),
  };
}

/** Returns a part of a mail as HTML; lines that begin with `- ` become a list, after the other lines. */
function paragraph(part: string): string {
  const lines = part.split("\n");
  const isItem = (line: string) => line.startsWith("- ");
  const items = lines.filter(isItem).map((line) => `<li>${escaped(line.slice(2))}</li>`);
  const words = lines.filter((line) => !isItem(line)).map(linked);
  return [words.length > 0 && `<p>${words.join("<br>")}</p>`, items.length > 0 && `<ul>${items.join("")}</ul>`]
    .filter((piece) => piece)
    .join("\n");
}

/** Returns a line as HTML, with `https` addresses as links. */
function linked(line: string): string {
  return escaped(line).replace(/https:\/\/[^\s<]+/g, (address) => `<a href="${address}">${address}</a>`);
}

/**
 * Returns a page for mail programs and screen readers: it states its language and title, and its text is as large as
 * its reader set it.
 */
function page(title: string, paragraphs: readonly string[]): string {
  return [
    "<!doctype html>",
    `<html lang="es-PE"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    `<title>${escaped(title)}</title></head>`,
    `<body style="font-family:sans-serif;font-size:1rem;line-height:1.5;max-width:36rem"><main>`,
    `<h1 style="font-size:1.25rem">${escaped(title)}</h1>`,
    ...paragraphs,
    "</main></body></html>",
    "",
  ].join("\n");
}

const marks: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);
}

/** Returns in how many parts a text message is sent, each of them paid: one of 160 characters, or several of 153. */
function partsOf(text: string): number {
  const length = smsLength(text);
  return length <= 160 ? 1 : Math.ceil(length / 153);
}

/**
 * Returns the words and the help in the text messages' alphabet; leaves the help out if the message takes fewer parts
 * without it.
 */
function fitting([words, help]: readonly [string, string]): string {
  const [alone, whole] = [inGsm7(words), inGsm7(`${words} ${help}`)];
  return partsOf(alone) < partsOf(whole) ? alone : whole;
}
