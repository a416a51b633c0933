import type { IUnitRange } from "@univerjs/core";
import type { BaseReferenceObject, IFormulaRuntimeService } from "@univerjs/engine-formula";
import { around, referenceNodes, writtenInEnds } from "./computedRanges";
import type { EngineNode, Parser } from "./engineParser";
import { relativeFormula, type WrittenReference } from "./relativeFormula";

/** A formula that has been read. */
export interface ParsedFormula {
  /** Its tree, which other cells share; null for one that the engine's cache keeps. */
  readonly shared: EngineNode | null;
  readonly isVolatile: boolean;
  /** Whether what it reads depends on values, as for INDIRECT, or it waits for something. */
  readonly needsEngine: boolean;
  readonly definedNames: readonly string[];
}

/** Where a formula stands as text, and from where it is filled into another cell. */
export interface PlacedFormula {
  readonly unitId: string;
  readonly formula: string;
  /** The cell that has the text, from 0. */
  readonly row: number;
  readonly column: number;
}

/** `$A$1`, or a side of `$A:$B` or `$1:$2`, maybe with a sheet. */
const FIXED = /(?:^|!)\$(?:[A-Za-z]{1,3}(?:\$[1-9]\d*)?|[1-9]\d*)$/;
/** The trees that are kept; the engine's cache has to do for further ones. */
const MOST_TREES = 20_000;

/**
 * Reads formulas, once where they differ only as one does when it is filled down or across.
 *
 * The engine reads every formula by its text, and keeps 5,000: a longer column is read twice in every
 * calculation. Here the nodes of a tree that stand for cells follow the cell that is calculated.
 */
export class SharedFormulas {
  private readonly byKey = new Map<string, ParsedFormula | null>();

  /**
   * @param parser - The engine's.
   * @param runtime - The engine's calculation, which knows the current cell.
   */
  constructor(
    private readonly parser: Parser,
    private readonly runtime: IFormulaRuntimeService,
  ) {}

  /** Reads all formulas again from now on. */
  forget(): void {
    this.byKey.clear();
  }

  /** Whether no further tree is kept. */
  get isFull(): boolean {
    return this.byKey.size >= MOST_TREES;
  }

  /**
   * Reads a formula. The engine's current cell has to be the one that has its text.
   * @param formula - The formula.
   * @returns What it is made of.
   */
  parse(formula: PlacedFormula): ParsedFormula {
    const relative = relativeFormula(formula.formula, formula.row, formula.column);
    if (relative === null || this.isFull) return this.parseAlone(formula);
    const key = `${formula.unitId}|${relative.key}`;
    const known = this.byKey.get(key);
    if (known !== undefined) return known ?? this.parseAlone(formula);
    const read = this.parser._lexer.treeBuilder(formula.formula);
    // An error's code stands for a formula that cannot be read.
    const node = typeof read === "string" ? null : this.parser._astTreeBuilder.parse(read);
    const isShared = node !== null && this.makeRelative(node, relative.references);
    if (isShared === undefined) return this.parseAlone(formula);
    const parsed = isShared ? { shared: node, ...traits(node) } : null;
    this.byKey.set(key, parsed);
    return parsed ?? this.parseAlone(formula);
  }

  /**
   * What a formula reads in the engine's current cell.
   * @param node - Its tree.
   * @param refOffsetX - Columns from the cell that has its text.
   * @param refOffsetY - Rows from there.
   * @returns The cells.
   */
  rangesOf(node: EngineNode, refOffsetX: number, refOffsetY: number): IUnitRange[] {
    const found: EngineNode[] = [];
    this.parser._nodeTraversalRef(node, found);
    const areaOf = (one: EngineNode): IUnitRange => {
      const value = this.parser._interpreter.execute({ node: one, refOffsetX, refOffsetY });
      const area = (value as unknown as { toUnitRange(): IUnitRange }).toUnitRange();
      one.resetCalculationState();
      return area;
    };
    // The end of a range may be another one in the next calculation.
    return found.map((one) => around(areaOf(one), writtenInEnds(one).map(areaOf)));
  }

  private parseAlone(formula: PlacedFormula): ParsedFormula {
    return { shared: null, ...traits(this.parser._getTreeNode(formula)) };
  }

  /**
   * Has the nodes for cells follow the current cell.
   * @param node - The tree.
   * @param written - The references in the formula's text.
   * @returns False when the engine has read something else than is written; undefined when a
   *   reference is beyond the sheet from here.
   */
  private makeRelative(
    node: EngineNode,
    written: readonly WrittenReference[],
  ): boolean | undefined {
    const nodes = [...referenceNodes(node)];
    const moving: [EngineNode, WrittenReference][] = [];
    let next = 0;
    for (const one of nodes) {
      const reference = written[next];
      if (reference?.text === one.getToken()) {
        moving.push([one, reference]);
        next++;
      } else if (!FIXED.test(one.getToken())) {
        // A name stands for cells, which have to be the same from everywhere.
        return false;
      }
    }
    if (next !== written.length) return false;
    for (const [one] of moving) {
      one.execute();
      if (!one.getValue()?.isReferenceObject()) return undefined;
    }
    for (const [one, reference] of moving) this.follow(one, reference);
    return true;
  }

  private follow(node: EngineNode, reference: WrittenReference): void {
    const object = node.getValue() as BaseReferenceObject;
    const range = object.getRangeData();
    const execute = node.execute.bind(node);
    const { runtime } = this;
    node._tableReferenceObject = object;
    node.execute = () => {
      const row = reference.row + (reference.isRowFixed ? 0 : runtime.currentRow);
      const column = reference.column + (reference.isColumnFixed ? 0 : runtime.currentColumn);
      object.setRangeData({
        ...range,
        startRow: row,
        endRow: row,
        startColumn: column,
        endColumn: column,
      });
      execute();
    };
    node.resetCalculationState();
  }
}

function traits(root: EngineNode): Omit<ParsedFormula, "shared"> {
  let isVolatile = false;
  let needsEngine = false;
  const look = (node: EngineNode): void => {
    isVolatile ||= node.isForcedCalculateFunction();
    needsEngine ||= node.isAsync() || node.isAddress();
    for (const child of node.getChildren()) look(child);
  };
  look(root);
  return { isVolatile, needsEngine, definedNames: root.getDefinedNames() ?? [] };
}
