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
import { authenticatorCode, isAuthenticatorCode } from "./second-factor.ts";

interface SignIn {
  readonly pool: Pool;
  readonly provider: Provider;
  readonly messages: Messages;
  /** The sign-ins that wait for a code, by their id. */
  readonly codes: Records;
  /** Stores a person and returns their `sub`. */
  remember(person: Person): string;
  /** The staff whose accounts are open, the seeded ones first. */
  staff(): readonly Person[];
  /** The user pool's properties, which have the texts of the messages. */
  readonly texts: unknown;
}

const attempt = { until: z.number(), tries: z.number() };
const pending = z.union([
  z.object({ ...attempt, identifier: z.string(), code: z.string() }),
  z.object({ ...attempt, person: z.string() }),
]);
const codeMs = 3 * 60_000;
const maxTries = 3;

/**
 * Returns the handler of a pool's sign-in page. A seeded customer signs in with a button; any other types a telephone
 * or e-mail and gets a code there. A member of the staff picks their button, then types the code of their authenticator
 * app. A code is accepted for three minutes and three attempts. Answers 400 if the sign-in or the code is no longer
 * valid.
 */
export function openSignIn(around: SignIn): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    const show = (status: number, body: string) =>
      void response.writeHead(status, pageHeaders).end(page("Ingresar", body));
    const details = await around.provider.interactionDetails(request, response).catch(() => undefined);
    if (!details)
      return show(400, `<p class="alert">Este ingreso ya no sirve. Vuelve a la página y empieza otra vez.</p>`);
    if (request.method !== "POST") return show(200, choice(around));
    const form = new URLSearchParams(await textOf(request));
    const step = next(around, details.uid, form);
    if ("body" in step) return show(step.status, step.body);
    const accountId = around.remember(step.person);
    return around.provider.interactionFinished(request, response, { login: { accountId } });
  };
}

type Step = { readonly person: Person } | { readonly status: number; readonly body: string };

function next(around: SignIn, uid: string, form: URLSearchParams): Step {
  const { pool } = around;
  const [name, typed] = [form.get("person") ?? "", form.get("identifier")];
  if (pool === "customers" && isSeededPerson(name) && seededPeople[name].pool === pool)
    return { person: seededPeople[name] };
  const one = pool === "staff" ? around.staff().find(({ identifier }) => identifier === name) : undefined;
  if (one) return chosen(around, uid, one);
  if (pool === "customers" && typed !== null) return codeSent(around, uid, typed);
  return codeTyped(around, uid, form.get("code")?.trim() ?? "");
}

/** Staff need their second factor. */
function chosen({ codes }: SignIn, uid: string, one: Person): Step {
  codes.set(uid, { person: one.identifier, until: Date.now() + codeMs, tries: 0 });
  return { status: 200, body: authenticatorForm(one) };
}

function codeSent(around: SignIn, uid: string, typed: string): Step {
  const { codes, messages, texts } = around;
  const identifier = identifierOf(typed);
  if (!identifier) return { status: 400, body: choice(around, "Escribe un celular de 9 dígitos o un correo.") };
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  codes.set(uid, { identifier, code, until: Date.now() + codeMs, tries: 0 });
  messages.deliver(letter(identifier, code, texts));
  return { status: 200, body: codeForm(identifier) };
}

function codeTyped(around: SignIn, uid: string, typed: string): Step {
  const { pool, codes } = around;
  const asked = pending.safeParse(codes.get(uid)).data;
  const one =
    asked && "person" in asked ? around.staff().find(({ identifier }) => identifier === asked.person) : undefined;
  const isOver = !asked || asked.until < Date.now() || asked.tries >= maxTries || ("person" in asked && !one);
  if (isOver) return { status: 400, body: choice(around, "El código ya no sirve. Empieza otra vez.") };
  const isRight = "person" in asked ? one !== undefined && isAuthenticatorCode(one, typed) : typed === asked.code;
  if (!isRight) {
    codes.set(uid, { ...asked, tries: asked.tries + 1 });
    const wrong = "Ese no es el código.";
    const again = "person" in asked ? one && authenticatorForm(one, wrong) : codeForm(asked.identifier, wrong);
    return { status: 400, body: again ?? choice(around, wrong) };
  }
  codes.delete(uid);
  return { person: one ?? { pool, identifier: "identifier" in asked ? asked.identifier : "" } };
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

function choice({ pool, staff }: SignIn, wrong?: string): string {
  const customers = Object.entries(seededPeople).flatMap(([name, person]) => (person.pool === "customers" ? name : []));
  const names = pool === "staff" ? staff().map(({ identifier }) => identifier) : customers;
  const buttons = names
    .map((name) => `<button name="person" value="${escaped(name)}">${escaped(name)}</button>`)
    .join("");
  const others = `<h2>Otra persona</h2><form method="post">
<p><label for="identifier">Celular o correo</label><br><input id="identifier" name="identifier" autocomplete="username" required></p>
<button>Enviarme un código</button></form>`;
  return `${alert(wrong)}<p>Personas de prueba:</p><form method="post">${buttons}</form>${pool === "customers" ? others : ""}`;
}

function codeForm(identifier: string, wrong?: string): string {
  return `${alert(wrong)}<p>Enviamos un código a ${escaped(identifier)}. Aquí llega a los <a href="/_local/" target="_blank">mensajes</a>.</p>
${codeField("Código")}`;
}

function authenticatorForm(one: Person, wrong?: string): string {
  return `${alert(wrong)}<p>Segundo factor de <strong>${escaped(one.identifier)}</strong>: el código de seis cifras de su aplicación.</p>
<p class="local"><strong>Solo en local:</strong> su aplicación muestra ahora <output id="authenticator">${authenticatorCode(one)}</output></p>
${codeField("Código de la aplicación")}`;
}

const codeField = (label: string) => `<form method="post"><p><label for="code">${label}</label><br>
<input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" required></p><button>Ingresar</button></form>`;
