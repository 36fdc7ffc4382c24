import { useTranslations } from "next-intl";

import { Sign } from "@/components/ui/sign";
import type { Viewer } from "@/lib/identity/types";

const steps = {
  leader: ["figures", "lists", "overdue", "asOf"],
  inspector: ["prepare", "record", "finding", "finalise"],
  officer: ["missing", "revise", "post", "milestones"],
  head: ["approve", "sign", "missing", "milestones"],
  admin: ["create", "reset", "disable", "history"],
  system: [],
} as const satisfies Record<Viewer["role"], readonly string[]>;

const everybody = ["search", "receipt", "conflict", "ended", "password"] as const;

/** What one's role does here, in the order of the work, and what holds for everybody. */
export function Help({ role }: { role: Viewer["role"] }) {
  const words = useTranslations("help");
  const common = useTranslations("common");
  return (
    <>
      <h1>{words("sentence", { role: common(`role.${role}`) })}</h1>
      <section className="stack">
        <h2>{words("yourWork")}</h2>
        {steps[role].map((step) => (
          <section key={step}>
            <h3>{words(`${step}.title`)}</h3>
            <p>{words(`${step}.text`)}</p>
          </section>
        ))}
      </section>
      <section className="stack">
        <h2>{words("everybody")}</h2>
        {everybody.map((each) => (
          <section key={each}>
            <h3>{words(`${each}.title`)}</h3>
            <p>{words(`${each}.text`)}</p>
          </section>
        ))}
      </section>
      <section className="stack">
        <h2>{words("states")}</h2>
        <p>
          {words.rich("statesText", {
            good: () => <Sign tone="good" />,
            watch: () => <Sign tone="watch" />,
            bad: () => <Sign tone="bad" />,
            waiting: () => <Sign tone="waiting" />,
            over: () => <Sign tone="over" />,
          })}
        </p>
      </section>
    </>
  );
}
