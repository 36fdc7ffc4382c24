import { afterEach, expect, it } from "vitest";

import { answerFinding, returnAnswer } from "@/lib/findings/answers/commands";
import { acceptBlock, claimBlock, refuseBlock, unblock } from "@/lib/findings/blocks/commands";
import { closeFinding } from "@/lib/findings/commands";
import { findFinding } from "@/lib/findings/queries";
import { writeMessage } from "@/lib/findings/thread/commands";
import { actsFor } from "@/lib/findings/turns/access";
import type { Viewer } from "@/lib/identity/types";
import {
  agencyCode,
  answerTo,
  claimed,
  inspector,
  officer,
  createFinding,
  raisedOn,
  reason,
  refusedWith,
  today,
  verified,
} from "@/tests/support/database/findings";
import { rowsOf } from "@/tests/support/database/viewer";

const title = "Kiêm nhiệm";

/** The inspector gets a post in the agency that the findings are about. */
const takeOffice = (post: string): Promise<unknown> =>
  rowsOf(
    `insert into appointment (person_id, agency_id, post, title, valid_from) select c.person_id, a.id, $2::post, $3, '2017-12-01'
     from account c, agency a where c.name = 'inspector' and a.code = $1`,
    [agencyCode, post, title],
  );

afterEach(() => rowsOf("delete from appointment where title = $1", [title]));

const offered = async (viewer: Viewer, id: string): Promise<unknown> => {
  const finding = await findFinding(viewer, id);
  return finding && { partial: finding.partial, acts: actsFor(viewer, finding) };
};

it.each(["deputy_head", "iso_officer"])(
  "an inspector who is %s of the agency does nothing for the lead agency there, and is offered nothing",
  async (post) => {
    const [team, agency] = [await inspector(), await officer()];
    const [answered, waiting, blocked] = [
      await createFinding(),
      await createFinding(),
      await createFinding(),
    ];
    await answerFinding(agency, answerTo(answered, 0));
    await claimBlock(agency, claimed(waiting, 0, raisedOn));
    await claimBlock(agency, claimed(blocked, 0, raisedOn));
    await acceptBlock(team, { findingId: blocked, version: 1 });
    expect(await offered(team, answered)).toEqual({ partial: false, acts: ["return", "verify"] });

    await takeOffice(post);
    for (const id of [answered, waiting, blocked])
      expect(await offered(team, id)).toEqual({ partial: true, acts: [] });
    expect(await offered(agency, blocked)).toEqual({ partial: false, acts: ["unblock"] });
    const refused = (id: string, act: () => Promise<unknown>) =>
      refusedWith("own-agency", id, act as Parameters<typeof refusedWith>[2]);
    await refused(answered, () => closeFinding(team, verified(answered, 1)));
    await refused(answered, () => returnAnswer(team, { findingId: answered, version: 1, reason }));
    await refused(waiting, () => acceptBlock(team, { findingId: waiting, version: 1 }));
    await refused(waiting, () => refuseBlock(team, { findingId: waiting, version: 1, reason }));
    await refused(blocked, () =>
      unblock(team, { findingId: blocked, version: 2, endsOn: today, endNote: "Quyết định số 15" }),
    );
    for (const purpose of ["question", "reply"] as const)
      await refused(answered, () =>
        writeMessage(team, {
          findingId: answered,
          purpose,
          text: "Đã thay bản niêm yết chưa?",
          attachment: null,
        }),
      );
  },
);
