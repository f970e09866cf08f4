import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";

/** What a client of AWS sent: which action, by whichever protocol, and of it the parameters and the body. */
export interface Asked {
  /** Such as `DescribeStacks`; of a service that is asked by paths, `GET /v2/email/account`. */
  readonly action: string;
  readonly parameters: URLSearchParams;
  readonly body: string;
}

/** A body as AWS's reference writes it: a text is XML, an object JSON. Where more than it matters, with its status. */
export type Answered = string | object | WholeAnswer;
interface WholeAnswer {
  readonly status: number;
  readonly body: string | object;
  readonly headers?: Readonly<Record<string, string>>;
}
const isWhole = (answer: Answered): answer is WholeAnswer =>
  typeof answer === "object" && "status" in answer && "body" in answer;

/** The envelope of an answer or a refusal of CloudFormation, IAM, STS or SNS. */
export const answerOf = (action: string, result: string): string =>
  `<${action}Response><${action}Result>${result}</${action}Result></${action}Response>`;
export const refusalOf = (code: string, message: string): string =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`;

/**
 * Starts a server that stands for every service of AWS until the test ends, and returns its address. What `answer` does
 * not know is refused with `AccessDenied`.
 */
export async function answeringAws(answer: (asked: Asked) => Answered | undefined): Promise<string> {
  const server = createServer(async (request, response) => {
    const sent = await text(request);
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://aws");
    const form = request.headers["content-type"]?.includes("x-www-form-urlencoded");
    const parameters = form ? new URLSearchParams(sent) : searchParams;
    const target = String(request.headers["x-amz-target"] ?? "")
      .split(".")
      .at(-1);
    const action = target || parameters.get("Action") || `${request.method} ${pathname}`;
    const found = answer({ action, parameters, body: sent }) ?? {
      status: 403,
      body: form
        ? refusalOf("AccessDenied", `no right to ${action}`)
        : { __type: "AccessDeniedException", message: `no right to ${action}` },
    };
    const { status, body, headers }: WholeAnswer = isWhole(found) ? found : { status: 200, body: found };
    response.writeHead(status, {
      "content-type": typeof body === "string" ? "text/xml" : "application/x-amz-json-1.1",
      ...headers,
    });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
