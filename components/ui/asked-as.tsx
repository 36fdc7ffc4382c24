import { askedText } from "@/lib/gate/asked";
import { askedAs } from "@/lib/gate/types";

type Props = { fields: readonly { name: string; label: string }[] };

/** What a form carries along of how its fields are called: for what was typed to be read where its page draws the form no more. */
export const AskedAs = ({ fields }: Props) => (
  <input type="hidden" name={askedAs} value={askedText(fields.map(({ name, label }) => [name, label]))} />
);
