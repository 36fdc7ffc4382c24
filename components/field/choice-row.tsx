import { Sign } from "@/components/ui/sign";
import { outcomeTone } from "@/lib/visits/labels";
import type { Outcome } from "@/lib/checklists/types";
import { recheckTone } from "@/lib/findings/rechecks/labels";
import type { RecheckOutcome } from "@/lib/findings/rechecks/types";

const toneOf = { ...outcomeTone, ...recheckTone };

export type ChoiceRowProps<Of extends Outcome | RecheckOutcome> = {
  /** Of the group of radio buttons, and the beginning of each choice's class. */
  name: string;
  kind: "outcome" | "recheck";
  outcomes: readonly Of[];
  labels: Readonly<Record<Of, string>>;
  chosen: Of | null | undefined;
  choose: (outcome: Of) => void;
};

/** One choice of several side by side, each as high and wide as a thumb wants it: radio buttons that look like keys. */
export function ChoiceRow<Of extends Outcome | RecheckOutcome>(props: ChoiceRowProps<Of>) {
  const { name, kind, outcomes, labels, chosen, choose } = props;
  return outcomes.map((outcome) => (
    <label className={`choice ${kind}-${outcome}`} key={outcome}>
      <input
        type="radio"
        name={`${kind}.${name}`}
        checked={chosen === outcome}
        onChange={() => {
          choose(outcome);
        }}
      />
      <span>
        <Sign tone={toneOf[outcome]} /> {labels[outcome]}
      </span>
    </label>
  ));
}
