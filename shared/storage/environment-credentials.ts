/**
 * Returns a function that reads AWS credentials from the environment variables. That function throws if the key id or
 * the secret is missing. Bundles use this file in place of `@aws-sdk/credential-provider-node`, whose exports it has:
 * functions and the local stack have no other credentials.
 */
export const defaultProvider = () => async () => {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  } = process.env;
  if (!accessKeyId || !secretAccessKey) throw new Error("no credentials in the environment");
  return { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) };
};
/**
 * Returns the Region (`AWS_REGION`; empty if not set) and the endpoint of S3 (`AWS_ENDPOINT_URL_S3`), which is
 * undefined in the cloud.
 */
export const storageEnvironment = () => ({
  region: process.env["AWS_REGION"] ?? "",
  endpoint: process.env["AWS_ENDPOINT_URL_S3"],
});

export const credentialsTreatedAsExpired = () => false;
export const credentialsWillNeedRefresh = () => false;
