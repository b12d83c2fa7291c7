export declare function startReverseProxy(options: {
  readonly port: number;
  readonly upstreams: () => readonly { readonly port: number }[];
  readonly webFolder: string;
  readonly headers?: Readonly<Record<string, string>>;
}): Promise<{ readonly port: number; stop(): Promise<void> }>;
