import { Injector, IUniverInstanceService } from "@univerjs/core";
import { SheetSkeletonService, UniverSheetsPlugin } from "@univerjs/sheets";
import type { EnginePreset } from "./enginePreset";

/**
 * The engine measures the rows and columns of a sheet as soon as it has one: without a screen only few commands
 * ask, and for a million rows it takes longer than a formula. Here it does when it is first asked.
 */
class LateSkeletons {
  private service?: SheetSkeletonService;

  constructor(
    private readonly injector: Injector,
    private readonly units: IUniverInstanceService,
  ) {}

  getSkeleton(unitId: string, sheetId: string) {
    return this.started.ensureSkeleton(unitId, sheetId);
  }

  getSkeletonParam(unitId: string, sheetId: string) {
    this.started.ensureSkeleton(unitId, sheetId);
    return this.started.getSkeletonParam(unitId, sheetId);
  }

  ensureSkeleton(unitId: string, sheetId: string) {
    return this.started.ensureSkeleton(unitId, sheetId);
  }

  getSkeletonsByUnitId(unitId: string) {
    return this.service?.getSkeletonsByUnitId(unitId) ?? [];
  }

  dispose(): void {
    this.service?.dispose();
  }

  private get started(): SheetSkeletonService {
    return (this.service ??= new SheetSkeletonService(this.injector, this.units));
  }
}

/**
 * Plugins of which none measures rows and columns before it must.
 *
 * @param plugins - Of an engine without a screen.
 * @returns The same, the one of the sheets with late measures.
 */
export const withLateSkeletons = (plugins: EnginePreset["plugins"]): EnginePreset["plugins"] =>
  plugins.map((plugin) =>
    plugin === UniverSheetsPlugin ? [plugin, { override: OVERRIDE }] : plugin,
  );

const OVERRIDE = [
  [
    SheetSkeletonService,
    {
      useFactory: (injector: Injector, units: IUniverInstanceService) =>
        new LateSkeletons(injector, units),
      deps: [Injector, IUniverInstanceService],
    },
  ],
];
