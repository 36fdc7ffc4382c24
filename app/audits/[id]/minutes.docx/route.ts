import { paperDoor } from "@/app/papers";
import { amendmentOf } from "@/lib/reports/documents/amendment";
import { keptMinutesOf } from "@/lib/reports/documents/kept-minutes";
import { minutesOf } from "@/lib/reports/documents/minutes";
import { findAmendment, findKeptMinutes, findMinutes } from "@/lib/reports/queries";
import { versionIn } from "@/lib/reports/rules";

/** Biên bản kiểm tra of a visit as it was signed; `version` asks for what was added to it later, `kept` for minutes that came after it. */
export const GET = paperDoor(
  "papers.visit",
  async (viewer, params, { registration, version: typed, kept }) => {
    if (kept !== null) {
      const later = await findKeptMinutes(viewer, params["id"] ?? "", kept, registration);
      return later && keptMinutesOf(later);
    }
    const version = versionIn(typed);
    if (version === null) return null;
    if (version > 1) {
      const added = await findAmendment(viewer, params["id"] ?? "", version, registration);
      return added && amendmentOf(added);
    }
    const facts = await findMinutes(viewer, params["id"] ?? "", registration);
    return facts && minutesOf(facts);
  },
);
