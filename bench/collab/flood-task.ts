/** What the process of the flooding editors is asked to do. */
export interface FloodTask {
  readonly host: string;
  readonly cookies: readonly string[];
  readonly rooms: readonly string[];
  /** how many changes an editor sends before it waits for acknowledgements */
  readonly ahead: number;
  readonly warmUpSeconds: number;
  readonly seconds: number;
}

export interface FloodAnswer {
  readonly acknowledged: number;
  readonly seconds: number;
  /** the share of a core that this process itself used, so that one sees who was the bottleneck */
  readonly clientLoad: number;
  readonly errors: readonly string[];
}
