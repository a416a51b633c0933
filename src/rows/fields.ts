import { quoted } from "../assumptions/humanValues";
import { invalid } from "../calc/errors";
import type { Kind } from "./kind";

/**
 * The fields that a job is asked for.
 *
 * @param given - Names with commas between; null for the usual ones.
 * @param kind - The kind of job.
 * @param name - What sentences call the list.
 * @returns The names, in the order in which they were asked for.
 * @throws CalcError `invalid` for a name that is none of the kind's, or stands twice.
 */
export function fieldsNamed(given: string | null, kind: Kind, name: string): readonly string[] {
  if (given === null) return kind.usualFields;
  const asked = given.split(",").map((field) => field.trim());
  asked.forEach((field, i) => {
    if (!kind.fields.includes(field)) {
      throw invalid(
        `${name} has ${field === "" ? "a blank" : cut(field)}, which ${kind.name} do not have; it must be of ${kind.fields.join(", ")}`,
      );
    }
    if (asked.indexOf(field) < i) throw invalid(`${name} has ${field} twice`);
  });
  return asked;
}

/** A name that is none may be of any length. */
const cut = (field: string): string => (field.length > 40 ? quoted(field) : field);
