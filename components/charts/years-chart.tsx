"use client";

import dynamic from "next/dynamic";

import type { ChartPoint } from "@/components/charts/columns";

const Columns = dynamic(() => import("@/components/charts/columns"), { ssr: false });

/** Decoration of a table: drawn after the page is there, and silent for those who cannot see it. */
export function YearsChart({ points }: { points: readonly ChartPoint[] }) {
  return (
    <div className="chart no-print" aria-hidden="true">
      <Columns points={points} />
    </div>
  );
}
