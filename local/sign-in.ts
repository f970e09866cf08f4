import { randomInt } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type Provider from "oidc-provider";
import * as z from "zod";
import { textOf } from "./http-body.ts";
import type { Messages } from "./messages.ts";
import { escaped, page, pageHeaders } from "./pages.ts";
import { identifierOf, isSeededPerson, type Person, seededPeople } from "./people.ts";
import type { Records } from "./records.ts";
import type { Pool } from "./resources.ts";

interface SignIn {
  readonly pool: Pool;
  readonly provider: Provider;
  readonly messages: Messages;
  /** Codes sent and not yet used, by sign-in. */
  readonly codes: Records;
  /** Keeps a person and returns the `sub`. */
  remember(person: Person): string;
  /** The user pool's properties: it has the texts of the messages. */
  readonly texts: unknown;
}

const pending = z.object({ identifier: z.string(), code: z.string(), until: z.number(), tries: z.number() });
const codeMs = 3 * 60_000;
const maxTries = 3;

/** The sign-in page of an issuer: seeded people as buttons; for customers, anyone else by a code to telephone or e-mail. */
export function openSignIn(around: SignIn): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    const show = (status: number, body: string) =>
      void response.writeHead(status, pageHeaders).end(page("Ingresar", body));
    const details = await around.provider.interactionDetails(request, response).catch(() => undefined);
    if (!details)
      return show(400, `<p class="alert">Este ingreso ya no sirve. Vuelve a la página y empieza otra vez.</p>`);
    if (request.method !== "POST") return show(200, choice(around.pool));
    const form = new URLSearchParams(await textOf(request));
    const step = next(around, details.uid, form);
    if ("body" in step) return show(step.status, step.body);
    const accountId = around.remember(step.person);
    return around.provider.interactionFinished(request, response, { login: { accountId } });
  };
}

type Step = { readonly person: Person } | { readonly status: number; readonly body: string };

function next({ pool, codes, messages, texts }: SignIn, uid: string, form: URLSearchParams): Step {
  const name = form.get("person") ?? "";
  if (isSeededPerson(name) && seededPeople[name].pool === pool) return { person: seededPeople[name] };
  const typed = form.get("identifier");
  if (pool === "customers" && typed !== null) {
    const identifier = identifierOf(typed);
    if (!identifier) return { status: 400, body: choice(pool, "Escribe un celular de 9 dígitos o un correo.") };
    const code = String(randomInt(1_000_000)).padStart(6, "0");
    codes.set(uid, { identifier, code, until: Date.now() + codeMs, tries: 0 });
    messages.deliver(letter(identifier, code, texts));
    return { status: 200, body: codeForm(identifier) };
  }
  const sent = pending.safeParse(codes.get(uid)).data;
  if (!sent || sent.until < Date.now() || sent.tries >= maxTries)
    return { status: 400, body: choice(pool, "El código ya no sirve. Pide otro.") };
  if (form.get("code")?.trim() !== sent.code) {
    codes.set(uid, { ...sent, tries: sent.tries + 1 });
    return { status: 400, body: codeForm(sent.identifier, "Ese no es el código. Revisa el último mensaje.") };
  }
  codes.delete(uid);
  return { person: { pool, identifier: sent.identifier } };
}

const poolTexts = z
  .object({
    EmailAuthenticationSubject: z.string(),
    EmailAuthenticationMessage: z.string(),
    SmsAuthenticationMessage: z.string(),
  })
  .partial()
  .catch({});

function letter(to: string, code: string, texts: unknown): Parameters<Messages["deliver"]>[0] {
  const { EmailAuthenticationSubject, EmailAuthenticationMessage, SmsAuthenticationMessage } = poolTexts.parse(texts);
  const filled = (text = "{####} es tu código.") => text.replace("{####}", code);
  if (!to.includes("@"))
    return { channel: "sms", to, text: filled(SmsAuthenticationMessage ?? EmailAuthenticationMessage) };
  return {
    channel: "mail",
    to,
    subject: EmailAuthenticationSubject ?? "Tu código",
    text: filled(EmailAuthenticationMessage),
  };
}

const alert = (text: string | undefined) =>
  text === undefined ? "" : `<p class="alert" role="alert">${escaped(text)}</p>`;

function choice(pool: Pool, wrong?: string): string {
  const people = Object.entries(seededPeople).filter(([, person]) => person.pool === pool);
  const buttons = people.map(([name]) => `<button name="person" value="${name}">${name}</button>`).join("");
  const others = `<h2>Otra persona</h2><form method="post">
<p><label for="identifier">Celular o correo</label><br><input id="identifier" name="identifier" autocomplete="username" required></p>
<button>Enviarme un código</button></form>`;
  return `${alert(wrong)}<p>Personas de prueba:</p><form method="post">${buttons}</form>${pool === "customers" ? others : ""}`;
}

function codeForm(identifier: string, wrong?: string): string {
  return `${alert(wrong)}<p>Enviamos un código a ${escaped(identifier)}. Aquí llega a los <a href="/_local/" target="_blank">mensajes</a>.</p>
<form method="post"><p><label for="code">Código</label><br>
<input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" required></p><button>Ingresar</button></form>`;
}
