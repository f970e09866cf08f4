import type { Accounts } from "./accounts.ts";
import type { TestAuthority } from "./authority/test-authority.ts";
import type { Handler } from "./gateway.ts";
import { textOf } from "./http-body.ts";
import type { Kms } from "./kms.ts";
import { type MailEvents, oddAddresses } from "./mail-events.ts";
import { type Messages, publishSms, type ServiceAnswer, sendEmail } from "./messages.ts";
import { escaped, page, pageHeaders } from "./pages.ts";
import { isSeededPerson, type SeededPerson } from "./people.ts";
import { deafMobiles, type TextEvents } from "./text-events.ts";

interface Around {
  readonly origin: string;
  /** The stack's state folder, which the clock's answer names. */
  readonly state: string;
  readonly messages: Messages;
  readonly mailEvents: MailEvents;
  readonly textEvents: TextEvents;
  now(): string;
  moveClock(to: string): Promise<string>;
  token(person: SeededPerson): Promise<string>;
  readonly kms: Kms;
  readonly accounts: Accounts;
  readonly authority: TestAuthority;
  /** Returns what came of each act of a claim; undefined if no claim has the number. */
  story(code: string): Promise<unknown>;
  /** Returns whose data staff saw, for `npm run seen`. */
  seen(asked: unknown): Promise<readonly unknown[]>;
  /** Returns what contradicts what in the stores, for `npm run fsck`. */
  fsck(asked: unknown): Promise<object>;
  /** Serves the gallery of the pages' parts. */
  readonly gallery: Handler;
}

/**
 * Returns the handlers, by path, of the local pages and of the services that functions call: messages, clock, tokens,
 * test authority; mail, SMS, keys, accounts; the list of the API's routes. Answers 403 to a request from a page of
 * another origin, except for the HTML pages `/_local/` and `/api/docs`. Answers 400 if the clock cannot be moved as
 * asked, 404 if a seeded person or a claim does not exist.
 */
export function localPages({
  origin,
  state,
  messages,
  mailEvents,
  textEvents,
  now,
  moveClock,
  token,
  kms,
  accounts,
  authority,
  story,
  seen,
  fsck,
  gallery,
}: Around): Readonly<Record<string, Handler>> {
  const json = (status: number, value: unknown) => ({ status, type: "application/json", body: JSON.stringify(value) });
  const answering =
    (answer: (url: URL, method: string, body: string, target: string) => Promise<ServiceAnswer>): Handler =>
    async (request, response) => {
      // A page of another site must not move the clock or send mail.
      if (![undefined, origin].includes(request.headers.origin)) return void response.writeHead(403).end();
      const body = await textOf(request);
      const target = String(request.headers["x-amz-target"]);
      const answered = await answer(new URL(request.url ?? "/", origin), request.method ?? "GET", body, target);
      response
        .writeHead(answered.status, { "content-type": answered.type, "cache-control": "no-store" })
        .end(answered.body);
    };
  const moved = async (to: string) => {
    try {
      return json(200, { now: await moveClock(to) });
    } catch (failure) {
      if (!(failure instanceof RangeError)) throw failure;
      return json(400, { message: failure.message });
    }
  };
  return {
    "/_local/": async (request, response) => {
      const to = new URLSearchParams(await textOf(request)).get("to");
      const isAsked = to !== null && request.headers.origin === origin;
      const { status } = isAsked ? await moved(to) : { status: 200 };
      const wrong = status === 200 ? "" : `<p class="alert" role="alert">El reloj solo va hacia adelante.</p>`;
      if (isAsked && !wrong) return void response.writeHead(303, { location: "/_local/" }).end();
      response.writeHead(status, pageHeaders).end(page("Oficina local", `${wrong}${overview(now(), messages)}`));
    },
    "/_local/look/": gallery,
    "/_local/messages": answering(async ({ searchParams }) =>
      json(200, { messages: messages.sent(searchParams.get("to") ?? undefined) }),
    ),
    "/_local/clock": answering(async (_, method, body) =>
      method === "POST" ? moved(String(JSON.parse(body).to)) : json(200, { now: now(), state }),
    ),
    "/_local/tokens/": answering(async ({ pathname }) => {
      const name = pathname.split("/").at(-1) ?? "";
      return isSeededPerson(name)
        ? json(200, { token: await token(name) })
        : json(404, { message: `no seeded person "${name}"` });
    }),
    "/_local/trace/": answering(async ({ pathname }) => {
      const code = pathname.split("/").at(-1) ?? "";
      const found = await story(code);
      return found ? json(200, found) : json(404, { message: `Ningún reclamo tiene el número ${code}.` });
    }),
    "/_local/seen": answering(async (_, __, body) => json(200, { people: await seen(JSON.parse(body)) })),
    "/_local/fsck": answering(async (_, __, body) => json(200, await fsck(JSON.parse(body)))),
    "/_local/signature": answering(async (_, __, body) => {
      const pdf = authority.sign(Buffer.from(String(JSON.parse(body).pdf), "base64"));
      return json(200, { pdf: Buffer.from(pdf).toString("base64") });
    }),
    "/_local/sesv2/v2/email/outbound-emails": answering(async (_, __, body) => sendEmail(messages, mailEvents, body)),
    "/_local/kms": answering(async (_, __, body, target) => kms.answer(target, body)),
    "/_local/accounts": answering(async (_, __, body, target) => accounts.answer(target, body)),
    "/_local/sns": answering(async (_, __, body) => publishSms(messages, textEvents, body)),
    "/api/docs": async (_, response) => {
      const description = await fetch(`${origin}/api/openapi.json`);
      const body = description.ok ? routeList(await description.json()) : "<p>La API todavía no tiene descripción.</p>";
      response.writeHead(200, pageHeaders).end(page("La API", body));
    },
  };
}

