import { currentFormat } from "@/lib/visits/delivery/types";
import type { Collection } from "@/lib/fieldwork/sealed-files/types";
import type { Item } from "@/lib/offline/types";

/** An item as it is said to the server, always in the same words: to which collection of addresses, and what. */
export function messageOf({ visitId, recordedAt, version, body }: Item): { to: Collection; message: object } {
  const format = currentFormat;
  switch (body.kind) {
    case "sheet": {
      const { groupCode, answers, by, times } = body;
      const more = { ...(by && { by }), ...(times && { times }) };
      const said = { groupCode, version: version ?? 0, recordedAt, answers, ...more };
      return { to: "sheets", message: { format, visitId, ...said } };
    }
    case "recheck": {
      const { findingId, outcome, note } = body;
      const said = { findingId, version: version ?? 0, outcome, note };
      return { to: "rechecks", message: { format, visitId, recordedAt, ...said } };
    }
    case "photo": {
      const { questionCode, sha256, fileName, caption } = body;
      const said = { questionCode, sha256, fileName, ...(caption && { caption }) };
      return { to: "attachments", message: { format, visitId, recordedAt, ...said } };
    }
    case "caption": {
      const { questionCode, sha256, caption } = body;
      return { to: "captions", message: { format, visitId, recordedAt, questionCode, sha256, caption } };
    }
    case "removal": {
      const { questionCode, sha256 } = body;
      return { to: "removals", message: { format, visitId, recordedAt, questionCode, sha256 } };
    }
    case "group": {
      const { groupCode, mine } = body;
      return { to: "groups", message: { format, visitId, recordedAt, groupCode, mine } };
    }
    case "minutes": {
      if ("text" in body) {
        const { text, fingerprint } = body;
        return { to: "minutes", message: { format, visitId, recordedAt, text, fingerprint } };
      }
      const { conclusion, findings, hours, representative, fingerprint } = body;
      const said = { conclusion, findings, hours, representative, fingerprint };
      return { to: "minutes", message: { format, visitId, recordedAt, ...said } };
    }
  }
}
