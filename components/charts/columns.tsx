"use client";

import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis, YAxis } from "recharts";

export type ChartPoint = { label: string; value: number };

/** Columns from zero, labelled directly. */
export default function Columns({ points }: { points: readonly ChartPoint[] }) {
  return (
    <ResponsiveContainer width="100%" height={260}>
      <BarChart
        data={[...points]}
        margin={{ top: 24, right: 8, bottom: 0, left: 8 }}
        accessibilityLayer={false}
      >
        <XAxis dataKey="label" tickLine={false} axisLine={{ stroke: "#8d8677" }} />
        <YAxis hide domain={[0, "dataMax"]} />
        <Bar dataKey="value" fill="#0b6355" isAnimationActive={false}>
          <LabelList dataKey="value" position="top" />
        </Bar>
      </BarChart>
    </ResponsiveContainer>
  );
}
