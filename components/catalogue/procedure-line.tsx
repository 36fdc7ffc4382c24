import { useTranslations } from "next-intl";

import { Tag } from "@/components/ui/tag";
import { procedureName } from "@/lib/catalogue/rules";
import type { Procedure, ProcedureFacts } from "@/lib/catalogue/types";

/** What else is to be known of a procedure, in few words. */
export function ProcedureMarks({
  procedure,
}: {
  procedure: Pick<ProcedureFacts, "shared" | "noCase" | "internal">;
}) {
  const words = useTranslations("catalogue");
  const { shared, noCase, internal } = procedure;
  const marks = [shared && words("shared"), noCase && words("noCase"), internal && words("internal")].filter(
    Boolean,
  );
  return marks.length > 0 ? <span className="soft small">({marks.join("; ")})</span> : null;
}

/** Where a procedure stands: in force, ended, replaced by which. */
export function ProcedureState({ procedure: { ended, replacedBy } }: { procedure: Procedure }) {
  const words = useTranslations("catalogue");
  if (!ended) return <Tag tone="good">{words("inForce")}</Tag>;
  return (
    <>
      <Tag tone="over">{words("ended")}</Tag>{" "}
      {replacedBy && (
        <span className="small">{words("replacedBy", { name: procedureName(replacedBy) })}</span>
      )}
    </>
  );
}
