export declare function cacheFolder(): string;
export interface Coordinates {
  readonly group: string;
  readonly artifact: string;
  readonly version: string;
  readonly extension: string;
  readonly classifier: string | undefined;
  readonly file: string;
  readonly path: string;
}
export declare function parseCoordinates(text: string): Coordinates;
export declare function fetchArtifacts(options: {
  readonly name: string;
  readonly pins: Readonly<Record<string, string>>;
  readonly cache?: string;
  readonly log?: (line: string) => void;
}): Promise<string>;
