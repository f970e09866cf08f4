import { type LogGroup, QueryDefinition, QueryString } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";

/**
 * Adds two saved queries over the given log groups: the lines of one claim, by its id or the code that people hold, and
 * the lines of one trace, which is everything that came of one act. Whoever runs a query first puts the id in place of
 * its placeholder. By a code only the line of the filing is found, which has the id.
 * @param prefix `caudal-<stage>`, before the name of each query
 */
export function savedQueries(scope: Construct, prefix: string, logGroups: readonly LogGroup[]): void {
  const fields = [
    "@timestamp",
    "@log",
    "event",
    "trace",
    "route",
    "status",
    "ms",
    "claimId",
    "code",
    "seq",
    "attempt",
    "message",
  ];
  const question = (id: string, name: string, filter: string) =>
    new QueryDefinition(scope, id, {
      queryDefinitionName: `${prefix}/${name}`,
      logGroups: [...logGroups],
      queryString: new QueryString({
        fields,
        filterStatements: [filter],
        sort: "@timestamp asc",
        limit: 1000,
      }),
    });
  question("ClaimQuery", "what was asked of a claim", 'claimId = "REPLACE-BY-THE-ID" or code = "REPLACE-BY-THE-CODE"');
  question("TraceQuery", "what came of an act", 'trace = "REPLACE-BY-THE-TRACE"');
}
