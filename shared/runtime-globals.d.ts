// What every runtime of the house offers (Node 24, Electron 45, Chromium), without the rest of their libraries.
declare function btoa(binary: string): string;
declare function atob(base64: string): string;
declare class Blob {
  readonly size: number;
  readonly type: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: Uint8Array): string;
}
