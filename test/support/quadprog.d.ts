declare module "quadprog" {
  /** Least ½·xᵀDx − dᵀx with Aᵀx ≥ b, the first of them equalities. Indices run from 1. */
  export function solveQP(
    hessian: number[][],
    linear: number[],
    constraints: number[][],
    bounds: number[],
    equalities: number,
  ): { solution: number[]; message: string };
}
