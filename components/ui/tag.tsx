import { Sign, type Tone } from "@/components/ui/sign";

/** A state told three ways at once: sign, word, colour. */
export function Tag({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span className={`tag ${tone}`}>
      <Sign tone={tone} />
      {children}
    </span>
  );
}
