import { drawnText } from "@/lib/gate/rules";
import { drawnAs, type Drawn } from "@/lib/gate/types";

/** What a form carries along of itself: which one it is, and for whom its page was drawn. */
export const DrawnAs = ({ drawn }: { drawn: Drawn | null }) =>
  drawn && <input type="hidden" name={drawnAs} value={drawnText(drawn)} />;
