import { useState } from "react";

import { contentProblems, sealedText, signingProblems } from "@/components/field/minutes";
import { ProblemList } from "@/components/field/problem-list";
import { RepresentativeFields } from "@/components/field/representative-fields";
import { placeOf } from "@/components/field/route";
import { SaveNote } from "@/components/field/save-note";
import { StatementFields } from "@/components/field/statement-fields";
import { SignatoryFields } from "@/components/field/signatory-fields";
import { faultsOf } from "@/components/field/text-field";
import { draftKey, useMinutes, type AtMinutes } from "@/components/field/use-minutes";
import { withWords } from "@/components/field/wording";
import type { Words } from "@/components/field/words";
import { thereAndAway } from "@/lib/visits/minutes/rules";
import { problem, type Problem } from "@/lib/kernel/problem";
import { recordersOf } from "@/lib/offline/hands";
import { byHand, isRead, named, signed } from "@/lib/offline/signing/rules";
import type { MinutesDraft } from "@/lib/offline/types";

type SignViewProps = AtMinutes & { words: Words };

/** What the agency says, the signatures, then the seal: open once this very text has been read. */
export function SignView({ words, ...at }: SignViewProps) {
  const { visit, pack, day, held, store, wording } = at;
  const { draft, sheet, texts, ...minutes } = useMinutes(at);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const { field } = words;
  const change = (next: MinutesDraft): void => {
    setProblems([]);
    minutes.change(next);
  };
  const { saving } = store;
  const { byHand: hands = [] } = draft;
  const faults = faultsOf(problems, words);
  const sealKey = `seal ${visit.id}`;
  const read = isRead(draft, texts.read);
  const seal = async (): Promise<void> => {
    const unkept = [...saving.unsaved].some(
      ([key, { value, failure }]) =>
        failure !== null && value !== null && key.includes(visit.id) && key !== draftKey(visit),
    );
    const found = [
      ...contentProblems(visit, sheet, day),
      ...signingProblems(sheet, draft),
      ...(unkept ? [problem("not-on-device")] : []),
    ];
    setProblems(found);
    if (found.length > 0) return;
    const whole = withWords(wording, visit, sheet, held);
    const sealed = await sealedText(whole);
    const { fingerprint } = sealed;
    const sealedAt = new Date().toISOString();
    const recorded = recordersOf(visit, held);
    const copy = { visit, sheet: whole, fingerprint, sealedAt, recorded, offset: pack.offset };
    const finish = async () => {
      await store.finish(visit.id, { kind: "minutes", ...sealed }, { ...draft, sealed: copy });
      // The seal has taken along what was being written.
      saving.forget(draftKey(visit));
    };
    await saving.save(sealKey, null, finish, { asked: true });
  };
  return (
    <div className="stack-wide sheet-page">
      <div className="stack">
        <p>
          <a href={placeOf(visit.id, "read")}>‹ {field.signing.back}</a>
        </p>
        <h1 tabIndex={-1}>{field.signing.title}</h1>
        <p>{field.signing.intro}</p>
      </div>
      {!read && (
        <p className="notice watch">
          {field.signing.unread}{" "}
          <a className="jump" href={placeOf(visit.id, "read")}>
            {field.reading.title}
          </a>
        </p>
      )}
      {read && (
        <>
          <RepresentativeFields
            representative={draft.representative}
            faults={faults}
            byHand={hands.includes("representative")}
            byHandChanged={(isByHand) => {
              change(byHand(draft, texts.signed, "representative", isByHand));
            }}
            words={words}
            changed={(representative) => {
              change({ ...draft, representative });
            }}
            sign={(signature) => {
              change(signed(draft, texts.signed, "representative", signature));
            }}
          />
          {draft.representative.opinion !== null && draft.representative.opinion !== "absent" && (
            <StatementFields
              findings={draft.findings}
              words={words}
              changed={(findings) => {
                change({ ...draft, findings });
              }}
            />
          )}
          {draft.representative.opinion !== null && (
            <div className="notice" lang="vi">
              {wording.opinion({ sheet, isOpen: false }).map((block, index) =>
                "text" in block ? (
                  <p className="prose" key={index}>
                    {block.text}
                  </p>
                ) : null,
              )}
            </div>
          )}
          {draft.representative.opinion !== null && (
            <SignatoryFields
              team={thereAndAway(visit.team, sheet.attendance).there}
              signatories={draft.signatories ?? []}
              hands={hands}
              faults={faults}
              byHandChanged={(part, said, isByHand) => {
                change(byHand(named(draft, part, said), texts.signed, part, isByHand));
              }}
              words={words}
              named={(part, said) => {
                change(named(draft, part, said));
              }}
              sign={(part, said, signature) => {
                change(signed(named(draft, part, said), texts.signed, part, signature));
              }}
            />
          )}
          <SaveNote saving={saving} at={draftKey(visit)} what={field.save.draft} words={field.save} />
          <SaveNote saving={saving} at={sealKey} what={field.save.seal} words={field.save} />
          <ProblemList problems={problems} words={words} />{" "}
          <button type="button" className="button" onClick={() => void seal()}>
            {field.finish}
          </button>
        </>
      )}
    </div>
  );
}
