import type { Words } from "@/components/field/words";
import { reasonIn } from "@/lib/fieldwork/kept/told/rules";
import { fill } from "@/lib/kernel/fill";
import type { Told } from "@/lib/offline/types";

/** A refusal in the language of the reader; as it was told, where this edition knows no words for it. */
export function toldSaid({ problem, problems = [] }: Told, words: Words["problems"]): string {
  const known = new Map<string, string>(Object.entries(words));
  const said = problems.flatMap(({ code, values = {} }) => {
    const sentence = known.get(code);
    return sentence === undefined ? [] : [fill(sentence, values)];
  });
  return said.length > 0 && said.length === problems.length ? said.join(" ") : reasonIn(problem);
}
