"use client";

/** Shown when something broke; in both languages, because the catalogue may be what broke. */
export default function Broken({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main className="door">
      <h1>Hệ thống gặp trục trặc</h1>
      <p>
        Nội dung chưa được lưu. Thử lại sau ít phút; nếu vẫn không được, báo quản trị viên kèm mã{" "}
        {error.digest ?? "–"}.
      </p>
      <p lang="en" className="soft">
        Something broke and nothing was saved. Try again in a few minutes.
      </p>
      <button className="button" onClick={reset}>
        Thử lại / Try again
      </button>
    </main>
  );
}