function overview(now: string, messages: Messages): string {
  const lima = new Date(now).toLocaleString("es-PE", {
    timeZone: "America/Lima",
    dateStyle: "full",
    timeStyle: "short",
  });
  const sent = messages.sent().map(
    ({ channel, at, to, subject, text }) =>
      `<article><p><strong>${channel === "sms" ? "SMS" : "Correo"} a ${escaped(to)}</strong> · ${escaped(at)}</p>
<p>${escaped(subject ?? "")}</p><pre>${escaped(text)}</pre></article>`,
  );
  return `<p><a href="/">Sitio</a> · <a href="/desk/">Escritorio</a> · <a href="/api/docs">API</a> · <a href="/_local/look/">Partes de las páginas</a></p>
<h2>Reloj</h2><p>${escaped(lima)}, hora de Lima</p><form method="post" action="/_local/">
<label for="to">Adelantar a</label> <input id="to" name="to" placeholder="+35wd, +3d, 2027-01-15" required> <button>Adelantar</button></form>
<h2>Mensajes</h2><p>Todo correo llega, menos a las direcciones que empiezan así: ${oddAddresses.map(escaped).join(", ")}. Todo mensaje de texto llega, menos a los celulares que empiezan así: ${deafMobiles.map(escaped).join(", ")}.</p>${sent.join("") || "<p>Todavía no hay mensajes.</p>"}`;
}

/** Returns the HTML list of an OpenAPI document's routes: method, path and summary. */
function routeList(description: unknown): string {
  const entriesOf = (value: unknown) => Object.entries(typeof value === "object" && value !== null ? value : {});
  const paths = entriesOf(Object.fromEntries(entriesOf(description))["paths"]);
  const items = paths.flatMap(([path, methods]) =>
    entriesOf(methods).map(
      ([method, { summary = "" }]) =>
        `<article><strong>${escaped(method.toUpperCase())} ${escaped(path)}</strong><br>${escaped(summary)}</article>`,
    ),
  );
  return `<p><a href="/api/openapi.json">openapi.json</a></p>${items.join("")}`;
}
