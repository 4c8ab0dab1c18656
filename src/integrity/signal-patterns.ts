/** What a passage can betray by its words alone. */
export type WordSignal = 'prompt-residue' | 'instruction' | 'placeholder';
export type Pattern = { name: string; kind: WordSignal; matches: RegExp };

/** A blank stands for any white space, a blank and a question mark also for none, an apostrophe for either kind. */
const words = (source: string): RegExp =>
  new RegExp(source.replaceAll(' ?', '\\s*').replaceAll(' ', '\\s+').replaceAll("'", "['’]"), 'giu');
const row = (kind: WordSignal, name: string, ...forms: string[]): Pattern[] =>
  forms.map((form) => ({ kind, name, matches: words(form) }));

const LETTER_EN = '(?:(?:cover |motivation )?letter|application|statement|response|version|draft|answer)';
const LETTER_FR = '(?:lettre(?: de motivation)?|candidature|réponse|version|proposition|texte)';

/**
 * What a text generator leaves behind when its answer is copied whole, in eleven kinds (documents.md, section 6). A
 * twelfth, on the year of its training data, met honest sentences of people who train such programs, and is not here.
 */
const PROMPT_RESIDUE: readonly Pattern[] = [
  ...row(
    'prompt-residue',
    'speaks-as-a-program',
    '\\bas an? (?:ai|artificial intelligence)(?: language)? (?:model|assistant),? (?:i|my)\\b',
    "\\ben tant qu(?:e |')(?:modèle de langage|intelligence artificielle|assistante? virtuel(?:le)?|ia),? (?:je|j'|mon|ma|mes)",
  ),
  ...row(
    'prompt-residue',
    'refuses-a-request',
    "\\bi(?:'m sorry, but i)? (?:cannot|can't|can not|am unable to) (?:fulfil?l?|comply with|assist with|help with|generate|complete) (?:that|this|your) (?:request|prompt|task)\\b",
    '\\bje ne (?:peux|puis) pas (?:répondre à|satisfaire|traiter|générer) (?:cette|votre) (?:demande|requête)\\b',
  ),
  ...row(
    'prompt-residue',
    'announces-its-answer',
    `\\b(?:certainly|sure|of course|absolutely)[!,.] (?:here is|here's|here are|below is) `,
    `(?:\\bhere is|\\bhere's|\\bbelow is) (?:a|an|the|your) (?:[\\w-]+ ){0,3}?${LETTER_EN} (?:you (?:requested|asked)|tailored|that you can (?:use|adapt)|for your)`,
    `\\b(?:bien sûr|certainement|avec plaisir|absolument) ?[!,.] voici `,
    `\\bvoici (?:une|la|votre) (?:[\\p{L}-]+ ){0,2}?${LETTER_FR} (?:[\\p{L}-]+ ){0,3}?(?:que vous (?:pouvez|avez demandé)|adaptée|personnalisée|améliorée|reformulée)`,
  ),
  ...row(
    'prompt-residue',
    'offers-changes',
    "\\blet me know if you(?:'d| would)? (?:like|want|need) (?:me to |any |further |more )?(?:\\w+ ){0,3}?(?:adjust|change|chang|edit|revis|tweak|modif|shorten|expand)",
    "\\b(?:n'hésitez pas à me dire|dites-moi|faites-moi savoir) si vous (?:souhaitez|voulez) (?:que je|des modifications|l'adapter|la raccourcir)",
  ),
  ...row(
    'prompt-residue',
    'asks-to-adapt-it',
    `\\bfeel free to (?:adjust|customi[sz]e|modify|personali[sz]e|tailor|adapt|tweak) (?:this|it|the) ?(?:${LETTER_EN})?`,
    `\\bn'hésitez pas à (?:adapter|personnaliser|modifier|ajuster|compléter) (?:cette|ce|la|le) ${LETTER_FR}`,
  ),
  ...row(
    'prompt-residue',
    'hopes-it-helps',
    `\\bi hope (?:this|the) (?:${LETTER_EN} )?(?:helps|meets your (?:needs|requirements|expectations))`,
    `\\bj'espère que (?:cette|ce) ${LETTER_FR} (?:vous (?:aide|convient|sera utile)|répond(?:ra)? à vos (?:besoins|attentes))`,
  ),
  ...row(
    'prompt-residue',
    'knowledge-ends',
    '\\b(?:as of )?my (?:last|latest) (?:knowledge|training) update\\b|\\bmy knowledge cut-?off\\b',
    '\\bma dernière mise à jour de connaissances\\b|\\bla date limite de mes connaissances\\b',
  ),
  ...row(
    'prompt-residue',
    'speaks-of-what-it-was-given',
    '\\bbased on the (?:job description|vacancy notice|résumé|resume|cv|information) you (?:provided|shared|gave|pasted|uploaded)\\b',
    "\\b(?:d'après|sur la base d(?:e|u)|selon) (?:la |le |l'|les )?(?:(?:\\p{L}|')+ ){1,4}?que vous (?:m')?(?:avez|ayez) (?:fournie?s?|partagée?s?|transmise?s?|collée?s?)\\b",
  ),
  ...row(
    'prompt-residue',
    'the-prompt-itself',
    '(?:^|[.!?:"“]\\s{0,3})(?:please |can you |could you )?(?:write|draft|generate) (?:me )?an? (?:[\\w-]+ ){0,2}?(?:cover|motivation) letter (?:for|that|based)',
    '\\b(?:rédige|écris|génère)-moi (?:une|un) (?:[\\p{L}-]+ ){0,2}?(?:lettre|texte|réponse)\\b',
  ),
  ...row(
    'prompt-residue',
    'button-of-a-tool',
    '\\bregenerate response\\b|\\bchatgpt said ?:|\\b(?:chatgpt|copilot|gemini) can make mistakes\\b',
    '\\bchatgpt a dit ?:|\\b(?:chatgpt|copilot|gemini) peut (?:faire|commettre) des erreurs\\b|\\brégénérer la réponse\\b',
  ),
  ...row(
    'prompt-residue',
    'mark-of-a-citation',
    'contentreference\\[oaicite|\\boaicite:\\d|\\bturn\\d+(?:search|view|news)\\d+\\b|【\\d+†[^】]{0,40}】',
  ),
];

