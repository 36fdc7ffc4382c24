import { useState } from "react";

import type { Words } from "@/components/field/words";
import type { HeldPack } from "@/lib/fieldwork/pack/rules";
import { fill } from "@/lib/kernel/fill";
import { exportLeft, exportQueue, type ExportedFile } from "@/lib/offline/export";
import type { FieldStore } from "@/lib/offline/store";

type Made = { href: string; name: string; items: number };
type State = { files: readonly Made[]; failed: boolean; busy: boolean };

const nothing: State = { files: [], failed: false, busy: false };

export type ExportQueueProps = { pack: HeldPack; store: FieldStore; words: Words["field"]["export"] };

/** Files of what cannot be sent from here, to be carried to an administrator. What is exported also stays in the queue. */
export function ExportQueue({ pack, store, words }: ExportQueueProps) {
  const key = pack.exportKey ?? null;
  if (key === null) return null;
  return (
    <section className="stack" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p>{words.hint}</p>
      <Files write={() => exportQueue(store, pack, key, new Date())} words={words} />
    </section>
  );
}

export type ExportLeftProps = { accountId: string; words: Words["field"]["export"] };

/** The same of what somebody else recorded, for whoever holds the phone: sealed, so that it tells them nothing. */
export const ExportLeft = ({ accountId, words }: ExportLeftProps) => (
  <Files write={() => exportLeft(accountId, new Date())} words={words} />
);

type FilesProps = { write: () => Promise<readonly ExportedFile[]>; words: Words["field"]["export"] };

/** The button that writes files, and what it has written. */
function Files({ write, words }: FilesProps) {
  const [{ files, failed, busy }, setState] = useState(nothing);
  const make = async (): Promise<void> => {
    for (const { href } of files) URL.revokeObjectURL(href);
    setState({ ...nothing, busy: true });
    try {
      const made = await write();
      const links = made.map(({ name, items, bytes }) => ({
        name,
        items,
        href: URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" })),
      }));
      setState({ ...nothing, files: links });
    } catch {
      setState({ ...nothing, failed: true });
    }
  };
  return (
    <>
      <p>
        <button type="button" className="button second" aria-disabled={busy} onClick={() => void make()}>
          {busy ? words.busy : words.make}
        </button>
      </p>
      <div role="status">
        {failed && <p className="notice bad">{words.failed}</p>}
        {files.length > 0 && <p>{words.made}</p>}
        {files.map(({ href, name, items }, index) => (
          <p key={href}>
            <a className="button second" href={href} download={name}>
              {fill(words.save, { n: index + 1, all: files.length, items })}
            </a>
          </p>
        ))}
      </div>
    </>
  );
}
