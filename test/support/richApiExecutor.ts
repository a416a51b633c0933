/*
 * Answers the batches of Microsoft's own Excel client from a model of objects. What the model does
 * not offer fails with ApiNotFound; nothing is passed over in silence. Like Excel, it stops at the
 * first action that fails and keeps what was done before.
 */

/** A failure with one of Microsoft's error codes. */
export class RichApiError extends Error {
  constructor(
    readonly code: string,
    message = `Excel's own words for ${code}`,
  ) {
    super(message);
  }
}

/** An object of Excel's, by the names that Microsoft's client uses for its members. */
export interface ModelObject {
  readonly type: string;
  readonly isNull?: true;
  /** What can be loaded. */
  readonly get?: Readonly<Record<string, () => unknown>>;
  readonly set?: Readonly<Record<string, (value: never) => void>>;
  readonly call?: Readonly<Record<string, (...args: never[]) => unknown>>;
  /** The objects that it has as properties. */
  readonly has?: Readonly<Record<string, () => ModelObject>>;
  readonly items?: () => readonly ModelObject[];
}

/** What a `…OrNullObject` method gives when there is nothing. */
export const NULL_OBJECT: ModelObject = { type: "null object", isNull: true };

/** What the executor answers from. */
export interface Answering {
  readonly root: ModelObject;
  /** Waits until every formula is calculated. */
  readonly settle: () => Promise<void>;
  /** A code to fail a whole request with before anything is done, or null. */
  readonly refuse: () => string | null;
  /** A code to fail an action with, such as "Range.numberFormat", or null. */
  readonly fail: (action: string) => string | null;
}

interface Arguments {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly (number | null)[] | null;
}
interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly ObjectPathId: number;
  readonly Name: string;
  readonly ArgumentInfo?: Arguments;
  readonly QueryInfo?: { readonly Select?: readonly string[] };
}
interface ObjectPath {
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId: number;
  readonly ArgumentInfo?: Arguments;
}
interface Request {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<number, ObjectPath>>;
}

const [INSTANTIATE, QUERY, METHOD, SET_PROPERTY, TRACE] = [1, 2, 3, 4, 5];
const [GLOBAL, BY_METHOD, BY_PROPERTY, BY_INDEXER, BY_REFERENCE] = [1, 3, 4, 5, 6];

/**
 * Makes the executor that a session of the client hands its requests to.
 *
 * @param answering - What it answers from.
 * @returns The executor; `requests` counts what came.
 */
export function richApiExecutor(answering: Answering) {
  const references = new Map<string, ModelObject>();
  const executor = {
    requests: 0,
    async executeAsync(_data: unknown, _flags: unknown, message: { Body: unknown }) {
      executor.requests++;
      const body = message.Body;
      const request = (typeof body === "string" ? JSON.parse(body) : body) as Request;
      return {
        ErrorCode: "",
        ErrorMessage: "",
        Headers: {},
        Body: await answer(request, references, answering),
      };
    },
  };
  return executor;
}

