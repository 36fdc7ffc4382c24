import { useUnsaved } from "@/components/field/save-note";
import type { Fieldwork } from "@/components/field/use-field";
import type { Words } from "@/components/field/words";
import { fill } from "@/lib/kernel/fill";
import { timeSaid } from "@/lib/visits/groups/rules";
import { nameFor } from "@/lib/offline/left";
import { queueCounts } from "@/lib/offline/rules";
import { failed } from "@/lib/offline/saving";
import type { Sending } from "@/lib/offline/sync";

const silent = ["unreachable", "captive", "gateway", "failing", "suspect", "later"] as const;
const isSilent = (sending: Sending): sending is (typeof silent)[number] =>
  silent.some((each) => each === sending);

/** For whom something waits on this device that is not the reader's own. */
function othersSaid({ left, held }: Fieldwork, words: Words["field"]["status"]): string | null {
  const [first] = left;
  if (!first) return null;
  const name = left.length === 1 ? nameFor(first, held?.pack ?? null) : null;
  const waiting = left.reduce((sum, { count }) => sum + count, 0);
  return name === null ? fill(words.ofOthers, { waiting }) : fill(words.ofOne, { waiting, name });
}

function sentenceOf(field: Fieldwork, words: Words["field"]["status"]): string {
  const { held, sending, online, sync } = field;
  const { waiting, photos, stuck, ...arrived } = queueCounts(held?.items ?? []);
  const time = timeSaid(new Date(sync?.resumesAt ?? 0).toISOString(), new Date());
  const { sent, kept } = arrived;
  const beside = kept > 0 ? ` ${fill(words.kept, { kept })}` : "";
  const attention = stuck > 0 ? ` ${fill(words.stuck, { stuck })}` : "";
  const offline = photos > 0 ? words.offlinePhotos : words.offline;
  const others = waiting === 0 && stuck === 0 ? othersSaid(field, words) : null;
  if (others !== null) return sent === 0 ? others : `${fill(words.all, { sent })} ${others}`;
  if (!online) return (waiting === 0 ? words.offlineNone : fill(offline, { waiting, photos })) + attention;
  if (waiting > 0 && sending === "unwritten") return fill(words.full, { waiting }) + attention;
  if (waiting > 0 && sending === "signed-out") return fill(words.signedOut, { waiting }) + attention;
  if (waiting > 0 && isSilent(sending)) return fill(words[sending], { waiting, time }) + attention;
  if (waiting > 0)
    return fill(photos > 0 ? words.sendingPhotos : words.sending, { waiting, photos }) + attention;
  return (sent === 0 ? words.idle : fill(stuck > 0 ? words.some : words.all, { sent })) + beside + attention;
}

/** The one line that always says how things stand. */
export function StatusLine({ field, words }: { field: Fieldwork; words: Words["field"] }) {
  const { waiting, stuck } = queueCounts(field.held?.items ?? []);
  const lost = failed(useUnsaved(field.store?.saving));
  const waits = waiting > 0 || !field.online || field.left.length > 0;
  const tone = stuck > 0 || lost > 0 ? "stuck" : waits ? "waiting" : "calm";
  return (
    <p className={`field-status status-${tone}`} role="status">
      <a href="#/queue">
        {lost > 0 ? fill(words.status.unsaved, { count: lost }) : sentenceOf(field, words.status)}
      </a>
      {field.sending === "signed-out" && (
        <>
          {" "}
          <a href="/sign-in?next=/field">{words.signIn}</a>
        </>
      )}
    </p>
  );
}
