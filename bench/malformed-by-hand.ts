/** An event as the gateway hands it to a function, as far as these requests change it. */
export interface SentEvent {
  readonly headers: Readonly<Record<string, string>>;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly queryStringParameters?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly isBase64Encoded: boolean;
}

/** One thing that somebody may do to a sound request, by hand. */
export interface HandMade {
  readonly what: string;
  /** Returns the request so spoiled; undefined if it has nothing of that kind to spoil. */
  readonly spoil: (event: SentEvent) => SentEvent | undefined;
  /** Whether no function may take it: what is left is only odd, and may be sound. */
  readonly isRefused: boolean;
}

const withBody = (change: (text: string) => string) => (event: SentEvent) =>
  event.body === undefined ? undefined : { ...event, body: change(event.body) };
/** Has a text of the body say something else, as JSON; the first one there is. */
const withText = (said: string) =>
  withBody((text) => text.replace(/(":\s*)"(?:[^"\\]|\\.)*"/, (_, name: string) => `${name}"${said}"`));
/** Adds a member before the others. */
const withMember = (member: string) => withBody((text) => text.replace(/^\{/, `{${member},`));
const withEveryParameter = (value: string) => (event: SentEvent) => {
  const names = Object.keys(event.pathParameters);
  return names.length === 0
    ? undefined
    : { ...event, pathParameters: Object.fromEntries(names.map((name) => [name, value])) };
};
const withQuery = (name: string, value: string) => (event: SentEvent) =>
  event.queryStringParameters === undefined
    ? undefined
    : { ...event, queryStringParameters: { ...event.queryStringParameters, [name]: value } };
const withHeader = (name: string, value: string) => (event: SentEvent) =>
  event.headers[name] === undefined ? undefined : { ...event, headers: { ...event.headers, [name]: value } };
const nested = (depth: number): string => `${"[".repeat(depth)}1${"]".repeat(depth)}`;

const made = (isRefused: boolean, rows: readonly (readonly [string, HandMade["spoil"]])[]): readonly HandMade[] =>
  rows.map(([what, spoil]) => ({ what, spoil, isRefused }));

/** What is done by hand to a request, each to many routes. */
export const handMade: readonly HandMade[] = [
  ...made(true, [
    ["half a body", withBody((text) => text.slice(0, text.length / 2))],
    ["a body that ends twice", withBody((text) => `${text}}`)],
    ["two bodies", withBody((text) => `${text}${text}`)],
    ["a body of NUL", withBody(() => "\u0000")],
    ["a body that is a list", withBody((text) => `[${text}]`)],
    ["a body that is a text", withBody((text) => JSON.stringify(text))],
    ["a body that is a huge number", withBody(() => "9".repeat(400))],
    ["a body a thousand deep", withBody(() => nested(1000))],
    ["a member a hundred thousand deep", withMember(`"x":${nested(100_000)}`)],
    [
      "a body that says it is base64 and is not",
      (event) => (event.body === undefined ? undefined : { ...event, body: "%%%", isBase64Encoded: true }),
    ],
    ["an unknown member", withMember('"isAdministrator":true')],
    ["a member of the prototype", withMember('"__proto__":{"status":"closed"}')],
    ["a constructor", withMember('"constructor":{"prototype":{"x":1}}')],
    ["a body of another type", withHeader("content-type", "text/plain")],
    ["a body as a form", withHeader("content-type", "application/x-www-form-urlencoded")],
    ["a write key of NUL", withHeader("idempotency-key", "\u0000")],
    ["a write key too long", withHeader("idempotency-key", "k".repeat(5000))],
    ["a version that is none", withHeader("if-match", '"NaN"')],
    ["a version beyond numbers", withHeader("if-match", `"${"9".repeat(400)}"`)],
  ]),
  ...made(false, [
    ["a limit beyond numbers", withQuery("limit", "1e999")],
    ["a limit below zero", withQuery("limit", "-1")],
    ["a day that there is not", withQuery("day", "2026-02-31")],
    ["a lone surrogate", withText(String.raw`\ud800`)],
    ["a NUL in a text", withText(String.raw`\u0000`)],
    ["a mark of order in a text", withText(String.raw`\ufeff`)],
    ["letters that turn the line", withText(String.raw`\u202e\u2066x`)],
    ["a text of percent signs", withText("%00%E0%A4%A%2e%2e%2f")],
    ["a formula", withText("=cmd|' /C calc'!A0")],
    ["a mark of order before the body", withBody((text) => `\ufeff${text}`)],
    ["the same member twice", withBody((text) => text.replace(/^\{("[^"]+":)/, "{$1null,$1"))],
    ["a way up in the path", withEveryParameter("../../etc/passwd")],
    ["a coded way up in the path", withEveryParameter("%2e%2e%2f%00")],
    ["half a code in the path", withEveryParameter("%E0%A4%A")],
    ["a lone surrogate in the path", withEveryParameter("\ud800")],
    ["a name of the prototype in the path", withEveryParameter("__proto__")],
    ["a key of the store in the path", withEveryParameter("HEAD#CLAIM#1")],
    ["a path of four thousand letters", withEveryParameter("ñ".repeat(4000))],
    ["an empty path", withEveryParameter("")],
    ["a cursor that is forged", withQuery("cursor", Buffer.from('{"pk":"CLAIM#1","sk":"HEAD"}').toString("base64url"))],
    ["a cursor of bad base64", withQuery("cursor", "====%%%")],
    ["a cursor of NUL", withQuery("cursor", Buffer.from("\u0000").toString("base64url"))],
    ["a parameter nobody knows", withQuery("__proto__", "x")],
    [
      "headers in capitals",
      (event) => ({
        ...event,
        headers: Object.fromEntries(Object.entries(event.headers).map(([name, value]) => [name.toUpperCase(), value])),
      }),
    ],
  ]),
];
