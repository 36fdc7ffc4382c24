import { clockSaid } from "@/components/field/clock-note";
import { receiptSaid } from "@/components/field/receipt";
import type { Sealed } from "@/components/field/sealed";
import { vietnamese } from "@/components/field/words";
import type { ClockOffset } from "@/lib/fieldwork/pack/rules";
import { formatInstant } from "@/lib/kernel/format";

/** Minutes are a Vietnamese paper, whatever language the app speaks. */
const words = vietnamese;

type Props = { sealed: Sealed | null; now: Date; offset: ClockOffset | undefined };

/** Where a copy comes from: when it was sealed and printed, its fingerprint, and its receipt if it has one. */
export function PaperProof({ sealed, now, offset }: Props) {
  const received = sealed?.kept ?? sealed?.away ?? sealed?.receipt;
  return (
    <div className="paper-proof">
      {sealed && (
        <>
          <p>
            Chốt trên máy lúc {formatInstant(new Date(sealed.sealedAt))} (giờ của máy
            {clockSaid(sealed.offset ?? offset, words, { at: sealed.sealedAt, receipt: received })}). Dấu vân
            biên bản (SHA-256):
          </p>
          <p>
            <code>{sealed.fingerprint}</code>
          </p>
        </>
      )}
      <p>
        Bản in từ máy lúc {formatInstant(now)}
        {clockSaid(offset, words)}; số biên nhận: {received ? receiptSaid(received, words.field) : "chưa gửi"}
        {sealed?.fate === "beside" && ", giữ bên cạnh biên bản khác đã nhận trước của cuộc này"}
        {sealed?.fate === "away" && "; hệ thống không nhận bản này làm biên bản, chỉ giữ nguyên văn"}
        {sealed?.fate === "refused" && "; hệ thống chưa nhận bản này làm biên bản"}.
      </p>
    </div>
  );
}
