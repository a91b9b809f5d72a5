import { Agent, type Dispatcher, fetch as fetchBy, ProxyAgent } from 'undici';
import { ModelInterruption } from './model-fault.ts';

export interface ModelAddress {
  /** Ends in the version, as `https://api.openai.com/v1`; default: that one. */
  readonly baseUrl?: string | undefined;
  readonly apiKey?: string | undefined;
  /** Address of an HTTP proxy. */
  readonly proxy?: string | undefined;
}

export const openAiUrl = 'https://api.openai.com/v1';

/** The way to an endpoint, with its open connections. */
export interface ModelConnection extends AsyncDisposable {
  readonly baseUrl: string;
  readonly apiKey: string;
  /** A fetch whose replies are cut off above a size. */
  fetchWatched(watch: CallWatch): typeof fetch;
}

interface CallWatch {
  /** Called when a connection stands. */
  readonly connected?: () => void;
  /** Called whenever bytes come. */
  readonly heard?: () => void;
}

interface ConnectionOptions {
  /** Milliseconds until a connection stands. */
  readonly connectTimeout: number;
  /** Of one reply, protocol included. */
  readonly maxBytes?: number;
}

// A reply of some hundred tokens with a model's reasoning before it takes well under a megabyte.
const defaultMaxBytes = 4 * 1024 * 1024;

export function openModelConnection(
  { baseUrl = openAiUrl, apiKey = 'none', proxy }: ModelAddress,
  { connectTimeout, maxBytes = defaultMaxBytes }: ConnectionOptions,
): ModelConnection {
  const dispatcher = openDispatcher({ baseUrl, proxy }, connectTimeout);
  return {
    baseUrl,
    apiKey,
    fetchWatched:
      ({ connected, heard }) =>
      async (input, init) => {
        const { status, statusText, headers, body } = await fetchBy(String(input), {
          method: init?.method ?? 'GET',
          headers: [...new Headers(init?.headers)],
          body: typeof init?.body === 'string' ? init.body : null,
          signal: init?.signal ?? null,
          dispatcher: dispatcher.compose(tellConnected(connected)),
          // A question goes where its owner said, and nowhere else.
          redirect: 'manual',
        });
        // No Response can have another one than 200 to 599.
        if (status < 200 || status > 599 || (status >= 300 && status < 400))
          throw new ModelInterruption({ kind: 'not-a-reply', detail: `status ${status}` });
        const watched = body?.pipeThrough(watchBytes(heard, maxBytes)) ?? null;
        return new Response(watched, { status, statusText, headers: [...headers] });
      },
    [Symbol.asyncDispose]: () => dispatcher.destroy(),
  };
}

/** Our own clock watches over headers and body. */
const unwatched = { headersTimeout: 0, bodyTimeout: 0 } as const;

function openDispatcher(
  { baseUrl, proxy }: { readonly baseUrl: string; readonly proxy: string | undefined },
  connectTimeout: number,
): Dispatcher {
  if (proxy === undefined || isBeyond(proxy, baseUrl))
    return new Agent({ ...unwatched, connect: { timeout: connectTimeout } });
  return new ProxyAgent({ ...unwatched, uri: proxy, connectTimeout });
}

/** Requests begin when a connection stands. */
function tellConnected(connected: CallWatch['connected']): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (options, handler) =>
    dispatch(options, {
      onRequestStart(controller, context) {
        connected?.();
        handler.onRequestStart?.(controller, context);
      },
      onRequestUpgrade: (...upgrade) => handler.onRequestUpgrade?.(...upgrade),
      onResponseStarted: () => handler.onResponseStarted?.(),
      onResponseStart: (...start) => handler.onResponseStart?.(...start),
      onResponseData: (...data) => handler.onResponseData?.(...data),
      onResponseEnd: (...end) => handler.onResponseEnd?.(...end),
      onResponseError: (...failed) => handler.onResponseError?.(...failed),
    });
}

/** A model on this machine can not be reached through a proxy on another one. */
function isBeyond(proxy: string, baseUrl: string): boolean {
  return isLoopback(baseUrl) && !isLoopback(proxy);
}

function isLoopback(url: string): boolean {
  return /^(?:localhost|127\.[\d.]+|\[::1\])$/.test(new URL(url).hostname);
}

function watchBytes(
  heard: CallWatch['heard'],
  maxBytes: number,
): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0;
  return new TransformStream({
    transform(chunk, controller) {
      heard?.();
      bytes += chunk.byteLength;
      if (bytes <= maxBytes) controller.enqueue(chunk);
      else controller.error(new ModelInterruption({ kind: 'too-large', detail: `${bytes} bytes` }));
    },
  });
}
