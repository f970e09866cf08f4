import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { SNSClient } from "@aws-sdk/client-sns";
import { describe, expect, it } from "vitest";
import { openAccountContacts } from "../../../../shared/storage/claim/account-contacts.ts";
import { openMail } from "../../../../shared/storage/notice/mail.ts";
import { openTexts } from "../../../../shared/storage/notice/texts.ts";

/** Answers requests as the service would on the wire, and keeps their bodies. */
function wire(statusCode: number, headers: Record<string, string>, body: string) {
  const sent: { path: string; body: string }[] = [];
  const handle = async ({ path, body: asked }: { path: string; body: string | Uint8Array }) => {
    sent.push({ path, body: typeof asked === "string" ? asked : new TextDecoder().decode(asked) });
    return { response: { statusCode, headers, body: new TextEncoder().encode(body) } };
  };
  return { sent, handler: { handle } as never };
}

const account = {
  region: "us-east-1",
  credentials: { accessKeyId: "test", secretAccessKey: "test" },
  maxAttempts: 1,
};

describe("mail", () => {
  const letter = {
    to: "cliente@example.pe",
    subject: "Recibimos tu reclamo Ñ",
    text: "Hola:\n\nEs así.",
    html: "<p>Ñ</p>",
  };
  const mail = (status: number, error = "", body = "{}") => {
    const { sent, handler } = wire(status, { "content-type": "application/json", "x-amzn-errortype": error }, body);
    const client = new SESv2Client({ ...account, requestHandler: handler });
    return { sent, send: () => openMail({ client, name: "reclamos@example.pe" }, "avisos").send(letter) };
  };

  it("is from the office's sender, to one address, as text in UTF-8", async () => {
    const { sent, send } = mail(200, "", '{"MessageId":"m1"}');
    expect(await send()).toEqual({ messageId: "m1" });
    expect(sent.map(({ path }) => path)).toEqual(["/v2/email/outbound-emails"]);
    expect(JSON.parse(sent[0]?.body ?? "")).toEqual({
      FromEmailAddress: "reclamos@example.pe",
      ConfigurationSetName: "avisos",
      Destination: { ToAddresses: ["cliente@example.pe"] },
      Content: {
        Simple: {
          Subject: { Data: letter.subject, Charset: "UTF-8" },
          Body: { Text: { Data: letter.text, Charset: "UTF-8" }, Html: { Data: letter.html, Charset: "UTF-8" } },
        },
      },
    });
  });

  it("that is news names where a mail program ends it with one press (RFC 8058); other mail has no such header", async () => {
    const { sent, handler } = wire(200, {}, '{"MessageId":"m1"}');
    const client = new SESv2Client({ ...account, requestHandler: handler });
    const stopAt = "https://reclamos.example.pe/api/open/receipt-news/k/stop";
    await openMail({ client, name: "reclamos@example.pe" }, "avisos").send({ ...letter, stopAt });
    expect(JSON.parse(sent[0]?.body ?? "").Content.Simple.Headers).toEqual([
      { Name: "List-Unsubscribe", Value: `<${stopAt}>` },
      { Name: "List-Unsubscribe-Post", Value: "List-Unsubscribe=One-Click" },
    ]);
  });

  it("that its service took without naming it may pass: it throws", async () => {
    await expect(mail(200).send()).rejects.toThrow("gave it no id");
  });

  it.each([
    [400, "BadRequestException"],
    [400, "MessageRejected"],
  ])("%i %s is a refusal for good", async (status, error) => {
    expect(await mail(status, error).send()).toBe("refused");
  });

  it.each([
    [429, "TooManyRequestsException"],
    [400, "MailFromDomainNotVerifiedException"],
    [400, "SendingPausedException"],
    [500, "InternalServiceErrorException"],
  ])("%i %s may pass: it throws", async (status, error) => {
    await expect(mail(status, error).send()).rejects.toThrow();
  });
});

describe("text messages", () => {
  const ok = "<PublishResponse><PublishResult><MessageId>m1</MessageId></PublishResult></PublishResponse>";
  const failure = (code: string) =>
    `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>no</Message></Error></ErrorResponse>`;
  const texts = (status: number, body: string) => {
    const { sent, handler } = wire(status, { "content-type": "text/xml" }, body);
    const client = new SNSClient({ ...account, requestHandler: handler });
    return { sent, send: () => openTexts({ client }).send("900000001", "Tu reclamo avanzó.") };
  };

  it("go to a number of Peru, each for itself", async () => {
    const { sent, send } = texts(200, ok);
    expect(await send()).toEqual({ messageId: "m1" });
    const form = new URLSearchParams(sent[0]?.body);
    expect(form.get("PhoneNumber")).toBe("+51900000001");
    expect(form.get("Message")).toBe("Tu reclamo avanzó.");
    expect(form.get("TopicArn")).toBeNull();
    expect(form.get("MessageAttributes.entry.1.Value.StringValue")).toBe("Transactional");
  });

  it.each(["InvalidParameter", "ParameterValueInvalid", "OptedOut"])("%s is a refusal for good", async (code) => {
    expect(await texts(400, failure(code)).send()).toBe("refused");
  });

  it.each([
    [400, "Throttled"],
    [403, "AuthorizationError"],
    [500, "InternalError"],
  ])("%i %s may pass: it throws", async (status, code) => {
    await expect(texts(status, failure(code)).send()).rejects.toThrow();
  });
});

describe("the contact of an account", () => {
  const contacts = (status: number, body: object) => {
    const { sent, handler } = wire(status, { "content-type": "application/x-amz-json-1.1" }, JSON.stringify(body));
    const client = new CognitoIdentityProviderClient({ ...account, requestHandler: handler });
    return { sent, find: () => openAccountContacts({ client, name: "us-east-1_pool" }).find("ana") };
  };
  const person = (attributes: Readonly<Record<string, string>>) => ({
    Username: "ana",
    UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
  });

  it.each([
    [
      { email: "ana@example.pe", email_verified: "true" },
      { channel: "email", to: "ana@example.pe" },
    ],
    [
      { email: "ana@example.pe", email_verified: "true", phone_number: "+51900000001", phone_number_verified: "true" },
      { channel: "email", to: "ana@example.pe" },
    ],
    [
      {
        email: "otra@example.pe",
        email_verified: "false",
        phone_number: "+51900000001",
        phone_number_verified: "true",
      },
      { channel: "sms", to: "900000001" },
    ],
    [{ email: "otra@example.pe" }, undefined],
    [{}, undefined],
  ])("is one that the account showed to be its own: %j", async (attributes, contact) => {
    const { sent, find } = contacts(200, person(attributes));
    expect(await find()).toEqual(contact);
    expect(JSON.parse(sent[0]?.body ?? "")).toEqual({ UserPoolId: "us-east-1_pool", Username: "ana" });
  });

  it("of an account that is gone is none; any other failure is thrown", async () => {
    expect(await contacts(400, { __type: "UserNotFoundException" }).find()).toBeUndefined();
    await expect(contacts(400, { __type: "NotAuthorizedException" }).find()).rejects.toThrow();
  });
});
