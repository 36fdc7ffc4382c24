import { clockSaid } from "@/components/field/clock-note";
import type { Sealed } from "@/components/field/sealed";
import { wordsIn } from "@/components/field/words";
import type { ClockOffset } from "@/lib/audits/field/rules";
import { formatInstant } from "@/lib/kernel/format";

/** Minutes are a Vietnamese paper, whatever language the app speaks. */
const words = wordsIn("vi");

type Props = { sealed: Sealed | null; now: Date; offset: ClockOffset | undefined };

/** Where a copy comes from: when it was sealed and printed, its fingerprint, and its receipt if it has one. */
export function PaperProof({ sealed, now, offset }: Props) {
  return (
    <div className="paper-proof">
      {sealed && (
        <>
          <p>
            Chốt trên máy lúc {formatInstant(new Date(sealed.sealedAt))} (giờ của máy
            {clockSaid(sealed.offset ?? offset, words)}). Dấu vân biên bản (SHA-256):
          </p>
          <p>
            <code>{sealed.fingerprint}</code>
          </p>
        </>
      )}
      <p>
        Bản in từ máy lúc {formatInstant(now)}
        {clockSaid(offset, words)}; số biên nhận:{" "}
        {sealed?.kept
          ? `${sealed.kept.number}, giữ bên cạnh biên bản khác đã nhận trước của cuộc này`
          : (sealed?.receipt?.number ?? "chưa gửi")}
        .
      </p>
    </div>
  );
}