async function answer(
  { Actions, ObjectPaths }: Request,
  references: Map<string, ModelObject>,
  { root, settle, refuse, fail }: Answering,
) {
  const results: { ActionId: number; Value: unknown }[] = [];
  const traces: number[] = [];
  const found = new Map<number, ModelObject>();
  let where = "";

  const argumentsOf = (info?: Arguments): unknown[] =>
    (info?.Arguments ?? []).map((value, i) => {
      const id = info?.ReferencedObjectPathIds?.[i];
      return id ? resolve(id) : value;
    });
  const member = <T>(object: ModelObject, table: "call" | "set" | "has", name: string): T => {
    const lower = (name[0] ?? "").toLowerCase() + name.slice(1);
    where = `${object.type}.${lower}`;
    const one = object[table]?.[lower];
    if (one === undefined) {
      throw new RichApiError("ApiNotFound", `${where} is not offered by the embedded host`);
    }
    const code = table === "has" ? null : fail(where);
    if (code !== null) throw new RichApiError(code);
    return one as T;
  };
  const call = (object: ModelObject, name: string, args: unknown[]): unknown => {
    if (name === "_KeepReference" || name === "_RemoveReference") return null;
    if (object.isNull) return object;
    return member<(...args: unknown[]) => unknown>(object, "call", name)(...args);
  };
  const made = (path: ObjectPath): ModelObject => {
    const parent = () => resolve(path.ParentObjectPathId);
    const args = () => argumentsOf(path.ArgumentInfo);
    switch (path.ObjectPathType) {
      case GLOBAL:
        return root;
      case BY_METHOD:
        return call(parent(), path.Name, args()) as ModelObject;
      case BY_PROPERTY: {
        const owner = parent();
        return owner.isNull ? owner : member<() => ModelObject>(owner, "has", path.Name)();
      }
      case BY_INDEXER:
        return call(parent(), "getItem", args()) as ModelObject;
      case BY_REFERENCE: {
        const kept = references.get(path.Name);
        if (kept) return kept;
        throw new RichApiError("InvalidReference", "a reference that was never given");
      }
      default:
        throw new RichApiError("NotImplemented", `object path type ${path.ObjectPathType}`);
    }
  };
  const resolve = (id: number): ModelObject => {
    const known = found.get(id);
    if (known) return known;
    const path = ObjectPaths[id];
    if (!path) throw new RichApiError("InvalidRequest", `no object path ${id}`);
    const object = made(path);
    found.set(id, object);
    return object;
  };
  const referenceOf = (object: ModelObject): string => {
    const name = `reference ${references.size + 1}`;
    references.set(name, object);
    return name;
  };
  const read = (object: ModelObject, names: readonly string[]) =>
    Object.fromEntries(
      names.map((name) => {
        const get = object.get?.[name];
        where = `${object.type}.${name}`;
        if (get) return [(name[0] ?? "").toUpperCase() + name.slice(1), get()];
        throw new RichApiError("ApiNotFound", `${where} is not offered by the embedded host`);
      }),
    );
  const query = (object: ModelObject, action: Action): unknown => {
    const names = (action.QueryInfo?.Select ?? []).filter((name) => name !== "$none");
    if (object.isNull) return null;
    if (!object.items) return read(object, names);
    const ofItems = names.filter((name) => name !== "items").map((n) => n.replace("items/", ""));
    return {
      _Items: object
        .items()
        .map((item) => ({ ...read(item, ofItems), _ReferenceId: referenceOf(item) })),
    };
  };

  try {
    const code = refuse();
    if (code !== null) throw new RichApiError(code);
    for (const action of Actions) {
      if (action.ActionType === TRACE) {
        // The client learns from these how far a batch came, and then starts and stops its events.
        traces.push(action.Id);
        results.push({ ActionId: action.Id, Value: null });
        continue;
      }
      const object = resolve(action.ObjectPathId);
      let Value: unknown;
      switch (action.ActionType) {
        case INSTANTIATE:
          if (object.isNull) Value = null;
          else if (ObjectPaths[action.ObjectPathId]?.ObjectPathType === BY_METHOD)
            Value = { _ReferenceId: referenceOf(object) };
          else Value = {};
          break;
        case QUERY:
          await settle();
          Value = query(object, action);
          break;
        case METHOD:
          Value = call(object, action.Name, argumentsOf(action.ArgumentInfo)) ?? null;
          break;
        case SET_PROPERTY:
          member<(value: unknown) => void>(
            object,
            "set",
            action.Name,
          )(argumentsOf(action.ArgumentInfo)[0]);
          continue;
        default:
          throw new RichApiError("NotImplemented", `action type ${action.ActionType}`);
      }
      results.push({ ActionId: action.Id, Value });
    }
    return { Results: results, TraceIds: traces };
  } catch (error) {
    // A defect of the model is none of Excel's errors, and shows as what it is.
    const { code, message } =
      error instanceof RichApiError
        ? error
        : new RichApiError("DefectOfTheModel", String((error as Error).stack));
    return {
      Results: results,
      TraceIds: traces,
      Error: {
        Code: code,
        Message: message,
        Location: where,
        ActionIndex: results.length,
      },
    };
  }
}
