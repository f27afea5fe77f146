/** What the rules of inline markdown share. */
import type { Inline } from './markdown-tree.js';

export interface Scan {
  readonly source: string;
  /** Links do not nest. */
  readonly isInLink: boolean;
  /** Names of rules that cannot match any more in this text. */
  readonly hopeless: Set<string>;
  /** Brackets that belong together, once somebody asked. */
  brackets?: ReadonlyMap<number, number>;
  readonly parse: (inner: string, isLabel?: boolean) => Inline[];
}

export interface Match {
  readonly node: Inline;
  /** Offset behind what was read. */
  readonly end: number;
}

export type Rule = (scan: Scan, at: number) => Match | undefined;

/** A sticky pattern at one place. */
export function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(source) ?? undefined;
}
