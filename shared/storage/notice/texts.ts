import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import { named, type Sent } from "./mail.ts";

/**
 * Text messages to Peruvian mobiles; sent twice, one arrives twice. `send` returns `refused` if the provider rejects
 * the number or its owner asked for no more messages, and throws on any other failure or if it gets no id.
 */
export interface Texts {
  /** @param mobile nine digits, without the country's 51 */
  send(mobile: string, text: string): Promise<Sent>;
}

/** The failures that mean the number does not exist, or its owner asked for no more messages. */
const refusals: ReadonlySet<string> = new Set([
  "InvalidParameterException",
  "InvalidParameterValueException",
  "OptedOutException",
]);

export function openSns(): SNSClient {
  return new SNSClient({});
}

export function openTexts({ client }: { readonly client: SNSClient }): Texts {
  return {
    send: async (mobile, text) => {
      try {
        const { MessageId } = await client.send(
          new PublishCommand({
            PhoneNumber: `+51${mobile}`,
            Message: text,
            MessageAttributes: { "AWS.SNS.SMS.SMSType": { DataType: "String", StringValue: "Transactional" } },
          }),
        );
        return named(MessageId);
      } catch (failure) {
        if (failure instanceof Error && refusals.has(failure.name)) return "refused";
        throw failure;
      }
    },
  };
}
