import { REQUEST_LIMITS } from '@/lib/request/read/request-limits';

type Chosen = { readonly file: File; readonly refusal: null } | { readonly file: null; readonly refusal: string };

/**
 * The one file to upload out of those chosen: a file as it is, or the API's JSON with the text that was chosen beside it put
 * in. A file over the limit is refused here, before anything is sent.
 */
export async function chosenFile(files: FileList | null): Promise<Chosen> {
  const [first, second, ...more] = [...(files ?? [])];
  if (!first) return { file: null, refusal: 'No file was chosen.' };
  if (more.length > 0) return { file: null, refusal: 'Choose one file, or the API’s JSON together with its text.' };
  const limit = REQUEST_LIMITS.fileBytes;
  if (first.size + (second?.size ?? 0) > limit) {
    return { file: null, refusal: `This is larger than the ${limit / 1024 / 1024} MB that a request may have. Nothing was sent.` };
  }
  if (!second) return { file: first, refusal: null };
  const [json, text] = first.name.toLowerCase().endsWith('.json') ? [first, second] : [second, first];
  try {
    const fields: unknown = JSON.parse(await json.text());
    if (typeof fields !== 'object' || fields === null) throw new TypeError('not an object');
    const whole = JSON.stringify({ ...fields, text: await text.text() });
    return { file: new File([whole], json.name, { type: 'application/json' }), refusal: null };
  } catch {
    return { file: null, refusal: `Of two files one has to be the API’s JSON; ${json.name} is not valid JSON.` };
  }
}
