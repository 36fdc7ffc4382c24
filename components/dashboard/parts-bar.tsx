import type { Parts } from "@/lib/compliance/types";

/** Declared, in progress, and not started or lapsed, as parts of one line. Drawn by attributes: styles in the markup are not allowed. */
export function PartsBar({ parts, label, height = 14 }: { parts: Parts; label: string; height?: number }) {
  const total = parts.declared + parts.in_progress + parts.not_started + parts.lapsed;
  if (total === 0) return null;
  const width = (n: number) => (n * 1000) / total;
  const second = width(parts.declared);
  const third = second + width(parts.in_progress);
  return (
    <svg
      className="parts-bar"
      viewBox={`0 0 1000 ${height}`}
      preserveAspectRatio="none"
      height={height}
      role="img"
      aria-label={label}
    >
      <rect className="fill-good" width={Math.max(0, second - 3)} height={height} />
      <rect className="fill-watch" x={second} width={Math.max(0, third - second - 3)} height={height} />
      <rect className="fill-bad" x={third} width={1000 - third} height={height} />
    </svg>
  );
}
