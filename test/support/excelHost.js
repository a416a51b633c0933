/*
 * Excel's side of the custom-functions runtime, as far as a function call needs it: it hands over
 * calls in batches and keeps what the runtime answers. The runtime (Microsoft's own script) looks
 * for `_richApiNativeBridge` when it loads, so this must come before it.
 */
(function (page) {
  /** Message kinds of the bridge. */
  const [REQUEST_TO_HOST, EVENT_TO_RUNTIME] = [1, 3];
  const INVOKE = 1000;
  /** Flag of a call: error values may stand in its arguments. */
  const ERRORS_IN_ARGUMENTS = 4;

  const waiting = new Map();
  let nextId = 1;

  const bridge = (page._richApiNativeBridge = {
    sendMessageToHost(text) {
      const { id, type, message } = JSON.parse(text);
      if (type !== REQUEST_TO_HOST) return;
      const body = typeof message.body === "string" ? JSON.parse(message.body) : message.body;
      const results = (body.Actions ?? []).map((action) => {
        if (action.Name === "SetInvocationArrayResults") {
          for (const [call, succeeded, value, errorCode] of action.ArgumentInfo.Arguments[0]) {
            waiting.get(call)?.(succeeded ? { value } : { code: errorCode, message: value });
            waiting.delete(call);
          }
        }
        return { ActionId: action.Id, Value: null };
      });
      const answer = {
        id,
        type: REQUEST_TO_HOST,
        message: { statusCode: 200, headers: {}, body: JSON.stringify({ Results: results }) },
      };
      setTimeout(() => bridge.onMessageFromHost(JSON.stringify(answer)), 0);
    },
  });

  /** Calls functions in one batch; [name, arguments] each. Resolves to their answers in order. */
  page.callFunctions = (calls) => {
    const promises = [];
    const entries = calls.map(([name, args]) => {
      const id = nextId++;
      promises.push(new Promise((resolve) => waiting.set(id, resolve)));
      const call = [id, name, args, null, ERRORS_IN_ARGUMENTS];
      return [1, INVOKE, 0, JSON.stringify(call), 0];
    });
    bridge.onMessageFromHost(JSON.stringify({ type: EVENT_TO_RUNTIME, message: { entries } }));
    return Promise.all(promises);
  };
  /** The runtime takes up the bridge a little after it was loaded. */
  page.runtimeIsReady = () => typeof bridge.onMessageFromHost === "function";
})(globalThis);
