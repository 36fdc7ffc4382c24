import { saveSection } from "@/lib/audits/recording/commands";
import { sectionMessage } from "@/lib/audits/schema";
import { command } from "@/lib/gate/api";

/** Each tap of a visit being recorded: the section as it stands, against the version it was made from. */
export const PUT = command("audits.record", sectionMessage, (viewer, message, params) =>
  saveSection(viewer, { ...message, visitId: params["id"] ?? "", groupCode: params["group"] ?? "" }),
);
