/** All content as plain data, before it is joined: what the readers give and the graph takes. */
import type { CodeData } from '../schemas/code.ts';
import type { ErrorData } from '../schemas/error.ts';
import type { EvidenceData } from '../schemas/evidence.ts';
import type { GuideData } from '../schemas/guide.ts';
import type { PlanData } from '../schemas/plan.ts';
import type { SignsData } from '../schemas/sign.ts';
import type { SoftwareData } from '../schemas/software.ts';
import type { FactData, OutcomeData, QuestionData } from '../schemas/troubleshooting.ts';

export interface Entry<T> {
  /** Path below the collection's folder without its extension. */
  id: string;
  /** Path from the project's root. */
  file: string;
  data: T;
  /** The MDX or Markdown behind the frontmatter; empty for data files. */
  body: string;
  /** Line of the file on which the body begins, counted from 1. */
  bodyLine: number;
  /** Line of a field, given its path; undefined where it is not known. */
  lineOf?: (path: readonly (string | number)[]) => number | undefined;
}

export interface Library {
  errors: Entry<ErrorData>[];
  software: Entry<SoftwareData>[];
  guides: Entry<GuideData>[];
  signs: Entry<SignsData>[];
  facts: Entry<FactData>[];
  questions: Entry<QuestionData>[];
  outcomes: Entry<OutcomeData>[];
  evidence: Entry<EvidenceData>[];
  codes: Entry<{ codes: CodeData[] }>[];
  plan: Entry<PlanData>[];
}
