import { Span } from "../../../src/calc/numeric/span";

describe("the span of some vectors", () => {
  const plane = [Float64Array.of(1, 1, 0), Float64Array.of(1, -1, 0)];

  it("says what each counts in a vector of it", () => {
    const found = new Span(plane).nearest(Float64Array.of(5, 1, 0), 1e-12);
    expect(Array.from(found ?? [])).toEqual([expect.closeTo(3, 12), expect.closeTo(2, 12)]);
  });

  it("drops what is outside, if that is within the share that is allowed", () => {
    const outside = Float64Array.of(5, 1, 0.01);
    const found = new Span(plane).nearest(outside, 0.01);
    expect(Array.from(found ?? [])).toEqual([expect.closeTo(3, 12), expect.closeTo(2, 12)]);
    expect(new Span(plane).nearest(outside, 0.001)).toBeNull();
  });

  it("lets vectors that are combinations of those before them count nothing", () => {
    const span = new Span([...plane, Float64Array.of(3, 7, 0), Float64Array.of(0, 0, 0)]);
    const found = span.nearest(Float64Array.of(5, 1, 0), 1e-12);
    expect(Array.from(found ?? [])).toEqual([expect.closeTo(3, 12), expect.closeTo(2, 12), 0, 0]);
  });
});
