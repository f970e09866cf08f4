import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { Records } from "./records.ts";
import { ignored } from "./resources.ts";

const message = z.object({
  id: z.string(),
  at: z.string(),
  channel: z.enum(["mail", "sms"]),
  to: z.string(),
  subject: z.string().optional(),
  text: z.string(),
});
/** A mail or SMS that would have been sent; `at` by the stack's clock. */
export type Message = z.output<typeof message>;

export interface Messages {
  deliver(message: Omit<Message, "id" | "at">): string;
  /** Newest first; with `to`, only those of one address or telephone. */
  sent(to?: string): readonly Message[];
}

export function openMessages(records: Records, now: () => string): Messages {
  return {
    deliver: (sending) => {
      const id = randomUUID();
      records.set(id, { ...sending, id, at: now() });
      return id;
    },
    sent: (to) => {
      const all = records
        .all()
        .map(({ value }) => message.parse(value))
        .reverse();
      return to === undefined ? all : all.filter((one) => one.to === to);
    },
  };
}

/** What one of the services that functions send by answers. */
export interface ServiceAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const part = z.object({ Data: z.string() });
const mail = z.strictObject({
  FromEmailAddress: z.string(),
  Destination: z.strictObject({ ToAddresses: z.array(z.string()).min(1) }),
  Content: z.strictObject({
    Simple: z.object({
      Subject: part,
      Body: z.union([z.object({ Text: part }), z.object({ Html: part })]),
    }),
  }),
  ReplyToAddresses: ignored,
  ConfigurationSetName: ignored,
  EmailTags: ignored,
});

/** SES v2 `SendEmail` (simple content only): keeps one message for each address. */
export function sendEmail(messages: Messages, body: string): ServiceAnswer {
  const asked = mail.safeParse(JSON.parse(body));
  const answer = (status: number, value: object) => ({ status, type: "application/json", body: JSON.stringify(value) });
  if (!asked.success) return answer(400, { message: `not known here: ${z.prettifyError(asked.error)}` });
  const { Destination, Content } = asked.data;
  const { Subject, Body } = Content.Simple;
  const text = "Text" in Body ? Body.Text.Data : Body.Html.Data;
  const [id] = Destination.ToAddresses.map((to) =>
    messages.deliver({ channel: "mail", to, subject: Subject.Data, text }),
  );
  return answer(200, { MessageId: id });
}

/** SNS `Publish` to a telephone, in the query protocol. */
export function publishSms(messages: Messages, body: string): ServiceAnswer {
  const form = new URLSearchParams(body);
  const [to, text] = [form.get("PhoneNumber"), form.get("Message")];
  const answer = (status: number, xml: string) => ({ status, type: "text/xml", body: xml });
  const refused = "<Code>InvalidParameter</Code><Message>only Publish to a PhoneNumber is known here</Message>";
  if (form.get("Action") !== "Publish" || !to || !text)
    return answer(400, `<ErrorResponse><Error>${refused}</Error></ErrorResponse>`);
  const id = messages.deliver({ channel: "sms", to, text });
  const namespace = "http://sns.amazonaws.com/doc/2010-03-31/";
  const result = `<PublishResult><MessageId>${id}</MessageId></PublishResult>`;
  return answer(200, `<PublishResponse xmlns="${namespace}">${result}</PublishResponse>`);
}
