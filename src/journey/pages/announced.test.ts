import { expect, test } from 'vitest';
import type { AccessibleNode } from './accessible-node.ts';
import { announced } from './announced.ts';

const node = (role: string, name = '', children: AccessibleNode[] = []): AccessibleNode => {
  const rest = { description: '', value: '', state: {}, lang: 'en', current: undefined, focused: false };
  return { role, name, ...rest, children };
};
const line = (text: string) => [node('code', '', [node('StaticText', text)]), node('LineBreak', '\n')];

test.each(['A', '+', '/'])(
  'each line of a signed text is read by itself, whatever sign a hash begins with: %s',
  (sign) => {
    const hash = `${sign}${'b'.repeat(42)}=`;
    const paragraph = node('paragraph', '', ['this site', '10', hash, '— this site'].flatMap(line));

    expect(announced([paragraph], 'en')).toEqual([`this site 10 ${hash} — this site`]);
  },
);
