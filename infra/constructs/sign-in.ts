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
  /** First part of the address of the sign-in page; nobody else in the Region may use it. */
  readonly domainPrefix: string;
  /** The whole address that people return to, signed in or out. */
  readonly returnTo: string;
  readonly authFlows: AuthFlow;
  /** How long a session lasts: `sessionLengths` of customers or of staff. */
  readonly session: SessionLength;
  /** Whether people register themselves, for which the client must write their mail and mobile. */
  readonly selfSignUp: boolean;
}

interface SessionLength {
  readonly accessToken: Duration;
  /** After it a person signs in again. */
  readonly refreshToken: Duration;
}

/** How long people stay signed in. */
export const sessionLengths = {
  customers: { accessToken: Duration.hours(1), refreshToken: Duration.days(1) },
  staff: { accessToken: Duration.minutes(15), refreshToken: Duration.hours(8) },
} as const satisfies Record<string, SessionLength>;

/**
 * Returns the origins that a browser calls to sign in. First comes the Region's, which publishes the keys of every user
 * pool; then the origin of each sign-in page, in the order given.
 * @param domainPrefixes the first part of the address of each sign-in page
 */
export function signInOrigins(region: string, ...domainPrefixes: readonly string[]): readonly string[] {
  const pages = domainPrefixes.map((prefix) => `https://${prefix}.auth.${region}.amazoncognito.com`);
  return [`https://cognito-idp.${region}.amazonaws.com`, ...pages];
}

/**
 * The sign-in of a pool: its page, and the one client that may ask it for tokens: a browser, by code flow with PKCE.
 */
export class SignIn extends Construct {
  readonly issuer: string;
  readonly clientId: string;

  constructor(scope: Construct, id: string, props: SignInProps) {
    super(scope, id);
    const { pool, domainPrefix, returnTo, authFlows, session, selfSignUp } = props;
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
      accessTokenValidity: session.accessToken,
      idTokenValidity: session.accessToken,
      refreshTokenValidity: session.refreshToken,
      // Each use gives a new refresh token; the old one serves for 30 seconds more, in case the answer is lost.
      refreshTokenRotationGracePeriod: Duration.seconds(30),
      // Without a list a client may write every attribute; the locale is in no use.
      writeAttributes: new ClientAttributes().withStandardAttributes(
        selfSignUp ? { email: true, phoneNumber: true } : { locale: true },
      ),
    });
    // Without a style the managed page only says that it is not available.
    new CfnManagedLoginBranding(this, "Look", {
      userPoolId: pool.userPoolId,
      clientId: client.userPoolClientId,
      useCognitoProvidedValues: true,
    });
    this.issuer = pool.userPoolProviderUrl;
    this.clientId = client.userPoolClientId;
  }
}
