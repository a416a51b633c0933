import {
  AstTreeBuilder,
  FunctionNodeFactory,
  LambdaNodeFactory,
  LambdaParameterNodeFactory,
  LexerTreeBuilder,
  OperatorNodeFactory,
  PrefixNodeFactory,
  ReferenceNodeFactory,
  SuffixNodeFactory,
  UnionNodeFactory,
} from "@univerjs/engine-formula";
import { type FormulaNode, type NodeFactory, withEachNode } from "./engineNodes";
import type { RepairContext } from "./engineRepairs";
import { errorOf } from "./engineValues";

const FACTORIES = [
  FunctionNodeFactory,
  LambdaNodeFactory,
  LambdaParameterNodeFactory,
  OperatorNodeFactory,
  PrefixNodeFactory,
  ReferenceNodeFactory,
  SuffixNodeFactory,
  UnionNodeFactory,
];

/** Why a formula has no value when it does not follow the grammar. */
export const UNREADABLE = "the formula cannot be read; a bracket, a quote or an operand is missing";

/**
 * An exception in a function or operator stops the calculation of the whole workbook, and ends Node:
 * it is the error of the one formula, with words.
 *
 * @param get - The engine's injector.
 * @param context - Where to say it.
 */
export function repairExceptions(
  get: (token: unknown) => unknown,
  { note }: Pick<RepairContext, "note">,
): void {
  for (const token of FACTORIES) {
    withEachNode(get(token) as NodeFactory, (node) => {
      guard(node, note);
    });
  }
  const parser = get(AstTreeBuilder) as FormulaParser;
  const parse = parser.parse.bind(parser);
  parser.parse = (read) => {
    try {
      return parse(read);
    } catch {
      const formula = parse((get(LexerTreeBuilder) as LexerTreeBuilder).treeBuilder("=#VALUE!"));
      const [constant] = formula.getChildren();
      if (constant)
        constant.execute = () => {
          constant.setValue(errorOf("#VALUE!", UNREADABLE));
        };
      return formula;
    }
  };
}

/** What makes a tree of nodes of what has been read of a formula. */
interface FormulaParser {
  parse(read: unknown): FormulaNode;
}

function guard(node: FormulaNode, note: RepairContext["note"]): void {
  const execute = node.execute.bind(node);
  const executeAsync = node.executeAsync?.bind(node);
  const failed = (thrown: unknown): void => {
    const words = exceptionWords(node.getToken(), thrown);
    note("#VALUE!", words);
    node.setValue(errorOf("#VALUE!", words));
  };
  node.execute = () => {
    try {
      execute();
    } catch (thrown) {
      failed(thrown);
    }
  };
  if (!executeAsync) return;
  node.executeAsync = async () => {
    try {
      return await executeAsync();
    } catch (thrown) {
      failed(thrown);
      return 0;
    }
  };
}

function exceptionWords(token: string, thrown: unknown): string {
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return `${token.trim()} cannot calculate with these arguments (${reason})`;
}
