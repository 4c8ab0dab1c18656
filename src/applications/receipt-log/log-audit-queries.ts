import { createHash } from 'node:crypto';
import type { Db } from '../../schema.ts';
import { nodesOf } from './log-node-queries.ts';
import { leafHash, nodeHash, type TreeNode } from './merkle-tree.ts';
import { logKeys } from '../../people/signing-key/signing-key-queries.ts';
import { headsAfter } from './receipt-log-queries.ts';
import { isSignedBy, type SignedHead } from './tree-head.ts';

/** What does not agree with what was published. */
export type LogProblem =
  | { kind: 'gap'; leafIndex: number }
  | { kind: 'node-differs'; level: number; index: number }
  | { kind: 'root-differs'; treeSize: number }
  | { kind: 'signature-differs'; treeSize: number }
  | { kind: 'no-such-size'; treeSize: number }
  | { kind: 'receipt-differs'; leafIndex: number }
  | { kind: 'never-entered'; applicationNumber: string };

export type LogAudit = {
  leaves: number;
  heads: number;
  /** Leaves whose receipt is still kept, and was compared. */
  receipts: number;
  /** Receipts that wait to be entered. */
  waiting: number;
  problems: LogProblem[];
};

const PAGE = 1_000;

/** Computes the whole tree again from its leaves, and compares it with every head published and every receipt kept. */
export async function auditLog(db: Db): Promise<LogAudit> {
  const problems: LogProblem[] = [];
  const heads = await headsBySize(db);
  const keys = await logKeys(db);
  for (const head of heads.values())
    if (!keys.some((key) => isSignedBy(head, key)))
      problems.push({ kind: 'signature-differs', treeSize: head.treeSize });
  const leaves = await recompute(db, heads, problems);
  for (const treeSize of heads.keys()) if (treeSize > leaves) problems.push({ kind: 'no-such-size', treeSize });
  const receipts = await compareReceipts(db, problems);
  problems.push(...(await neverEntered(db)));
  const waiting = await db.selectFrom('receiptsToEnter').select('applicationId').execute();
  return { leaves, heads: heads.size, receipts, waiting: waiting.length, problems };
}

async function headsBySize(db: Db): Promise<Map<number, SignedHead>> {
  const heads = new Map<number, SignedHead>();
  for (let after = 0; ;) {
    const some = await headsAfter(db, after, { daily: false, limit: PAGE });
    for (const head of some) heads.set(head.treeSize, head);
    after = some.at(-1)?.treeSize ?? after;
    if (some.length < PAGE) return heads;
  }
}

/** Adds the leaves one by one to the complete subtrees on the right edge, as a stack; answers how many there are. */
async function recompute(db: Db, heads: Map<number, SignedHead>, problems: LogProblem[]): Promise<number> {
  const edge: TreeNode[] = [];
  let size = 0;
  for (;;) {
    const leaves = await leavesFrom(db, size);
    const computed: TreeNode[] = [];
    for (const leaf of leaves) {
      if (leaf.index !== size) {
        problems.push({ kind: 'gap', leafIndex: size });
        return size;
      }
      computed.push(...grow(edge, leaf));
      size += 1;
      const root = edge.map(({ hash }) => hash).reduceRight((right, left) => nodeHash(left, right));
      if (heads.get(size)?.rootHash.equals(root) === false) problems.push({ kind: 'root-differs', treeSize: size });
    }
    problems.push(...(await compareNodes(db, computed)));
    if (leaves.length < PAGE) return size;
  }
}

/** The subtrees that one more leaf completes. */
function grow(edge: TreeNode[], leaf: TreeNode): TreeNode[] {
  const made: TreeNode[] = [];
  let node = leaf;
  for (let left = edge.at(-1); left?.level === node.level; left = edge.at(-1)) {
    edge.pop();
    node = { level: node.level + 1, index: left.index / 2, hash: nodeHash(left.hash, node.hash) };
    made.push(node);
  }
  edge.push(node);
  return made;
}

async function leavesFrom(db: Db, from: number): Promise<TreeNode[]> {
  const rows = await db
    .selectFrom('receiptLogNodes')
    .select(['level', 'index', 'hash'])
    .where('level', '=', 0)
    .where('index', '>=', String(from))
    .orderBy('index')
    .limit(PAGE)
    .execute();
  return rows.map((row) => ({ ...row, index: Number(row.index) }));
}

async function compareNodes(db: Db, computed: TreeNode[]): Promise<LogProblem[]> {
  const stored = new Map((await nodesOf(db, computed)).map((node) => [`${node.level}/${node.index}`, node.hash]));
  return computed
    .filter(({ level, index, hash }) => stored.get(`${level}/${index}`)?.equals(hash) !== true)
    .map(({ level, index }) => ({ kind: 'node-differs', level, index }));
}

/** Each receipt that is kept against its leaf, from its very text. */
async function compareReceipts(db: Db, problems: LogProblem[]): Promise<number> {
  let compared = 0;
  for (let after = '-1'; ;) {
    const rows = await db
      .selectFrom('receiptLogEntries')
      .innerJoin('receipts', 'receipts.applicationId', 'receiptLogEntries.applicationId')
      .innerJoin('receiptLogNodes', (join) =>
        join.onRef('receiptLogNodes.index', '=', 'receiptLogEntries.leafIndex').on('level', '=', 0),
      )
      .select(['leafIndex', 'content', 'hash'])
      .where('leafIndex', '>', after)
      .orderBy('leafIndex')
      .limit(PAGE)
      .execute();
    for (const { leafIndex, content, hash } of rows) {
      const sha256 = createHash('sha256').update(content, 'utf8').digest();
      if (!leafHash(sha256).equals(hash)) problems.push({ kind: 'receipt-differs', leafIndex: Number(leafIndex) });
    }
    compared += rows.length;
    after = rows.at(-1)?.leafIndex ?? after;
    if (rows.length < PAGE) return compared;
  }
}

async function neverEntered(db: Db): Promise<LogProblem[]> {
  const rows = await db
    .selectFrom('receipts')
    .innerJoin('applications', 'applications.id', 'receipts.applicationId')
    .leftJoin('receiptLogEntries as entry', 'entry.applicationId', 'receipts.applicationId')
    .leftJoin('receiptsToEnter as waiting', 'waiting.applicationId', 'receipts.applicationId')
    .select('number')
    .where('entry.applicationId', 'is', null)
    .where('waiting.applicationId', 'is', null)
    .execute();
  return rows.map(({ number }) => ({ kind: 'never-entered', applicationNumber: number }));
}
