/** A log line cut into its explained fields and what stands between them. Pure. */
import type { SoftwareData } from '../schemas/software.ts';

export interface LinePart {
  text: string;
  /** Number of the field that it is, counted from 1; undefined for what stands between. */
  field?: number;
}

/** The parts of a line in their order; `missing` is the first field that does not stand behind the one before it. */
export function partsOf({ text, fields }: SoftwareData['lines'][number]): {
  parts: LinePart[];
  missing?: number;
} {
  const parts: LinePart[] = [];
  let from = 0;
  for (const [i, field] of fields.entries()) {
    const at = text.indexOf(field.text, from);
    if (at < 0) return { parts, missing: i };
    parts.push({ text: text.slice(from, at) }, { text: field.text, field: i + 1 });
    from = at + field.text.length;
  }
  return { parts: [...parts, { text: text.slice(from) }] };
}
