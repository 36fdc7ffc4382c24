import type { Sealed } from "@/components/field/sealed";
import { formatInstant } from "@/lib/kernel/format";

/** Where a copy comes from: when it was sealed and printed, its fingerprint, and its receipt if it has one. */
export function PaperProof({ sealed, now }: { sealed: Sealed | null; now: Date }) {
  return (
    <div className="paper-proof">
      {sealed && (
        <>
          <p>
            Chốt trên máy lúc {formatInstant(new Date(sealed.sealedAt))} (giờ của máy). Dấu vân biên bản
            (SHA-256):
          </p>
          <p>
            <code>{sealed.fingerprint}</code>
          </p>
        </>
      )}
      <p>
        Bản in từ máy lúc {formatInstant(now)}; số biên nhận:{" "}
        {sealed?.kept
          ? `${sealed.kept.number}, giữ bên cạnh biên bản khác đã nhận trước của cuộc này`
          : (sealed?.receipt?.number ?? "chưa gửi")}
        .
      </p>
    </div>
  );
}
