import { type Hearing, hearingWords, howToAttend } from "./claim-hearing.words.ts";

const escaped = (text: string): string => text.replace(/[\\;,]/g, (mark) => `\\${mark}`);

/** An instant as RFC 5545 writes it in UTC. */
const utc = (instant: number | string): string =>
  `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

/**
 * Returns a hearing as the text of an iCalendar file (RFC 5545): its start, how to take part, where (its link or
 * address, if it has one), and an alarm an hour before. `code` is the claim's. `now` is when the file is made, in
 * milliseconds since 1970: a calendar that gets two files of a claim's hearing takes the later one.
 */
export function calendarOf(claimId: string, code: string, hearing: Hearing, now: number): string {
  const { on, at, link, address } = hearing;
  const title = escaped(hearingWords.calendarTitle(code));
  const how = escaped([howToAttend(hearing), link].filter(Boolean).join(" "));
  const place = link ?? address;
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Caudal//Reclamos//ES",
    "BEGIN:VEVENT",
    `UID:${claimId}@caudal`,
    `DTSTAMP:${utc(now)}`,
    // Lima is five hours behind UTC all year.
    `DTSTART:${utc(`${on}T${at}:00-05:00`)}`,
    `SUMMARY:${title}`,
    `DESCRIPTION:${how}`,
    ...(place ? [`LOCATION:${escaped(place)}`] : []),
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${title}`,
    "TRIGGER:-PT1H",
    "END:VALARM",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ]
    .map(folded)
    .join("\r\n");
}

/** Folds a line at 75 bytes: the rest goes on lines that begin with a space. */
function folded(line: string): string {
  const bytes = new TextEncoder();
  const lines = [""];
  for (const letter of line) {
    const last = lines.at(-1) ?? "";
    const room = lines.length === 1 ? 75 : 74;
    if (bytes.encode(last + letter).length > room) lines.push(letter);
    else lines[lines.length - 1] = last + letter;
  }
  return lines.join("\r\n ");
}
