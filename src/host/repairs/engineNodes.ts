import type { FunctionVariantType } from "@univerjs/engine-formula";

/** A node of a parsed formula, as the repairs need it. */
export interface FormulaNode {
  getToken(): string;
  getValue(): FunctionVariantType | undefined;
  setValue(value: FunctionVariantType): void;
  getChildren(): FormulaNode[];
  execute(): void;
  executeAsync?(): Promise<unknown>;
}

/** What makes such nodes; the engine keeps one of each. */
export interface NodeFactory {
  checkAndCreateNodeType(item: unknown): FormulaNode | undefined;
}

/**
 * Looks at every node that a factory makes. Parsed formulas are kept by the engine, so a node is
 * changed where it is made, once.
 * @param factory - The factory.
 * @param change - What is done with a node.
 */
export function withEachNode(factory: NodeFactory, change: (node: FormulaNode) => void): void {
  const original = factory.checkAndCreateNodeType.bind(factory);
  factory.checkAndCreateNodeType = (item) => {
    const node = original(item);
    if (node) change(node);
    return node;
  };
}

/**
 * Does something each time after a node has been calculated.
 * @param factory - What makes the nodes.
 * @param check - What is done.
 */
export function afterExecution(factory: NodeFactory, check: (node: FormulaNode) => void): void {
  withEachNode(factory, (node) => {
    const execute = node.execute.bind(node);
    node.execute = () => {
      execute();
      check(node);
    };
  });
}
