import { Duration } from "aws-cdk-lib";
import {
  type AuthFlow,
  CfnManagedLoginBranding,
  ClientAttributes,
  ManagedLoginVersion,
  OAuthScope,
  type UserPool,
  UserPoolClient,
  UserPoolClientIdentityProvider,
  UserPoolDomain,
} from "aws-cdk-lib/aws-cognito";
import { Construct } from "constructs";

interface SignInProps {
  readonly pool: UserPool;
  /** First part of the address of the sign-in page; unused by anybody else in the Region. */
  readonly domainPrefix: string;
  /** Where people come back to, signed in or out: a whole address. */
  readonly returnTo: string;
  readonly authFlows: AuthFlow;
  readonly accessToken: Duration;
  readonly refreshToken: Duration;
}

/** What a browser asks to sign in: discovery and keys of every pool, and the page and tokens of each. */
export function signInOrigins(region: string, ...domainPrefixes: readonly string[]): readonly string[] {
  const pages = domainPrefixes.map((prefix) => `https://${prefix}.auth.${region}.amazoncognito.com`);
  return [`https://cognito-idp.${region}.amazonaws.com`, ...pages];
}

/** The sign-in of a pool: its page and the one client, a browser, that may ask it for tokens (code flow with PKCE). */
export class SignIn extends Construct {
  readonly issuer: string;
  readonly clientId: string;

  constructor(scope: Construct, id: string, props: SignInProps) {
    super(scope, id);
    const { pool, domainPrefix, returnTo, authFlows, accessToken, refreshToken } = props;
    new UserPoolDomain(this, "Domain", {
      userPool: pool,
      cognitoDomain: { domainPrefix },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    const client = new UserPoolClient(this, "Client", {
      userPool: pool,
      generateSecret: false,
      authFlows,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL],
        callbackUrls: [returnTo],
        logoutUrls: [returnTo],
      },
      supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: accessToken,
      idTokenValidity: accessToken,
      refreshTokenValidity: refreshToken,
      // Each use gives a new refresh token; the old one still serves for so long, should the answer be lost.
      refreshTokenRotationGracePeriod: Duration.seconds(30),
      writeAttributes: new ClientAttributes().withStandardAttributes({ email: true, phoneNumber: true }),
    });
    // Without a style the managed page answers that it is not available.
    new CfnManagedLoginBranding(this, "Look", {
      userPoolId: pool.userPoolId,
      clientId: client.userPoolClientId,
      useCognitoProvidedValues: true,
    });
    this.issuer = pool.userPoolProviderUrl;
    this.clientId = client.userPoolClientId;
  }
}
