/* The members of the engine's reader of formulas that the calculation needs; it keeps them to itself. */
import type { BaseReferenceObject, FunctionVariantType } from "@univerjs/engine-formula";
import type { FormulaNode } from "./engineNodes";

/** A node, with the members that the engine's calculation needs. */
export interface EngineNode extends FormulaNode {
  readonly nodeType: number;
  getChildren(): EngineNode[];
  getDefinedNames(): readonly string[] | null | undefined;
  isAsync(): boolean;
  isAddress(): boolean;
  isForcedCalculateFunction(): boolean;
  resetCalculationState(): void;
  /** The reference that a node hands out in place of one that it makes of its token. */
  _tableReferenceObject?: BaseReferenceObject;
  _isPrepareMerge?: boolean;
}

/** What calculates one formula. */
export interface Interpreter {
  execute(formula: {
    node: EngineNode;
    refOffsetX: number;
    refOffsetY: number;
  }): FunctionVariantType;
}

/** A formula that is to be read. */
export interface FormulaTree {
  readonly unitId: string;
  formula: string;
  /** Its sheet, where it is a tree of the engine's. */
  readonly subUnitId?: string;
  /** Its sheet, where it is a cell of a graph that is kept. */
  readonly sheetId?: string;
  /** Whether the formula is that of another tree, which it is filled from. */
  readonly isVirtual?: boolean;
}

/** How the engine reads formulas. */
export interface Parser {
  /** Reads a formula, or finds what it has read; for formulas that are not shared. */
  _getTreeNode(tree: FormulaTree): EngineNode;
  readonly _lexer: { treeBuilder(formula: string): unknown };
  readonly _astTreeBuilder: { parse(read: unknown): EngineNode | null };
  /** The nodes that stand for cells. */
  _nodeTraversalRef(node: EngineNode, found: EngineNode[]): void;
  readonly _interpreter: Interpreter;
}