/** What is written to a program that reads applications, and to nobody else. */
const INSTRUCTIONS: readonly Pattern[] = [
  ...row(
    'instruction',
    'ignore-what-was-said',
    '\\b(?:ignore|disregard|forget) (?:all |any )?(?:of )?(?:the |your )?(?:previous|prior|above|earlier|preceding) (?:instructions?|prompts?|directions?|context)\\b',
    '\\b(?:ignore[zr]?|oublie[zr]?) (?:toutes )?(?:les|vos|tes) (?:instructions?|consignes?)(?: (?:précédentes?|antérieures?|ci-dessus|qui précèdent))\\b',
  ),
  ...row(
    'instruction',
    'rate-this-one',
    '\\b(?:you must|always|please|only) (?:rate|rank|score|recommend|select|shortlist|classify) (?:this|the present) (?:candidate|applicant|application|letter|cv|résumé|resume)\\b',
    '\\b(?:rate|rank|score|classify) this (?:candidate|applicant|application|letter|cv|résumé|resume) (?:as|with|at|first|above)\\b',
    '\\b(?:classe[zr]?|note[zr]?|évalue[zr]?|retiens|retenez|recommande[zr]?|sélectionne[zr]?) (?:toujours |impérativement )?(?:cette candidature|ce candidat|cette candidate)(?: (?:en premier|comme|avec|au-dessus|en tête))\\b',
  ),
  ...row(
    'instruction',
    'speaks-to-a-program',
    '<\\|(?:im_start|im_end|system|endoftext)\\|>|\\[/?INST\\]|<</?SYS>>',
    '(?:^|\\n)\\s{0,3}(?:system|assistant) ?(?:prompt|message)? ?: (?:you|rate|rank|ignore|always)\\b',
    '\\b(?:note|attention|message|instructions?) (?:to|for) (?:the |any |all )?(?:ai|llms?|language models?|ai (?:reviewers?|systems?|screeners?|recruiters?))\\b',
    "\\b(?:note|attention|message|consignes?|instructions?) (?:à|pour|destinée?s? à) (?:l'|toute |une )?(?:ia|intelligence artificielle|llm|modèle de langage)\\b",
  ),
];

const NAMES_EN =
  "(?:(?:your|my|the|full|first|last|company|organi[sz]ation|hiring manager|recipient|manager)(?: |'s ))*(?:names?|address|city|date|phone(?: number)?|telephone|e-?mail(?: address)?|title|position|job title|company|organi[sz]ation|degree|university|years?|number|signature|field|skills?|department|experience|employer)";
const NAMES_FR =
  "(?:votre|vos|mon|ma|le|la|l'|nom d[eu] |intitulé d[eu] )? ?(?:nom(?: et prénom)?|prénom(?: et nom)?|adresse(?: e-?mail| postale)?|ville|date|téléphone|numéro(?: de téléphone)?|courriel|e-?mail|poste|entreprise|organisation|diplôme|université|signature|domaine|compétences?|employeur|responsable|recruteur)";

/** What was to be filled in, and was not. */
const PLACEHOLDERS: readonly Pattern[] = [
  ...row('placeholder', 'name-in-brackets', `[\\[<{]{1,2} ?(?:${NAMES_EN}|${NAMES_FR}) ?[\\]>}]{1,2}`),
  ...row(
    'placeholder',
    'to-be-inserted',
    '\\[(?:insert|add|include|mention|enter|specify|describe|briefly) [^\\]\\n]{2,80}\\]',
    '\\[(?:insére[zr]|insérer|ajoute[zr]|indique[zr]|précise[zr]|mentionne[zr]|complète[zr]|décri(?:vez|re)) [^\\]\\n]{2,80}\\]',
  ),
  ...row('placeholder', 'filler', '\\blorem ipsum\\b'),
];

export const PATTERNS: readonly Pattern[] = [...PROMPT_RESIDUE, ...INSTRUCTIONS, ...PLACEHOLDERS];
/** The kinds of residue, each once: in eleven, as they were tried. */
export const RESIDUE_NAMES = [...new Set(PROMPT_RESIDUE.map(({ name }) => name))];

/** An address that a tool adds to the links it gives, or at which it keeps what was said to it. */
export const TOOL_LINK = new RegExp(
  [
    '[?&]utm_source=(?:chatgpt|openai|chat\\.openai|perplexity|copilot|gemini|claude)(?:\\.(?:com|ai))?\\b',
    '\\b(?:chatgpt\\.com|chat\\.openai\\.com)/(?:share|c|g)/',
    '\\bclaude\\.ai/(?:share|chat)/',
    '\\b(?:gemini|bard)\\.google\\.com/(?:share|app)/',
    '\\bperplexity\\.ai/search/',
    '\\bcopilot\\.microsoft\\.com/(?:shares|chats)/',
  ].join('|'),
  'i',
);
