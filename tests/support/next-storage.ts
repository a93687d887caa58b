import { AsyncLocalStorage } from 'node:async_hooks';

// Next takes the class from the global object, where its own server puts it; whatever loads Next comes after this.
Object.assign(globalThis, { AsyncLocalStorage });
