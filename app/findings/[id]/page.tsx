import { getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { findingAt, findingTitle } from "@/app/titles";
import { FindingPage } from "@/components/findings/finding-page";
import { listCorrections } from "@/lib/corrections/queries";
import { findFollowUp } from "@/lib/findings/followed/queries";
import { listTerms } from "@/lib/findings/terms/queries";
import { termOf } from "@/lib/findings/terms/rules";
import { actsFor } from "@/lib/findings/turns/access";
import { findKeptInput } from "@/lib/gate/kept-input";
import { mayFor } from "@/lib/identity/matrix";
import { today } from "@/lib/platform/clock";

import { discuss } from "./actions";

export const generateMetadata = findingTitle("findings.list", async () =>
  (await getTranslations("findings"))("title"),
);

export default officePage("findings.list", async (viewer, { params, path }) => {
  const finding = await findingAt(viewer, params["id"] ?? "");
  const followUp = finding && (await findFollowUp(viewer, finding.id));
  if (!followUp) return null;
  const mayDiscuss = !finding.partial && mayFor(viewer, "findings.discuss", finding.agencyId);
  return (
    <FindingPage
      finding={finding}
      followUp={followUp}
      term={termOf(await listTerms(viewer), finding.severity, finding.raisedOn)}
      today={await today()}
      acts={actsFor(viewer, finding)}
      corrections={await listCorrections(viewer, finding.agencyId, ["answer", "claim"])}
      side={viewer.agencyId === finding.agencyId ? "agency" : "lead"}
      discuss={mayDiscuss ? discuss : null}
      initial={await findKeptInput(viewer, "findings.discuss", path)}
    />
  );
});
