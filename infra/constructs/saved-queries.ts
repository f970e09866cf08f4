import { type LogGroup, QueryDefinition, QueryString } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";

/**
 * Adds the two questions of somebody who follows a claim through the logs of every function: which traces a claim has, and
 * what came of a trace. Whoever asks replaces the id in the query.
 */
export function savedQueries(scope: Construct, prefix: string, logGroups: readonly LogGroup[]): void {
  const question = (id: string, name: string, filterStatements: string[], fields: string[], sort: string) =>
    new QueryDefinition(scope, id, {
      queryDefinitionName: `${prefix}/${name}`,
      logGroups: [...logGroups],
      queryString: new QueryString({ fields, filterStatements, sort, limit: 1000 }),
    });
  const where = [
    "@timestamp",
    "@log",
    "event",
    "trace",
    "route",
    "status",
    "ms",
    "claimId",
    "seq",
    "attempt",
    "message",
  ];
  question("ClaimQuery", "what was asked of a claim", ['claimId = "REPLACE-BY-THE-ID"'], where, "@timestamp asc");
  question("TraceQuery", "what came of an act", ['trace = "REPLACE-BY-THE-TRACE"'], where, "@timestamp asc");
}
