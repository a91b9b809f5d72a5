import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request and its response, as the parts of the server pass them on. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly address: URL;
}
