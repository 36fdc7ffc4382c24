import { getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { findingAt, findingTitle } from "@/app/titles";
import { TurnPage } from "@/components/findings/turn-page";
import { findFollowUp } from "@/lib/findings/followed/queries";
import { actsFor, rightTo } from "@/lib/findings/turns/access";
import type { Act } from "@/lib/findings/turns/types";
import { leadOn } from "@/lib/gate/page";
import type { FormAction } from "@/lib/gate/types";
import { mayFor } from "@/lib/identity/matrix";
import { today } from "@/lib/platform/clock";

import { pageOf } from "./address";

/** The page of one act on a finding. Whoever comes when it is no longer due is led to the finding, which says why. */
export const turnPage = (act: Act, action: FormAction) =>
  formPage(rightTo[act], async (viewer, { params, initial }) => {
    const finding = await findingAt(viewer, params["id"] ?? "");
    if (!finding || !mayFor(viewer, rightTo[act], finding.agencyId)) return null;
    const followUp = await findFollowUp(viewer, finding.id);
    if (!followUp) return null;
    if (!actsFor(viewer, finding).includes(act)) await leadOn(pageOf({ findingId: finding.id }));
    return <TurnPage {...{ act, finding, followUp, action, initial }} today={await today()} />;
  });

export const turnTitle = (act: Act) =>
  findingTitle(rightTo[act], async () => (await getTranslations("findings"))(`act.${act}.title`));
