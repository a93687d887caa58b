interface StreamListener<T> {
  readonly onEvent: (event: T) => void;
  /** The stream begins or comes back: something may have been missed. */
  readonly onGap: () => void;
}

const AGAIN_AFTER_MS = 3_000;
/** Who holds the stream within this time has only just read what it tells of. */
const AT_ONCE_MS = 1_000;

/**
 * Hears a stream of events of the server. A browser opens only a few connections to one server, so of all windows that hear the same stream one
 * holds it and tells the others; where windows cannot agree on that (no secure context) each holds its own. Call the given function to stop.
 */
export function shareStream<T>(path: string, { onEvent, onGap }: StreamListener<T>): () => void {
  const left = new AbortController();
  const begun = performance.now();
  if (!('locks' in navigator)) {
    void holdStream(path, left.signal, { onEvent, onGap }, false);
    return () => left.abort();
  }
  const channel = new BroadcastChannel(`marginalia ${path}`);
  channel.onmessage = ({ data }: MessageEvent<{ readonly event: T } | 'gap'>) => {
    if (data === 'gap') onGap();
    else onEvent(data.event);
  };
  const holding: StreamListener<T> = {
    onEvent: (event) => {
      onEvent(event);
      channel.postMessage({ event });
    },
    onGap: () => {
      onGap();
      channel.postMessage('gap');
    },
  };
  navigator.locks
    .request(channel.name, { signal: left.signal }, () => {
      const waited = performance.now() - begun > AT_ONCE_MS;
      return holdStream(path, left.signal, holding, waited);
    })
    .catch(() => {
      // the page was left before it was its turn
    });
  return () => {
    left.abort();
    channel.close();
  };
}

/** Holds the stream until the signal; one that the server refused is asked for again, because signing in again mends it. */
function holdStream<T>(path: string, signal: AbortSignal, { onEvent, onGap }: StreamListener<T>, afterGap: boolean): Promise<void> {
  return new Promise((done) => {
    let source: EventSource | null = null;
    let again: ReturnType<typeof setTimeout> | undefined;
    let gap = afterGap;
    const open = () => {
      source = new EventSource(path);
      source.onopen = () => {
        if (gap) onGap();
        gap = true;
      };
      source.onmessage = (event) => onEvent(JSON.parse(event.data) as T);
      source.onerror = () => {
        if (source?.readyState === EventSource.CLOSED) again = setTimeout(open, AGAIN_AFTER_MS);
      };
    };
    const stop = () => {
      clearTimeout(again);
      source?.close();
      done();
    };
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop);
    open();
  });
}
