import { Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import {
  AccountRecovery,
  CfnLogDeliveryConfiguration,
  CfnUserPool,
  CfnUserPoolGroup,
  FeaturePlan,
  Mfa,
  StandardThreatProtectionMode,
  UserPool,
  UserPoolEmail,
  type UserPoolProps,
} from "aws-cdk-lib/aws-cognito";
import { Construct } from "constructs";
import { staffRoles } from "../../shared/domain/work/people.ts";
import { keptLog } from "./kept-log.ts";

interface UserPoolsProps {
  /** `caudal-<stage>`. */
  readonly prefix: string;
  /** The utility's name, as messages show it. */
  readonly office: string;
  /** An address of a domain verified in SES. */
  readonly mailSender: string;
  readonly undeletable: boolean;
}

/**
 * The two user pools: customers, who register themselves and sign in with a code sent to their telephone or e-mail, and
 * staff, whom an administrator adds and who sign in with a password and an authenticator app. The staff pool has one
 * group for each role.
 */
export class UserPools extends Construct {
  readonly customers: UserPool;
  readonly staff: UserPool;

  constructor(scope: Construct, id: string, { prefix, office, mailSender, undeletable }: UserPoolsProps) {
    super(scope, id);
    const code = `{####} es tu código de ${office}. No lo compartas con nadie.`;
    const codeSubject = `Tu código de ${office}`;
    const every = {
      email: UserPoolEmail.withSES({
        fromEmail: mailSender,
        fromName: office,
        sesRegion: Stack.of(this).region,
        sesVerifiedDomain: mailSender.replace(/^.*@/, ""),
      }),
      userVerification: { emailSubject: codeSubject, emailBody: code, smsMessage: code },
      passwordPolicy: {
        minLength: 14,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      signInCaseSensitive: false,
      deletionProtection: undeletable,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    } satisfies UserPoolProps;

    this.customers = new UserPool(this, "Customers", {
      ...every,
      userPoolName: `${prefix}-customers`,
      selfSignUpEnabled: true,
      signInAliases: { email: true, phone: true },
      autoVerify: { email: true, phone: true },
      keepOriginal: { email: true, phone: true },
      featurePlan: FeaturePlan.ESSENTIALS,
      // Cognito keeps the password in the list in any case; the site asks nobody for one.
      signInPolicy: { allowedFirstAuthFactors: { password: true, emailOtp: true, smsOtp: true } },
      mfa: Mfa.OFF,
      mfaMessage: code,
      enableSmsRole: true,
      accountRecovery: AccountRecovery.PHONE_WITHOUT_MFA_AND_EMAIL,
    });
    // The text of the mail with the sign-in code, which the library's own properties do not set.
    const resource = this.customers.node.defaultChild;
    if (!CfnUserPool.isCfnUserPool(resource)) throw new Error("the customers' pool is not a CfnUserPool");
    resource.emailAuthenticationSubject = codeSubject;
    resource.emailAuthenticationMessage = code;

    this.staff = new UserPool(this, "Staff", {
      ...every,
      userPoolName: `${prefix}-staff`,
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      autoVerify: { email: true },
      keepOriginal: { email: true },
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      userInvitation: {
        emailSubject: `Tu acceso a la mesa de ${office}`,
        emailBody: `Ingresa como {username} con la contraseña {####}, que sirve tres días. Te pedirá cambiarla y una app de códigos.`,
      },
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
    });
    this.logSignIns(`/aws/vendedlogs/${prefix}-staff-sign-in`);
    for (const role of staffRoles)
      new CfnUserPoolGroup(this, `Group-${role}`, { userPoolId: this.staff.userPoolId, groupName: role });
  }

  /** Logs each sign-in of staff, done or refused, with its risk. The plan of the customers' pool gives none. */
  private logSignIns(group: string): void {
    const log = keptLog(this, group);
    const delivery = new CfnLogDeliveryConfiguration(this, "SignIns", {
      userPoolId: this.staff.userPoolId,
      logConfigurations: [
        {
          eventSource: "userAuthEvents",
          logLevel: "INFO",
          // As Cognito asks for it: without `:*` at the end.
          cloudWatchLogsConfiguration: {
            logGroupArn: Stack.of(this).formatArn({ service: "logs", resource: `log-group:${group}` }),
          },
        },
      ],
    });
    delivery.node.addDependency(log);
  }
}
