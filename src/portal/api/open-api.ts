import { z } from 'zod';
import type { Language } from '../../platform/language.ts';
import { NAMED, PROBLEM, type SchemaName } from './answer-schemas.ts';
import { API_TEXTS, FIELD_TEXTS, OPERATION_TEXTS, PARAMETER_TEXTS, PROBLEM_TEXTS } from './api-texts.ts';
import type { FieldName, OperationName, ParameterName, ProblemKind } from './api-texts.ts';
import { LOG_ADDRESSES, type DescribedAddress } from './log-addresses.ts';
import { LOG_REFUSAL } from './log-schemas.ts';
import { API, type Operation } from './operation.ts';
import { OPERATIONS } from './operations.ts';
import { PROBLEM_STATUSES } from './problem.ts';

type Json = Record<string, unknown>;
type About = { language: Language; publicUrl: string; organisation: string };

export const PROBLEM_TYPE = 'application/problem+json';
export const JSON_TYPE = 'application/json';

/** The description of the interface (OpenAPI 3.1), made from the schemas that check its questions and its answers. */
export function openApi({ language, publicUrl, organisation }: About): Json {
  const t = API_TEXTS[language];
  const described = OPERATIONS.map((operation) => [
    operation.path.replaceAll(/:(\w+)/g, '{$1}'),
    { get: describe(operation, language) },
  ]);
  return {
    openapi: '3.1.0',
    info: { title: t.title.replace('{organisation}', organisation), version: '1.0.0', description: t.description },
    servers: [{ url: publicUrl + API }],
    externalDocs: { url: `${publicUrl}/${language}/developers` },
    paths: {
      ...Object.fromEntries(described),
      ...Object.fromEntries(LOG_ADDRESSES.map((address) => [address.path, { get: describeLog(address, language) }])),
      '/openapi.json': { get: ofItself(language) },
    },
    components: { schemas: schemas(language), responses: problems(language) },
  };
}

function describe({ name, inPath, inQuery, answer, leaving }: Operation, language: Language): Json {
  const asked = (place: 'path' | 'query', shape: Operation['inQuery']) => askedIn(place, shape, language);
  return {
    ...saying(name, language),
    ...(leaving && { deprecated: true }),
    parameters: [...asked('path', inPath), ...asked('query', inQuery)],
    responses: responses(language, { $ref: `#/components/schemas/${nameOf(answer)}` }, problemsOf(inPath)),
  };
}

const askedIn = (place: 'path' | 'query', shape: Operation['inQuery'], language: Language): Json[] =>
  Object.entries(shape).map(([parameter, schema]) => ({
    name: parameter,
    in: place,
    required: place === 'path' || !schema.safeParse(undefined).success,
    description: PARAMETER_TEXTS[parameter as ParameterName].says[language],
    schema: plain(schema, language),
  }));

/** The log answers under headers and refusals of its own. */
function describeLog({ name, inQuery, answer, refused }: DescribedAddress, language: Language): Json {
  const t = API_TEXTS[language];
  const named = (schema: z.ZodType) => ({
    [JSON_TYPE]: { schema: { $ref: `#/components/schemas/${nameOf(schema)}` } },
  });
  const refusals = { 400: 'invalid-parameter', 404: 'not-found' } as const;
  return {
    ...saying(name, language),
    parameters: askedIn('query', inQuery, language),
    responses: {
      200: { description: t.ok, content: answer ? named(answer) : { 'text/plain': { schema: { type: 'string' } } } },
      ...Object.fromEntries(
        refused.map((status) => [
          status,
          { description: PROBLEM_TEXTS[refusals[status]][language].title, content: named(LOG_REFUSAL) },
        ]),
      ),
    },
  };
}

const problemsOf = (inPath: object): ProblemKind[] =>
  Object.keys(inPath).length > 0 ? ['invalid-parameter', 'not-found', 'fault'] : ['invalid-parameter', 'fault'];

const ofItself = (language: Language): Json => ({
  ...saying('openapi', language),
  parameters: [],
  responses: responses(language, { type: 'object', required: ['openapi', 'paths'] }, ['invalid-parameter', 'fault']),
});

const saying = (name: OperationName, language: Language): Json => ({
  operationId: name,
  summary: OPERATION_TEXTS[name][language],
});

function responses(language: Language, schema: Json, kinds: ProblemKind[]): Json {
  const t = API_TEXTS[language];
  const headers = { ETag: { schema: { type: 'string' } } };
  return {
    200: { description: t.ok, headers, content: { [JSON_TYPE]: { schema } } },
    304: { description: t.unchanged, headers },
    ...Object.fromEntries(kinds.map((kind) => [PROBLEM_STATUSES[kind], { $ref: `#/components/responses/${kind}` }])),
  };
}

const problems = (language: Language): Json =>
  Object.fromEntries(
    Object.entries(PROBLEM_TEXTS).map(([kind, text]) => [
      kind,
      {
        description: text[language].title,
        content: { [PROBLEM_TYPE]: { schema: { $ref: `#/components/schemas/${nameOf(PROBLEM)}` } } },
      },
    ]),
  );

function nameOf(schema: z.ZodType): SchemaName {
  const [name] = Object.entries(NAMED).find(([, named]) => named === schema) ?? [];
  if (name === undefined) throw new Error('An answer has a schema without a name');
  return name as SchemaName;
}

/** The shapes that have a name, as JSON Schema 2020-12, each part with the words that say what it holds. */
function schemas(language: Language): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(NAMED)) registry.add(schema, { id });
  const made = z.toJSONSchema(registry, {
    io: 'input',
    uri: (id) => `#/components/schemas/${id}`,
    override: (place) => putWords(place, language),
  });
  return Object.fromEntries(Object.entries(made.schemas).map(([name, schema]) => [name, withoutNames(schema)]));
}

const plain = (schema: z.ZodType, language: Language): Json =>
  withoutNames(z.toJSONSchema(schema, { io: 'input', override: (place) => putWords(place, language) }));

const withoutNames = ({ $schema: _schema, $id: _id, ...rest }: Json): Json => rest;

type Place = { zodSchema: z.core.$ZodType; jsonSchema: Json };

function putWords({ zodSchema, jsonSchema }: Place, language: Language): void {
  const field = z.globalRegistry.get(zodSchema)?.['field'] as FieldName | undefined;
  if (field !== undefined) jsonSchema['description'] = FIELD_TEXTS[field][language];
  delete jsonSchema['field'];
  // The format says it; the pattern of all days that exist says it no better.
  if (jsonSchema['format'] !== undefined) delete jsonSchema['pattern'];
  // The bounds of exact whole numbers in JavaScript say nothing of ours.
  if (jsonSchema['maximum'] === Number.MAX_SAFE_INTEGER) delete jsonSchema['maximum'];
  if (jsonSchema['minimum'] === Number.MIN_SAFE_INTEGER) delete jsonSchema['minimum'];
}
