import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';

type Answers = Record<string, { $ref?: string; content?: Record<string, object> }>;
type Description = {
  paths: Record<string, { get: { operationId: string; parameters: { name: string }[]; responses: Answers } }>;
};

const BASE = 'https://description.test/openapi.json';
const PREFIX = '/api/v1';

/** Holds answers against the description that the server itself gives, by a validator that is not ours. */
export async function describedBy(web: FastifyInstance) {
  const description: Description = JSON.parse((await web.inject(`${PREFIX}/openapi.json`)).body);
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: BASE, ...description });
  const validators = new Map<string, ValidateFunction>();
  const at = (pointer: string): ValidateFunction => {
    const known = validators.get(pointer) ?? ajv.compile({ $ref: `${BASE}#${pointer}` });
    validators.set(pointer, known);
    return known;
  };
  return {
    description,
    problemsOf: (path: string, answer: LightMyRequestResponse) => problemsOf({ description, at }, path, answer),
  };
}

type Describing = { description: Description; at: (pointer: string) => ValidateFunction };

/** What of an answer at a path (`/vacancies/{reference}`) is not as described; nothing where all is. */
function problemsOf({ description, at }: Describing, path: string, answer: LightMyRequestResponse): string[] {
  const status = String(answer.statusCode);
  const described = description.paths[path]?.get.responses[status];
  if (!described) return [`${path}: no answer ${status} is described`];
  const pointer = described.$ref?.slice(1) ?? `/paths/${escaped(path)}/get/responses/${status}`;
  const types = Object.keys(resolved(description, pointer).content ?? {});
  if (types.length === 0) return answer.body === '' ? [] : [`${path}: ${status} has a body`];
  const type = String(answer.headers['content-type']).split(';')[0] ?? '';
  if (!types.includes(type)) return [`${path}: ${status} is ${type}`];
  const validate = at(`${pointer}/content/${escaped(type)}/schema`);
  return validate(JSON.parse(answer.body))
    ? []
    : (validate.errors ?? []).map((error) => `${path}${error.instancePath}: ${error.message}`);
}

const escaped = (part: string): string => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));

const resolved = (description: object, pointer: string): { content?: object } =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((value: object, part) => (value as Record<string, object>)[part] ?? {}, description);
