/**
 * Stands in a bundle for the SDK's cache of the addresses that DynamoDB's discovery of endpoints finds
 * (`@aws-sdk/endpoint-cache`). No client of the office asks for that discovery, which then never uses it.
 */
export class EndpointCache {}
