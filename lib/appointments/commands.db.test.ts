import { describe, expect, it } from "vitest";

import { beginAppointment, cancelAppointment, endAppointment } from "@/lib/appointments/commands";
import { asViewer } from "@/lib/identity/database";
import { plainDate } from "@/lib/kernel/plain-date";
import {
  agencyOf,
  code,
  ended,
  form,
  headOf,
  personOf,
  refuses,
} from "@/tests/support/database/appointments";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";

describe("an appointment", () => {
  it.each(["officer", "head", "inspector"])("is not the %s's to record", async (name) => {
    const viewer = await viewerNamed(name);
    await refuses(beginAppointment(viewer, await form({ fullName: "Lê Văn Mới" })), { code: "not-yours" });
    await refuses(endAppointment(viewer, await ended("14/12/2017")), { code: "not-yours" });
    const { id } = await headOf();
    const wrong = { agencyId: await agencyOf(), agencyCode: code, id, reason: "Nhầm", known: "" };
    await refuses(cancelAppointment(viewer, wrong), { code: "not-yours" });
  });

  it("is for nobody else to write, past the application either", async () => {
    const { id } = await headOf();
    for (const name of ["officer", "head", "inspector"])
      await expect(
        asViewer(
          await viewerNamed(name),
          (tx) => tx.$executeRaw`update appointment set valid_to = '2017-12-20' where id = ${id}::uuid`,
        ),
      ).resolves.toBe(0);
    await rowsOf("update appointment set valid_to = '2017-12-20' where id = $1", [id]);
    await expect(rowsOf("update appointment set valid_to = null where id = $1", [id])).rejects.toMatchObject({
      code: "NN001",
    });
    await rowsOf("alter table appointment disable trigger appointment_ends");
    await rowsOf("update appointment set valid_to = null where id = $1", [id]);
    await rowsOf("alter table appointment enable trigger appointment_ends");
  });

  it.each([
    ["by a decision of tomorrow", { decidedOn: plainDate("01/01/2018") }, "date-in-future", "decidedOn"],
    ["that ends before it begins", { lastDay: plainDate("30/12/2017") }, "date-before", "lastDay"],
    ["of a second head", {}, "has-a-head", "validFrom"],
    ["of one who acts beside the head", { seat: "acting_head" }, "has-a-head", "validFrom"],
    [
      "of a second head, from before the first",
      { validFrom: plainDate("01/01/2001") },
      "has-a-head",
      "validFrom",
    ],
  ] as const)("is refused: %s", async (_, more, problem, field) => {
    const viewer = await viewerNamed("admin");
    await refuses(beginAppointment(viewer, await form({ fullName: "Lê Văn Mới", ...more })), {
      code: problem,
      field,
    });
  });

  it("names one person, who is known or new", async () => {
    const admin = await viewerNamed("admin");
    const nobody = await form({ seat: "deputy_head" });
    await refuses(beginAppointment(admin, nobody), { code: "person-needed", field: "personId" });
    const both = { ...nobody, personId: await personOf("officer"), fullName: "Lê Văn Mới" };
    await refuses(beginAppointment(admin, both), { code: "person-both", field: "personId" });
    await refuses(
      beginAppointment(
        await viewerNamed("admin"),
        await form({ personId: await agencyOf(), seat: "deputy_head" }),
      ),
      {
        code: "not-a-choice",
        field: "personId",
      },
    );
  });

  it("of a known post is refused a second time to the same person", async () => {
    const again = await form({ personId: await personOf("officer"), seat: "iso_officer" });
    await refuses(beginAppointment(await viewerNamed("leader"), again), { code: "holds-that-post" });
  });

  it("sent twice at once is made once", async () => {
    const admin = await viewerNamed("admin");
    const deputy = await form({ fullName: "Võ Thị Hai", seat: "deputy_head", title: "Phó Chủ tịch" });
    await Promise.all([beginAppointment(admin, deputy), beginAppointment(admin, deputy)]);
    expect(await rowsOf("select 1 from person where full_name = 'Võ Thị Hai'")).toHaveLength(1);
  });
});
