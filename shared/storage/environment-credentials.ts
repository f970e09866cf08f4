/**
 * Replaces the SDK's whole credential chain in the bundles: a Lambda function has its credentials in its environment,
 * and so has the local stack. It has the same exports as `@aws-sdk/credential-provider-node`.
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
/** The Region, and the endpoint of S3 where it is not the cloud's own, as the SDK reads them. */
export const storageEnvironment = () => ({
  region: process.env["AWS_REGION"] ?? "",
  endpoint: process.env["AWS_ENDPOINT_URL_S3"],
});

export const credentialsTreatedAsExpired = () => false;
export const credentialsWillNeedRefresh = () => false;
