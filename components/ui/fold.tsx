import type { ReactNode } from "react";

export type FoldProps = { label: string; open?: boolean; className?: string; children: ReactNode };

/** Folded on a phone until it is asked for. On wider screens and on paper it stands open, and says nothing of folding. */
export function Fold({ label, open = false, className = "", children }: FoldProps) {
  return (
    <details className={`fold ${className}`} open={open}>
      <summary>{label}</summary>
      {children}
    </details>
  );
}

/** A long part of a page under its heading, folded in the same way. */
export function LongPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <details className="fold long-part">
        <summary>
          <h2>{title}</h2>
        </summary>
        <div className="stack">
          <h2 className="unfolded">{title}</h2>
          {children}
        </div>
      </details>
    </section>
  );
}
