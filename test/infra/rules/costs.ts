import { standing } from "../../../infra/costs/month.ts";
import { all, type Templates } from "../templates.ts";
import type { Rule } from "./rule.ts";

const counted = (templates: Templates): Readonly<Partial<Record<keyof typeof standing, number>>> => ({
  alarms: all(templates, "AWS::CloudWatch::Alarm").length,
  compositeAlarms: all(templates, "AWS::CloudWatch::CompositeAlarm").length,
  firewalls: all(templates, "AWS::WAFv2::WebACL").length,
  firewallRules: all(templates, "AWS::WAFv2::WebACL").flatMap(([, { Properties }]) => Properties.Rules).length,
  keys: all(templates, "AWS::KMS::Key").length,
  secrets: all(templates, "AWS::SecretsManager::Secret").length,
  dashboards: all(templates, "AWS::CloudWatch::Dashboard").length,
});

/** `docs/costs.md` prices what stands there by these counts. */
export const costRules: readonly Rule[] = [
  {
    name: "no more stands there than its price was reckoned for",
    problems: (templates) =>
      Object.entries(counted(templates)).flatMap(([what, count]) =>
        count > standing[what as keyof typeof standing] ? [`${count} ${what}`] : [],
      ),
    breaches: {
      "a hundred more alarms": ({ service }) => {
        for (let made = 0; made < 100; made += 1)
          service.Resources[`Alarm${made}`] = { Type: "AWS::CloudWatch::Alarm", Properties: {} };
      },
    },
  },
];
