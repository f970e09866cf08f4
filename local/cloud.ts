/** The account of the local stack. DynamoDB Local and the queues check none of it; the S3 server checks signatures. */
export const region = "us-east-1";
export const account = "000000000000";
export const credentials = { accessKeyId: "local", secretAccessKey: "local-secret" };

/** The address of each service, by the name that the SDK's environment variables use. */
export type Endpoints = Readonly<
  Record<"DYNAMODB" | "SQS" | "S3" | "KMS" | "SESV2" | "SNS" | "COGNITO_IDENTITY_PROVIDER", string>
>;

/**
 * Returns the environment variables by which an SDK client finds the local services: region, credentials, and
 * `AWS_ENDPOINT_URL_…` of each.
 */
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

/** Returns a handler that turns the error named `refusal` into undefined and throws any other. */
export function absent(refusal: string): (failure: unknown) => undefined {
  return (failure) => {
    if (failure instanceof Error && failure.name === refusal) return undefined;
    throw failure;
  };
}
