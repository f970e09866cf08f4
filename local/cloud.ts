/** The stack's stand-in for an account: DynamoDB Local and the queues check none of it, the S3 server checks signatures. */
export const region = "us-east-1";
export const account = "000000000000";
export const credentials = { accessKeyId: "local", secretAccessKey: "local-secret" };

/** Where each service listens, by the name the SDK's environment variables use. */
export type Endpoints = Readonly<Record<"DYNAMODB" | "SQS" | "S3" | "KMS" | "SESV2" | "SNS", string>>;

/** What an SDK client needs in its environment to find the local services. */
export function environmentOf(endpoints: Endpoints): Readonly<Record<string, string>> {
  return {
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    ...Object.fromEntries(Object.entries(endpoints).map(([service, url]) => [`AWS_ENDPOINT_URL_${service}`, url])),
  };
}

export function arnOf(service: string, name: string): string {
  return `arn:aws:${service}:${region}:${account}:${name}`;
}

/** Takes one refusal of a service as "nothing there"; any other is thrown on. */
export function absent(refusal: string): (failure: unknown) => undefined {
  return (failure) => {
    if (failure instanceof Error && failure.name === refusal) return undefined;
    throw failure;
  };
}
