import { useEffect, useState } from "react";

import type { Words } from "@/components/field/words";
import { storePatience } from "@/lib/offline/device";

/** While what is on the device is being opened; where its store does not answer, that, and what to do about it. */
export function Opening({ words }: { words: Words["field"] }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setLate(true);
    }, storePatience);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  if (!late) return <p>{words.loading}</p>;
  return (
    <div className="notice bad stack" role="alert">
      <p>{words.start["silent-store"]}</p>
      <button
        type="button"
        className="button second"
        onClick={() => {
          location.reload();
        }}
      >
        {words.start.retry}
      </button>
    </div>
  );
}
